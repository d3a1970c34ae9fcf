import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import type { Clock } from '../clock';
import type { Database } from '../database';
import { tempoApi } from './api/api';
import type { JiraItems, Surroundings } from './api/environment';
import { ANSWER_WITHIN_MS } from './assumptions';
import { SCOPE_AREAS, type Region } from './model';
import { financialsRoutes } from './pages/financials-routes';
import { MissingPage } from './pages/layout';
import { frameOf } from './pages/page-frame';
import { plannerRoutes } from './pages/planner-routes';
import { settingsRoutes } from './pages/settings-routes';
import { STYLES } from './pages/styles';
import { worklogRoutes } from './pages/worklog-routes';
import { KeptStatements } from './store/kept-statements';
import { LONGEST_LIFE_DAYS } from './store/token-table';
import { TempoStore } from './store/tempo-store';
import { deliverByFetch, type Deliver } from './webhooks/deliver';
import { Webhooks } from './webhooks/webhooks';

export interface TempoOptions extends JiraItems {
  readonly database: Database;
  readonly clock: Clock;
  /** The cluster of the customer at the first start; afterwards the settings page decides. */
  readonly region: Region;
  /** An API token with every scope that is there from the start, for the demo and for tests. */
  readonly token?: { readonly secret: string; readonly ownerId: string } | undefined;
  /** Where the pages' link back to Jira leads. */
  readonly jiraUrl?: string | undefined;
  /** Sends handshakes and events to subscribers; over the network, to the addresses as they stand, unless given. */
  readonly deliver?: Deliver | undefined;
  /** How long a subscriber's answer is awaited; 30 seconds, as Tempo states, unless given. */
  readonly answerWithinMs?: number | undefined;
}

export interface Tempo {
  readonly store: TempoStore;
  /**
   * The REST API under /4 and the pages under /. Requests may also be handed to `app.fetch` without a server;
   * only the faults that cut a connection, loseAnswer and halfAnswer, are then not modelled.
   */
  readonly app: Hono;
  readonly webhooks: Webhooks;
  /** Sends the events that are due by the clock, and resolves when they have been answered. Whoever keeps the time calls it for retries. */
  runDue(): Promise<void>;
}

/** A stand-in for Tempo Planner: REST API 4 and a planner to look at and act in. */
export function createTempo(options: TempoOptions): Tempo {
  const { clock, region, token, jiraUrl, deliver = deliverByFetch, answerWithinMs = ANSWER_WITHIN_MS } = options;
  const database = new KeptStatements(options.database);
  const store: TempoStore = new TempoStore(database, clock, region, (change) => webhooks.tell(change));
  const webhooks = new Webhooks({ database, clock, store, deliver, answerWithinMs });
  if (token !== undefined) {
    const scopes = SCOPE_AREAS.map((area) => `${area}:manage` as const);
    store.tokens.ensure({ name: 'Opiekun', ownerId: token.ownerId, secret: token.secret, scopes, lifeDays: LONGEST_LIFE_DAYS });
  }
  const surroundings: Surroundings = { store, clock, webhooks, jira: options };

  const app = new Hono();
  app.route('/4', tempoApi(surroundings));
  app.get('/style.css', (context) => {
    context.header('Cache-Control', 'max-age=300');
    return context.body(STYLES, 200, { 'Content-Type': 'text/css; charset=utf-8' });
  });
  app.use(csrf());
  app.route('/settings', settingsRoutes(surroundings, jiraUrl));
  app.route('/financials', financialsRoutes(surroundings, jiraUrl));
  app.route('/worklogs', worklogRoutes(surroundings, jiraUrl));
  app.route('/', plannerRoutes(surroundings, jiraUrl));
  app.notFound((context) => context.html(<MissingPage frame={frameOf(context, jiraUrl)} />, 404));
  return { store, app, webhooks, runDue: () => webhooks.runDue() };
}
