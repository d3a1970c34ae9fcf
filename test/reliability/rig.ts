import { openDatabase } from '../../local/database';
import { HandClock } from '../../local/hand-clock';
import { createSalesforce, type Salesforce } from '../../local/salesforce/salesforce';
import { createTempo as createTempoStandIn, type Tempo } from '../../local/tempo/tempo';
import { createHttp, type Http } from '../../src/adapters/http/http';
import { Meter } from '../../src/adapters/http/meter';
import { createOrganisation } from '../../src/adapters/salesforce/organisation';
import { createClientContacts } from '../../src/adapters/salesforce/contacts';
import { createClientRecords } from '../../src/adapters/salesforce/client-records';
import { createSalesforce as createDeals } from '../../src/adapters/salesforce/salesforce';
import { createClientFiles } from '../../src/adapters/salesforce/files';
import { noMargins } from '../../src/adapters/forge/not-connected';
import { createPlanSignals } from '../../src/adapters/tempo/plan-signals';
import { createTempo } from '../../src/adapters/tempo/tempo';
import { instantOf } from '../../src/domain/calendar';
import { initialStructure } from '../../src/domain/contact-structure';
import { noReminders } from '../../src/domain/guidelines-reminder';
import { defaultSharing, nothingTold } from '../../src/domain/project-states';
import { parseOrganisationId } from '../../src/domain/ids';
import { person } from '../../src/domain/fixture/values';
import type { Instant } from '../../src/domain/plain-date';
import { createDealSync } from '../../src/handlers/deal-sync';
import { createPoll } from '../../src/handlers/poll';
import { createReconcile } from '../../src/handlers/reconcile';
import { createSalesforceMessage } from '../../src/handlers/salesforce-message';
import { createSalesforceSignal } from '../../src/handlers/salesforce-signal';
import { createTempoSignal } from '../../src/handlers/tempo-signal';
import { NotConnected, OutsideError } from '../../src/ports/errors';
import type { World } from '../../src/ports/world';
import { MemoryIds } from '../world/memory-clock';
import { memoryAudit, memoryDealStore, memoryLedger } from '../world/memory-deals';
import { memoryGate } from '../world/memory-gate';
import { memoryGuidelines, memorySummaries } from '../world/memory-guidelines';
import { MemoryJira } from '../world/memory-jira';
import { memoryBilling } from '../world/memory-billing';
import { noViews } from '../../src/domain/attention/project-view';
import { noSnoozes } from '../../src/domain/attention/snooze';
import { memoryPortfolio } from '../world/memory-portfolio';
import { memoryClients } from '../world/memory-clients';
import { memoryKpis } from '../world/memory-kpis';
import { memoryFiled, memoryRevised } from '../world/memory-filed';
import { MemoryReportFiles } from '../world/memory-report-files';
import { MemoryKickoffs } from '../world/memory-kickoffs';
import { defaultGoals } from '../../src/domain/kpi/goals';
import { defaultKickoffSettings } from '../../src/domain/kickoff';
import { memoryDocuments } from '../world/memory-documents';
import { memoryMargin } from '../world/memory-margin';
import { memoryOrders, memoryStates } from '../world/memory-orders';
import { memorySecrets, memorySettings, memorySignals } from '../world/memory-settings';
import { MemoryStorage } from '../world/memory-storage';
import { company } from '../world/memory-world';
import { Life, mortal, PlatformFailure } from './mortal';
import { Outside } from './outside';
import { Wakes } from './wakes';

const org = { id: '00D5g000001abcDEAQ', myDomain: 'acme.my.salesforce.com', clientId: 'a-client', clientSecret: 'a-secret' } as const;
const token = 'token-of-the-app';
const flowSecret = 'a-secret-of-the-harness-that-signs-flows';
const messageSecret = 'a-secret-of-the-harness-in-an-address';

/** Stages of the organisation, and what the app takes each for. */
export const stages = { Prospecting: 'open', Negotiation: 'negotiation', 'Internally Won': 'internallyWon', 'Closed Won': 'won', 'Closed Lost': 'lost' } as const;
export type StageName = keyof typeof stages;

