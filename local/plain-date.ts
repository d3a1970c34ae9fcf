// Plain dates are 'YYYY-MM-DD' strings without a zone; arithmetic runs on UTC day numbers, where every day has 24 hours.

const MS_PER_DAY = 86_400_000;
const PLAIN_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Whether the text is a real calendar date in the form YYYY-MM-DD ('2026-02-30' is not). */
export function isPlainDate(text: string): boolean {
  if (!PLAIN_DATE.test(text)) return false;
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}

/** Days since 1970-01-01 of a plain date; NaN when it is none. */
export function dayNumber(date: string): number {
  return Math.floor(Date.parse(`${date}T00:00:00Z`) / MS_PER_DAY);
}

/** The plain date of a day number. */
export function dateOfDay(day: number): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/** The plain date so many days later, or earlier where they are negative. */
export function addDays(date: string, days: number): string {
  return dateOfDay(dayNumber(date) + days);
}
