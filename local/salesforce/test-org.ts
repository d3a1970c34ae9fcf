import { openDatabase } from '../database';
import type { Database } from '../database';
import { HandClock } from '../hand-clock';
import { startServer } from '../server';
import { createSalesforce } from './salesforce';
import type { Salesforce, SalesforceOptions } from './salesforce';

export const TEST_ORG = {
  id: '00D5g000001abcDEAQ', name: 'Test Org', myDomain: 'test.my.salesforce.com', clientId: 'a-client', clientSecret: 'a-secret',
} as const;

/** Where a test org's clock stands at first. */
export const TEST_NOW = '2026-11-23T09:00:00.000Z';

export interface TestOrg extends Salesforce {
  readonly url: string;
  readonly clock: HandClock;
  readonly database: Database;
  /** A path of the data API with a good token: "/query?q=…". */
  data(path: string, init?: RequestInit): Promise<Response>;
  query(soql: string, headers?: Record<string, string>): Promise<Response>;
  /** Opens a new session and uses it from now on. */
  login(): Promise<void>;
  close(): Promise<void>;
}

/** Starts an org with four stages on a free port. */
export async function startTestOrg(options: Partial<SalesforceOptions> = {}): Promise<TestOrg> {
  const clock = new HandClock(TEST_NOW);
  const database = options.database ?? openDatabase(':memory:');
  const salesforce = createSalesforce({ database, clock, org: TEST_ORG, deliver: () => Promise.resolve({ status: 202 }), ...options });
  if (salesforce.store.stages.all().length === 0) {
    salesforce.store.createStage({ apiName: 'Prospecting', probability: 10 });
    salesforce.store.createStage({ apiName: 'Negotiation', probability: 70 });
    salesforce.store.createStage({ apiName: 'Closed Won', probability: 100, won: true });
    salesforce.store.createStage({ apiName: 'Closed Lost', probability: 0, closed: true });
  }
  const server = await startServer(salesforce.app, 0);
  let token = '';
  const data = (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    if (!headers.has('Authorization')) headers.set('Authorization', `Bearer ${token}`);
    return fetch(`${server.url}/services/data/v68.0${path}`, { ...init, headers });
  };
  const login = async (): Promise<void> => {
    const answer = await requestToken(server.url, { grant_type: 'client_credentials', client_id: TEST_ORG.clientId, client_secret: TEST_ORG.clientSecret });
    token = String(fieldOf(await answer.json(), 'access_token'));
  };
  await login();
  return {
    ...salesforce, url: server.url, clock, database, data, login,
    query: (soql, headers) => data(`/query?q=${encodeURIComponent(soql)}`, headers ? { headers } : {}),
    close: async () => {
      await server.close();
      database.close();
    },
  };
}

export function requestToken(url: string, form: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${url}/services/oauth2/token`, { method: 'POST', body: new URLSearchParams(form), headers });
}

/** A member of an answer's object, or undefined. */
export function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined;
}
