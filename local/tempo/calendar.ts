// Plain dates are 'YYYY-MM-DD' strings without a zone; arithmetic runs on UTC day numbers, where every day has 24 hours.

const MS_PER_DAY = 86_400_000;
const PLAIN_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether the text is a real calendar date in the form YYYY-MM-DD ('2026-02-30' is not). */
export function isPlainDate(text: string): boolean {
  if (!PLAIN_DATE.test(text)) return false;
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}

/** Days since 1970-01-01 of a plain date. */
export function dayNumber(date: string): number {
  return Math.floor(Date.parse(`${date}T00:00:00Z`) / MS_PER_DAY);
}

/** The plain date of a day number. */
export function dateOfDay(day: number): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

export function addDays(date: string, days: number): string {
  return dateOfDay(dayNumber(date) + days);
}

/** Day of the week, Monday 1 to Sunday 7. */
export function weekday(date: string): number {
  return (((dayNumber(date) + 3) % 7) + 7) % 7 + 1;
}

export function mondayOf(date: string): string {
  return addDays(date, 1 - weekday(date));
}

/** ISO 8601 week number: the week belongs to the year its Thursday is in. */
export function isoWeek(date: string): number {
  const thursday = addDays(mondayOf(date), 3);
  return Math.floor((dayNumber(thursday) - dayNumber(`${thursday.slice(0, 4)}-01-01`)) / 7) + 1;
}

/** How many days lie from the first to the last date, both included; NaN when one is not a date. */
export function spanDays(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from) + 1;
}

/** Every date from the first to the last, both included; none when the last is before the first. */
export function datesBetween(from: string, to: string): string[] {
  const dates: string[] = [];
  const last = dayNumber(to);
  for (let day = dayNumber(from); day <= last; day += 1) dates.push(dateOfDay(day));
  return dates;
}

/** The date it is at an instant in a time zone. */
export function dateAt(instant: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return parts.format(instant);
}
