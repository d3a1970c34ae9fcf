import type { DocumentRules } from '../domain/document-rules';
import type { DocumentEntry, SeenDocuments } from '../domain/formal-document';
import type { PersonCapacity } from '../domain/staffing/capacity';
import type { ProjectStaffing } from '../domain/staffing/project-staffing';
import type { AuditTrail } from './audit';
import type { Costs } from './costs';
import type { DealStore } from './deal-store';
import type { BillingStore } from './billing-store';
import type { Bulletins } from './bulletins';
import type { ClientContacts } from './client-contacts';
import type { ClientFiles } from './client-files';
import type { ClientRecords } from './client-records';
import type { ClientStore } from './client-store';
import type { SavedViews } from '../domain/attention/project-view';
import type { Snoozes } from '../domain/attention/snooze';
import type { ContactStructure } from '../domain/contact-structure';
import type { SharingSettings, ToldStates } from '../domain/project-states';
import type { Deals } from './deals';
import type { Documents, Margins } from './gate-facts';
import type { FiledRecords } from './filed-records';
import type { Filters } from './filters';
import type { GateStore } from './gate-store';
import type { GuidelinesStore } from './guidelines-store';
import type { ScopeChange } from '../domain/scope-change';
import type { MonthReport } from '../domain/month-report';
import type { PlanVersion } from '../domain/account-plan';
import type { RelationEntry } from '../domain/relation';
import type { ReportFiles } from './report-files';
import type { Kickoff, KickoffSettings } from '../domain/kickoff';
import type { KickoffIssues } from './kickoff-issues';
import type { Reminders } from '../domain/guidelines-reminder';
import type { RevisedRecords } from './revised-records';
import type { Jobs } from './jobs';
import type { KpiGoals } from '../domain/kpi/goals';
import type { KpiStore } from './kpi-store';
import type { Ledger } from './ledger';
import type { MarginStore } from './margin-store';
import type { Orders } from './orders';
import type { PortfolioStore } from './portfolio-store';
import type { PlanSignals } from './plan-signals';
import type { Planner } from './planner';
import type { SecretStore } from './secret-store';
import type { SettingsStore } from './settings-store';
import type { SignalAddress, SignalMemory } from './signals';
import type { Connections, StateStore } from './states';
import type { Schedules } from './schedules';
import type { SummaryStore } from './summary-store';
import type { Clock, Log, Pause, RandomIds } from './surroundings';
import type { Tracker } from './tracker';
import type { Workflows } from './workflows';
import type { Worklogs } from './worklogs';

/** What use cases need of the world. Every method may throw an `OutsideError` or a `StoreConflict`. */
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
  readonly bulletins: Bulletins;
  readonly filters: Filters;
  readonly workflows: Workflows;
  readonly changes: FiledRecords<ScopeChange>;
  readonly reports: FiledRecords<MonthReport>;
  readonly reportFiles: ReportFiles;
  readonly relation: FiledRecords<RelationEntry>;
  readonly plans: FiledRecords<PlanVersion>;
  readonly clientRecords: ClientRecords;
  readonly kickoffs: FiledRecords<Kickoff>;
  readonly kickoffIssues: KickoffIssues;
  readonly kickoffSettings: RevisedRecords<KickoffSettings>;
  readonly worklogs: Worklogs;
  readonly schedules: Schedules;
  /** Whom each project needs. */
  readonly staffing: FiledRecords<ProjectStaffing>;
  /** When people work in the coming weeks, one record a person. */
  readonly capacities: FiledRecords<PersonCapacity>;
  readonly costs: Costs;
  readonly margin: MarginStore;
  readonly billing: BillingStore;
  readonly contacts: ClientContacts;
  /** Who is who at the client's, by project. */
  readonly contactStructures: RevisedRecords<ContactStructure>;
  readonly clients: ClientStore;
  readonly kpis: KpiStore;
  /** What account managers are to reach; one subject, `company`. */
  readonly kpiGoals: RevisedRecords<KpiGoals>;
  readonly portfolio: PortfolioStore;
  /** What each person has put off, by account id. */
  readonly snoozes: RevisedRecords<Snoozes>;
  /** Which projects each person wants to see together, by account id. */
  readonly views: RevisedRecords<SavedViews>;
  /** Whether Jira's filters know how margins stand; one subject, `company`. */
  readonly sharing: RevisedRecords<SharingSettings>;
  /** What Jira's filters were told of each project, by project id. */
  readonly toldStates: RevisedRecords<ToldStates>;
  /** Who was reminded of the guidelines, by project id. */
  readonly reminders: RevisedRecords<Reminders>;
  readonly margins: Margins;
  readonly documents: Documents;
  readonly clientFiles: ClientFiles;
  readonly formalDocuments: FiledRecords<DocumentEntry>;
  readonly documentSights: FiledRecords<SeenDocuments>;
  readonly documentRules: RevisedRecords<DocumentRules>;
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
