import type { ProjectId } from '../domain/ids';
import type { Worklog } from '../domain/own-figures';
import type { PlainDate } from '../domain/plain-date';

/** Time that people logged in Tempo. */
export interface Worklogs {
  /** Everything logged on the project's issues between two days, both included, in no particular order. */
  ofProject(projectId: ProjectId, from: PlainDate, to: PlainDate): Promise<readonly Worklog[]>;
}