/** Changes the world that the app lives in, to plant a bug in it. */
export type Plant = (world: World) => World;

/**
 * The app from its handlers to its HTTP clients, with the stand-ins behind them and a queue before them, all in one process
 * and under one clock that only the harness moves. Its storage is in memory: the stores over Forge's packages have tests of their own.
 */
export class Rig {
  readonly clock = new HandClock('2026-03-02T09:00:00.000Z');
  readonly storage = new MemoryStorage();
  readonly life = new Life();
  readonly jira = new MemoryJira();
  readonly wakes = new Wakes(() => this.clock.now().getTime());
  readonly salesforce: Salesforce;
  readonly tempo: Tempo;
  readonly outside: Outside;
  private readonly ids = new MemoryIds();
  private readonly reportFiles = new MemoryReportFiles();
  private readonly kickoffIssues = new MemoryKickoffs();
  private readonly databases = [openDatabase(':memory:'), openDatabase(':memory:')] as const;
  private tokens: string | undefined;

  constructor(private readonly plant: Plant = (world) => world) {
    const [forSalesforce, forTempo] = this.databases;
    this.salesforce = createSalesforce({ database: forSalesforce, clock: this.clock, org, deliver: (url, init) => this.deliverToSalesforceTrigger(url, init) });
    this.tempo = createTempoStandIn({
      database: forTempo,
      clock: this.clock,
      region: 'eu',
      token: { secret: token, ownerId: 'am-anna' },
      deliver: (url, init) => this.deliverToTempoTrigger(url, init),
      projects: () => [{ id: company.project, key: 'ALFA', name: 'Alfa' }],
      projectName: () => 'Alfa',
      issueName: () => undefined,
    });
    this.outside = new Outside(this, this.life, () => this.clock.now().toISOString());
  }

  now(): Instant {
    return instantOf(this.clock.now());
  }

  /** The world of a new process. */
  world(): World {
    const { storage } = this;
    const clock = { now: () => this.now() };
    const secrets = memorySecrets(storage);
    const meters = { salesforce: new Meter('salesforce', clock.now), tempo: new Meter('tempo', clock.now) };
    const tempoHttp = this.http('tempo', meters.tempo);
    const credentials = async () => {
      if ((await secrets.tempoToken()) === undefined) throw new NotConnected('tempo');
      return { region: 'eu', token } as const;
    };
    const salesforceHttp = this.http('salesforce', meters.salesforce);
    const organisation = createOrganisation({
      http: salesforceHttp,
      connection: async () => org,
      secret: async () => org.clientSecret,
      tokens: { read: async () => this.tokens, save: async (kept) => void (this.tokens = kept) },
    });
    const world: World = {
      deals: createDeals(salesforceHttp, organisation),
      planner: createTempo({ http: tempoHttp, credentials }),
      planSignals: createPlanSignals({
        http: tempoHttp,
        credentials,
        secrets: {
          read: async () => Object.fromEntries(storage.planSignalSecrets.sorted()),
          save: async (kept) => storage.write(...Object.entries(kept).map(([id, secret]) => storage.planSignalSecrets.put(id, secret))),
        },
      }),
      tracker: this.jira.as(company.accountManager),
      guidelines: memoryGuidelines(storage),
      summaries: memorySummaries(storage),
      dealStore: memoryDealStore(storage),
      ledger: memoryLedger(storage),
      orders: memoryOrders(storage),
      states: memoryStates(storage),
      connections: { take: (system) => meters[system].take() },
      gate: memoryGate(storage),
      bulletins: { setGateProperty: async () => undefined, setProjectStates: async () => undefined, comment: async () => true },
      filters: { kept: async () => [], keep: async () => undefined },
      workflows: { guarded: async () => [], guardedAnywhere: async () => [] },
      schedules: { ofPerson: async () => [], plannedFor: async () => [] },
      staffing: memoryFiled(storage, 'staffing', storage.staffing),
      capacities: memoryFiled(storage, 'capacity', storage.capacities),
      worklogs: { ofProject: async () => [] },
      costs: { projects: async () => [], facts: async () => { throw new NotConnected('tempo'); } },
      margin: memoryMargin(storage),
      billing: memoryBilling(storage),
      contacts: createClientContacts(organisation),
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
      clientRecords: createClientRecords(organisation),
      kickoffs: memoryFiled(storage, 'kickoff', storage.kickoffs),
      kickoffIssues: this.kickoffIssues.port(),
      // Kick-offs have tests of their own; here they would only make each history longer.
      kickoffSettings: memoryRevised(storage, 'kickoff', storage.kickoffSettings, { ...defaultKickoffSettings, isOn: false }),
      sharing: memoryRevised(storage, 'sharing', storage.sharing, defaultSharing),
      reminders: memoryRevised(storage, 'reminders', storage.reminders, noReminders),
      toldStates: memoryRevised(storage, 'toldStates', storage.toldStates, nothingTold),
      margins: noMargins,
      ...memoryDocuments(storage),
      clientFiles: createClientFiles(organisation),
      settings: memorySettings(storage),
      secrets,
      signals: memorySignals(storage, clock),
      audit: memoryAudit(storage),
      jobs: { wake: async (delaySeconds = 0) => this.wakes.push(delaySeconds), lookAfterMargins: async () => undefined },
      lanes: 1,
      signalAddress: { salesforceUrl: async (way) => `https://app.example/${way}`, tempoUrl: async () => 'http://127.0.0.1/tempo' },
      clock,
      pause: async (milliseconds) => this.clock.advance(milliseconds / 1000),
      log: { info: () => undefined, error: () => undefined },
      ids: this.ids,
    };
    return this.plant(mortal(world, this.life));
  }

