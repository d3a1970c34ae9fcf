import { addDays, daysBetween, mondayOf } from '../calendar';
import type { PlainDate } from '../plain-date';

/** How many weeks people's time is known ahead, the current one included. */
export const weeksAhead = 26;

/** Mondays of so many weeks, beginning with the week of a day. Weeks are counted in days, so one over a change of clocks has its seven. */
export function weeksFrom(day: PlainDate, count: number = weeksAhead): readonly PlainDate[] {
  const first = mondayOf(day);
  return Array.from({ length: count }, (_, at) => addDays(first, at * 7));
}

/** Which days of a week are worked, from Monday to Sunday: `1111100` is an ordinary one. */
export type WorkedDays = string;

export const ordinaryWeek: WorkedDays = '1111100';

/** How many of a week's worked days lie within a period, whose ends are counted in days from that week's Monday, both included. */
export function workedWithin(worked: WorkedDays, from: number, to: number): number {
  let count = 0;
  for (let day = Math.max(0, from); day <= Math.min(6, to); day += 1) {
    if (worked[day] === '1') count += 1;
  }
  return count;
}

/**
 * Minutes that a line of so many minutes a working day asks for, week by week.
 * @param weeks consecutive Mondays.
 * @param worked which days of the week at a place are worked.
 */
export function minutesByWeek(
  line: { readonly from: PlainDate; readonly to: PlainDate; readonly minutesPerDay: number },
  weeks: readonly PlainDate[],
  worked: (at: number) => WorkedDays,
): readonly number[] {
  const [first] = weeks;
  if (first === undefined) return [];
  const [from, to] = [daysBetween(first, line.from), daysBetween(first, line.to)];
  return weeks.map((_, at) => (to < at * 7 || from > at * 7 + 6 ? 0 : workedWithin(worked(at), from - at * 7, to - at * 7) * line.minutesPerDay));
}
