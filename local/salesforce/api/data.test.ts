import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../database';
import { fieldOf, startTestOrg } from '../test-org';
import type { TestOrg } from '../test-org';

let org: TestOrg;
beforeEach(async () => {
  org = await startTestOrg();
});
afterEach(() => org.close());

async function names(soql: string): Promise<unknown[]> {
  const answer = await org.query(soql);
  const records = fieldOf(await answer.json(), 'records');
  if (!Array.isArray(records)) throw new Error(`status ${answer.status}`);
  return records.map((record: unknown) => fieldOf(record, 'Name'));
}

function sixDeals(): void {
  const { store } = org;
  const client = store.createAccount({ number: 1, name: 'Żabka Łódź' });
  store.createOpportunity({ number: 1, name: 'Alpha', accountId: client.id, stageName: 'Prospecting', amount: '100', closeDate: '2026-01-10' });
  store.createOpportunity({ number: 2, name: 'beta 100%', accountId: client.id, stageName: 'Negotiation', amount: '2500.5', closeDate: '2026-02-10' });
  store.createOpportunity({ number: 3, name: 'Gamma', stageName: 'Closed Won', amount: '300', closeDate: '2026-03-10' });
  store.createOpportunity({ number: 4, name: "O'Hara \\ Sons", stageName: 'Closed Lost', closeDate: '2026-04-10' });
}

test('a token is asked for, and a bad one is refused in the data API\'s own shape', async () => {
  for (const headers of [{}, { Authorization: 'Bearer nonsense' }, { Authorization: 'Basic x' }]) {
    const answer = await fetch(`${org.url}/services/data/v68.0/query?q=SELECT+Id+FROM+Account`, { headers });
    expect(answer.status).toBe(401);
    expect(await answer.json()).toEqual([{ message: expect.any(String), errorCode: 'INVALID_SESSION_ID' }]);
  }
});

test('an unused session expires, a used one lives on', async () => {
  org.clock.advance(90 * 60);
  expect((await org.data('/limits')).status).toBe(200);
  org.clock.advance(90 * 60);
  expect((await org.data('/limits')).status).toBe(200);
  org.clock.advance(121 * 60);
  expect((await org.data('/limits')).status).toBe(401);
});

test('versions are listed to anyone; a retired one is gone and an unknown one is not found', async () => {
  const list: unknown = await (await fetch(`${org.url}/services/data/`)).json();
  expect(list).toContainEqual({ label: "Winter '27", url: '/services/data/v68.0', version: '68.0' });
  const status = async (version: string): Promise<number> => {
    const token = await org.data('/../' + version + '/limits');
    return token.status;
  };
  expect(await status('v66.0')).toBe(200);
  expect(await status('v20.0')).toBe(410);
  expect(await status('v99.0')).toBe(404);
});

test('every data answer says how much of the calls is used, and the last call is the last', async () => {
  await org.close();
  org = await startTestOrg({ dailyCalls: 2 });
  expect((await org.data('/limits')).headers.get('Sforce-Limit-Info')).toBe('api-usage=1/2');
  const wrong = await org.query('SELECT Nope FROM Account');
  expect([wrong.status, wrong.headers.get('Sforce-Limit-Info')]).toEqual([400, 'api-usage=2/2']);
  const answer = await org.data('/limits');
  expect(answer.status).toBe(403);
  expect(await answer.json()).toMatchObject([{ errorCode: 'REQUEST_LIMIT_EXCEEDED' }]);
  org.clock.advance(25 * 60 * 60);
  await org.login();
  expect((await org.data('/limits')).status).toBe(200);
});

test('a query reads fields of the record and of its parents', async () => {
  sixDeals();
  const answer = await org.query("SELECT Id, Name, Amount, CloseDate, IsWon, Account.Name, Owner.Name, CurrencyIsoCode, SystemModstamp FROM Opportunity WHERE Name IN ('ALPHA', 'gamma') ORDER BY Name");
  expect(await answer.json()).toEqual({
    totalSize: 2, done: true,
    records: [
      {
        attributes: { type: 'Opportunity', url: '/services/data/v68.0/sobjects/Opportunity/006Op0000000001IAA' },
        Id: '006Op0000000001IAA', Name: 'Alpha', Amount: 100, CloseDate: '2026-01-10', IsWon: false,
        Account: { attributes: { type: 'Account', url: '/services/data/v68.0/sobjects/Account/001Op0000000001IAA' }, Name: 'Żabka Łódź' },
        Owner: { attributes: expect.objectContaining({ type: 'User' }), Name: 'Integration User' },
        CurrencyIsoCode: 'PLN', SystemModstamp: '2026-11-23T09:00:00.000+0000',
      },
      expect.objectContaining({ Name: 'Gamma', Amount: 300, IsWon: true, Account: null }),
    ],
  });
});

