import { fieldOf, startTestOrg, TEST_ORG } from '../test-org';
import type { TestOrg } from '../test-org';

let org: TestOrg;
beforeEach(async () => {
  org = await startTestOrg();
});
afterEach(() => org.close());

const queryAll = (soql: string, headers: Record<string, string> = {}): Promise<Response> => org.data(`/queryAll?q=${encodeURIComponent(soql)}`, { headers });

async function recordsOf(answer: Response): Promise<unknown[]> {
  const records = fieldOf(await answer.json(), 'records');
  if (!Array.isArray(records)) throw new Error(`status ${answer.status}`);
  return records;
}

function deals(count: number): string[] {
  return org.store.batch(() => Array.from({ length: count }, (_, index) =>
    org.store.createOpportunity({ number: index + 1, name: `Deal ${index + 1}`, stageName: 'Prospecting', closeDate: '2026-12-01' }).id));
}

test('queryAll gives deleted records too, changed at their deletion and again at their return; query does not', async () => {
  const [first = ''] = deals(2);
  org.clock.advance(60);
  org.store.opportunities.delete(first);
  const soql = 'SELECT Name, IsDeleted, SystemModstamp, LastModifiedDate FROM Opportunity WHERE SystemModstamp >= 2026-11-23T09:01:00Z ORDER BY SystemModstamp, Id';
  expect(await recordsOf(await org.query(soql))).toEqual([]);
  const deletedAt = '2026-11-23T09:01:00.000+0000';
  expect(await recordsOf(await queryAll(soql))).toEqual([
    { attributes: { type: 'Opportunity', url: `/services/data/v68.0/sobjects/Opportunity/${first}` }, Name: 'Deal 1', IsDeleted: true, SystemModstamp: deletedAt, LastModifiedDate: deletedAt },
  ]);
  org.clock.advance(60);
  org.store.opportunities.undelete(first);
  expect(await recordsOf(await org.query(soql))).toMatchObject([{ Name: 'Deal 1', IsDeleted: false, SystemModstamp: '2026-11-23T09:02:00.000+0000' }]);
});

test.each([['true', ['Deal 1']], ['false', ['Deal 2']]])('queryAll filters by IsDeleted = %s', async (value, expected) => {
  const [first = ''] = deals(2);
  org.store.opportunities.delete(first);
  const records = await recordsOf(await queryAll(`SELECT Name FROM Opportunity WHERE IsDeleted = ${value}`));
  expect(records.map((record) => fieldOf(record, 'Name'))).toEqual(expected);
  expect(await (await queryAll('SELECT COUNT() FROM Opportunity')).json()).toEqual({ totalSize: 2, done: true, records: [] });
});

test('the history of a deleted deal, and a merged client, are deleted records as well', async () => {
  const [first = ''] = deals(1);
  const [kept, merged] = [org.store.createAccount({ name: 'Kept' }), org.store.createAccount({ name: 'Merged' })];
  org.store.accounts.merge(kept.id, merged.id);
  org.store.opportunities.delete(first);
  expect(await recordsOf(await org.query('SELECT Id FROM OpportunityHistory'))).toEqual([]);
  expect(await recordsOf(await queryAll('SELECT StageName, IsDeleted FROM OpportunityHistory'))).toMatchObject([{ StageName: 'Prospecting', IsDeleted: true }]);
  expect(await recordsOf(await queryAll('SELECT Name, MasterRecordId FROM Account WHERE IsDeleted = true'))).toMatchObject([{ Name: 'Merged', MasterRecordId: kept.id }]);
});

test('its next pages are under /query, or under /queryAll, and still hold deleted records', async () => {
  const ids = deals(450);
  for (const id of ids.slice(100, 300)) org.store.opportunities.delete(id);
  const first = await queryAll('SELECT Id, IsDeleted FROM Opportunity ORDER BY Id', { 'Sforce-Query-Options': 'batchSize=200' });
  const body: unknown = await first.json();
  expect(body).toMatchObject({ totalSize: 450, done: false, nextRecordsUrl: expect.stringMatching(/^\/services\/data\/v68\.0\/query\/01g[0-9A-Za-z]{15}-200$/) });
  const next = String(fieldOf(body, 'nextRecordsUrl')).replace('/services/data/v68.0', '');
  for (const path of [next, next.replace('/query/', '/queryAll/')]) {
    const second = await recordsOf(await org.data(path));
    expect(second).toHaveLength(200);
    expect(second.filter((record) => fieldOf(record, 'IsDeleted') === true)).toHaveLength(100);
  }
  expect(await recordsOf(await org.data(next.replace('-200', '-400')))).toHaveLength(50);
});

test('a plain query leaves out what is deleted while its pages are read', async () => {
  const ids = deals(250);
  const first: unknown = await (await org.query('SELECT Id FROM Opportunity ORDER BY Id', { 'Sforce-Query-Options': 'batchSize=200' })).json();
  org.store.opportunities.delete(ids[240] ?? '');
  expect(await recordsOf(await org.data(String(fieldOf(first, 'nextRecordsUrl')).replace('/services/data/v68.0', '')))).toHaveLength(49);
});

test('queryAll is refused as query is, and counts as a call', async () => {
  const refused = await queryAll('SELECT Nope FROM Opportunity');
  expect([refused.status, await refused.json()]).toEqual([400, [{ message: expect.any(String), errorCode: 'INVALID_FIELD' }]]);
  expect(refused.headers.get('Sforce-Limit-Info')).toBe('api-usage=1/100000');
  expect((await org.data('/queryAll')).status).toBe(400);
});

test('the whole API answers without a server', async () => {
  const [first = ''] = deals(2_500);
  const call = (path: string, init?: RequestInit): Promise<Response> => Promise.resolve(org.app.fetch(new Request(`https://${TEST_ORG.myDomain}${path}`, init)));
  const form = { grant_type: 'client_credentials', client_id: TEST_ORG.clientId, client_secret: TEST_ORG.clientSecret };
  const token = String(fieldOf(await (await call('/services/oauth2/token', { method: 'POST', body: new URLSearchParams(form) })).json(), 'access_token'));
  const get = (path: string): Promise<Response> => call(path, { headers: { Authorization: `Bearer ${token}` } });
  const page: unknown = await (await get(`/services/data/v68.0/queryAll?q=${encodeURIComponent('SELECT Id FROM Opportunity')}`)).json();
  expect(await recordsOf(await get(String(fieldOf(page, 'nextRecordsUrl'))))).toHaveLength(500);
  for (const path of ['/services/data', '/services/data/v68.0/limits', `/services/data/v68.0/sobjects/Opportunity/${first}`]) expect((await get(path)).status).toBe(200);
  org.faults.add({ path: '/query', kind: 'status', status: 503, times: 1 });
  expect((await get('/services/data/v68.0/query?q=x')).status).toBe(503);
});
