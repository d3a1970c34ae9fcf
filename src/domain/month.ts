import { addDays, addMonths, daysBetween, mondayOf } from './calendar';
import { isPlainDate, type PlainDate } from './plain-date';

declare const brand: unique symbol;
/** A month of the calendar, YYYY-MM. Two of them compare as strings. */
export type Month = string & { readonly [brand]: 'Month' };

export const isMonth = (text: string): text is Month => /^[0-9]{4}-[0-9]{2}$/.test(text) && isPlainDate(`${text}-01`);

export function monthOf(day: PlainDate): Month {
  const text = day.slice(0, 7);
  if (!isMonth(text)) throw new RangeError(`${text} is no month`);
  return text;
}

export function firstDayOf(month: Month): PlainDate {
  const day = `${month}-01`;
  if (!isPlainDate(day)) throw new RangeError(`${day} is no day`);
  return day;
}

export const lastDayOf = (month: Month): PlainDate => addDays(addMonths(firstDayOf(month), 1), -1);

/** The month so many months later, or earlier when negative. */
export const monthsFrom = (month: Month, months: number): Month => monthOf(addMonths(firstDayOf(month), months));

/** Monday to Friday; holidays are not known. */
const isWorkingDay = (day: PlainDate): boolean => daysBetween(mondayOf(day), day) < 5;

export function lastWorkingDayOf(month: Month): PlainDate {
  let day = lastDayOf(month);
  while (!isWorkingDay(day)) day = addDays(day, -1);
  return day;
}

/** The n-th working day of a month, from 1. */
export function workingDayOf(month: Month, n: number): PlainDate {
  let day = firstDayOf(month);
  for (let left = n; ; day = addDays(day, 1)) {
    if (isWorkingDay(day)) left -= 1;
    if (left === 0) return day;
  }
}
