import { dateOfDay, dayNumber } from '../../plain-date';
import type { Books } from './books';
import { isInTimeframe } from './labour';
import type { EntryKind, MoneyEntry, TempoProject } from './model';

export interface Occurrence {
  readonly day: string;
  readonly entry: MoneyEntry;
}

/** Every time that an expense or a fixed revenue falls due until a day, that day included; by day. */
export function occurrencesOf({ store }: Books, project: TempoProject, kind: EntryKind, until: string): Occurrence[] {
  return store.moneyEntries
    .of(project.id, kind)
    .flatMap((entry) => daysOf(entry).map((day) => ({ day, entry })))
    .filter(({ day }) => day <= until && isInTimeframe(project, day))
    .sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
}

function daysOf({ date, recurrence }: MoneyEntry): string[] {
  if (recurrence === undefined) return [date];
  return Array.from({ length: recurrence.count }, (_, place) => monthsLater(date, place * recurrence.everyMonths));
}

/** The same day of a later month, or its last one. */
function monthsLater(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
  const next = new Date(Date.UTC(year, month + months, 1)).toISOString().slice(0, 10);
  return dateOfDay(Math.min(dayNumber(first) + day - 1, dayNumber(next) - 1));
}
