import { createDealStore } from '../../src/adapters/forge/deal-store';
import { createOrdersStore } from '../../src/adapters/forge/orders-store';
import { salesforceTokenCache, secretStore, settingsStore } from '../../src/adapters/forge/settings-store';
import { createStateStore } from '../../src/adapters/forge/state-store';
import { createHttp } from '../../src/adapters/http/http';
import { Meter } from '../../src/adapters/http/meter';
import { createOrganisation } from '../../src/adapters/salesforce/organisation';
import { createSalesforce } from '../../src/adapters/salesforce/salesforce';
import { addSeconds } from '../../src/domain/calendar';
import { sampleDeal } from '../../src/domain/fixture/guidelines';
import { dealId, instant, organisationId, projectId } from '../../src/domain/fixture/values';
import { newLink } from '../../src/domain/linked-deal';
import type { Instant } from '../../src/domain/plain-date';
import { NotConnected, OutsideError } from '../../src/ports/errors';
import type { SalesforceConnection } from '../../src/ports/settings-store';
import type { World } from '../../src/ports/world';
import { pollDeals } from '../../src/use-cases/planner/poll-deals';
import { MemoryWorld } from '../world/memory-world';
import { openStorage, type InProcessStorage } from './kvs-in-process';

const dealStore = createDealStore(1);
const ordersStore = createOrdersStore(1);

/** The poll as a whole over the real @forge/kvs: what it costs where nothing changed. */

const start = instant('2026-03-02T09:00:00.000Z');
const deal = dealId(1);
let storage: InProcessStorage;
let now: Instant;
/** What Salesforce answers: records of its list of changes, or a status. */
let answer: readonly object[] | number;
let calls: string[];
let woken: number;

beforeEach(async () => {
  storage = openStorage();
  [now, answer, calls, woken] = [start, [], [], 0];
  await secretStore.saveSalesforceSecret('secret');
  await settingsStore.saveSalesforce({ myDomain: 'acme.my.salesforce.com', clientId: 'client', organisationId: organisationId(1), connectedAt: start });
});
afterEach(() => storage.close());

const json = (status: number, body: unknown): Response => new Response(JSON.stringify(body), { status, headers: { 'Sforce-Limit-Info': 'api-usage=10/100000' } });

/** One invocation: the stores and the Salesforce client as app.ts puts them together. */
function invocation(): World {
  let known: Promise<SalesforceConnection | undefined> | undefined;
  const states = createStateStore(1, (connection) => {
    known = Promise.resolve(connection);
  });
  const meter = new Meter('salesforce', () => now);
  const http = createHttp({
    system: 'salesforce', timeoutMs: 5_000, attempts: 1, random: () => 0, pause: async () => undefined,
    fetch: async (url, { method }) => {
      calls.push(`${method} ${new URL(url).pathname}`);
      if (method === 'POST') return json(200, { access_token: '00D!token' });
      return typeof answer === 'number' ? json(answer, [{ errorCode: 'SERVER_UNAVAILABLE' }]) : json(200, { done: true, records: answer });
    },
    after: async (end, asked) => (end instanceof OutsideError ? meter.failed(end) : meter.answered(end, asked)),
  });
  const organisation = createOrganisation({
    http,
    connection: async () => {
      const connection = await (known ?? settingsStore.salesforce());
      if (connection === undefined) throw new NotConnected('salesforce');
      return connection;
    },
    secret: async () => (await secretStore.salesforceSecret()) ?? '',
    tokens: salesforceTokenCache,
  });
  const deals = createSalesforce(http, organisation);
  return {
    ...new MemoryWorld().as(),
    deals, states, dealStore, orders: ordersStore, clock: { now: () => now },
    connections: { take: () => meter.take() },
    jobs: {
      lookAfterMargins: async () => undefined,
      wake: async () => {
        woken += 1;
      },
    },
  };
}

const poll = async (): Promise<string[]> => {
  [storage.operations.length, calls.length] = [0, 0];
  await pollDeals(invocation());
  return [...storage.operations];
};
const later = (seconds: number): void => {
  now = addSeconds(now, seconds);
};
const change = (n: number, at: string, more: object = {}) => ({ Id: dealId(n), StageName: 'Negotiation', SystemModstamp: at, IsDeleted: false, ...more });

it('costs one call to Salesforce and three of storage, one of them the secret, where nothing changed', async () => {
  await poll();
  for (let round = 0; round < 3; round += 1) {
    later(300);
    expect(await poll()).toEqual(['/api/v1/batch/get', '/api/v1/secret/get', '/api/v1/transaction']);
    expect(calls).toEqual(['GET /services/data/v66.0/queryAll']);
  }
  const { polledAt, budget, connection } = await createStateStore(1, () => undefined).poll();
  expect([polledAt, budget, connection.lastSuccessAt]).toEqual([now, { used: 10, allowed: 100_000, at: now }, now]);
  expect(woken).toBe(0);
});

it('costs no more where it sees again what it saw before', async () => {
  answer = [change(1, '2026-03-02T08:59:00.000+0000'), change(2, '2026-03-02T08:59:30.000+0000')];
  await poll();
  later(60);
  expect(await poll()).toEqual(['/api/v1/batch/get', '/api/v1/secret/get', '/api/v1/transaction']);
});

it('costs one read more where deals changed that nobody linked', async () => {
  await poll();
  later(300);
  answer = [change(1, '2026-03-02T09:04:00.000+0000')];
  expect(await poll()).toEqual(['/api/v1/batch/get', '/api/v1/secret/get', '/api/v1/batch/get', '/api/v1/transaction']);
  expect((await ordersStore.count(10)).length).toBe(0);
});

it('asks nothing of Salesforce while it is told to be slow', async () => {
  await poll();
  await createStateStore(1, () => undefined).changePoll((state) => ({ ...state, nextPollAt: addSeconds(now, 1_740) }));
  later(300);
  expect(await poll()).toEqual(['/api/v1/batch/get']);
  expect(calls).toEqual([]);
});

it('orders a linked deal that changed, once', async () => {
  await dealStore.add(newLink(projectId('10001'), sampleDeal({ id: deal }), start), undefined);
  await poll();
  later(300);
  answer = [change(1, '2026-03-02T09:04:00.000+0000', { StageName: 'Closed Won' })];
  await poll();
  expect(await ordersStore.due(now, 10)).toMatchObject([{ dealId: deal, reason: 'poll', urgent: false }]);
  expect(woken).toBe(1);
  await ordersStore.done(await ordersStore.due(now, 10));
  later(60);
  await poll();
  expect((await ordersStore.count(10)).length).toBe(0);
});

it('forgets nothing where Salesforce is down: the next poll looks back over the same time', async () => {
  await dealStore.add(newLink(projectId('10001'), sampleDeal({ id: deal }), start), undefined);
  await poll();
  const { changesUpTo } = await createStateStore(1, () => undefined).poll();
  later(300);
  answer = 503;
  await expect(poll()).rejects.toMatchObject({ failure: 'unavailable' });
  const kept = await createStateStore(1, () => undefined).poll();
  expect([kept.changesUpTo, kept.connection.failuresInRow, kept.connection.lastFailure?.code]).toEqual([changesUpTo, 1, 'unavailable']);
  later(300);
  answer = [change(1, '2026-03-02T09:01:00.000+0000', { StageName: 'Closed Won' })];
  await poll();
  expect(await ordersStore.due(now, 10)).toHaveLength(1);
});
