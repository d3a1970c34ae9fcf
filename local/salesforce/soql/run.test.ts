import type { Database } from '../../database';
import { fieldOf, startTestOrg } from '../test-org';
import type { TestOrg } from '../test-org';
import { Objects } from './objects';
import { SoqlRunner } from './run';

let org: TestOrg;
beforeEach(async () => {
  org = await startTestOrg();
});
afterEach(() => org.close());

/** A database that notes each statement it is asked for. */
function noting(database: Database, statements: string[]): Database {
  return {
    exec: (sql) => database.exec(sql),
    prepare: (sql) => {
      statements.push(sql);
      return database.prepare(sql);
    },
    function: (name, options, call) => database.function(name, options, call),
    isTransaction: false,
    close: () => database.close(),
  };
}

function planOf(sql: string): string[] {
  const values = [...sql.matchAll(/\?/g)].map(() => '1');
  return org.database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values).map((row) => String(row['detail']));
}

const WITH_HISTORY = 'SELECT Id, Name, (SELECT StageName, CreatedDate FROM OpportunityHistories ORDER BY CreatedDate, Id) FROM Opportunity ORDER BY Name';

function threeDeals(): void {
  for (const [number, name] of [[1, 'A'], [2, 'B'], [3, 'C']] as const) org.store.createOpportunity({ number, name, stageName: 'Prospecting', closeDate: '2026-12-01' });
}

test('children come with their parent, in their own order, and null stands for none', async () => {
  threeDeals();
  org.clock.advance(60);
  org.store.moveStage('006Op0000000002IAA', 'Negotiation');
  org.store.moveStage('006Op0000000002IAA', 'Closed Won');
  org.database.exec("DELETE FROM sf_history WHERE opportunity_id = '006Op0000000003IAA'");
  const body: unknown = await (await org.query(WITH_HISTORY)).json();
  const row = (number: number, StageName: string, CreatedDate: string) => ({
    attributes: { type: 'OpportunityHistory', url: `/services/data/v68.0/sobjects/OpportunityHistory/008Op000000000${number}IAA` }, StageName, CreatedDate,
  });
  const [start, later] = ['2026-11-23T09:00:00.000+0000', '2026-11-23T09:01:00.000+0000'];
  expect(body).toEqual({
    totalSize: 3, done: true,
    records: [
      { attributes: expect.objectContaining({ type: 'Opportunity' }), Id: '006Op0000000001IAA', Name: 'A', OpportunityHistories: { totalSize: 1, done: true, records: [row(1, 'Prospecting', start)] } },
      {
        attributes: expect.anything(), Id: '006Op0000000002IAA', Name: 'B',
        OpportunityHistories: { totalSize: 3, done: true, records: [row(2, 'Prospecting', start), row(4, 'Negotiation', later), row(5, 'Closed Won', later)] },
      },
      { attributes: expect.anything(), Id: '006Op0000000003IAA', Name: 'C', OpportunityHistories: null },
    ],
  });
  const reversed: unknown = await (await org.query(WITH_HISTORY.replace('CreatedDate, Id', 'CreatedDate DESC, Id DESC'))).json();
  expect(JSON.stringify(fieldOf(reversed, 'records'))).toMatch(/Closed Won.*Negotiation.*Prospecting.*null/);
});

test('children have parents of their own, need no field beside them, and are named with or without the parent and in any letter case', async () => {
  threeDeals();
  const answer = await org.query('SELECT (SELECT CreatedBy.Name, opportunity.name FROM opportunity.opportunityhistories) FROM Opportunity LIMIT 1');
  expect(await answer.json()).toMatchObject({ records: [{ OpportunityHistories: { records: [{ CreatedBy: { Name: 'Integration User' }, Opportunity: { Name: 'A' } }] } }] });
});

test('the children of a deleted deal come with it', async () => {
  threeDeals();
  org.store.opportunities.delete('006Op0000000001IAA');
  const body: unknown = await (await org.data(`/queryAll?q=${encodeURIComponent(WITH_HISTORY)}`)).json();
  expect(body).toMatchObject({ records: [{ Name: 'A', OpportunityHistories: { totalSize: 1 } }, { Name: 'B' }, { Name: 'C' }] });
});

