import { addDays } from '../../plain-date';
import { weekday } from '../../tempo/calendar';
import { polishHolidays } from '../../tempo/holidays';

const daysOff = new Map<number, ReadonlySet<string>>();

/** Whether people work on a day: no weekend, and no day off by Polish law. */
export function isWorkingDay(date: string): boolean {
  const year = Number(date.slice(0, 4));
  const off = daysOff.get(year) ?? new Set(polishHolidays(year).map((holiday) => holiday.date));
  daysOff.set(year, off);
  return weekday(date) <= 5 && !off.has(date);
}

/** The first working day that is at least so many days from another. */
export function workingDay(today: string, offset: number): string {
  let date = addDays(today, offset);
  while (!isWorkingDay(date)) date = addDays(date, 1);
  return date;
}

/** The last working day before today that is at most so many days from it; `offset` is negative. */
export function pastWorkingDay(today: string, offset: number): string {
  let date = addDays(today, Math.min(offset, -1));
  while (!isWorkingDay(date)) date = addDays(date, -1);
  return date;
}

/** An instant in the morning of a working day before today, in UTC. */
export const morning = (today: string, offset: number, hour = 8): string => `${pastWorkingDay(today, offset)}T${String(hour).padStart(2, '0')}:15:00.000Z`;
