import type { Connected, MissingDocument } from '../domain/gate-evidence';
import type { ProjectId } from '../domain/ids';

/** Operating margin of projects. */
export interface Margins {
  /** In whole per cent. */
  ofProject(projectId: ProjectId): Promise<Connected<{ readonly current: number; readonly target: number }>>;
}

/** Formal documents between the client and us. */
export interface Documents {
  /** Those that are required now and not in force, of the clients of the project's deals and of those deals; not connected while nobody has looked. */
  missing(projectId: ProjectId): Promise<Connected<readonly MissingDocument[]>>;
}
