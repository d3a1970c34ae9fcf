import { sampleEvidence } from './fixture/gate';
import { day, issueId, lineId, person } from './fixture/values';
import { findingOf, isSatisfied, markProblem, type Finding, type Mark } from './gate-criteria';

const item = { issueId: issueId('20002'), issueKey: 'ALFA-2', summary: 'Cart', status: 'In Progress', progress: 'inProgress' } as const;

it.each([
  ['workDone', {}, 'met'],
  ['workDone', { work: { ...sampleEvidence.work, toDo: 1 } }, 'notMet'],
  ['noBlockers', {}, 'met'],
  ['noBlockers', { work: { ...sampleEvidence.work, blockers: [item] } }, 'notMet'],
  ['acknowledged', {}, 'met'],
  ['acknowledged', { guidelines: null }, 'unknown'],
  ['acknowledged', { guidelines: { version: 2, publishedAt: sampleEvidence.gatheredAt, publishedBy: person('anna'), acknowledged: [person('piotr')], behind: [person('ola')] } }, 'notMet'],
  ['onSchedule', {}, 'met'],
  ['onSchedule', { schedule: { ...sampleEvidence.schedule, expectedOn: day('2026-07-01') } }, 'notMet'],
  ['onSchedule', { schedule: { ...sampleEvidence.schedule, expectedOn: null } }, 'unknown'],
  ['withinHours', {}, 'met'],
  ['withinHours', { hours: { planned: 481, budget: 480 } }, 'notMet'],
  ['withinHours', { hours: null }, 'unknown'],
] as const)('finds of %s with %j: %s', (check, changes, finding) => {
  expect(findingOf(check, { ...sampleEvidence, ...changes })).toBe(finding);
});

it.each<[Mark | undefined, Finding | null, string | undefined]>([
  [undefined, null, 'unsettled'],
  [{ kind: 'met' }, null, undefined],
  [{ kind: 'met' }, 'met', undefined],
  [{ kind: 'met' }, 'unknown', undefined],
  [{ kind: 'met' }, 'notMet', 'contradicted'],
  [{ kind: 'notMet' }, 'met', 'contradicted'],
  [{ kind: 'notMet' }, 'notMet', undefined],
  [{ kind: 'waived', reason: 'The client knows' }, 'notMet', undefined],
  [{ kind: 'waived', reason: ' ' }, 'notMet', 'reasonMissing'],
])('judges a mark of %j where the app found %s', (mark, finding, problem) => {
  expect(markProblem(mark, finding)).toBe(problem);
});

it('is satisfied by what is met or waived', () => {
  const settled = (mark: Mark) => ({ criterion: { id: lineId('line'), text: 'x', check: null }, finding: null, mark });
  expect(isSatisfied([settled({ kind: 'met' }), settled({ kind: 'waived', reason: 'x' })])).toBe(true);
  expect(isSatisfied([settled({ kind: 'met' }), settled({ kind: 'notMet' })])).toBe(false);
});
