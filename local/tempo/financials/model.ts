import type { Amount } from './money';

export const PROJECT_STATUSES = ['IN_PLANNING', 'IN_PROGRESS', 'ON_HOLD', 'COMPLETED'] as const;
export const PROJECT_TYPES = ['MONETARY_BASED', 'TIME_BASED'] as const;
export const SCOPE_TYPES = ['FILTER', 'STRUCTURE', 'JIRA_PROJECTS', 'EPICS'] as const;
export const SYNC_SCHEDULES = ['OFF', 'DAILY', 'WEEKLY'] as const;
export const GENERAL_ACCESSES = ['RESTRICTED', 'USERS_WITH_APP_ACCESS'] as const;
export const RATE_CATEGORIES = ['COST', 'BILLING'] as const;
/** Jira's global permissions for Tempo projects, held by the owner of a token. */
export const PROJECT_PERMISSIONS = ['administrator', 'manager', 'viewer'] as const;

export type RateCategory = (typeof RATE_CATEGORIES)[number];
export type ProjectPermission = (typeof PROJECT_PERMISSIONS)[number];

/** What a project of Financial Manager is made of. */
export type ProjectScope =
  /** Follows Jira by itself. */
  | { readonly type: 'JIRA_PROJECTS'; readonly jiraProjectIds: readonly string[] }
  /** A list of issues as they were found at the last synchronisation; time logged later waits for the next one. */
  | {
      readonly type: 'FILTER' | 'STRUCTURE' | 'EPICS';
      readonly reference: string;
      readonly title: string;
      /** The Jira projects whose issues the source finds; none where the issues never change. */
      readonly finds: readonly string[];
      readonly issueIds: readonly string[];
      readonly syncedAt: string;
      readonly schedule: (typeof SYNC_SCHEDULES)[number];
    };

/** Money is in hundredths, rates for the hour, all in the project's currency. */
export interface TempoProjectContent {
  readonly name: string;
  /** Account id of who owns it. */
  readonly ownerId: string;
  readonly status: (typeof PROJECT_STATUSES)[number];
  readonly type: (typeof PROJECT_TYPES)[number];
  readonly currency: string;
  readonly isFixedPrice: boolean;
  readonly isTrackingRevenue: boolean;
  readonly isUsingAccountRates: boolean;
  readonly isUsingGlobalCostRates: boolean;
  readonly defaultCostRate?: number | undefined;
  readonly defaultBillingRate?: number | undefined;
  readonly budget?: number | undefined;
  readonly generalAccess: (typeof GENERAL_ACCESSES)[number];
  readonly tags: readonly string[];
  readonly scope: ProjectScope;
  /** First and last day, both included, where they are fixed. */
  readonly timeframe?: { readonly startDate: string; readonly endDate: string } | undefined;
  /** Role ids of team members by account id; who is not named has the company's default role. */
  readonly roles: Readonly<Record<string, number>>;
}

export interface TempoProject extends TempoProjectContent {
  readonly id: string;
}

/** Whose rate: everybody's in a role (null: who has none of its own), or one team member's in one project. */
export type RateOwner = { readonly roleId: number | null } | { readonly projectId: string; readonly accountId: string };

export interface HourlyRate {
  /** From this day on; a rate without one counts from the beginning. */
  readonly effectiveDate?: string | undefined;
  /** Hundredths for the hour. */
  readonly minor: number;
}

export type EntryKind = 'expense' | 'fixedRevenue';

export interface MoneyEntryContent {
  readonly kind: EntryKind;
  readonly projectId: string;
  /** The day, or the first one where it recurs. */
  readonly date: string;
  /** In the currency it was entered in; a credit note is less than nothing. */
  readonly amount: Amount;
  readonly description: string;
  readonly category?: string | undefined;
  /** Again on the same day of the month, so many times in all. */
  readonly recurrence?: { readonly everyMonths: number; readonly count: number } | undefined;
}

export interface MoneyEntry extends MoneyEntryContent {
  readonly id: string;
}

export interface FinancialSettings {
  readonly isLicensed: boolean;
  readonly permission: ProjectPermission;
  /** Whether plans on a Jira project, and not on one of its issues, count as planned; nowhere stated. */
  readonly projectPlansCount: boolean;
}
