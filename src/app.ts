import { fetch } from '@forge/api';
import { auditTrail } from './adapters/forge/audit-trail';
import { billingStore } from './adapters/forge/billing-store';
import { clientStore } from './adapters/forge/client-store';
import { createDealStore } from './adapters/forge/deal-store';
import { createFiledRecords } from './adapters/forge/filed-records';
import { gateStore } from './adapters/forge/gate-store';
import { guidelinesStore } from './adapters/forge/guidelines-store';
import { ledgerStore } from './adapters/forge/ledger-store';
import { invocationAllowance, lanes } from './adapters/forge/lanes';
import { kpiStore } from './adapters/forge/kpi-store';
import { marginStore } from './adapters/forge/margin-store';
import { storedMargins } from './adapters/forge/margins';
import { storedDocuments } from './adapters/forge/documents';
import { portfolioStore } from './adapters/forge/portfolio-store';
import { createRevisedRecords } from './adapters/forge/revised-records';
import { createOrdersStore } from './adapters/forge/orders-store';
import { createPacer } from './adapters/forge/pacer';
import { queueJobs } from './adapters/forge/queue-jobs';
import { planSignalSecrets, salesforceTokenCache, secretStore, settingsStore } from './adapters/forge/settings-store';
import { signalMemory } from './adapters/forge/signal-memory';
import { createStateStore } from './adapters/forge/state-store';
import { summaryStore } from './adapters/forge/summary-store';
import { log, randomIds, signalAddress, systemClock } from './adapters/forge/surroundings';
import { createAllowance } from './adapters/http/allowance';
import { createHttp, type HttpAnswer, type HttpRequest } from './adapters/http/http';
import { Meter } from './adapters/http/meter';
import { retryAfterOf } from './adapters/http/retry-after';
import { createBulletins } from './adapters/jira/bulletins';
import { createJiraClient } from './adapters/jira/client';
import { createFilters } from './adapters/jira/filters';
import { createJira } from './adapters/jira/jira';
import { createKickoffIssues } from './adapters/jira/kickoff-issues';
import { createWorkflows } from './adapters/jira/workflows';
import { createClientContacts } from './adapters/salesforce/contacts';
import { createClientFiles } from './adapters/salesforce/files';
import { createClientRecords } from './adapters/salesforce/client-records';
import { judgeSalesforce } from './adapters/salesforce/judge';
import { createOrganisation } from './adapters/salesforce/organisation';
import { createReportFiles } from './adapters/salesforce/report-files';
import { createSalesforce } from './adapters/salesforce/salesforce';
import { createFinancialManager } from './adapters/tempo/financial-manager';
import { createPlanSignals } from './adapters/tempo/plan-signals';
import { tempoPace } from './adapters/tempo/assumptions';
import { createSchedules } from './adapters/tempo/schedules';
import { createTempo } from './adapters/tempo/tempo';
import { createWorklogs } from './adapters/tempo/worklogs';
import { noViews } from './domain/attention/project-view';
import { noSnoozes } from './domain/attention/snooze';
import { initialStructure } from './domain/contact-structure';
import { defaultGoals } from './domain/kpi/goals';
import { noReminders } from './domain/guidelines-reminder';
import { defaultKickoffSettings } from './domain/kickoff';
import { defaultDocumentRules } from './domain/document-rules';
import { defaultSharing, nothingTold } from './domain/project-states';
import { NotConnected, OutsideError } from './ports/errors';
import type { TempoCredentials } from './ports/planner';
import type { SalesforceConnection } from './ports/settings-store';
import type { World } from './ports/world';
import { noting } from './use-cases/noting';

const surroundings = {
  random: Math.random,
  pause: (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds)),
};

async function salesforceSecret(): Promise<string> {
  const secret = await secretStore.salesforceSecret();
  if (secret === undefined) throw new NotConnected('salesforce');
  return secret;
}

async function tempoCredentials(): Promise<TempoCredentials> {
  const [connection, token] = await Promise.all([settingsStore.tempo(), secretStore.tempoToken()]);
  if (connection === undefined || token === undefined) throw new NotConnected('tempo');
  return { region: connection.region, token };
}

/** The connection of one invocation, which the poll reads together with its own state. */
function salesforceConnection() {
  let known: Promise<SalesforceConnection | undefined> | undefined;
  return {
    remember(connection: SalesforceConnection | undefined): void {
      known = Promise.resolve(connection);
    },
    async read(): Promise<SalesforceConnection> {
      known ??= settingsStore.salesforce();
      const connection = await known;
      if (connection === undefined) throw new NotConnected('salesforce');
      return connection;
    },
  };
}

