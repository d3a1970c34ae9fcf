import type { ConnectionCheck } from './domain/connection-check';
import type { Deal, OrganisationStage, StageEntry, StageMapping } from './domain/deal';
import type { Draft } from './domain/draft';
import type { GateDecision, GateReview, GateStanding } from './domain/gate';
import type { Acknowledgement, GuidelinesVersion } from './domain/guidelines';
import type { AccountId, DealId, IssueId, OrganisationId, PlanId, ProjectId } from './domain/ids';
import type { ProjectSummary } from './domain/project-summary';
import type { ActualPlan, LedgerRow, PlanContent } from './domain/plan-entry';
import type { Language, Person } from './domain/person';
import type { Instant, PlainDate } from './domain/plain-date';
import type { LinkedDeal, SyncFailureCode } from './domain/linked-deal';
import type { ApiBudget, ConnectionLesson, ConnectionState, PollState } from './domain/connection-state';
import type { SignalRefusal, SignalWay, SyncReason } from './domain/signal';
import type { SyncOrder } from './domain/sync-order';
import type { WorkerState } from './domain/worker-state';

/** What use cases need of the world. Every method may throw an `OutsideError` or a `StoreConflict`. */

export type OutsideSystem = 'salesforce' | 'tempo' | 'jira';

export type OutsideFailure = Exclude<SyncFailureCode, 'unexpected'>;

/** The one family of errors from outside systems. */
export class OutsideError extends Error {
  override readonly name = 'OutsideError';
  constructor(
    readonly system: OutsideSystem,
    readonly failure: OutsideFailure,
    /** What the other system said, safe to show: never a secret, a token or a name. */
    readonly detail: string,
    /** Seconds that the other system asked us to wait. */
    readonly retryAfter?: number,
  ) {
    super(`${system}: ${failure}: ${detail}`);
  }
}

/** The system has not been connected by an administrator. */
export class NotConnected extends Error {
  override readonly name = 'NotConnected';
  constructor(readonly system: 'salesforce' | 'tempo') {
    super(`${system} is not connected`);
  }
}

/** Somebody else changed the record since it was read. */
export class StoreConflict extends Error {
  override readonly name = 'StoreConflict';
  constructor(readonly what: string) {
    super(`${what} was changed meanwhile`);
  }
}

