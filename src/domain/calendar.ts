import { UTCDateMini } from '@date-fns/utc/date/mini';
import { addDays as addDaysTo } from 'date-fns/addDays';
import { addMonths as addMonthsTo } from 'date-fns/addMonths';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { startOfISOWeek } from 'date-fns/startOfISOWeek';
import { isInstant, isPlainDate, type Instant, type PlainDate } from './plain-date';

// A day is counted at midnight UTC, where every day has 24 hours, whatever zone the process runs in.
const read = (day: PlainDate): Date => new UTCDateMini(day);

const write = (date: Date): PlainDate => checked(date.toISOString().split('T', 1)[0] ?? '');

function checked(text: string): PlainDate {
  if (!isPlainDate(text)) throw new RangeError(`${text} lies outside the years 1900 to 2999`);
  return text;
}

/** @throws RangeError when the result lies outside the years 1900 to 2999. */
export const addDays = (day: PlainDate, days: number): PlainDate => write(addDaysTo(read(day), days));

/** The same day of a later month; the last one where that month is shorter. */
export const addMonths = (day: PlainDate, months: number): PlainDate => write(addMonthsTo(read(day), months));

/** Whole days from one day to another; negative when the second is earlier. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => differenceInCalendarDays(read(to), read(from));

/** The Monday of the day's week. */
export const mondayOf = (day: PlainDate): PlainDate => write(startOfISOWeek(read(day)));

/** Days from Monday to Friday from one day to another, both included; holidays are not known here. */
export function weekdaysBetween(from: PlainDate, to: PlainDate): number {
  const days = daysBetween(from, to) + 1;
  if (days <= 0) return 0;
  const weeks = Math.floor(days / 7);
  const rest = Array.from({ length: days % 7 }, (_, at) => addDays(from, weeks * 7 + at));
  return weeks * 5 + rest.filter((day) => daysBetween(mondayOf(day), day) < 5).length;
}

/**
 * The day that the calendar on the wall shows at an instant.
 * @param timeZone IANA name, such as Europe/Warsaw.
 * @throws RangeError for an unknown time zone.
 */
export function dayAt(instant: Instant, timeZone: string): PlainDate {
  const parts = new Map(formatOf(timeZone).formatToParts(Date.parse(instant)).map(({ type, value }) => [type, value]));
  return checked([parts.get('year'), parts.get('month'), parts.get('day')].join('-'));
}

/** A format takes longer to make than to use. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-US', { timeZone, calendar: 'gregory', numberingSystem: 'latn', year: 'numeric', month: '2-digit', day: '2-digit' });
  formats.set(timeZone, made);
  return made;
}

/** The instant of a clock reading. */
export function instantOf(date: Date): Instant {
  const text = date.toISOString();
  if (!isInstant(text)) throw new RangeError(`${text} is outside the years an instant can name`);
  return text;
}

/** The instant so many seconds later (or earlier, when negative). */
export const addSeconds = (instant: Instant, seconds: number): Instant =>
  instantOf(new Date(Date.parse(instant) + seconds * 1000));

export const secondsBetween = (from: Instant, to: Instant): number => (Date.parse(to) - Date.parse(from)) / 1000;

export const earlier = <T extends string>(a: T, b: T): T => (a <= b ? a : b);
export const later = <T extends string>(a: T, b: T): T => (a >= b ? a : b);
