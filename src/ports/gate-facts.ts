import type { Connected } from '../domain/gate-evidence';
import type { ProjectId } from '../domain/ids';

/** Operating margin of projects. */
export interface Margins {
  /** In whole per cent. */
  ofProject(projectId: ProjectId): Promise<Connected<{ readonly current: number; readonly target: number }>>;
}

/** Formal documents between the client and us. */
export interface Documents {
  /** Names of those that are missing. */
  missing(projectId: ProjectId): Promise<Connected<readonly string[]>>;
}
