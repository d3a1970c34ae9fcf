import { Hono } from 'hono';
import type { Context } from 'hono';
import type { Database } from '../../database';
import { canonicalId } from '../record-ids';
import type { Scope } from '../soql/compile';
import { NotModelledError, SoqlError } from '../soql/errors';
import type { Objects } from '../soql/objects';
import { SoqlRunner } from '../soql/run';
import type { SalesforceStore } from '../store/store';
import { dataError, notModelled } from './answers';
import type { CallBudget } from './budget';
import type { Locator, Locators } from './locators';
import { recordsApi } from './records';
import type { Sessions } from './sessions';
import { apiVersions, standing } from './versions';
import { WriteError } from './write-error';

const PAGE = { default: 2_000, min: 200, max: 2_000 } as const;

interface DataApiParts {
  readonly database: Database;
  readonly store: SalesforceStore;
  readonly objects: Objects;
  readonly sessions: Sessions;
  readonly budget: CallBudget;
  readonly locators: Locators;
}

/**
 * The data API under /services/data (REST API Developer Guide: Versions, Limits, Query, QueryAll, sObjects).
 * A URL longer than 16 KB never comes this far: Node refuses it with 431, near to where Salesforce refuses it with 414.
 */
export function dataApi({ database, store, objects, sessions, budget, locators }: DataApiParts): Hono {
  const api = new Hono();
  const soql = new SoqlRunner(database, objects);

  const page = (context: Context, id: string | undefined, result: Locator, from: number): Response => {
    const version = context.req.param('version') ?? '';
    const to = from + result.batchSize;
    const done = to >= result.ids.length;
    const records = soql.read(result.soql, result.scope, result.ids.slice(from, to), version);
    const locator = done ? undefined : (id ?? locators.keep(result));
    return context.json({
      totalSize: result.ids.length,
      done,
      // Of a QueryAll too the next page is at /query.
      ...(locator === undefined ? {} : { nextRecordsUrl: `/services/data/${version}/query/${locator}-${to}` }),
      records,
    });
  };

  const firstPage = (scope: Scope) => (context: Context): Response => {
    const query = context.req.query('q');
    if (query === undefined || query.trim() === '') return dataError(context, 400, 'MALFORMED_QUERY', 'A query needs the parameter q.');
    const found = soql.select(query, scope);
    if (found.ids.length === 0) return context.json({ totalSize: found.total, done: true, records: [] });
    return page(context, undefined, { soql: query, scope, batchSize: batchSizeOf(context), ids: found.ids }, 0);
  };

  api.get('/', (context) => context.json(apiVersions));
  api.use('/:version/*', async (context: Context, next) => {
    const token = /^(?:Bearer|OAuth)\s+(\S+)$/i.exec(context.req.header('authorization') ?? '')?.[1];
    if (token === undefined || !sessions.use(token)) return dataError(context, 401, 'INVALID_SESSION_ID', 'Session expired or invalid');
    const allowed = budget.spend();
    const usage = `api-usage=${budget.used()}/${budget.max}`;
    context.header('Sforce-Limit-Info', usage);
    if (!allowed) return dataError(context, 403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.');
    const version = standing(context.req.param('version') ?? '');
    if (version === 'retired') return dataError(context, 410, 'GONE', 'This version of the API was retired.');
    if (version === 'unknown') return dataError(context, 404, 'NOT_FOUND', 'The requested resource does not exist');
    await next();
    return undefined;
  });

  api.get('/:version/limits', (context) => context.json({
    DailyApiRequests: { Max: budget.max, Remaining: Math.max(0, budget.max - budget.used()) },
  }));

  api.get('/:version/query', firstPage('live'));
  api.get('/:version/queryAll', firstPage('all'));

  // A locator knows what it was made by, so either address leads on.
  api.get('/:version/:resource{query|queryAll}/:locator', (context) => {
    const match = /^([0-9A-Za-z]{15,18})-(\d{1,9})$/.exec(context.req.param('locator'));
    const id = canonicalId(match?.[1] ?? '');
    const locator = id === undefined ? undefined : locators.find(id);
    const from = Number(match?.[2] ?? Number.NaN);
    if (!locator || !(from < locator.ids.length)) return dataError(context, 400, 'INVALID_QUERY_LOCATOR', 'invalid query locator');
    return page(context, id, locator, from);
  });

  api.route('/:version/sobjects', recordsApi({ database, store, objects, soql }));

  const readOnly = ['/:version/query', '/:version/query/:locator', '/:version/queryAll', '/:version/queryAll/:locator', '/:version/limits'];
  api.on(['POST', 'PUT', 'PATCH', 'DELETE'], readOnly, (context) =>
    dataError(context, 405, 'METHOD_NOT_ALLOWED', `HTTP method ${context.req.method} is not allowed here.`));
  api.all('*', (context) => notModelled(context, `${context.req.method} ${context.req.path}`));

  api.onError((error, context) => {
    if (error instanceof WriteError) return error.answer(context);
    if (error instanceof SoqlError) return dataError(context, 400, error.code, error.message);
    if (error instanceof NotModelledError) return notModelled(context, error.missing);
    console.error('Salesforce stand-in:', error);
    return dataError(context, 500, 'UNKNOWN_EXCEPTION', 'An unexpected error occurred.');
  });
  return api;
}

/** Salesforce may give fewer records than asked for and never more than 2,000; a size it cannot read counts for nothing. */
function batchSizeOf(context: Context): number {
  const asked = /(?:^|[,;\s])batchSize=(\d+)/i.exec(context.req.header('Sforce-Query-Options') ?? '')?.[1];
  return asked === undefined ? PAGE.default : Math.min(PAGE.max, Math.max(PAGE.min, Number(asked)));
}
