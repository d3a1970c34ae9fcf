import type { PortfolioRow } from '../../src/domain/attention/portfolio-row';
import type { SavedViews } from '../../src/domain/attention/project-view';
import type { Snoozes } from '../../src/domain/attention/snooze';
import type { StageMapping } from '../../src/domain/deal';
import type { GateReview, GateStanding } from '../../src/domain/gate';
import type { GateSettings } from '../../src/domain/gate-settings';
import type { Acknowledgement, GuidelinesVersion } from '../../src/domain/guidelines';
import type { LinkedDeal } from '../../src/domain/linked-deal';
import type { LedgerRow } from '../../src/domain/plan-entry';
import type { Instant } from '../../src/domain/plain-date';
import type { BillingDocument } from '../../src/domain/billing-document';
import type { Reminders } from '../../src/domain/guidelines-reminder';
import type { Kickoff, KickoffSettings } from '../../src/domain/kickoff';
import type { PersonCapacity } from '../../src/domain/staffing/capacity';
import type { ProjectStaffing } from '../../src/domain/staffing/project-staffing';
import type { ScopeChange } from '../../src/domain/scope-change';
import type { MonthReport } from '../../src/domain/month-report';
import type { PlanVersion } from '../../src/domain/account-plan';
import type { RelationEntry } from '../../src/domain/relation';
import type { ProjectId } from '../../src/domain/ids';
import type { ClientAgreement } from '../../src/domain/client-work';
import type { ClientSettings, ClientStanding } from '../../src/domain/client-standing';
import type { KpiGoals } from '../../src/domain/kpi/goals';
import type { KpiPart } from '../../src/domain/kpi/part';
import type { KpiRollup } from '../../src/domain/kpi/rollup';
import type { ContactStructure } from '../../src/domain/contact-structure';
import type { DocumentRules } from '../../src/domain/document-rules';
import type { DocumentEntry, SeenDocuments } from '../../src/domain/formal-document';
import type { Filed } from '../../src/ports/filed-records';
import type { CostSettings } from '../../src/domain/cost-settings';
import type { CompanyRates, MarginSettings, ProjectMargin } from '../../src/domain/project-margin';
import type { ProjectSummary } from '../../src/domain/project-summary';
import type { SharingSettings, ToldStates } from '../../src/domain/project-states';
import type { ConnectionState, PollState } from '../../src/domain/connection-state';
import type { SyncOrder } from '../../src/domain/sync-order';
import type { WorkerState } from '../../src/domain/worker-state';
import type { AuditRecord } from '../../src/ports/audit';
import type { DecisionRecord, SeenEvidence } from '../../src/ports/gate-store';
import type { StoredDraft } from '../../src/ports/guidelines-store';
import type { Touched } from '../../src/ports/portfolio-store';
import type { SignalSecrets } from '../../src/ports/secret-store';
import type { SeenGuard } from '../../src/ports/workflows';
import type { Company, LastSignals, SalesforceConnection, SignalSecretDates, TempoConnection } from '../../src/ports/settings-store';

/** What Forge's storage refuses: a value of more than 240 KiB. */
const mostBytes = 240 * 1024;

/** One change of one record, carried out by `MemoryStorage.write`. */
interface Change {
  readonly bytes: number;
  apply(): void;
}

/** Records of one kind. They are copied in and out, so that nothing is shared with who wrote or read them. */
export class MemoryTable<Row> {
  private readonly rows = new Map<string, Row>();

  get(key: string): Row | undefined {
    return structuredClone(this.rows.get(key));
  }

  get size(): number {
    return this.rows.size;
  }

  /** Every record, in the order of its keys. */
  all(): readonly Row[] {
    return structuredClone(this.sorted().map(([, row]) => row));
  }

  /** Keeps a record, or with `undefined` drops it. */
  put(key: string, row: Row | undefined): Change {
    const copy = structuredClone(row);
    return {
      bytes: copy === undefined ? 0 : Buffer.byteLength(JSON.stringify(copy)),
      apply: () => {
        if (copy === undefined) this.rows.delete(key);
        else this.rows.set(key, copy);
      },
    };
  }

  sorted(): readonly (readonly [string, Row])[] {
    return [...this.rows].sort(([a], [b]) => (a < b ? -1 : 1));
  }
}

