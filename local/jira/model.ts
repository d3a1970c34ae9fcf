/** Everything the Jira stand-in holds. Ids are strings, as Jira's are; instants are UTC ISO strings, dates 'YYYY-MM-DD'. */

export type Locale = 'pl_PL' | 'en_US';
export type ThemePreference = 'light' | 'dark' | 'auto';

export interface User {
  readonly accountId: string;
  readonly displayName: string;
  readonly emailAddress: string;
  readonly active: boolean;
  readonly locale: Locale;
  /** IANA name, such as Europe/Warsaw. */
  readonly timeZone: string;
  readonly theme: ThemePreference;
  /** CSS colour behind the initials. */
  readonly avatarColour: string;
  /** What the person does in the company; shown in the switcher, never sent over REST. */
  readonly jobTitle: LocalisedText;
}

/** A Polish and an English wording; REST answers in the asking user's locale. */
export interface LocalisedText {
  readonly pl: string;
  readonly en: string;
}

export interface Group {
  readonly id: string;
  readonly name: string;
}

export interface ProjectRole {
  readonly id: string;
  readonly name: LocalisedText;
}

export type ProjectState = 'live' | 'archived' | 'deleted';

export interface Project {
  /** A whole number in digits, as Jira numbers projects. */
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly projectTypeKey: 'software' | 'business' | 'service_desk';
  /** 'classic' is company-managed, 'next-gen' is team-managed. */
  readonly style: 'classic' | 'next-gen';
  readonly leadAccountId: string;
  readonly workflowId: string;
  /** 'deleted' lies in the trash and can be restored. */
  readonly state: ProjectState;
  readonly stateChangedAt: string | null;
  readonly stateChangedBy: string | null;
}

export interface IssueType {
  readonly id: string;
  readonly name: LocalisedText;
  readonly subtask: boolean;
  /** -1 sub-task, 0 standard, 1 epic. */
  readonly hierarchyLevel: -1 | 0 | 1;
}

/** `new` is to do, `indeterminate` in progress, `done` done: Jira's own category keys. */
export type StatusCategory = 'new' | 'indeterminate' | 'done';

export interface Status {
  readonly id: string;
  readonly name: LocalisedText;
  readonly category: StatusCategory;
}

/** A rule that an app's workflow validator module checks. */
export interface ValidatorRule {
  readonly moduleKey: string;
  readonly configuration: Readonly<Record<string, unknown>>;
}

export interface Transition {
  readonly id: string;
  readonly name: LocalisedText;
  /** Status ids the transition starts from; none means any status. */
  readonly from: readonly string[];
  readonly to: string;
  readonly validators: readonly ValidatorRule[];
}

export interface Workflow {
  readonly id: string;
  readonly name: string;
  readonly initialStatusId: string;
  readonly transitions: readonly Transition[];
}

export type PriorityId = '1' | '2' | '3' | '4' | '5';

export interface Issue {
  readonly id: string;
  readonly key: string;
  readonly projectId: string;
  readonly typeId: string;
  readonly summary: string;
  /** Plain text, blank line between paragraphs; REST speaks Atlassian Document Format. */
  readonly description: string;
  readonly statusId: string;
  readonly assignee: string | null;
  readonly reporter: string;
  readonly priority: PriorityId;
  readonly parentId: string | null;
  readonly fixVersionIds: readonly string[];
  readonly dueDate: string | null;
  readonly created: string;
  readonly updated: string;
}

/** One link seen from one of its two issues. */
export interface IssueLink {
  readonly id: string;
  readonly direction: 'blocks' | 'isBlockedBy';
  readonly issueId: string;
}

export interface Version {
  readonly id: string;
  readonly projectId: string;
  readonly name: string;
  readonly description: string;
  readonly released: boolean;
  readonly archived: boolean;
  readonly startDate: string | null;
  readonly releaseDate: string | null;
}

/** A node of Atlassian Document Format. */
export interface AdfNode {
  readonly type: string;
  readonly text?: string | undefined;
  readonly content?: readonly AdfNode[] | undefined;
  readonly [attribute: string]: unknown;
}

export interface Comment {
  readonly id: string;
  readonly issueId: string;
  readonly author: string;
  readonly body: AdfNode;
  readonly created: string;
  readonly updated: string;
}

/** One field's change; `author` is null when the app itself made it. */
export interface HistoryEntry {
  readonly id: string;
  readonly issueId: string;
  readonly author: string | null;
  readonly created: string;
  readonly field: string;
  readonly from: string | null;
  readonly fromText: string | null;
  readonly to: string | null;
  readonly toText: string | null;
}

export type PermissionHolder =
  | { readonly type: 'user'; readonly accountId: string }
  | { readonly type: 'group'; readonly groupId: string }
  | { readonly type: 'projectRole'; readonly roleId: string }
  | { readonly type: 'anyUser' };

export interface PermissionGrant {
  readonly id: string;
  /** One of Jira's keys, or the app's own in full (`ari:cloud:ecosystem::extension/…/static/<key>`). */
  readonly permissionKey: string;
  readonly holder: PermissionHolder;
  /** null grants it in every project, or everywhere for a global permission. */
  readonly projectId: string | null;
}

export interface PermissionType {
  readonly key: string;
  readonly type: 'PROJECT' | 'GLOBAL';
  readonly name: string;
  readonly description: string;
}

/** A permission the app declares in its manifest. */
export interface AppPermission extends PermissionType {
  /** Group ids it is granted to when the app is installed. */
  readonly defaultGrants?: readonly string[];
}

export interface Page<T> {
  readonly values: readonly T[];
  readonly startAt: number;
  readonly maxResults: number;
  readonly total: number;
}

/** The account an installed app acts with; it is not a person and is in no list of people. */
export const appAccountId = '712020:app-opiekun';

/** The account with which Jira's own automation acts. */
export const automationAccountId = '557058:automation-for-jira';

/** Who asks: a person, the app as itself, or a rule of Jira's automation. */
export type Principal =
  | { readonly kind: 'user'; readonly accountId: string }
  | { readonly kind: 'automation' }
  | { readonly kind: 'app' };

/** The account that somebody acts with. */
export function accountOf(principal: Principal): string {
  switch (principal.kind) {
    case 'user':
      return principal.accountId;
    case 'automation':
      return automationAccountId;
    case 'app':
      return appAccountId;
  }
}
