import { addDays } from '../calendar';
import { oneLine } from '../relation';
import type { Instant, PlainDate } from '../plain-date';
import { isMoreUrgent, urgencyOf, type AttentionItem, type Subject, type Urgency } from './attention-item';

/** A person put an item off until a day, with a reason. */
export interface Snooze {
  readonly subject: Subject;
  readonly itemId: string;
  /** The day on which it comes back. */
  readonly until: PlainDate;
  readonly reason: string;
  /** How urgent it was: once it is more so it comes back before its day. */
  readonly urgency: Urgency;
  readonly at: Instant;
}

/** What one person has put off. */
export interface Snoozes {
  readonly revision: number;
  readonly snoozes: readonly Snooze[];
}

export const noSnoozes: Snoozes = { revision: 0, snoozes: [] };

export const snoozeLimits = { reason: 300, days: 90, snoozes: 300 } as const;

export type SnoozeProblem = 'reasonMissing' | 'reasonTooLong' | 'notLater' | 'tooFar' | 'tooMany';

/** What stands in the way of putting something off, or undefined. */
export function snoozeProblem({ until, reason }: Pick<Snooze, 'until' | 'reason'>, others: readonly Snooze[], today: PlainDate): SnoozeProblem | undefined {
  const text = oneLine(reason);
  if (text === '') return 'reasonMissing';
  if (text.length > snoozeLimits.reason) return 'reasonTooLong';
  if (until <= today) return 'notLater';
  if (until > addDays(today, snoozeLimits.days)) return 'tooFar';
  return others.length >= snoozeLimits.snoozes ? 'tooMany' : undefined;
}

const isOf = (subject: Subject, itemId: string) => (snooze: Pick<Snooze, 'subject' | 'itemId'>): boolean => snooze.subject === subject && snooze.itemId === itemId;

/** The snooze that keeps an item off the list today, or undefined where it stands on it. */
export const snoozeOf = (subject: Subject, item: AttentionItem, snoozes: readonly Snooze[], today: PlainDate): Snooze | undefined =>
  snoozes.filter(isOf(subject, item.id)).find(({ until, urgency }) => today < until && !isMoreUrgent(urgencyOf(item, today), urgency));

/** Those that still say something, without the item's own. */
export const others = ({ snoozes }: Snoozes, subject: Subject, itemId: string, today: PlainDate): readonly Snooze[] =>
  snoozes.filter((snooze) => snooze.until > today && !isOf(subject, itemId)(snooze));

export const withSnooze = (before: Snoozes, snooze: Snooze, today: PlainDate): Snoozes => ({
  revision: before.revision + 1,
  snoozes: [...others(before, snooze.subject, snooze.itemId, today), { ...snooze, reason: oneLine(snooze.reason) }],
});

export const withoutSnooze = (before: Snoozes, subject: Subject, itemId: string, today: PlainDate): Snoozes => ({
  revision: before.revision + 1,
  snoozes: others(before, subject, itemId, today),
});
