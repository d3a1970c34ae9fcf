import type { Draft } from '../../../src/domain/draft';
import { same } from './same';

/** A field of two drafts that differs, as text on both sides. */
export interface DraftDifference {
  readonly field:
    | 'scope.goal'
    | 'scope.inScope'
    | 'scope.outOfScope'
    | 'budget.amount'
    | 'budget.hours'
    | 'budget.targetMargin'
    | 'budget.billable'
    | 'schedule.start'
    | 'schedule.end'
    | 'milestone'
    | 'priorityOrder'
    | 'staffing';
  readonly mine: string;
  readonly theirs: string;
}

const texts: readonly (readonly [DraftDifference['field'], (draft: Draft) => string])[] = [
  ['scope.goal', (draft) => draft.scope.goal],
  ['scope.inScope', (draft) => draft.scope.inScope],
  ['scope.outOfScope', (draft) => draft.scope.outOfScope],
  ['budget.amount', (draft) => (draft.budget.amount === '' ? '' : `${draft.budget.amount} ${draft.budget.currency}`)],
  ['budget.hours', (draft) => draft.budget.hours],
  ['budget.targetMargin', (draft) => draft.budget.targetMargin],
  ['budget.billable', (draft) => draft.budget.billable],
  ['schedule.start', (draft) => draft.schedule.start],
  ['schedule.end', (draft) => draft.schedule.end],
];

const said = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · ');

const lists: readonly (readonly [DraftDifference['field'], (draft: Draft) => readonly { readonly id: string; readonly text: string }[]])[] = [
  ['milestone', (draft) => draft.schedule.milestones.map(({ id, name, date }) => ({ id, text: said([date, name]) }))],
  ['priorityOrder', (draft) => draft.priorities.map(({ id, text }, place) => ({ id, text: `${place + 1}. ${text}` }))],
  [
    'staffing',
    (draft) =>
      draft.staffing.map(({ id, role, person, from, to, hoursPerDay, dealId }) => ({
        id,
        text: said([role, person?.name ?? '', said([from, to]), hoursPerDay === '' ? '' : `${hoursPerDay} h`, dealId ?? '']),
      })),
  ],
];

/** What two people wrote differently; of long lists only the items that differ. */
export function draftDifferences(mine: Draft, theirs: Draft): readonly DraftDifference[] {
  const found: DraftDifference[] = [];
  for (const [field, read] of texts) {
    if (read(mine) !== read(theirs)) found.push({ field, mine: read(mine), theirs: read(theirs) });
  }
  for (const [field, read] of lists) {
    const [left, right] = [read(mine), read(theirs)];
    if (same(left, right)) continue;
    const only = (list: typeof left, other: typeof left): string =>
      list.filter((item) => !other.some((one) => same(one, item))).map((item) => item.text).join('\n');
    found.push({ field, mine: only(left, right), theirs: only(right, left) });
  }
  return found;
}
