import { isIssueId, isVersionId, type IssueId, type VersionId } from './ids';
import type { PlainDate } from './plain-date';

/** What is handed to the client: an issue of any type, or a version with all its issues. */
export type Deliverable = IssueDeliverable | VersionDeliverable;

export interface IssueDeliverable {
  readonly kind: 'issue';
  readonly issueId: IssueId;
  readonly issueKey: string;
  readonly summary: string;
}

/** Known by its id: a new name is the same version. */
export interface VersionDeliverable {
  readonly kind: 'version';
  readonly versionId: VersionId;
  readonly name: string;
}

export type DeliverableId = `issue:${IssueId}` | `version:${VersionId}`;

export const isDeliverableId = (text: string): text is DeliverableId => {
  const [kind, id = '', ...more] = text.split(':');
  return more.length === 0 && ((kind === 'issue' && isIssueId(id)) || (kind === 'version' && isVersionId(id)));
};

export const deliverableId = (deliverable: Deliverable): DeliverableId =>
  deliverable.kind === 'issue' ? `issue:${deliverable.issueId}` : `version:${deliverable.versionId}`;

/** The short name by which people know it. */
export const nameOf = (deliverable: Deliverable): string => (deliverable.kind === 'issue' ? deliverable.issueKey : deliverable.name);

/** An issue that belongs to a deliverable, or stands in its way. */
export interface WorkItem {
  readonly issueId: IssueId;
  readonly issueKey: string;
  readonly summary: string;
  readonly status: string;
  readonly progress: 'toDo' | 'inProgress' | 'done';
}

/** A deliverable's work as Jira has it. */
export interface DeliverableWork {
  /** An issue's own status by its name; null for a version. */
  readonly status: string | null;
  /** Subtasks and children of an issue; issues of a version. */
  readonly items: readonly WorkItem[];
  /** What is unresolved and keeps it from being handed over: what blocks the issue, or a version's issues of the highest priority. */
  readonly blockers: readonly WorkItem[];
  /** The issue's due date, or the day on which the version is to be released. */
  readonly dueOn: PlainDate | null;
}

/** More issues than these make no deliverable that a person could review. */
export const mostItems = 2_000;
