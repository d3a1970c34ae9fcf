import type { DeliverableWork } from '../domain/deliverable';
import type { AccountId, IssueId, ProjectId, VersionId } from '../domain/ids';
import type { Person } from '../domain/person';
import type { PlainDate } from '../domain/plain-date';

/** The app's own permissions. */
export type OwnPermission = 'setGuidelines' | 'decideGate' | 'seeMargin' | 'seePortfolio';

export interface TrackedProject {
  readonly id: ProjectId;
  readonly key: string;
  readonly name: string;
  readonly isArchived: boolean;
}

/** Somebody with unfinished work in a project, and the issue of theirs that was changed last. */
export interface AtWork {
  readonly person: Person;
  readonly issue: Omit<TrackedIssue, 'projectId'>;
}

export interface TrackedIssue {
  readonly id: IssueId;
  readonly key: string;
  readonly summary: string;
  readonly projectId: ProjectId;
}

/** An issue as a workflow rule has to see it. */
export interface IssueInTransition extends TrackedIssue {
  readonly versionIds: readonly VersionId[];
  readonly statusId: string;
  /** Unresolved issues that block it. */
  readonly blockers: readonly { readonly issueId: IssueId; readonly issueKey: string }[];
}

/** An issue as its changes may end a go: its own, one of its versions', or that of what it blocks. */
export interface ChangedIssue extends IssueInTransition {
  readonly isDone: boolean;
  /** Of the highest priority, and not done: it stands in the way of its versions. */
  readonly isUrgent: boolean;
  /** Issues that it blocks. */
  readonly blocks: readonly IssueId[];
}

export interface TrackedVersion {
  readonly id: VersionId;
  readonly projectId: ProjectId;
  readonly name: string;
  readonly releasesOn: PlainDate | null;
  readonly state: 'open' | 'released' | 'archived';
}

/** Jira. Methods named `my…` act as the person who called; the others as the app. */
export interface Tracker {
  me(): Promise<Person>;
  mayBrowse(projectId: ProjectId): Promise<boolean>;
  may(permission: Exclude<OwnPermission, 'seePortfolio'>, projectId: ProjectId): Promise<boolean>;
  /** Whether the caller has at least one of them, in the project or everywhere; false in a project that they may not browse. */
  mayAny(permissions: readonly OwnPermission[], projectId: ProjectId): Promise<boolean>;
  /** Those of the projects in which `mayAny` holds; one call for a thousand of them. */
  projectsWithAny(permissions: readonly OwnPermission[], ids: readonly ProjectId[]): Promise<ReadonlySet<ProjectId>>;
  isAdministrator(): Promise<boolean>;
  /** Whether the caller sees the portfolio of the whole company. */
  seesPortfolio(): Promise<boolean>;
  /** As the caller sees it; undefined when it does not exist or is hidden from them. */
  myIssue(id: IssueId): Promise<TrackedIssue | undefined>;
  /** As the app, for a workflow rule, which is told an issue's key only. Undefined when there is none. */
  issueByKey(key: string): Promise<IssueInTransition | undefined>;
  /** As the app, for an event. Undefined when there is none any more. */
  issueById(id: IssueId): Promise<ChangedIssue | undefined>;
  /** As the app, for an event. Undefined when there is none any more. */
  version(id: VersionId): Promise<TrackedVersion | undefined>;
  /** The project's versions that are not archived, as the caller sees them. */
  myVersions(projectId: ProjectId): Promise<readonly TrackedVersion[]>;
  /** Undefined when it does not exist or is hidden from the caller. */
  myVersion(id: VersionId): Promise<TrackedVersion | undefined>;
  /** What belongs to an issue, as the caller sees it; `tooLarge` with more issues than anybody could review. Undefined when it does not exist or is hidden from them. */
  myIssueWork(id: IssueId): Promise<DeliverableWork | 'tooLarge' | undefined>;
  /** What belongs to a version, as the caller sees it. */
  myVersionWork(id: VersionId): Promise<DeliverableWork | 'tooLarge' | undefined>;
  /** Undefined when it was deleted. */
  project(id: ProjectId): Promise<TrackedProject | undefined>;
  /** Names of people, as the caller sees them; those who are gone are left out. */
  people(ids: readonly AccountId[]): Promise<readonly Person[]>;
  /** People who can be assigned work in the project, as the caller sees them. */
  myFindPeople(projectId: ProjectId, text: string): Promise<readonly Person[]>;
  /** Who is assigned to unfinished issues of the project, as the caller sees them, those whose issue was changed last first. */
  myPeopleAtWork(projectId: ProjectId): Promise<{ readonly people: readonly AtWork[]; /** There are more issues than were looked through. */ readonly hasMore: boolean }>;
  /** People of the whole site whose name has a part that begins so, as the caller sees them; apps and clients' accounts are left out. */
  myFindColleagues(text: string): Promise<readonly Person[]>;
}
