import { addDays } from '../../plain-date';
import { isWorkingDay } from './days';
import type { PersonName } from './people';
import type { ProjectName } from './projects';

interface Stretch {
  readonly project: ProjectName;
  readonly person: PersonName;
  /** Days from today. */
  readonly from: number;
  readonly to: number;
  readonly hours: number;
  /** Of these, what the client pays for; all of them unless given. */
  readonly billable?: number;
}

const stretches: readonly Stretch[] = [
  { project: 'portal', person: 'krzysztof', from: -35, to: -1, hours: 5 },
  { project: 'portal', person: 'natalia', from: -35, to: -1, hours: 6 },
  { project: 'portal', person: 'dominika', from: -30, to: -1, hours: 3 },
  // Somebody whom the guidelines do not name, and part of whose time nobody pays for.
  { project: 'portal', person: 'oliwia', from: -20, to: -1, hours: 5, billable: 2 },
  { project: 'warehouse', person: 'krzysztof', from: -70, to: -1, hours: 3 },
  { project: 'warehouse', person: 'michal', from: -70, to: -1, hours: 4 },
  { project: 'warehouse', person: 'lukasz', from: -20, to: -1, hours: 3 },
  { project: 'files', person: 'natalia', from: -40, to: -2, hours: 2 },
  { project: 'files', person: 'beata', from: -40, to: -2, hours: 3 },
  { project: 'configurator', person: 'piotr', from: -28, to: -8, hours: 3 },
  { project: 'configurator', person: 'jakub', from: -28, to: -8, hours: 2 },
  { project: 'lending', person: 'krzysztof', from: -14, to: -1, hours: 1 },
  { project: 'lending', person: 'dominika', from: -14, to: -1, hours: 2 },
  // The account managers' own work, which nobody pays for by the hour.
  { project: 'portal', person: 'zofia', from: -35, to: -1, hours: 0.25, billable: 0 },
  { project: 'warehouse', person: 'tomasz', from: -120, to: -1, hours: 0.25, billable: 0 },
];

export interface DemoWorklog {
  readonly project: ProjectName;
  readonly person: PersonName;
  readonly day: string;
  readonly hours: number;
  readonly billable: number;
}

/** What people logged on each working day, until yesterday. */
export const worklogs = (today: string): readonly DemoWorklog[] =>
  stretches.flatMap(({ project, person, from, to, hours, billable = hours }) =>
    Array.from({ length: to - from + 1 }, (_, at) => addDays(today, from + at))
      .filter(isWorkingDay)
      .map((day) => ({ project, person, day, hours, billable })),
  );