  private http(system: 'salesforce' | 'tempo', meter: Meter): Http {
    return createHttp({
      system,
      fetch: this.outside.fetch(system),
      timeoutMs: 10_000,
      attempts: system === 'tempo' ? 4 : 3,
      attemptsWhenLimited: 10,
      random: () => 0.5,
      pause: async (milliseconds) => this.clock.advance(milliseconds / 1000),
      before: async () => meter.check(),
      after: async (end, request) => (end instanceof OutsideError ? meter.failed(end) : meter.answered(end, request)),
    });
  }

  /** Connects both systems, maps the stages, subscribes to signals, and opens a deal in negotiation. */
  async open(): Promise<void> {
    const { store, flow, outboundMessage } = this.salesforce;
    for (const [apiName, stage] of Object.entries(stages)) {
      store.createStage({ apiName, probability: stage === 'won' ? 100 : 50, ...(stage === 'won' ? { won: true } : stage === 'lost' ? { closed: true } : {}) });
    }
    for (const accountId of ['am-anna', 'dev']) this.tempo.store.createPerson({ accountId, displayName: accountId, role: 'Developer', reviewer: accountId === 'am-anna' });
    this.tempo.store.settings.set({ ...this.tempo.store.settings.get(), requestsPerSecond: 0 });
    const project = company.project;
    this.jira.addPerson(person('anna', 'Anna Nowak'), { browse: [project], own: ['setGuidelines', 'decideGate'] });
    this.jira.projects.set(project, { id: project, key: 'ALFA', name: 'Alfa', isArchived: false });
    const { settings, secrets } = this.world();
    const organisationId = parseOrganisationId(org.id) ?? null;
    await secrets.saveSalesforceSecret(org.clientSecret);
    await settings.saveSalesforce({ myDomain: org.myDomain, clientId: org.clientId, organisationId, connectedAt: this.now() });
    await secrets.saveTempoToken(token);
    await settings.saveTempo({ region: 'eu', connectedAt: this.now() });
    await settings.saveMapping(stages);
    await secrets.saveSignalSecrets('flow', { current: flowSecret, previous: null });
    await secrets.saveSignalSecrets('outboundMessage', { current: messageSecret, previous: null });
    flow.configure({ url: 'https://app.example/flow', secret: flowSecret, on: true });
    outboundMessage.configure({ url: `https://app.example/outboundMessage/${messageSecret}`, on: false });
    // What the vendors tell arrives when the harness says so.
    flow.disturb({ held: true });
    outboundMessage.disturb({ held: true });
    await createReconcile(() => this.world())();
    this.tempo.webhooks.hold();
  }

