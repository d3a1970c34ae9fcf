import type { AccountId, IssueId, ProjectId } from '../domain/ids';
import type { Person } from '../domain/person';

/** The app's own permissions. */
export type OwnPermission = 'setGuidelines' | 'decideGate' | 'seePortfolio';

export interface TrackedProject {
  readonly id: ProjectId;
  readonly key: string;
  readonly name: string;
  readonly isArchived: boolean;
}

export interface TrackedIssue {
  readonly id: IssueId;
  readonly key: string;
  readonly summary: string;
  readonly projectId: ProjectId;
}

/** Jira. Methods named `my…` act as the person who called; the others as the app. */
export interface Tracker {
  me(): Promise<Person>;
  mayBrowse(projectId: ProjectId): Promise<boolean>;
  may(permission: Exclude<OwnPermission, 'seePortfolio'>, projectId: ProjectId): Promise<boolean>;
  isAdministrator(): Promise<boolean>;
  /** As the caller sees it; undefined when it does not exist or is hidden from them. */
  myIssue(id: IssueId): Promise<TrackedIssue | undefined>;
  /** As the app, for a workflow rule, which is told an issue's key only. Undefined when there is none. */
  issueByKey(key: string): Promise<TrackedIssue | undefined>;
  /** Undefined when it was deleted. */
  project(id: ProjectId): Promise<TrackedProject | undefined>;
  /** Names of people, as the caller sees them; those who are gone are left out. */
  people(ids: readonly AccountId[]): Promise<readonly Person[]>;
  /** People who can be assigned work in the project, as the caller sees them. */
  myFindPeople(projectId: ProjectId, text: string): Promise<readonly Person[]>;
}
