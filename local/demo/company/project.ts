import type { DealName } from './deals';
import type { PersonName } from './people';

export type IssueStatus = 'toDo' | 'inProgress' | 'inReview' | 'handedToClient' | 'done';

export interface DemoIssue {
  readonly type: 'story' | 'task' | 'bug';
  readonly summary: string;
  readonly status: IssueStatus;
  readonly assignee?: PersonName | undefined;
  /** Days from today. */
  readonly due?: number | undefined;
}

/** A part of the work; its issues are numbered through, from one part to the next, and the parts themselves after all issues. */
export interface DemoEpic {
  readonly name: string;
  /** Place of the version in which the part is released. */
  readonly version?: number;
  readonly issues: readonly DemoIssue[];
}

export interface DemoComment {
  readonly issue: number;
  readonly by: PersonName;
  /** Days from today, before it. */
  readonly day: number;
  readonly text: string;
}

export interface DemoProject {
  /** Numeric id in Jira. */
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly style?: 'next-gen';
  /** Whether the delivery gate guards the transition to "handed to client". */
  readonly gate: boolean;
  readonly accountManager: PersonName;
  readonly productOwner: PersonName;
  readonly projectManager: PersonName;
  readonly team: readonly PersonName[];
  /** The first is the project's first deal. */
  readonly deals: readonly DealName[];
  readonly epics: readonly DemoEpic[];
  /** Descriptions of issues by their number. */
  readonly descriptions: Readonly<Record<number, string>>;
  /** Name, and days from today on which it is or was released. */
  readonly versions: readonly (readonly [name: string, releases: number])[];
  /** Numbers of issues: the first stands in the way of the second. */
  readonly blockers: readonly (readonly [blocker: number, blocked: number])[];
  readonly comments: readonly DemoComment[];
}

type NewIssue = (summary: string, status: IssueStatus, assignee?: PersonName, due?: number) => DemoIssue;

const issueOf =
  (type: DemoIssue['type']): NewIssue =>
  (summary, status, assignee, due) => ({ type, summary, status, assignee, due });

export const story = issueOf('story');
export const task = issueOf('task');
export const bug = issueOf('bug');
