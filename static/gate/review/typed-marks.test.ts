import { lineId } from '../../../src/domain/fixture/values';
import type { Finding } from '../../../src/domain/gate-criteria';
import type { OpenedCriterion } from '../gate-view';
import { choicesFor, markOf, notMet, readMarks } from './typed-marks';

const line = (id: string, finding: Finding | null): OpenedCriterion => ({
  criterion: { id: lineId(id), text: `Text of ${id}`, check: finding === null ? null : 'workDone' },
  finding,
});
const [byHand, found, missed, unknown] = [line('byhand00', null), line('found000', 'met'), line('missed00', 'notMet'), line('unknown0', 'unknown')];
const all = [byHand, found, missed, unknown];

it('offers no word about what the app found met, and only a waiver beside what it found not met', () => {
  expect(all.map(({ finding }) => choicesFor(finding))).toEqual([
    ['met', 'notMet', 'waived'],
    [],
    ['notMet', 'waived'],
    ['met', 'notMet', 'waived'],
  ]);
});

it('lets what the app found stand before what was chosen under an earlier finding', () => {
  const chosen = { found000: { kind: 'notMet', reason: '' }, missed00: { kind: 'met', reason: '' } } as const;
  expect(markOf(chosen, found).kind).toBe('met');
  expect(markOf(chosen, missed).kind).toBe('notMet');
  expect(markOf({ missed00: { kind: 'waived', reason: 'Known' } }, missed)).toEqual({ kind: 'waived', reason: 'Known' });
});

it('names each criterion that nobody settled', () => {
  expect(readMarks({}, all)).toEqual({
    marks: [
      { criterionId: 'found000', mark: { kind: 'met' } },
      { criterionId: 'missed00', mark: { kind: 'notMet' } },
    ],
    problems: [
      { criterionId: 'byhand00', code: 'unsettled' },
      { criterionId: 'unknown0', code: 'unsettled' },
    ],
  });
});

it('wants a reason for a waiver, and not too long a one', () => {
  const waived = (reason: string) => readMarks({ byhand00: { kind: 'waived', reason } }, [byHand]);
  expect(waived('  ').problems).toEqual([{ criterionId: 'byhand00', code: 'reasonMissing' }]);
  expect(waived('x'.repeat(501)).problems).toEqual([{ criterionId: 'byhand00', code: 'reasonTooLong' }]);
  expect(waived(' The client agreed ').marks).toEqual([{ criterionId: 'byhand00', mark: { kind: 'waived', reason: 'The client agreed' } }]);
});

it('counts as not met what is neither met nor waived, and not what is unsettled', () => {
  expect(notMet({}, all)).toEqual([missed]);
  expect(notMet({ missed00: { kind: 'waived', reason: '' }, byhand00: { kind: 'notMet', reason: '' } }, all)).toEqual([byHand]);
});
