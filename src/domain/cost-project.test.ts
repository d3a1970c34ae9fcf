import * as fc from 'fast-check';
import { matchCostProject, type CostProject } from './cost-project';
import { isCostProjectId, type CostProjectId } from './ids';
import { projectId } from './fixture/values';

const id = (number: number): CostProjectId => {
  const text = `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
  if (!isCostProjectId(text)) throw new Error(`${text} is no id`);
  return text;
};
const made = (number: number, covers: readonly string[] | null): CostProject => ({ id: id(number), name: `Project ${number}`, covers: covers?.map(projectId) ?? null, countsMoney: true });
const wanted = projectId('10001');

it.each([
  ['one of its own', [made(1, ['10001']), made(2, ['10002'])], 'found'],
  ['one of its own beside one that covers more', [made(1, ['10001']), made(2, ['10001', '10002'])], 'found'],
  ['two of its own', [made(1, ['10001']), made(2, ['10001'])], 'several'],
  ['one that covers more', [made(1, ['10001', '10002'])], 'shared'],
  ['two that cover more', [made(1, ['10001', '10002']), made(2, ['10001', '10003'])], 'several'],
  ['those of others and of other scopes', [made(1, ['10002']), made(2, null)], 'none'],
  ['nothing', [], 'none'],
] as const)('%s', (_, projects, kind) => expect(matchCostProject(wanted, projects, undefined).kind).toBe(kind));

it('takes what was chosen, whatever the scopes say, and says when that is gone', () => {
  const projects = [made(1, ['10001']), made(2, null)];
  expect(matchCostProject(wanted, projects, id(2))).toEqual({ kind: 'found', project: projects[1], by: 'hand' });
  expect(matchCostProject(wanted, projects, id(9))).toEqual({ kind: 'gone' });
});

it('never finds by its scope one that tells of another project', () => {
  const any = fc.record({ number: fc.nat(20), covers: fc.option(fc.array(fc.constantFrom('10001', '10002', '10003'), { maxLength: 3 }), { nil: null }) }).map(({ number, covers }) => made(number, covers));
  fc.assert(
    fc.property(fc.array(any), (projects) => {
      const match = matchCostProject(wanted, projects, undefined);
      if (match.kind === 'found') expect(match.project.covers).toEqual([wanted]);
    }),
  );
});
