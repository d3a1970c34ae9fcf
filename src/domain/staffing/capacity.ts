import { addDays, daysBetween } from '../calendar';
import type { AccountId } from '../ids';
import type { SyncFailureCode } from '../linked-deal';
import type { Instant, PlainDate } from '../plain-date';
import { ordinaryWeek, weeksAhead, type WorkedDays } from './weeks';

/** A day of somebody's schedule; a holiday and a day off require nothing. */
export interface ScheduledDay {
  readonly day: PlainDate;
  readonly seconds: number;
}

/** A person's time in one week. */
export interface WeekCapacity {
  readonly worked: WorkedDays;
  /** What their schedule asks of them. */
  readonly requiredMinutes: number;
  /** What is left of it beside plans that are not Opiekun's. */
  readonly freeMinutes: number;
}

export type CapacityFailure = SyncFailureCode | 'notConnected';

/** A person's time in the coming weeks, as it was last read. */
export interface PersonCapacity {
  readonly accountId: AccountId;
  /** When it was last asked for, whether it came or not. */
  readonly checkedAt: Instant;
  /** When it is to be asked for next. */
  readonly nextAt: Instant;
  /** As of when the weeks are; null before the first time. */
  readonly readAt: Instant | null;
  /** Why the last look did not come; the weeks of an earlier one stand beside it. */
  readonly failure: CapacityFailure | null;
  /** Monday of the first week; null before the first time. */
  readonly from: PlainDate | null;
  readonly weeks: readonly WeekCapacity[];
}

/**
 * Schedule and plans, week by week. What is planned beyond a day's hours takes nothing from another day.
 * @param schedule each of the weeks' days once, in order, from `monday` on.
 * @param taken seconds of plans that are not ours, by day.
 */
export function capacityOf(monday: PlainDate, schedule: readonly ScheduledDay[], taken: ReadonlyMap<PlainDate, number>): readonly WeekCapacity[] {
  const weeks: WeekCapacity[] = [];
  for (let at = 0; at < weeksAhead; at += 1) {
    const days = schedule.slice(at * 7, at * 7 + 7);
    const required = days.reduce((sum, { seconds }) => sum + seconds, 0);
    const free = days.reduce((sum, { day, seconds }) => sum + Math.max(0, seconds - (taken.get(day) ?? 0)), 0);
    weeks.push({ worked: days.map(({ seconds }) => (seconds > 0 ? '1' : '0')).join(''), requiredMinutes: Math.round(required / 60), freeMinutes: Math.round(free / 60) });
  }
  if (schedule.length !== weeksAhead * 7 || schedule.some(({ day }, at) => day !== addDays(monday, at))) throw new RangeError('a schedule has each day of its weeks once');
  return weeks;
}

/** Their time in a week; undefined where nobody has read it, or it lies behind what was read. Somebody whom Tempo does not know has none, on days that nobody knows. */
export function capacityIn({ failure, from, weeks }: Pick<PersonCapacity, 'failure' | 'from' | 'weeks'>, monday: PlainDate): WeekCapacity | undefined {
  if (failure === 'missing') return nobody;
  return from === null ? undefined : weeks[daysBetween(from, monday) / 7];
}

const nobody: WeekCapacity = { worked: '', requiredMinutes: 0, freeMinutes: 0 };

/** Days on which the company works: those on which anybody does whose days are known. Without anybody, Monday to Friday. */
export function companyDays(weeks: readonly (WeekCapacity | undefined)[]): WorkedDays {
  const known = weeks.flatMap((week) => (week === undefined || week.worked === '' ? [] : [week.worked]));
  if (known.length === 0) return ordinaryWeek;
  return Array.from({ length: 7 }, (_, day) => (known.some((worked) => worked[day] === '1') ? '1' : '0')).join('');
}
