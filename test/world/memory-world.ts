import { accountId, issueId, organisationId, person, projectId } from '../../src/domain/fixture/values';
import { defaultGoals } from '../../src/domain/kpi/goals';
import { noReminders } from '../../src/domain/guidelines-reminder';
import { defaultKickoffSettings } from '../../src/domain/kickoff';
import { secondsBetween } from '../../src/domain/calendar';
import type { AccountId, DealId } from '../../src/domain/ids';
import type { SyncReason } from '../../src/domain/signal';
import type { AuditRecord } from '../../src/ports/audit';
import type { World } from '../../src/ports/world';
import { noting } from '../../src/use-cases/noting';
import { noMargins } from '../../src/adapters/forge/not-connected';
import type { GuardedTransition } from '../../src/ports/workflows';
import { initialStructure } from '../../src/domain/contact-structure';
import { defaultSharing, nothingTold } from '../../src/domain/project-states';
import { MemoryContacts } from './memory-contacts';
import { MemoryClientRecords } from './memory-client-records';
import { noViews } from '../../src/domain/attention/project-view';
import { noSnoozes } from '../../src/domain/attention/snooze';
import { memoryPortfolio } from './memory-portfolio';
import { memoryClients } from './memory-clients';
import { memoryKpis } from './memory-kpis';
import { memoryFiled, memoryRevised } from './memory-filed';
import { MemoryReportFiles } from './memory-report-files';
import { MemoryKickoffs } from './memory-kickoffs';
import { memoryDocuments } from './memory-documents';
import { MemoryFiles } from './memory-files';
import { MemoryBulletins } from './memory-bulletins';
import { MemoryFilters } from './memory-filters';
import { MemoryClock, MemoryIds } from './memory-clock';
import { memoryAudit, memoryDealStore, memoryLedger } from './memory-deals';
import { memoryGate } from './memory-gate';
import { memoryGuidelines, memorySummaries } from './memory-guidelines';
import { bareIssue, MemoryJira } from './memory-jira';
import { MemoryCosts } from './memory-costs';
import { memoryBilling } from './memory-billing';
import { memoryMargin, MemoryWorklogs } from './memory-margin';
import { MemorySchedules } from './memory-schedules';
import { MemorySalesforce } from './memory-salesforce';
import { memoryConnections, memoryOrders, memoryStates } from './memory-orders';
import { memorySecrets, memorySettings, memorySignals } from './memory-settings';
import { MemoryStorage } from './memory-storage';
import { MemoryTempo } from './memory-tempo';

/** A world in memory: its parts to look at and to act in, and a `World` for each caller. */
export class MemoryWorld {
  readonly clock = new MemoryClock();
  readonly ids = new MemoryIds();
  readonly storage = new MemoryStorage();
  readonly salesforce = new MemorySalesforce(this.clock);
  readonly contacts = new MemoryContacts();
  readonly tempo = new MemoryTempo(this.clock);
  readonly jira = new MemoryJira();
  readonly bulletins = new MemoryBulletins();
  readonly filters = new MemoryFilters();
  readonly reportFiles = new MemoryReportFiles();
  readonly clientRecords = new MemoryClientRecords();
  readonly kickoffIssues = new MemoryKickoffs();
  readonly files = new MemoryFiles();
  readonly worklogs = new MemoryWorklogs();
  readonly schedules = new MemorySchedules();
  readonly costs = new MemoryCosts();
  /** Transitions that carry the gate. */
  guarded: readonly GuardedTransition[] = [];
  /** Delays, in seconds, of the wake-ups that were sent to the worker. */
  readonly wakeUps: number[] = [];
  /** Addresses that Tempo was asked to signal to. */
  readonly subscribed: string[] = [];
  /** In how many lanes margins were ordered to be looked at. */
  readonly marginLooks: number[] = [];
  readonly errors: unknown[] = [];

  /** The world as it is for a job, or for somebody who calls, put together as app.ts does. */
  as(caller?: AccountId): World {
    return noting(this.bare(caller));
  }

