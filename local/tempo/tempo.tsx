import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import type { Clock } from '../clock';
import type { Database } from '../database';
import { tempoApi } from './api/api';
import type { JiraItems, Surroundings } from './api/environment';
import { SCOPE_AREAS, type Region } from './model';
import { MissingPage } from './pages/layout';
import { frameOf } from './pages/page-frame';
import { plannerRoutes } from './pages/planner-routes';
import { settingsRoutes } from './pages/settings-routes';
import { STYLES } from './pages/styles';
import { LONGEST_LIFE_DAYS } from './store/token-table';
import { TempoStore } from './store/tempo-store';

export interface TempoOptions extends JiraItems {
  readonly database: Database;
  readonly clock: Clock;
  /** The cluster of the customer at the first start; afterwards the settings page decides. */
  readonly region: Region;
  /** An API token with every scope that is there from the start, for the demo and for tests. */
  readonly token?: { readonly secret: string; readonly ownerId: string } | undefined;
  /** Where the pages' link back to Jira leads. */
  readonly jiraUrl?: string | undefined;
}

export interface Tempo {
  readonly store: TempoStore;
  /** The REST API under /4 and the pages under /. Must be served by a Node server: some faults act on the connection. */
  readonly app: Hono;
}

/** A stand-in for Tempo Planner: REST API 4 and a planner to look at and act in. */
export function createTempo(options: TempoOptions): Tempo {
  const { database, clock, region, token, jiraUrl } = options;
  const store = new TempoStore(database, clock, region);
  if (token !== undefined) {
    const scopes = SCOPE_AREAS.map((area) => `${area}:manage` as const);
    store.tokens.ensure({ name: 'Opiekun', ownerId: token.ownerId, secret: token.secret, scopes, lifeDays: LONGEST_LIFE_DAYS });
  }
  const surroundings: Surroundings = { store, clock, jira: options };

  const app = new Hono();
  app.route('/4', tempoApi(surroundings));
  app.get('/style.css', (context) => {
    context.header('Cache-Control', 'max-age=300');
    return context.body(STYLES, 200, { 'Content-Type': 'text/css; charset=utf-8' });
  });
  app.use(csrf());
  app.route('/settings', settingsRoutes(surroundings, jiraUrl));
  app.route('/', plannerRoutes(surroundings, jiraUrl));
  app.notFound((context) => context.html(<MissingPage frame={frameOf(context, jiraUrl)} />, 404));
  return { store, app };
}
