import { sampleGuidelines } from '../../src/domain/fixture/guidelines';
import { lineId } from '../../src/domain/fixture/values';
import { nextMilestone, readMilestones, type TypedMilestone } from './typed-milestone';

const existing = sampleGuidelines.schedule.milestones;
const row: TypedMilestone = { id: lineId('row1'), of: 'ms01', name: '', date: '2026-06-12' };
const fresh: TypedMilestone = { id: lineId('row2'), of: '', name: ' Beta ', date: '2026-07-01' };

test('reads a milestone that is moved, and a new one', () => {
  expect(readMilestones([row, fresh], existing)).toEqual({
    kind: 'read',
    milestones: [
      { kind: 'moved', id: 'ms01', name: 'First release', from: '2026-05-29', date: '2026-06-12' },
      { kind: 'new', id: 'row2', name: 'Beta', date: '2026-07-01' },
    ],
  });
});

test.each([
  [[{ ...row, date: '' }], 'row1', 'date', 'milestoneDate'],
  [[{ ...row, date: '2026-05-29' }], 'row1', 'date', 'milestoneSame'],
  [[{ ...fresh, name: ' ' }], 'row2', 'name', 'milestoneName'],
  [[row, { ...row, id: lineId('row3') }], 'row3', 'of', 'milestoneTwice'],
])('%j is told at its field', (typed, at, field, problem) => {
  expect(readMilestones(typed, existing)).toEqual({ kind: 'wrong', row: at, field, problem });
});

test('offers the milestones that are not moved yet, then a new one', () => {
  expect(nextMilestone(lineId('row9'), [], existing).of).toBe('ms01');
  expect(nextMilestone(lineId('row9'), [row], existing).of).toBe('');
});
