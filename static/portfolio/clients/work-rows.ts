import type { ClientWork } from '../portfolio-view';

type Words = Readonly<Record<'month' | 'planned' | 'logged' | 'agreed' | 'whole', string>>;

/** The report as a table of a file: hours with a point and two places, whatever the reader's language, so that any program reads them. */
export function workRows({ work }: Pick<ClientWork, 'work'>, words: Words): readonly (readonly string[])[] {
  const hours = (seconds: number): string => (seconds / 3600).toFixed(2);
  return [
    [words.month, words.planned, words.logged],
    ...work.months.map(({ month, plannedSeconds, loggedSeconds }) => [month, hours(plannedSeconds), hours(loggedSeconds)]),
    [words.whole, hours(work.plannedSeconds), hours(work.loggedSeconds)],
    [words.agreed, '', work.budgetHours === null ? '' : work.budgetHours.toFixed(2)],
  ];
}
