import type { Milestone } from './guidelines';
import type { LineId } from './ids';
import type { PlainDate } from './plain-date';

/** What a scope change does to one milestone. */
export type MilestoneChange =
  | { readonly kind: 'new'; readonly id: LineId; readonly name: string; readonly date: PlainDate }
  /** `name` and `from` are what it had when the change was proposed. */
  | { readonly kind: 'moved'; readonly id: LineId; readonly name: string; readonly from: PlainDate; readonly date: PlainDate };

export type MilestoneProblem = 'milestoneGone' | 'milestoneMoved' | 'milestoneThere';

export const movesNothing = (change: MilestoneChange): boolean => change.kind === 'moved' && change.from === change.date;

/** The milestones with the changes in them, or why that is not what was negotiated: one is gone, or has another date by now. */
export function withMilestones(milestones: readonly Milestone[], changes: readonly MilestoneChange[]): readonly Milestone[] | MilestoneProblem {
  let next = milestones;
  for (const change of changes) {
    const there = next.find(({ id }) => id === change.id);
    if (change.kind === 'new') {
      if (there !== undefined) return 'milestoneThere';
      next = [...next, { id: change.id, name: change.name.trim(), date: change.date }];
    } else {
      if (there === undefined) return 'milestoneGone';
      if (there.date !== change.from) return 'milestoneMoved';
      next = next.map((one) => (one.id === change.id ? { ...one, date: change.date } : one));
    }
  }
  return next;
}

export const areSameMilestones = (a: readonly MilestoneChange[], b: readonly MilestoneChange[]): boolean => a.length === b.length && a.every((one, place) => isSame(one, b[place]));

const isSame = (a: MilestoneChange, b: MilestoneChange | undefined): boolean =>
  a.kind === b?.kind && a.id === b.id && a.name === b.name && a.date === b.date && (a.kind === 'new' || (b.kind === 'moved' && a.from === b.from));