export interface SalesforceCredentials {
  /** Host name, lower case, ending in .my.salesforce.com. */
  readonly myDomain: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

export type TempoRegion = 'global' | 'eu' | 'us';

export interface TempoCredentials {
  readonly region: TempoRegion;
  readonly token: string;
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

/** Tempo Planner. */
export interface Planner {
  test(credentials: TempoCredentials): Promise<readonly ConnectionCheck[]>;
  /** Whether plans of people go through an approval. */
  isApprovalOn(): Promise<boolean>;
  /** Every plan on the project that touches the days, of whomever. */
  plansOfProject(projectId: ProjectId, from: PlainDate, to: PlainDate): Promise<readonly ActualPlan[]>;
  /** Those of the plans that still exist and touch the days; one call for 200 of them. */
  plans(ids: readonly PlanId[], from: PlainDate, to: PlainDate): Promise<readonly ActualPlan[]>;
  /** One plan, or undefined when Tempo no longer has it. */
  plan(id: PlanId): Promise<ActualPlan | undefined>;
  /** Creates a plan; a role that is not yet a generic resource becomes one. */
  create(content: PlanContent, options: { readonly asksForApproval: boolean }): Promise<PlanId>;
  /** Replaces what a plan says. @throws OutsideError `missing` when it is gone. */
  update(id: PlanId, content: PlanContent, options: { readonly asksForApproval: boolean }): Promise<void>;
  /** Deletes a plan; one that is gone already is no error. */
  remove(id: PlanId): Promise<void>;
}

/** How Tempo's signals stand: `refused` when the token may not subscribe to them. */
export type PlanSignalsState = 'active' | 'inactive' | 'refused';

/** Tempo's signals of changed and deleted plans. */
export interface PlanSignals {
  /** Subscribes where that is not done, and wakes a subscription that Tempo has put to rest. */
  ensure(url: string): Promise<PlanSignalsState>;
  /** Takes the subscriptions back. */
  cancel(url: string): Promise<void>;
}

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

export interface StoredDraft {
  readonly revision: number;
  readonly savedAt: Instant;
  readonly savedBy: Person;
  /** null once it was published or discarded. The revision goes on, so that an editor left open since is told. */
  readonly draft: Draft | null;
}

export interface GuidelinesStore {
  current(projectId: ProjectId): Promise<GuidelinesVersion | undefined>;
  version(projectId: ProjectId, version: number): Promise<GuidelinesVersion | undefined>;
  /** Newest first. */
  versions(projectId: ProjectId): Promise<readonly GuidelinesVersion[]>;
  draft(projectId: ProjectId): Promise<StoredDraft | undefined>;
  /** @throws StoreConflict when the stored revision is not `expected` (0: none stored). */
  saveDraft(projectId: ProjectId, expected: number, draft: StoredDraft): Promise<void>;
  /** Newest version first. */
  acknowledgements(projectId: ProjectId): Promise<readonly Acknowledgement[]>;
  /** Adds the version, closes the draft (see `saveDraft`) and rewrites the summary, all or nothing. @throws StoreConflict */
  publish(projectId: ProjectId, version: GuidelinesVersion, expected: number, closed: StoredDraft, summary: ProjectSummary): Promise<void>;
  /** Keeps the acknowledgement and the summary, all or nothing. @throws StoreConflict */
  acknowledge(projectId: ProjectId, acknowledgement: Acknowledgement, summary: ProjectSummary): Promise<void>;
}

export interface PanelRecords {
  readonly summary: ProjectSummary | undefined;
  readonly standing: GateStanding | undefined;
  readonly company: Company;
}

export interface SummaryStore {
  summary(projectId: ProjectId): Promise<ProjectSummary | undefined>;
  /** The project's summary, the deliverable's standing and the company's settings in one read of storage. */
  forPanel(projectId: ProjectId, issueId: IssueId): Promise<PanelRecords>;
}

export interface DealStore {
  link(id: DealId): Promise<LinkedDeal | undefined>;
  /** The project's deals, the first linked first. */
  ofProject(projectId: ProjectId): Promise<readonly LinkedDeal[]>;
  /** Those of the deals that are linked. */
  linkedAmong(ids: readonly DealId[]): Promise<readonly LinkedDeal[]>;
  /** Every linked deal, by pages. */
  all(): AsyncIterable<readonly LinkedDeal[]>;
  /** At most so many linked deals of a lane, by their ids, behind the given one. */
  after(id: DealId | null, most: number, lane?: number): Promise<readonly LinkedDeal[]>;
  /** @throws StoreConflict `deal` when it is linked already, `summary` when that changed meanwhile. */
  add(deal: LinkedDeal, summary: ProjectSummary | undefined): Promise<void>;
  /**
   * Rewrites the deal as its next revision, and the summary when what the panel shows of it changed, all or nothing.
   * @throws StoreConflict when the deal changed since it was read or is not linked any more, or the summary changed meanwhile.
   */
  save(deal: LinkedDeal, summary: ProjectSummary | undefined): Promise<void>;
  /** @throws StoreConflict when the summary changed meanwhile. */
  remove(id: DealId, summary: ProjectSummary | undefined): Promise<void>;
}

export interface Ledger {
  ofDeal(dealId: DealId): Promise<readonly LedgerRow[]>;
  /** The entry whose plan in Tempo has this id. */
  ofPlan(planId: PlanId): Promise<LedgerRow | undefined>;
  /** Claims a tag before its plan is created. @throws StoreConflict when another job holds it. */
  claim(row: LedgerRow): Promise<void>;
  /** Keeps the row, and with it what the deal's trail says of it, all or nothing. */
  save(row: LedgerRow, record?: AuditRecord): Promise<void>;
}

/** Deals that wait for their sync, one order each. What is kept here is not forgotten, whatever happens to a queue. */
export interface Orders {
  /** Adds orders; one that replaces another keeps the earlier time and the greater urgency. */
  put(orders: readonly SyncOrder[]): Promise<void>;
  /** A lane's orders that are due, the urgent ones first and then the longest due. */
  due(now: Instant, most: number, only?: 'urgent', lane?: number): Promise<readonly SyncOrder[]>;
  /** When the next order of a lane is due. */
  nextDueAt(lane?: number): Promise<Instant | undefined>;
  /** Takes the orders off the list, but for those that were replaced since they were read. */
  done(orders: readonly SyncOrder[]): Promise<void>;
  /** Puts an order off, unless it was replaced since it was read. */
  postpone(order: SyncOrder, dueAt: Instant): Promise<void>;
  /** Those of the deals that have an order. */
  among(ids: readonly DealId[]): Promise<readonly SyncOrder[]>;
  /** How many there are, counted up to `most`, and when the oldest was due. */
  count(most: number): Promise<{ readonly length: number; readonly oldestDueAt: Instant | null }>;
}

/**
 * Records of which there is one. Each has a revision, and a change that crossed another is worked out anew:
 * `change` may be called more than once, and says with undefined that nothing is to be changed.
 */
export interface StateStore {
  /** The worker of a lane. */
  worker(lane?: number): Promise<WorkerState>;
  changeWorker(change: (state: WorkerState) => WorkerState | undefined, lane?: number): Promise<WorkerState>;
  poll(): Promise<PollState>;
  changePoll(change: (state: PollState) => PollState | undefined): Promise<PollState>;
  /** The poll's state and that of each lane's worker in one read of storage. */
  forPoll(): Promise<{ readonly poll: PollState; readonly workers: readonly WorkerState[] }>;
  connection(system: 'salesforce' | 'tempo'): Promise<ConnectionState>;
  changeConnection(system: 'salesforce' | 'tempo', change: (state: ConnectionState) => ConnectionState | undefined): Promise<ConnectionState>;
}

/** What this invocation sees of the outside systems. */
export interface Connections {
  /** What was seen since it was last asked. */
  take(system: 'salesforce' | 'tempo'): ConnectionLesson;
}

export interface GateStore {
  standing(issueId: IssueId): Promise<GateStanding | undefined>;
  review(id: string): Promise<GateReview | undefined>;
  /** Oldest first. */
  waiting(projectId: ProjectId): Promise<readonly GateReview[]>;
  /** Newest first. */
  decisions(projectId: ProjectId, limit: number): Promise<readonly { readonly review: GateReview; readonly decision: GateDecision }[]>;
  /** Keeps the review and makes it the deliverable's standing one. @throws StoreConflict when the standing changed since it was read. */
  saveReview(review: GateReview, before: GateStanding | undefined): Promise<void>;
  /** Keeps the decision, closes the review and changes the standing, all or nothing. @throws StoreConflict when the review was decided or the guidelines changed meanwhile. */
  decide(review: GateReview, decision: GateDecision, before: GateStanding): Promise<void>;
}

export interface SalesforceConnection {
  readonly myDomain: string;
  readonly clientId: string;
  readonly organisationId: OrganisationId | null;
  readonly connectedAt: Instant;
}

export interface TempoConnection {
  readonly region: TempoRegion;
  readonly connectedAt: Instant;
}

export interface Company {
  readonly language: Language;
  /** IANA name: in which day the company is. */
  readonly timeZone: string;
}

export interface SettingsStore {
  salesforce(): Promise<SalesforceConnection | undefined>;
  saveSalesforce(connection: SalesforceConnection | undefined): Promise<void>;
  tempo(): Promise<TempoConnection | undefined>;
  saveTempo(connection: TempoConnection | undefined): Promise<void>;
  company(): Promise<Company>;
  saveCompany(company: Company): Promise<void>;
  mapping(): Promise<StageMapping>;
  saveMapping(mapping: StageMapping): Promise<void>;
  signalSecretDates(way: SignalWay): Promise<SignalSecretDates | undefined>;
  saveSignalSecretDates(way: SignalWay, dates: SignalSecretDates): Promise<void>;
  lastSignals(): Promise<LastSignals>;
  saveAcceptedSignal(signal: NonNullable<LastSignals['accepted']>): Promise<void>;
  saveRefusedSignal(signal: NonNullable<LastSignals['refused']>): Promise<void>;
  lastPlanSignalAt(): Promise<Instant | undefined>;
  saveLastPlanSignalAt(at: Instant): Promise<void>;
}

export interface SignalSecretDates {
  readonly setAt: Instant;
  /** The secret before is good until then; null when there is none. */
  readonly previousGoodUntil: Instant | null;
}

export interface LastSignals {
  readonly accepted: { readonly at: Instant; readonly via: SignalWay; readonly deals: number } | null;
  readonly refused: { readonly at: Instant; readonly via: SignalWay; readonly why: SignalRefusal } | null;
}

/** Secrets go in and are used; they never leave towards a browser. */
export interface SecretStore {
  salesforceSecret(): Promise<string | undefined>;
  saveSalesforceSecret(secret: string | undefined): Promise<void>;
  tempoToken(): Promise<string | undefined>;
  saveTempoToken(token: string | undefined): Promise<void>;
  /** What signals of this way are checked with. While a secret is exchanged there are two. */
  signalSecrets(way: SignalWay): Promise<SignalSecrets | undefined>;
  saveSignalSecrets(way: SignalWay, secrets: SignalSecrets): Promise<void>;
  /** What Tempo signs its signals with, one for each subscription. */
  planSignalSecrets(): Promise<readonly string[]>;
}

export interface SignalSecrets {
  readonly current: string;
  readonly previous: { readonly secret: string; readonly goodUntil: Instant } | null;
}

/** Remembers signals until they would be refused for their age anyway. */
export interface SignalMemory {
  /** Whether the event is new; remembers it for so many seconds. */
  firstSeen(eventId: string, seconds: number): Promise<boolean>;
  forget(eventId: string): Promise<void>;
}

export interface AuditRecord {
  readonly at: Instant;
  /** What happened, by a stable name such as `entry.created`. */
  readonly event: string;
  /** By what: a person's account id, or a signal. */
  readonly by: AccountId | SyncReason;
  readonly details: Readonly<Record<string, string>>;
}

export interface AuditTrail {
  append(subject: `deal:${DealId}` | `project:${ProjectId}`, records: readonly AuditRecord[]): Promise<void>;
  /** Newest first; `before` is where an earlier page ended. */
  read(subject: `deal:${DealId}` | `project:${ProjectId}`, most: number, before: string | null): Promise<{ readonly records: readonly AuditRecord[]; readonly next: string | null }>;
}

export interface Jobs {
  /** Wakes the worker of a lane, of which one runs at a time. It finds its work in the orders; @param delaySeconds at most 900. */
  wake(delaySeconds?: number, lane?: number): Promise<void>;
}

/** The one clock. */
export interface Clock {
  now(): Instant;
}

/** Where signals arrive. */
export interface SignalAddress {
  salesforceUrl(way: SignalWay): Promise<string>;
  tempoUrl(): Promise<string>;
}

/** Waits, for whoever may not be quicker than another system can bear. */
export type Pause = (milliseconds: number) => Promise<void>;

export interface Log {
  /** One line: an event's name, an id and plain facts; no secret, no name. */
  info(event: string, facts: Readonly<Record<string, string | number>>): void;
  error(event: string, id: string, error: unknown): void;
}

export interface RandomIds {
  /** Lower-case letters and digits, enough of them never to meet twice. */
  next(): string;
}

export interface World {
  readonly deals: Deals;
  readonly planner: Planner;
  readonly tracker: Tracker;
  readonly guidelines: GuidelinesStore;
  readonly summaries: SummaryStore;
  readonly dealStore: DealStore;
  readonly ledger: Ledger;
  readonly orders: Orders;
  readonly states: StateStore;
  readonly connections: Connections;
  readonly planSignals: PlanSignals;
  readonly gate: GateStore;
  readonly settings: SettingsStore;
  readonly secrets: SecretStore;
  readonly signals: SignalMemory;
  readonly audit: AuditTrail;
  readonly jobs: Jobs;
  /** How many workers there are; each deal belongs to one of them (`laneOf`). */
  readonly lanes: number;
  readonly signalAddress: SignalAddress;
  readonly clock: Clock;
  readonly pause: Pause;
  readonly log: Log;
  readonly ids: RandomIds;
}