/** What the in-memory stores keep. */
export class MemoryStorage {
  readonly versions = new MemoryTable<{ readonly projectId: string; readonly version: GuidelinesVersion }>();
  readonly drafts = new MemoryTable<StoredDraft>();
  readonly acknowledgements = new MemoryTable<{ readonly projectId: string; readonly acknowledgement: Acknowledgement }>();
  readonly summaries = new MemoryTable<ProjectSummary>();
  readonly deals = new MemoryTable<LinkedDeal>();
  readonly ledger = new MemoryTable<LedgerRow>();
  readonly reviews = new MemoryTable<GateReview>();
  readonly decisions = new MemoryTable<DecisionRecord>();
  readonly evidence = new MemoryTable<SeenEvidence>();
  readonly gateSettings = new MemoryTable<GateSettings>();
  readonly guards = new MemoryTable<readonly SeenGuard[]>();
  readonly standings = new MemoryTable<GateStanding>();
  readonly margins = new MemoryTable<ProjectMargin>();
  readonly marginSettings = new MemoryTable<MarginSettings>();
  readonly costs = new MemoryTable<CostSettings>();
  readonly billing = new MemoryTable<{ readonly projectId: ProjectId; readonly document: BillingDocument }>();
  readonly billingRevisions = new MemoryTable<number>();
  readonly agreements = new MemoryTable<ClientAgreement>();
  readonly rates = new MemoryTable<CompanyRates>();
  readonly sharing = new MemoryTable<SharingSettings>();
  readonly toldStates = new MemoryTable<ToldStates>();
  readonly salesforce = new MemoryTable<SalesforceConnection>();
  readonly tempo = new MemoryTable<TempoConnection>();
  readonly company = new MemoryTable<Company>();
  readonly mapping = new MemoryTable<StageMapping>();
  readonly contactStructures = new MemoryTable<ContactStructure>();
  readonly clients = new MemoryTable<ClientStanding>();
  readonly rows = new MemoryTable<{ readonly row: PortfolioRow; readonly urgency: string }>();
  readonly touches = new MemoryTable<Touched>();
  readonly views = new MemoryTable<SavedViews>();
  readonly snoozes = new MemoryTable<Snoozes>();
  readonly clientSettings = new MemoryTable<ClientSettings>();
  readonly kpiParts = new MemoryTable<KpiPart>();
  readonly kpiRollups = new MemoryTable<KpiRollup>();
  readonly kpiGoals = new MemoryTable<KpiGoals>();
  readonly changes = new MemoryTable<Filed<ScopeChange>>();
  readonly reports = new MemoryTable<Filed<MonthReport>>();
  readonly relation = new MemoryTable<Filed<RelationEntry>>();
  readonly plans = new MemoryTable<Filed<PlanVersion>>();
  readonly staffing = new MemoryTable<Filed<ProjectStaffing>>();
  readonly capacities = new MemoryTable<Filed<PersonCapacity>>();
  readonly kickoffs = new MemoryTable<Filed<Kickoff>>();
  readonly reminders = new MemoryTable<Reminders>();
  readonly kickoffSettings = new MemoryTable<KickoffSettings>();
  readonly formalDocuments = new MemoryTable<Filed<DocumentEntry>>();
  readonly documentSights = new MemoryTable<Filed<SeenDocuments>>();
  readonly documentRules = new MemoryTable<DocumentRules>();
  readonly orders = new MemoryTable<SyncOrder>();
  readonly worker = new MemoryTable<WorkerState>();
  readonly poll = new MemoryTable<PollState>();
  readonly tempoState = new MemoryTable<ConnectionState>();
  readonly signalDates = new MemoryTable<SignalSecretDates>();
  readonly lastSignals = new MemoryTable<LastSignals>();
  readonly lastPlanSignal = new MemoryTable<Instant>();
  readonly audit = new MemoryTable<{ readonly subject: string; readonly record: AuditRecord }>();
  readonly secrets = new MemoryTable<string>();
  readonly signalSecrets = new MemoryTable<SignalSecrets>();
  readonly planSignalSecrets = new MemoryTable<string>();
  /** When each signal may be forgotten. */
  readonly signals = new MemoryTable<number>();
  /** How many writes there were, one for each transaction. */
  writes = 0;

  /** Carries out all changes. @throws Error for a value that Forge's storage would refuse, with nothing changed. */
  write(...changes: readonly Change[]): void {
    if (changes.some(({ bytes }) => bytes > mostBytes)) throw new Error('a record is too big');
    this.writes += 1;
    for (const change of changes) change.apply();
  }

  /** Everything that is kept, to compare two moments. */
  dump(): unknown {
    return Object.entries(this).flatMap(([name, table]) => (table instanceof MemoryTable ? [[name, table.sorted()]] : []));
  }
}
