import { addDays, dateOfDay, dayNumber } from '../plain-date';

const knownDates = new Map<number, string>();

/** As `dateOfDay`, remembering: every plan asks for the dates of the same few years. */
export function knownDateOfDay(day: number): string {
  const known = knownDates.get(day);
  if (known !== undefined) return known;
  const date = dateOfDay(day);
  knownDates.set(day, date);
  return date;
}

/** Day of the week of a day number, Monday 1 to Sunday 7. */
export function weekdayOfDay(day: number): number {
  return (((day + 3) % 7) + 7) % 7 + 1;
}

/** Day of the week, Monday 1 to Sunday 7. */
export function weekday(date: string): number {
  return weekdayOfDay(dayNumber(date));
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
