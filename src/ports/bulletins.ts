import type { GateState } from '../domain/gate';
import type { AccountId, IssueId, ProjectId } from '../domain/ids';
import type { PlainDate } from '../domain/plain-date';
import type { ProjectStates } from '../domain/project-states';

/** What Jira's filters, boards and automation may read of an issue's gate. Anyone who edits the issue can change it: nothing of ours reads it. */
export interface GateProperty {
  readonly state: GateState;
  readonly validUntil: PlainDate | null;
}

/** Lines of a comment; a mention stands before the first. */
export interface Comment {
  readonly mentions: readonly AccountId[];
  readonly lines: readonly string[];
}

/** What the app tells in Jira by itself. */
export interface Bulletins {
  /** Undefined takes it away. An issue that is gone is no error. */
  setGateProperty(id: IssueId, property: GateProperty | undefined): Promise<void>;
  /** Undefined takes them away; then a project that is gone is no error. */
  setProjectStates(id: ProjectId, states: ProjectStates | undefined): Promise<void>;
  /** @returns whether it was written: an issue that is gone, or that the app may not comment on, is no error. */
  comment(id: IssueId, comment: Comment): Promise<boolean>;
}