test.each([
  ["Account.Name LIKE 'żABKA%'", ['Alpha', 'beta 100%']],
  ["Account.Name = null", ['Gamma', "O'Hara \\ Sons"]],
  ["Name = 'O\\'Hara \\\\ Sons'", ["O'Hara \\ Sons"]],
  ["Name LIKE '%100\\%'", ['beta 100%']],
  ['Amount > 100', ['beta 100%', 'Gamma']],
  ['Amount = 2500.50', ['beta 100%']],
  ['Amount != 100', ['beta 100%', 'Gamma', "O'Hara \\ Sons"]],
  ['(NOT Amount > 100)', ['Alpha', "O'Hara \\ Sons"]],
  ['Amount = null', ["O'Hara \\ Sons"]],
  ["StageName NOT IN ('negotiation', 'Closed Won')", ['Alpha', "O'Hara \\ Sons"]],
  ['IsClosed = false AND CloseDate >= 2026-02-10', ['beta 100%']],
  ["IsWon = true OR (IsClosed = false AND Name LIKE 'A%')", ['Alpha', 'Gamma']],
  ["Id = '006Op0000000003'", ['Gamma']],
  ["Id IN ('006op0000000003iaa', '006Op0000000001')", ['Alpha', 'Gamma']],
  ['SystemModstamp >= 2026-11-23T10:00:00+01:00', ['Alpha', 'beta 100%', 'Gamma', "O'Hara \\ Sons"]],
  ['SystemModstamp > 2026-11-23T09:00:00Z', []],
])('WHERE %s', async (where, expected) => {
  sixDeals();
  expect(await names(`SELECT Name FROM Opportunity WHERE ${where} ORDER BY Name`)).toEqual(expected);
});

test('ORDER BY sorts without regard to letter case, puts nothing first unless told, and a stage by its place', async () => {
  sixDeals();
  expect(await names('SELECT Name FROM Opportunity ORDER BY Amount')).toEqual(["O'Hara \\ Sons", 'Alpha', 'Gamma', 'beta 100%']);
  expect(await names('SELECT Name FROM Opportunity ORDER BY Amount DESC NULLS LAST LIMIT 2 OFFSET 1')).toEqual(['Gamma', 'Alpha']);
  expect(await names('SELECT Name FROM Opportunity ORDER BY StageName')).toEqual(['Alpha', 'beta 100%', 'Gamma', "O'Hara \\ Sons"]);
});

test.each([
  ['SELECT Nope FROM Opportunity', 'INVALID_FIELD'], ['SELECT Id FROM Nope', 'INVALID_TYPE'], ['SELECT Id FROM AccountTeamMember', 'INVALID_TYPE'],
  ['SELECT Id, Id FROM Account', 'INVALID_FIELD'], ['SELECT Id, Parent.Name FROM Opportunity', 'INVALID_FIELD'], ["SELECT Id FROM Opportunity WHERE Amount = '1'", 'INVALID_FIELD'],
  ["SELECT Id FROM Opportunity WHERE SystemModstamp > '2026-01-01T00:00:00Z'", 'INVALID_FIELD'], ['SELECT Id FROM Opportunity WHERE SystemModstamp > 2026-01-01', 'INVALID_FIELD'],
  ["SELECT Id FROM Opportunity WHERE Id = 'x'", 'INVALID_QUERY_FILTER_OPERATOR'], ["SELECT Id FROM Opportunity WHERE Amount LIKE '1%'", 'INVALID_QUERY_FILTER_OPERATOR'],
  ["SELECT Id FROM Opportunity WHERE Name = 'a\\q'", 'MALFORMED_QUERY'], ['SELECT Id FROM Opportunity OFFSET 2001', 'NUMBER_OUTSIDE_VALID_RANGE'], ['', 'MALFORMED_QUERY'],
])('%p is answered 400 %s', async (soql, errorCode) => {
  const answer = await org.query(soql);
  expect(answer.status).toBe(400);
  expect(await answer.json()).toEqual([{ message: expect.any(String), errorCode }]);
});

test.each(['SELECT Id FROM Lead', 'SELECT PushCount FROM Opportunity', 'SELECT Id FROM Opportunity WHERE CloseDate = THIS_MONTH'])('%p is answered 501', async (soql) => {
  const answer = await org.query(soql);
  expect(answer.status).toBe(501);
  expect(await answer.json()).toEqual({ error: 'not modelled', missing: expect.any(String) });
});

