import { addDays, addMonths, mondayOf } from '../calendar';
import { isPlainDate, type PlainDate } from '../plain-date';

declare const brand: unique symbol;
/** A quarter of the calendar, YYYY-Qn. Two of them compare as strings. */
export type Quarter = string & { readonly [brand]: 'Quarter' };

/** Deals that nobody gave a close date belong to no quarter; as a string it comes behind all of them. */
export const undated = 'undated';
export type Period = Quarter | typeof undated;

export const isQuarter = (text: string): text is Quarter => /^[12][0-9]{3}-Q[1-4]$/.test(text);
export const isPeriod = (text: string): text is Period => text === undated || isQuarter(text);

export function quarterOf(day: PlainDate): Quarter {
  const text = `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
  if (!isQuarter(text)) throw new RangeError(`${text} is no quarter`);
  return text;
}

export function firstDayOfQuarter(quarter: Quarter): PlainDate {
  const day = `${quarter.slice(0, 4)}-${String(Number(quarter.slice(6)) * 3 - 2).padStart(2, '0')}-01`;
  if (!isPlainDate(day)) throw new RangeError(`${day} is no day`);
  return day;
}

export const lastDayOfQuarter = (quarter: Quarter): PlainDate => addDays(addMonths(firstDayOfQuarter(quarter), 3), -1);

/** The Sunday of the quarter's last week; a week belongs to the quarter of its Thursday. */
export function lastDayOfWeeks(quarter: Quarter): PlainDate {
  const monday = mondayOf(lastDayOfQuarter(quarter));
  return addDays(monday, quarterOfWeek(monday) === quarter ? 6 : -1);
}

/** The quarter so many quarters later, or earlier when negative. */
export const quartersFrom = (quarter: Quarter, quarters: number): Quarter => quarterOf(addMonths(firstDayOfQuarter(quarter), quarters * 3));

/** A week belongs to the quarter of its Thursday, as ISO 8601 has it for years. @param monday the week's first day. */
export const quarterOfWeek = (monday: PlainDate): Quarter => quarterOf(addDays(monday, 3));
