import { addDays, dayNumber } from '../../plain-date';

/** A working day so many days from another; a weekend moves on to Monday. */
export function workingDay(today: string, offset: number): string {
  const date = addDays(today, offset);
  // Day 0 of the calendar, 1 January 1970, was a Thursday.
  const weekday = (((dayNumber(date) + 3) % 7) + 7) % 7;
  return weekday < 5 ? date : addDays(date, 7 - weekday);
}

/** An instant in the morning of a working day, in UTC. */
export const morning = (today: string, offset: number, hour = 8): string => `${workingDay(today, offset)}T${String(hour).padStart(2, '0')}:15:00.000Z`;