  /** Whatever the worker, the poll or a trigger runs into ends with its own process. @returns whether it came to its end. */
  async run(act: (createWorld: () => World) => Promise<unknown>): Promise<boolean> {
    try {
      await act(() => this.world());
      return !this.life.isOver;
    } catch (error) {
      if (this.life.isOver || error instanceof OutsideError || error instanceof PlatformFailure) return false;
      throw error;
    } finally {
      this.life.goOn();
    }
  }

  poll(): Promise<boolean> {
    return this.run((createWorld) => createPoll(createWorld)());
  }

  reconcile(): Promise<boolean> {
    return this.run((createWorld) => createReconcile(createWorld)());
  }

  /** Delivers what is due on the queue, at most so many times; what failed comes again later. */
  async work(most = 20): Promise<void> {
    for (let count = 0; count < most; count += 1) {
      const wake = this.wakes.take();
      if (wake === undefined) return;
      if (!(await this.run((createWorld) => createDealSync(createWorld)()))) this.wakes.again(wake);
    }
  }

  /** Two workers begin in the same moment, as after a delivery that was doubled while the first was under way. */
  async workTogether(): Promise<void> {
    await Promise.all([1, 2].map(() => createDealSync(() => this.world())()));
  }

  /** Lets the vendors' signals through that are due by now. */
  async deliver(): Promise<void> {
    for (const way of [this.salesforce.flow, this.salesforce.outboundMessage]) way.disturb({ held: false });
    await this.salesforce.runDue();
    for (const way of [this.salesforce.flow, this.salesforce.outboundMessage]) way.disturb({ held: true });
    this.tempo.webhooks.release();
    await this.tempo.runDue();
    this.tempo.webhooks.hold();
  }

  close(): void {
    for (const database of this.databases) database.close();
  }

  private async deliverToSalesforceTrigger(url: string, init: { readonly headers: Readonly<Record<string, string>>; readonly body: string }) {
    const { pathname } = new URL(url);
    const request = { method: 'POST', userPath: pathname.replace(/^\/[^/]+/, ''), headers: asLists(init.headers), body: init.body };
    const isFlow = pathname.startsWith('/flow');
    const answer = { outputKey: 'unavailable' };
    const ended = await this.run(async (createWorld) => Object.assign(answer, await (isFlow ? createSalesforceSignal : createSalesforceMessage)(createWorld)(request)));
    const status = ended ? (statuses[answer.outputKey] ?? 500) : 504;
    return { status, text: async () => (answer.outputKey === 'acknowledged' ? acknowledgement : '') };
  }

  private async deliverToTempoTrigger(url: string, init: { readonly method: string; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }) {
    const { searchParams } = new URL(url);
    const queryParameters = Object.fromEntries([...searchParams].map(([name, value]) => [name, [value]]));
    const request = { method: init.method, userPath: '', queryParameters, headers: asLists(init.headers ?? {}), body: init.body ?? '' };
    const answered: { status: number; text: string } = { status: 504, text: '' };
    // A handshake comes while the app itself waits for the answer to its subscription.
    if (init.method === 'GET') {
      const { statusCode, body } = await createTempoSignal(() => this.world())(request);
      return { status: statusCode, text: body, headers: new Headers({ 'content-type': 'text/plain' }) };
    }
    await this.run(async (createWorld) => {
      const { statusCode, body } = await createTempoSignal(createWorld)(request);
      Object.assign(answered, { status: statusCode, text: body });
    });
    return { ...answered, headers: new Headers({ 'content-type': 'text/plain' }) };
  }
}

const statuses: Readonly<Record<string, number>> = { accepted: 202, unauthorised: 401, replayed: 409, unavailable: 503, acknowledged: 200 };
const acknowledgement =
  '<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body>' +
  '<notificationsResponse xmlns="http://soap.sforce.com/2005/09/outbound"><Ack>true</Ack></notificationsResponse></soapenv:Body></soapenv:Envelope>';

const asLists = (headers: Readonly<Record<string, string>>) => Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]]));