test.each([
  ['SELECT Id, (SELECT Id FROM Nothings) FROM Opportunity', 'INVALID_TYPE', "Didn't understand relationship 'Nothings' in FROM part of query call"],
  ['SELECT Id, (SELECT Id FROM OpportunityHistory) FROM Opportunity', 'INVALID_TYPE', "Didn't understand relationship 'OpportunityHistory'"],
  ['SELECT Id, (SELECT Id FROM OpportunityHistories) FROM Account', 'INVALID_TYPE', "Didn't understand relationship 'OpportunityHistories'"],
  ['SELECT Id, (SELECT Nope FROM OpportunityHistories) FROM Opportunity', 'INVALID_FIELD', "No such column 'Nope' on entity 'OpportunityHistory'"],
  ['SELECT Id, (SELECT Id FROM OpportunityHistories ORDER BY Nope) FROM Opportunity', 'INVALID_FIELD', 'Nope'],
])('%p is refused, also where no record matches', async (soql, errorCode, message) => {
  const answer = await org.query(soql);
  expect([answer.status, await answer.json()]).toEqual([400, [{ message: expect.stringContaining(message), errorCode }]]);
});

test.each(['SELECT Id, (SELECT Id FROM OpportunityLineItems) FROM Opportunity', 'SELECT Id, (SELECT Id FROM Opportunities) FROM Account'])('%p is answered 501', async (soql) => {
  const answer = await org.query(soql);
  expect([answer.status, await answer.json()]).toEqual([501, { error: 'not modelled', missing: expect.stringContaining('in a subquery') }]);
});

test('the children of two hundred parents cost one statement', () => {
  const ids = org.store.batch(() => Array.from({ length: 200 }, (_, index) =>
    org.store.createOpportunity({ name: `Deal ${index}`, stageName: 'Prospecting', closeDate: '2026-12-01' }).id));
  for (let times = 0; times < 4; times += 1) org.store.moveStages(ids, times % 2 === 0 ? 'Negotiation' : 'Prospecting');
  const statements: string[] = [];
  const records = new SoqlRunner(noting(org.database, statements), new Objects(true)).read(WITH_HISTORY, 'live', ids, 'v68.0');
  expect(records.map((record) => fieldOf(record['OpportunityHistories'], 'totalSize'))).toEqual(ids.map(() => 5));
  expect(statements).toHaveLength(2);
  expect(planOf(statements[1] ?? '')).toContainEqual(expect.stringContaining('USING INDEX sf_history_by_opportunity'));
});

test.each(['live', 'all'] as const)('the poll by SystemModstamp (%s) walks its index: no scan, no sorting, no join', (scope) => {
  const statements: string[] = [];
  const soql = 'SELECT Id, Name, Account.Name, Owner.Name FROM Opportunity WHERE SystemModstamp >= 2026-11-23T00:00:00Z ORDER BY SystemModstamp, Id';
  new SoqlRunner(noting(org.database, statements), new Objects(true)).select(soql, scope);
  expect(statements).toHaveLength(1);
  const plan = planOf(statements[0] ?? '');
  const index = scope === 'all' ? 'COVERING INDEX' : 'INDEX';
  expect(plan.filter((step) => !step.includes('subquery'))).toEqual([`SEARCH r USING ${index} sf_opportunity_by_change (system_modstamp>?)`]);
});

test('records are looked up by their ids, among linked ones too', () => {
  const statements: string[] = [];
  const runner = new SoqlRunner(noting(org.database, statements), new Objects(true));
  runner.select("SELECT Id FROM Opportunity WHERE Id IN ('006Op0000000001') AND SystemModstamp >= 2026-11-23T00:00:00Z ORDER BY SystemModstamp, Id", 'all');
  runner.read('SELECT Id, Account.Name FROM Opportunity', 'all', ['006Op0000000001IAA'], 'v68.0');
  for (const sql of statements) expect(planOf(sql)).toContainEqual('SEARCH r USING INDEX sqlite_autoindex_sf_opportunity_1 (id=?)');
});
