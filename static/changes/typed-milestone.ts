import type { MilestoneChange } from '../../src/domain/milestone-change';
import type { Milestone } from '../../src/domain/guidelines';
import type { LineId } from '../../src/domain/ids';
import { isPlainDate } from '../../src/domain/plain-date';

/** A milestone of a change as somebody types it. */
export interface TypedMilestone {
  /** The row's, and the new milestone's where it is one. */
  readonly id: LineId;
  /** The existing milestone's id; empty for a new one. */
  readonly of: string;
  readonly name: string;
  readonly date: string;
}

export interface TypedMilestoneProblem {
  readonly row: LineId;
  readonly field: 'of' | 'name' | 'date';
  readonly problem: 'milestoneName' | 'milestoneDate' | 'milestoneSame' | 'milestoneTwice';
}

export type ReadMilestones = { readonly kind: 'read'; readonly milestones: readonly MilestoneChange[] } | ({ readonly kind: 'wrong' } & TypedMilestoneProblem);

/** A row for the first milestone that no other row moves, or else for a new one. */
export const nextMilestone = (id: LineId, typed: readonly TypedMilestone[], existing: readonly Milestone[]): TypedMilestone =>
  ({ id, of: existing.find((one) => !typed.some(({ of }) => of === one.id))?.id ?? '', name: '', date: '' });

/** @param existing the milestones of the guidelines in force. */
export function readMilestones(typed: readonly TypedMilestone[], existing: readonly Milestone[]): ReadMilestones {
  const milestones: MilestoneChange[] = [];
  for (const { id: row, of, name, date } of typed) {
    const wrong = (field: TypedMilestoneProblem['field'], problem: TypedMilestoneProblem['problem']): ReadMilestones => ({ kind: 'wrong', row, field, problem });
    const moved = existing.find(({ id }) => id === of);
    if (moved !== undefined && milestones.some(({ id }) => id === moved.id)) return wrong('of', 'milestoneTwice');
    if (moved === undefined && name.trim() === '') return wrong('name', 'milestoneName');
    if (!isPlainDate(date)) return wrong('date', 'milestoneDate');
    if (moved?.date === date) return wrong('date', 'milestoneSame');
    milestones.push(moved === undefined ? { kind: 'new', id: row, name: name.trim(), date } : { kind: 'moved', id: moved.id, name: moved.name, from: moved.date, date });
  }
  return { kind: 'read', milestones };
}
