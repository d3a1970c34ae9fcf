import { furnishClient, type TestClient } from '../../local/salesforce/test-client';
import { createHttp } from '../../src/adapters/http/http';
import { createClientRecords } from '../../src/adapters/salesforce/client-records';
import { createOrganisation } from '../../src/adapters/salesforce/organisation';
import { parseClientId, parseDealId } from '../../src/domain/ids';
import { dealId } from '../../src/domain/fixture/values';
import { startAnswering, type AnsweringServer, type PlainAnswer } from './answering-server';
import { credentials, startHarness, type Harness } from './salesforce-harness';

const account = (client: TestClient) => parseClientId(client.account.id) ?? fail('no client');
const deal = (client: TestClient) => parseDealId(client.deal.id) ?? fail('no deal');
const fail = (why: string): never => {
  throw new Error(why);
};

describe('over HTTP against the stand-in', () => {
  let harness: Harness;
  let client: TestClient;
  beforeEach(async () => {
    harness = await startHarness();
    client = furnishClient(harness.org);
  });
  afterEach(() => harness.close());
  const read = () => createClientRecords(harness.organisation()).read(account(client), [deal(client), dealId(77)]);

  it('reads a client and its deals in two calls, and leaves out a deal that is gone', async () => {
    harness.org.store.accountProfiles.replace(client.account.id, { phone: '+48 58 000', website: ' ', billingCity: 'Gdynia' });
    harness.org.store.dealDetails.change(client.deal.id, { nextStep: 'Send the offer', lastActivityDate: '2026-11-24' });
    expect(await read()).toEqual({
      account: { filled: new Set(['phone', 'billingCity', 'owner']) },
      deals: [{ id: client.deal.id, name: 'Portal', stageName: 'Prospecting', isClosed: false, isWon: false, filled: new Set(['amount', 'closeDate', 'nextStep', 'lastActivity']), closeDate: '2026-12-01', touchedOn: '2026-11-24' }],
      hidden: new Set(),
    });
    expect(harness.requests.filter((request) => request.includes('/query'))).toHaveLength(2);
  });

  it('says of a client without a deal, and of one that is gone, what there is', async () => {
    const records = createClientRecords(harness.organisation());
    expect((await records.read(account(client), [])).deals).toEqual([]);
    const other = harness.org.store.createAccount({ number: 9, name: 'Other' });
    harness.org.store.accounts.merge(other.id, client.account.id);
    expect((await records.read(account(client), [])).account).toBeNull();
  });

  it.each([
    ['status', 503, 3, 'unavailable'],
    ['status', 403, 1, 'rateLimited'],
    ['wrongShape', undefined, 1, 'unexpectedAnswer'],
  ] as const)('passes on %s %s as its own kind of failure', async (kind, status, times, failure) => {
    harness.org.faults.add({ path: '/query', kind, times, ...(status === undefined ? {} : { status }) });
    await expect(read()).rejects.toMatchObject({ name: 'OutsideError', failure });
  });

  it('reads again after an answer that was lost', async () => {
    harness.org.faults.add({ path: '/query', kind: 'loseAnswer', times: 1 });
    expect((await read()).deals).toHaveLength(1);
  });
});

describe('an organisation that hides fields', () => {
  let server: AnsweringServer;
  let hides: readonly string[];
  beforeEach(async () => {
    server = await startAnswering(({ method, target }): PlainAnswer => {
      if (method === 'POST') return { status: 200, body: JSON.stringify({ access_token: '00D!token', id: 'https://login.salesforce.com/id/00D5g000001abcDEAQ/0055g000001abcDAAQ', token_type: 'Bearer' }) };
      const hidden = hides.find((field) => new RegExp(`[ ,+]${field}[ ,+]`, 'u').test(target));
      if (hidden !== undefined) return { status: 400, body: JSON.stringify([{ errorCode: 'INVALID_FIELD', message: `SELECT ${hidden}\n       ^\nERROR at Row:1:Column:8\nNo such column '${hidden}' on entity 'Account'. If you are attempting to use a custom field, be sure to append the '__c'.` }]) };
      const records = target.includes('FROM Account') || target.includes('FROM+Account') ? [{ Id: '001Ab0000000001', Website: 'x', BillingCity: ' ', OwnerId: null }] : [];
      return { status: 200, body: JSON.stringify({ done: true, records }) };
    });
  });
  afterEach(() => server.close());
  const read = () => {
    const http = createHttp({ system: 'salesforce', timeoutMs: 5_000, attempts: 2, random: () => 0, pause: async () => undefined, fetch: (address, init) => fetch(address.replace(/^https:\/\/[^/]+/, server.url), init) });
    const organisation = createOrganisation({ http, connection: async () => credentials, secret: async () => credentials.clientSecret, tokens: { read: async () => undefined, save: async () => undefined } });
    return createClientRecords(organisation).read(parseClientId('001Ab0000000001') ?? fail('no client'), [dealId(1)]);
  };

  it('is asked for the others, and what is hidden is said', async () => {
    hides = ['Phone', 'Industry', 'NextStep'];
    expect(await read()).toEqual({ account: { filled: new Set(['website']) }, deals: [], hidden: new Set(['phone', 'industry', 'nextStep']) });
    expect(server.requests).toHaveLength(6);
  });

  it('fails where a field is hidden without which nothing can be said', async () => {
    hides = ['StageName'];
    await expect(read()).rejects.toMatchObject({ code: 'INVALID_FIELD', failure: 'rejected' });
  });
});
