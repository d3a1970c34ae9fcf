import type { ReleasedEntryView } from '../../../src/contract/planner';
import type { PlainDate } from '../../../src/domain/plain-date';
import { dayNumber } from '../../shared/plain-days';

type Entry = Pick<ReleasedEntryView, 'what' | 'plan' | 'endsOn'>;

/** Days since 1970; `end` is the day after the last one. */
export interface Days {
  readonly start: number;
  readonly end: number;
}

/** The days that hold every entry. */
export function daysOf(entries: readonly Entry[]): Days {
  return {
    start: Math.min(...entries.map(({ plan }) => dayNumber(plan.from))),
    end: Math.max(...entries.map(({ plan }) => dayNumber(plan.to) + 1)),
  };
}

interface Parts {
  readonly kept: Days;
  readonly gone: Days;
}

/** An entry's days, those that a release leaves and those that it takes; either may be empty. */
export function partsOf({ what, plan, endsOn }: Entry): Parts {
  const [start, end] = [dayNumber(plan.from), dayNumber(plan.to) + 1];
  const cut = what === 'stays' ? end : what === 'ended' && endsOn !== null ? Math.min(end, Math.max(start, dayNumber(endsOn) + 1)) : start;
  return { kept: { start, end: cut }, gone: { start: cut, end } };
}

/** Where days stand on a track that is as long as `whole`, in per cent of it. */
export function placeOf(days: Days, whole: Days): { readonly insetInlineStart: string; readonly inlineSize: string } {
  const length = whole.end - whole.start;
  const part = (from: number, to: number): string => `${(((to - from) / length) * 100).toFixed(2)}%`;
  return { insetInlineStart: part(whole.start, days.start), inlineSize: part(days.start, days.end) };
}

/** Where today's line stands on it; null outside. */
export function placeOfToday(today: PlainDate, whole: Days): string | null {
  const day = dayNumber(today);
  return day < whole.start || day >= whole.end ? null : placeOf({ start: day, end: day }, whole).insetInlineStart;
}
