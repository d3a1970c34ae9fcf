import type { ConnectionCheck } from '../domain/connection-check';
import type { ApiBudget } from '../domain/connection-state';
import type { Deal, OrganisationStage, StageEntry } from '../domain/deal';
import type { DealId, OrganisationId } from '../domain/ids';
import type { Instant } from '../domain/plain-date';

export interface SalesforceCredentials {
  /** Host name, lower case, ending in .my.salesforce.com. */
  readonly myDomain: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Salesforce, read only. */
export interface Deals {
  /** Tries credentials, the stored ones or others, and says what works; never throws for a failed check. */
  test(credentials: SalesforceCredentials): Promise<{ checks: readonly ConnectionCheck[]; organisationId: OrganisationId | null }>;
  stages(): Promise<readonly OrganisationStage[]>;
  /** Deals whose name or client contains the text, the latest changed first. */
  search(text: string, limit: number): Promise<readonly Deal[]>;
  /** The deals that still exist, each with when it entered its stages, in no particular order; one call to Salesforce for 300 ids. */
  byIds(ids: readonly DealId[]): Promise<readonly SeenDeal[]>;
  /** Which deals of the whole organisation changed or were deleted at or after the instant, the earliest change first; one call for 2,000 of them. */
  changedSince(since: Instant): Promise<readonly DealChange[]>;
  /** Of the organisation's API calls of the day, as the last answer said; undefined before the first. */
  budget(): ApiBudget | undefined;
}

export interface SeenDeal {
  readonly deal: Deal;
  /** When it entered each stage, oldest first; empty where the integration user may not read that. */
  readonly history: readonly StageEntry[];
}

/** A line in Salesforce's list of changes. */
export interface DealChange {
  readonly id: DealId;
  readonly stageName: string;
  readonly modifiedAt: Instant;
  readonly isDeleted: boolean;
}
