import { getISO } from 'temporal-polyfill/fns/Calendar';
import { fromEpochMilliseconds, toZonedDateTimeISO } from 'temporal-polyfill/fns/Instant';
import * as Temporal from 'temporal-polyfill/fns/PlainDate';
import { toPlainDate } from 'temporal-polyfill/fns/ZonedDateTime';
import { isInstant, isPlainDate, type Instant, type PlainDate } from './plain-date';

const read = (day: PlainDate): Temporal.Record => Temporal.fromString(day, getISO);

function write(record: Temporal.Record): PlainDate {
  const text = Temporal.toString(record);
  if (!isPlainDate(text)) throw new RangeError(`${text} lies outside the years 1900 to 2999`);
  return text;
}

/** @throws RangeError when the result lies outside the years 1900 to 2999. */
export const addDays = (day: PlainDate, days: number): PlainDate => write(Temporal.addDays(read(day), days));

/** Whole days from one day to another; negative when the second is earlier. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => Temporal.diffDays(read(from), read(to));

/** The Monday of the day's week. */
export const mondayOf = (day: PlainDate): PlainDate => write(Temporal.startOfWeek(read(day)));

/**
 * The day that the calendar on the wall shows at an instant.
 * @param timeZone IANA name, such as Europe/Warsaw.
 * @throws RangeError for an unknown time zone.
 */
export function dayAt(instant: Instant, timeZone: string): PlainDate {
  return write(toPlainDate(toZonedDateTimeISO(fromEpochMilliseconds(Date.parse(instant)), timeZone)));
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