test('an org with one currency has no CurrencyIsoCode', async () => {
  await org.close();
  org = await startTestOrg({ multiCurrency: false });
  expect(await (await org.query('SELECT CurrencyIsoCode FROM Opportunity')).json()).toMatchObject([{ errorCode: 'INVALID_FIELD' }]);
});

test('a long result comes in pages whose addresses are followed to the end, also after a restart', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'salesforce-'));
  try {
    const file = join(folder, 'org.db');
    await org.close();
    org = await startTestOrg({ database: openDatabase(file) });
    org.store.batch(() => {
      for (let number = 1; number <= 450; number += 1) {
        org.store.createOpportunity({ number, name: `Deal ${number}`, stageName: 'Prospecting', closeDate: '2026-12-01' });
      }
    });
    const seen: unknown[] = [];
    let answer = await org.query('SELECT Id FROM Opportunity ORDER BY Name DESC', { 'Sforce-Query-Options': 'batchSize=200' });
    for (;;) {
      const body: unknown = await answer.json();
      expect(fieldOf(body, 'totalSize')).toBe(450);
      const records = fieldOf(body, 'records');
      if (Array.isArray(records)) seen.push(...records.map((record: unknown) => fieldOf(record, 'Id')));
      const next = fieldOf(body, 'nextRecordsUrl');
      expect(fieldOf(body, 'done')).toBe(next === undefined);
      if (typeof next !== 'string') break;
      await org.close();
      org = await startTestOrg({ database: openDatabase(file) });
      answer = await org.data(next.replace('/services/data/v68.0', ''));
    }
    expect(new Set(seen).size).toBe(450);
    expect(seen).toHaveLength(450);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('COUNT() gives the number alone', async () => {
  sixDeals();
  expect(await (await org.query('SELECT COUNT() FROM Opportunity WHERE IsClosed = false')).json()).toEqual({ totalSize: 2, done: true, records: [] });
});

test('an unknown query locator is refused', async () => {
  for (const locator of ['x', '01gOp0000000001IAA-2000', '01gOp0000000001']) {
    expect(await (await org.data(`/query/${locator}`)).json()).toMatchObject([{ errorCode: 'INVALID_QUERY_LOCATOR' }]);
  }
});

test('a record is read by its id in either length; a deleted one is told apart from one that never was', async () => {
  sixDeals();
  expect(await (await org.data('/sobjects/Opportunity/006Op0000000001')).json()).toMatchObject({ Id: '006Op0000000001IAA', Name: 'Alpha', AccountId: '001Op0000000001IAA' });
  expect(Object.keys(Object(await (await org.data('/sobjects/Opportunity/006Op0000000001?fields=Name,Amount')).json()))).toEqual(['attributes', 'Name', 'Amount']);
  org.store.opportunities.delete('006Op0000000001IAA');
  const gone = await org.data('/sobjects/Opportunity/006Op0000000001IAA');
  expect([gone.status, await gone.json()]).toEqual([404, [{ message: expect.any(String), errorCode: 'ENTITY_IS_DELETED' }]]);
  expect(await names("SELECT Name FROM Opportunity WHERE Name = 'Alpha'")).toEqual([]);
  const never = await org.data('/sobjects/Opportunity/006Op00000000ZZ');
  expect([never.status, await never.json()]).toEqual([404, [{ message: expect.any(String), errorCode: 'NOT_FOUND' }]]);
});

test('a merged client vanishes and its deals are found at the other', async () => {
  sixDeals();
  const kept = org.store.createAccount({ number: 2, name: 'Kept' });
  org.clock.advance(60);
  org.store.accounts.merge(kept.id, '001Op0000000001IAA');
  expect(await names('SELECT Name FROM Account')).toEqual(['Kept']);
  expect(await names("SELECT Name FROM Opportunity WHERE Account.Name = 'Kept' AND SystemModstamp > 2026-11-23T09:00:00Z ORDER BY Name")).toEqual(['Alpha', 'beta 100%']);
  expect((await org.data('/sobjects/Account/001Op0000000001')).status).toBe(404);
});

test('what is not modelled says so, and a wrong method is refused', async () => {
  for (const path of ['/sobjects/User/describe', '/composite', '/sobjects']) {
    expect((await org.data(path)).status).toBe(501);
  }
  expect((await org.data('/sobjects/Opportunity/006Op0000000001', { method: 'PATCH' })).status).toBe(501);
  for (const path of ['/limits', '/query', '/queryAll']) expect((await org.data(path, { method: 'POST' })).status).toBe(405);
  expect((await fetch(`${org.url}/services/apexrest/x`)).status).toBe(501);
});
