import { Hono } from 'hono';
import type { Clock } from '../clock';
import type { Database } from '../database';
import { CallBudget } from './api/budget';
import { dataApi } from './api/data';
import { Locators } from './api/locators';
import { Sessions } from './api/sessions';
import { tokenApi } from './api/token';
import { Faults } from './faults';
import { pages } from './pages/pages';
import type { Deliver } from './push/deliver';
import { Flow } from './push/flow';
import { OutboundMessage } from './push/outbound-message';
import { canonicalId } from './record-ids';
import { Objects } from './soql/objects';
import { Numbering } from './store/numbering';
import { preparedOnce } from './store/prepared-once';
import { SalesforceStore } from './store/store';

export interface SalesforceOrg {
  /** 15 or 18 characters, beginning with 00D. */
  readonly id: string;
  readonly name?: string;
  /** The host name under which the org is called, as acme.my.salesforce.com. */
  readonly myDomain: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface SalesforceOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly org: SalesforceOrg;
  /** Sends the Flow's callouts and the outbound messages; the latter are taken for delivered only where it hands over the answer's `text`. */
  readonly deliver: Deliver;
  /** How long an unused session lives; two hours, as in a new org, unless given. */
  readonly sessionMinutes?: number;
  /** Calls in 24 hours; 100,000 unless given. */
  readonly dailyCalls?: number;
  /** Without it Opportunity has no CurrencyIsoCode; with it unless given. */
  readonly multiCurrency?: boolean;
}

export interface Salesforce {
  readonly store: SalesforceStore;
  readonly app: Hono;
  readonly flow: Flow;
  readonly outboundMessage: OutboundMessage;
  readonly faults: Faults;
  readonly sessions: Sessions;
  readonly budget: CallBudget;
  /** Sends the Flow's callouts and the outbound messages that are due by the clock, and resolves when they have been answered. */
  runDue(): Promise<void>;
}

/** What a wrong My Domain shows: a page for people, where the app expects JSON. In reality its name often does not resolve at all. */
const NO_SUCH_DOMAIN = '<!doctype html><html lang="en"><head><title>Page not found</title></head><body><p>This address belongs to no Salesforce org.</p></body></html>';

/**
 * A Salesforce org on this machine: the API that the app calls, and pages to look at it and act in it.
 * Without a server `app.fetch(request)` answers as well, except where a fault acts on the connection.
 */
export function createSalesforce(options: SalesforceOptions): Salesforce {
  const { clock, org, deliver } = options;
  const database = preparedOnce(options.database);
  const orgId = canonicalId(org.id);
  if (!orgId?.startsWith('00D')) throw new Error(`${org.id} is not the id of a Salesforce org.`);
  const store: SalesforceStore = new SalesforceStore(database, clock, { id: orgId, name: org.name ?? 'Salesforce' }, (deal) => {
    flow.enqueue(deal);
    outboundMessage.enqueue(deal);
    // A microtask runs after the transaction that is open now, so nothing is told before it is kept.
    queueMicrotask(() => {
      runDue().catch((error: unknown) => console.error('Salesforce stand-in: callouts stopped.', error));
    });
  });
  const numbering = new Numbering(database);
  const flow = new Flow(database, clock, store.settings, orgId, deliver);
  const { settings, opportunities } = store;
  const outboundMessage = new OutboundMessage({ database, clock, settings, numbering, opportunities, org: { id: orgId, myDomain: org.myDomain }, deliver });
  const runDue = async (): Promise<void> => {
    await Promise.all([flow.runDue(), outboundMessage.runDue()]);
  };
  const sessions = new Sessions(database, clock, orgId);
  const budget = new CallBudget(database, clock, options.dailyCalls ?? 100_000);
  const faults = new Faults(database);
  const client = { orgId, myDomain: org.myDomain, clientId: org.clientId, clientSecret: org.clientSecret, sessionMinutes: options.sessionMinutes ?? 120 };

  // Salesforce takes a path with and without a slash at its end.
  const app = new Hono({ strict: false });
  app.use('/services/*', async (context, next) => {
    const host = context.req.header('x-forwarded-host');
    if (host !== undefined && host.toLowerCase() !== org.myDomain.toLowerCase()) return context.html(NO_SUCH_DOMAIN, 404);
    return next();
  });
  app.use('/services/*', faults.middleware);
  app.route('/services/oauth2', tokenApi(client, sessions, store.settings, clock));
  app.route('/services/data', dataApi({
    database, store, sessions, budget, objects: new Objects(options.multiCurrency !== false, () => store.features.hiddenObjects()), locators: new Locators(database, clock, numbering),
  }));
  app.all('/services/*', (context) => context.json({ error: 'not modelled', missing: `${context.req.method} ${context.req.path}` }, 501));
  app.route('/', pages({ store, flow, outboundMessage, faults, sessions, budget, orgName: org.name ?? 'Salesforce' }));
  return { store, app, flow, outboundMessage, faults, sessions, budget, runDue };
}