/** Tempo's client: all invocations together keep within its limit, and after failures in a row nothing more goes out. */
function tempoHttp(meter: Meter, allowed: () => Promise<void>) {
  const pacer = createPacer({ name: 'pace:tempo', ...tempoPace, now: Date.now, ...surroundings });
  return createHttp({
    system: 'tempo',
    fetch,
    timeoutMs: 10_000,
    attempts: 4,
    attemptsWhenLimited: 10,
    ...surroundings,
    before: async () => {
      meter.check();
      await allowed();
      await pacer.take();
    },
    after: async (end, request) => {
      measure(meter, end, request);
      if (!(end instanceof OutsideError) && end.status === 429) await pacer.hold(retryAfterOf(end.headers) ?? tempoPace.windowMs / 1000);
    },
  });
}

function salesforceHttp(meter: Meter, allowed: () => Promise<void>) {
  const before = async (): Promise<void> => {
    meter.check();
    await allowed();
  };
  const after = async (end: HttpAnswer | OutsideError, request: HttpRequest): Promise<void> => measure(meter, end, request);
  return createHttp({ system: 'salesforce', fetch, timeoutMs: 10_000, attempts: 3, ...surroundings, before, after });
}

const measure = (meter: Meter, end: HttpAnswer | OutsideError, request: HttpRequest): void =>
  end instanceof OutsideError ? meter.failed(end) : meter.answered(end, request);

/** The world of one invocation, made anew for each, so that nothing of one customer is left for the next. */
export const createWorld = (): World => noting(connected());

/** Which adapter fills which port. */
function connected(): World {
  const connection = salesforceConnection();
  const meters = { salesforce: new Meter('salesforce', systemClock.now, judgeSalesforce), tempo: new Meter('tempo', systemClock.now) };
  const allowed = createAllowance({ ...invocationAllowance, now: Date.now, pause: surroundings.pause });
  const tempo = tempoHttp(meters.tempo, allowed);
  const salesforce = salesforceHttp(meters.salesforce, allowed);
  const organisation = createOrganisation({ http: salesforce, connection: connection.read, secret: salesforceSecret, tokens: salesforceTokenCache });
  const jira = createJiraClient(surroundings);
  const dealStore = createDealStore(lanes);
  return {
    deals: createSalesforce(salesforce, organisation),
    planner: createTempo({ http: tempo, credentials: tempoCredentials }),
    planSignals: createPlanSignals({ http: tempo, credentials: tempoCredentials, secrets: planSignalSecrets }),
    tracker: createJira(jira),
    bulletins: createBulletins(jira),
    filters: createFilters(jira),
    workflows: createWorkflows(jira),
    changes: createFiledRecords('change'),
    reports: createFiledRecords('report'),
    reportFiles: createReportFiles(organisation),
    relation: createFiledRecords('relation'),
    plans: createFiledRecords('plan'),
    clientRecords: createClientRecords(organisation),
    kickoffs: createFiledRecords('kickoff'),
    kickoffIssues: createKickoffIssues(jira),
    kickoffSettings: createRevisedRecords('kickoff', defaultKickoffSettings),
    costs: createFinancialManager({ http: tempo, credentials: tempoCredentials }),
    worklogs: createWorklogs({ http: tempo, credentials: tempoCredentials }),
    schedules: createSchedules({ http: tempo, credentials: tempoCredentials }),
    staffing: createFiledRecords('staffing'),
    capacities: createFiledRecords('capacity'),
    margin: marginStore,
    billing: billingStore,
    contacts: createClientContacts(organisation),
    contactStructures: createRevisedRecords('contacts', initialStructure),
    clients: clientStore,
    kpis: kpiStore,
    kpiGoals: createRevisedRecords('kpiGoals', defaultGoals),
    portfolio: portfolioStore,
    snoozes: createRevisedRecords('snoozes', noSnoozes),
    views: createRevisedRecords('views', noViews),
    sharing: createRevisedRecords('sharing', defaultSharing),
    toldStates: createRevisedRecords('toldStates', nothingTold),
    reminders: createRevisedRecords('reminders', noReminders),
    margins: storedMargins,
    documents: storedDocuments({ dealStore, clients: clientStore }),
    clientFiles: createClientFiles(organisation),
    formalDocuments: createFiledRecords('formalDocument'),
    documentSights: createFiledRecords('documentSight'),
    documentRules: createRevisedRecords('documentRules', defaultDocumentRules),
    guidelines: guidelinesStore,
    summaries: summaryStore,
    dealStore,
    ledger: ledgerStore,
    orders: createOrdersStore(lanes),
    states: createStateStore(lanes, connection.remember),
    connections: { take: (system) => meters[system].take() },
    gate: gateStore,
    settings: settingsStore,
    secrets: secretStore,
    signals: signalMemory,
    audit: auditTrail,
    jobs: queueJobs,
    lanes,
    signalAddress,
    clock: systemClock,
    pause: surroundings.pause,
    log,
    ids: randomIds,
  };
}
