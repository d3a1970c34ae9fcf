import { isPlainDate, type PlainDate } from '../../src/domain/plain-date';

/** Arithmetic on days without a zone, light enough for the issue panel. */

const day = 86_400_000;

/** Days since 1 January 1970. */
export const dayNumber = (date: PlainDate): number => Date.parse(`${date}T00:00:00Z`) / day;

/** Days from one day to another; negative when `to` is the earlier. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => dayNumber(to) - dayNumber(from);

/** @throws RangeError outside the years 1900 to 2999. */
export function addDays(date: PlainDate, days: number): PlainDate {
  const text = new Date((dayNumber(date) + days) * day).toISOString().slice(0, 10);
  if (!isPlainDate(text)) throw new RangeError(`No day ${days} days from ${date}`);
  return text;
}

/** The day in a time zone at an instant. */
export function dayAt(instant: Date, timeZone: string): PlainDate {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(instant);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  const text = `${part('year')}-${part('month')}-${part('day')}`;
  if (!isPlainDate(text)) throw new RangeError(`No day at ${instant.toISOString()} in ${timeZone}`);
  return text;
}

/** How far along `start` to `end` a day lies: 0 at the start, 1 at the end, and not beyond either. */
export function placeBetween(date: PlainDate, start: PlainDate, end: PlainDate): number {
  const span = daysBetween(start, end);
  if (span <= 0) return date < start ? 0 : 1;
  return Math.min(1, Math.max(0, daysBetween(start, date) / span));
}
