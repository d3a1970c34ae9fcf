import type { Requirement } from '../domain/gate';
import type { ProjectId } from '../domain/ids';

export interface GuardedTransition {
  readonly workflow: string;
  readonly transition: string;
  readonly requirement: Requirement;
  /** The id of the status that it leads to. */
  readonly toStatus: string;
}

/** One that carries the gate, or once did. */
export interface SeenGuard extends GuardedTransition {
  readonly isRemoved: boolean;
}

/** Jira's workflows, as the app sees them. */
export interface Workflows {
  /** The transitions of the project's workflows on which our validator sits. */
  guarded(projectId: ProjectId): Promise<readonly GuardedTransition[]>;
  /** The same of every workflow there is. */
  guardedAnywhere(): Promise<readonly GuardedTransition[]>;
}
