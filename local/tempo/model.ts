/** The scope areas that Tempo offers for an API token. */
export const SCOPE_AREAS = ['worklogs', 'teams', 'schemes', 'plans', 'periods', 'approvals', 'accounts', 'projects', 'rates'] as const;
export type ScopeArea = (typeof SCOPE_AREAS)[number];
export const SCOPE_LEVELS = ['view', 'manage'] as const;
export type ScopeLevel = (typeof SCOPE_LEVELS)[number];
/** Managing an area includes viewing it. */
export type Scope = `${ScopeArea}:${ScopeLevel}`;

export const REGIONS = ['eu', 'us'] as const;
/** The cluster a customer's data is in; the universal host serves every customer. */
export type Region = (typeof REGIONS)[number];

export interface Person {
  /** Atlassian account id. */
  readonly accountId: string;
  readonly displayName: string;
  readonly role: string;
  readonly active: boolean;
  /** Required seconds on each working day, Monday to Friday. */
  readonly secondsPerDay: number;
  /** May be asked to approve plans. */
  readonly reviewer: boolean;
}

export interface GenericResource {
  readonly id: number;
  readonly name: string;
}

export type AssigneeType = 'USER' | 'GENERIC';
export type PlanItemType = 'PROJECT' | 'ISSUE';
export type ApprovalStatus = 'REQUESTED' | 'APPROVED' | 'REJECTED';

export interface Approval {
  readonly status: ApprovalStatus;
  readonly reviewerId: string;
  readonly requesterId: string;
  /** Who decided last, when somebody has. */
  readonly actorId?: string | undefined;
}

export type Effort =
  | { readonly type: 'SECONDS_PER_DAY'; readonly plannedSecondsPerDay: number }
  | { readonly type: 'TOTAL_SECONDS'; readonly plannedSeconds: number };

/** What a person or the API states about a plan. Ids are strings, as in requests. */
export interface PlanContent {
  /** Account id, or the numeric id of a generic resource as a string. */
  readonly assigneeId: string;
  readonly assigneeType: AssigneeType;
  /** Numeric Jira id as a string. */
  readonly planItemId: string;
  readonly planItemType: PlanItemType;
  readonly startDate: string;
  /** Last day, included. */
  readonly endDate: string;
  readonly effort: Effort;
  readonly includeNonWorkingDays: boolean;
  readonly description: string;
  /** HH:mm */
  readonly startTime?: string | undefined;
}

export interface Plan extends PlanContent {
  readonly id: number;
  readonly approval?: Approval | undefined;
  readonly creatorId: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** What happened to a plan; every change is told, also one that altered nothing. */
export type PlanChange =
  | { readonly kind: 'created' | 'deleted'; readonly plan: Plan }
  | { readonly kind: 'updated'; readonly before: Plan; readonly plan: Plan };

/** Time that somebody logged on an issue on one day. */
export interface WorklogContent {
  /** Numeric Jira ids as strings. */
  readonly issueId: string;
  readonly projectId: string;
  readonly authorId: string;
  readonly day: string;
  readonly seconds: number;
  readonly billableSeconds: number;
  readonly description: string;
}

export interface Worklog extends WorklogContent {
  readonly id: number;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface ApiToken {
  readonly id: number;
  readonly name: string;
  /** The person whose permissions the token has. */
  readonly ownerId: string;
  readonly scopes: readonly Scope[];
  /** Account ids whose plans the owner may see and change; undefined means everybody. */
  readonly plansFor?: readonly string[] | undefined;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly revoked: boolean;
}

export interface Role {
  readonly id: number;
  readonly name: string;
  readonly isDefault: boolean;
}

export interface Team {
  readonly id: number;
  readonly name: string;
  readonly leadId?: string | undefined;
  readonly memberIds: readonly string[];
  /** Numeric Jira project ids linked to the team. */
  readonly projectIds: readonly string[];
}

export interface Settings {
  readonly region: Region;
  readonly planApprovalEnabled: boolean;
  /** Requests a second for the whole customer; 0 switches the limit off. */
  readonly requestsPerSecond: number;
  /** Whether a 429 says when to come again. */
  readonly retryAfterHeader: boolean;
  /** `{"errors":[{"message"}]}` or `{"errors":{"message"}}`; Tempo's document shows both. */
  readonly errorForm: 'array' | 'object';
}

/** A project or issue of Jira, as Tempo shows it. */
export interface PlanItemName {
  readonly id: string;
  readonly name: string;
}
