import type { ClientUpdateView } from '../../../src/contract/client-update';
import { clientId, day, projectId } from '../../../src/domain/fixture/values';
import { chosenFacts, isChosen, keyOf } from './choice';

const next = (n: number) => ({ id: `milestone:${n}`, fact: { kind: 'milestoneNext', name: `Next ${n}`, on: day(`2026-05-0${n}`) } }) as const;
const goal = { id: 'goal', fact: { kind: 'goal', text: 'Orders' } } as const;
const done = { id: 'milestone:0', fact: { kind: 'milestoneDone', name: 'Done', on: day('2026-03-01') } } as const;
const facts = [goal, done, next(1), next(2), next(3), next(4)];

const view = (isShared: boolean): ClientUpdateView => ({
  client: { id: clientId(1), name: 'Bałtyk' },
  today: day('2026-03-10'),
  period: { from: day('2026-02-10'), to: day('2026-03-10') },
  language: 'pl',
  projects: [{ projectId: projectId('10001'), name: 'Alfa', isShared, facts, leftOut: 0 }],
});
const chosen = (isShared: boolean, choices = new Map<string, boolean>()) => chosenFacts(view(isShared), choices).flatMap(({ facts: of }) => of);

it('tells at first of what is sure and near, and of no milestone whose day has merely come', () => {
  expect(chosen(false)).toEqual([goal, next(1), next(2), next(3)].map(({ fact }) => fact));
});

it('tells at first of nothing in a project that other clients have deals in too', () => {
  expect(chosen(true)).toEqual([]);
});

it('tells of what was chosen by hand and of nothing that was left out', () => {
  const [project] = view(true).projects;
  if (project === undefined) throw new Error('no project');
  const choices = new Map([[keyOf(project, done), true], [keyOf(project, goal), false]]);
  expect(chosen(false, choices)).toEqual([done, next(1), next(2), next(3)].map(({ fact }) => fact));
  expect(isChosen(choices, project, done)).toBe(true);
});

it('asks anew of a milestone whose day comes: that it was to be told of as next says nothing of its being reached', () => {
  const [project] = view(false).projects;
  if (project === undefined) throw new Error('no project');
  const one = next(1);
  const choices = new Map([[keyOf(project, one), true]]);
  expect(isChosen(choices, project, { id: one.id, fact: { ...one.fact, kind: 'milestoneDone' } })).toBe(false);
});
