import * as z from 'zod/mini';
import { openDatabase, type Database } from '../database';
import { Subscriber } from './subscriber-fixture';
import { planRequest, startTempo, TOKEN, type TempoFixture } from './tempo-fixture';

const PLANS = 2_000;

let tempo: TempoFixture;
let asked: Set<string>;
let database: Database;

beforeAll(async () => {
  database = openDatabase(':memory:');
  const watched: Database = {
    exec: (sql) => database.exec(sql),
    prepare: (sql) => {
      const statement = database.prepare(sql);
      // A statement may be kept for long, so it is noted when it runs and not when it is made.
      const noting = <Given extends readonly unknown[], Result>(run: (...given: Given) => Result) => (...given: Given): Result => {
        asked.add(sql);
        return run(...given);
      };
      return { get: noting(statement.get.bind(statement)), all: noting(statement.all.bind(statement)), iterate: noting(statement.iterate.bind(statement)), run: noting(statement.run.bind(statement)) };
    },
    function: (name, options, call) => database.function(name, options, call),
    get isTransaction() {
      return database.isTransaction;
    },
    close: () => database.close(),
  };
  asked = new Set();
  tempo = await startTempo(watched, { deliver: new Subscriber().deliver });
  database.exec(`
    INSERT INTO plan (assignee_id, assignee_type, item_id, item_type, start_date, end_date, effort_type, effort_seconds, include_non_working,
      description, creator_id, created_at, updated_at)
    WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < ${PLANS})
    SELECT 'dev:piotr', 'USER', 10000 + n % 100, 'PROJECT', '2026-05-04', '2026-07-31', 'SECONDS_PER_DAY', 28800, 0,
      'plan ' || n, 'am-anna', '2026-05-04T08:00:00.000Z', '2026-05-04T08:00:00.000Z' FROM number`);
});
afterAll(() => tempo.close());

const step = z.array(z.looseObject({ detail: z.string() }));

/** Statements that read every plan, as SQLite says it would carry them out. */
async function readingAll(request: Request): Promise<readonly string[]> {
  asked.clear();
  expect((await tempo.app.fetch(request)).ok).toBe(true);
  expect(asked.size).toBeGreaterThan(0);
  return [...asked].filter((sql) => step.parse(database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all()).some(({ detail }) => /^SCAN plan\b(?!.*USING (?:COVERING )?INDEX)/u.test(detail)));
}

const request = (method: string, path: string, body?: unknown): Request =>
  new Request(`http://tempo.local${path}`, { method, headers: { authorization: `Bearer ${TOKEN}` }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });

describe.each([['nobody', false], ['a subscriber', true]])('among many plans, with %s to tell', (_, subscribed) => {
  beforeAll(async () => {
    if (!subscribed) return;
    for (const event of ['plan.created', 'plan.updated', 'plan.deleted']) await tempo.call('POST', '/4/webhooks/subscriptions', { url: 'https://app.example/hook', event });
  });

  it.each<[string, () => Request]>([
    ['making one', () => request('POST', '/4/plans', planRequest())],
    ['reading one', () => request('GET', '/4/plans/500')],
    ['reading one by a list of ids', () => request('GET', '/4/plans?from=2026-01-01&to=2026-12-31&planIds=501')],
    ['reading those of a project', () => request('GET', '/4/plans?from=2026-01-01&to=2026-12-31&projectIds=10007&limit=1')],
    ['changing one', () => request('PUT', '/4/plans/502', planRequest())],
    ['deleting one', () => request('DELETE', `/4/plans/${subscribed ? 503 : 504}`)],
  ])('%s does not read the whole table', async (_name, call) => {
    expect(await readingAll(call())).toEqual([]);
  });
});