  /** The same without what notes changes behind them. */
  bare(caller?: AccountId): World {
    const { storage, clock, ids } = this;
    const secrets = memorySecrets(storage);
    return {
      deals: this.salesforce.port(secrets),
      planner: this.tempo.port(secrets),
      tracker: this.jira.as(caller),
      guidelines: memoryGuidelines(storage),
      summaries: memorySummaries(storage),
      dealStore: memoryDealStore(storage),
      ledger: memoryLedger(storage),
      gate: memoryGate(storage),
      bulletins: this.bulletins.port(),
      filters: this.filters.port(),
      workflows: { guarded: async () => this.guarded, guardedAnywhere: async () => this.guarded },
      worklogs: this.worklogs.port(),
      schedules: this.schedules.port(secrets),
      staffing: memoryFiled(storage, 'staffing', storage.staffing),
      capacities: memoryFiled(storage, 'capacity', storage.capacities),
      costs: this.costs.port(),
      margin: memoryMargin(storage),
      billing: memoryBilling(storage),
      contacts: this.contacts.port(secrets),
      contactStructures: memoryRevised(storage, 'contacts', storage.contactStructures, initialStructure),
      clients: memoryClients(storage),
      kpis: memoryKpis(storage),
      kpiGoals: memoryRevised(storage, 'kpiGoals', storage.kpiGoals, defaultGoals),
      portfolio: memoryPortfolio(storage),
      snoozes: memoryRevised(storage, 'snoozes', storage.snoozes, noSnoozes),
      views: memoryRevised(storage, 'views', storage.views, noViews),
      changes: memoryFiled(storage, 'change', storage.changes),
      reports: memoryFiled(storage, 'report', storage.reports),
      reportFiles: this.reportFiles.port(),
      relation: memoryFiled(storage, 'relation', storage.relation),
      plans: memoryFiled(storage, 'plan', storage.plans),
      clientRecords: this.clientRecords.port(),
      kickoffs: memoryFiled(storage, 'kickoff', storage.kickoffs),
      kickoffIssues: this.kickoffIssues.port(),
      reminders: memoryRevised(storage, 'reminders', storage.reminders, noReminders),
      kickoffSettings: memoryRevised(storage, 'kickoff', storage.kickoffSettings, defaultKickoffSettings),
      sharing: memoryRevised(storage, 'sharing', storage.sharing, defaultSharing),
      toldStates: memoryRevised(storage, 'toldStates', storage.toldStates, nothingTold),
      margins: noMargins,
      ...memoryDocuments(storage),
      clientFiles: this.files.port(),
      settings: memorySettings(storage),
      secrets,
      signals: memorySignals(storage, clock),
      audit: memoryAudit(storage),
      orders: memoryOrders(storage),
      states: memoryStates(storage),
      connections: memoryConnections,
      planSignals: {
        ensure: async (url) => {
          this.subscribed.push(url);
          return 'active';
        },
        cancel: async () => undefined,
      },
      jobs: {
        wake: async (delaySeconds = 0) => {
          this.wakeUps.push(delaySeconds);
        },
        lookAfterMargins: async (lanes) => {
          this.marginLooks.push(lanes);
        },
      },
      lanes: 1,
      signalAddress: {
        salesforceUrl: async (way) => `https://app.example/x1/salesforce-${way}`,
        tempoUrl: async () => 'https://app.example/x1/tempo-signal',
      },
      clock,
      pause: async () => undefined,
      log: {
        info: () => undefined,
        error: (_event, _id, error) => {
          this.errors.push(error);
        },
      },
      ids,
    };
  }
}

/** What is ordered, by deal: why, and in how many seconds. */
export const ordered = ({ storage, clock }: MemoryWorld): readonly { readonly dealId: DealId; readonly reason: SyncReason; readonly delaySeconds: number }[] =>
  storage.orders.all().map(({ dealId, reason, dueAt }) => ({ dealId, reason, delaySeconds: secondsBetween(clock.now(), dueAt) }));

/** Every record of the trail, oldest first. */
export const trail = ({ storage }: MemoryWorld): readonly (AuditRecord & { readonly subject: string })[] =>
  storage.audit.all().map(({ subject, record }) => ({ subject, ...record }));

export const company = {
  project: projectId('10001'),
  otherProject: projectId('10002'),
  issue: issueId('20001'),
  otherIssue: issueId('20002'),
  accountManager: accountId('anna'),
  productOwner: accountId('piotr'),
  headOfSales: accountId('hanna'),
  administrator: accountId('adam'),
  stranger: accountId('stas'),
} as const;

/** A small company: a connected Salesforce and Tempo, mapped stages, two projects, and people in their roles. */
export async function openCompany(): Promise<MemoryWorld> {
  const memory = new MemoryWorld();
  const { project, otherProject, issue, otherIssue } = company;
  memory.jira.addPerson(person('anna', 'Anna Nowak'), { browse: [project], own: ['setGuidelines', 'decideGate'] });
  memory.jira.addPerson(person('piotr', 'Piotr Lis'), { browse: [project] });
  memory.jira.addPerson(person('hanna', 'Hanna Kos'), { browse: [project, otherProject], own: ['seePortfolio'] });
  memory.jira.addPerson(person('adam', 'Adam Sowa'), { administers: true });
  memory.jira.addPerson(person('stas', 'Staś Obcy'), { browse: [otherProject], own: ['setGuidelines', 'decideGate', 'seeMargin'] });
  memory.jira.projects.set(project, { id: project, key: 'ALFA', name: 'Alfa', isArchived: false });
  memory.jira.projects.set(otherProject, { id: otherProject, key: 'BETA', name: 'Beta', isArchived: false });
  memory.jira.issues.set(issue, { ...bareIssue, id: issue, key: 'ALFA-1', summary: 'Order form', projectId: project });
  memory.jira.issues.set(otherIssue, { ...bareIssue, id: otherIssue, key: 'BETA-1', summary: 'Secret', projectId: otherProject });

  const { secrets, settings } = memory.as();
  await secrets.saveSalesforceSecret('salesforce secret');
  await settings.saveSalesforce({ myDomain: 'acme.my.salesforce.com', clientId: 'client', organisationId: organisationId(1), connectedAt: memory.clock.now() });
  await secrets.saveTempoToken('tempo token');
  await settings.saveTempo({ region: 'eu', connectedAt: memory.clock.now() });
  await settings.saveMapping({ Prospecting: 'open', Negotiation: 'negotiation', 'Internally Won': 'internallyWon', 'Closed Won': 'won', 'Closed Lost': 'lost' });
  return memory;
}
