import { addSeconds } from './calendar';
import type { ContactStanding } from './contact-gaps';
import type { Client } from './deal';
import type { ClientDocuments } from './formal-document';
import type { FreshnessStanding } from './freshness';
import type { AccountId, ClientId, ProjectId } from './ids';
import type { SyncFailureCode } from './linked-deal';
import type { Language } from './person';
import type { Instant } from './plain-date';
import type { RelationStanding } from './relation';

/** What a list of clients shows of one, as it was last looked at. */
export interface ClientStanding {
  readonly clientId: ClientId;
  /** Counts changes, so that two of them cannot cross. */
  readonly revision: number;
  /** As its deals named it; null before the first look. */
  readonly client: Client | null;
  /** Projects that its deals are linked to. */
  readonly projects: readonly ProjectId[];
  /** Who published guidelines last in one of them: the account manager. */
  readonly managerId: AccountId | null;
  /** Of its projects' contacts; null before the first look, and where Salesforce shows no contacts. */
  readonly contacts: ContactStanding | null;
  /** How its formal documents stand; null while nobody could look. */
  readonly documents: ClientDocuments | null;
  /** By its relation log; null before the first look. */
  readonly relation: RelationStanding | null;
  /** What is to be put right in its records in Salesforce; null before the first look. */
  readonly freshness: FreshnessStanding | null;
  readonly checkedAt: Instant | null;
  /** When it is to be looked at next; null is at once. */
  readonly nextAt: Instant | null;
  /** Why Salesforce could not be read; what was read before stands beside it. */
  readonly failure: ClientFailure | null;
}

export type ClientFailure = SyncFailureCode | 'notConnected';

export const unseen = (clientId: ClientId): ClientStanding => ({
  clientId,
  revision: 0,
  client: null,
  projects: [],
  managerId: null,
  contacts: null,
  documents: null,
  relation: null,
  freshness: null,
  checkedAt: null,
  nextAt: null,
  failure: null,
});

/** A look lasts for a day, a little less, so that an hourly run does not come a moment too early; one that failed is repeated in the next run. */
const looksLast = { good: 84_600, failed: 3_300 } as const;
export const nextClientLook = (at: Instant, failure: ClientFailure | null): Instant => addSeconds(at, failure === null ? looksLast.good : looksLast.failed);

/** Failures of Salesforce as a whole: the next client would meet the same. */
const everywhere: ReadonlySet<ClientFailure> = new Set(['notConnected', 'unauthorised', 'rateLimited', 'unavailable']);
export const stopsEveryClient = ({ failure }: Pick<ClientStanding, 'failure'>): boolean => failure !== null && everywhere.has(failure);

/** What an account manager sets for a client. */
export interface ClientSettings {
  /** 0 while nobody has set anything. */
  readonly revision: number;
  /** In which reports and updates are written; null is the company's. */
  readonly language: Language | null;
}

export const defaultClientSettings: ClientSettings = { revision: 0, language: null };
