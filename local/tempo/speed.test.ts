import { openDatabase } from '../database';
import { Subscriber } from './subscriber-fixture';
import { planRequest, startTempo, TOKEN, type TempoFixture } from './tempo-fixture';

const PLANS = 100_000;
/** About a millisecond each on an idle machine; reading the whole table takes far more than this. */
const LONGEST_MS = 8;

let tempo: TempoFixture;
beforeAll(async () => {
  const database = openDatabase(':memory:');
  tempo = await startTempo(database, { deliver: new Subscriber().deliver });
  database.exec(`
    INSERT INTO plan (assignee_id, assignee_type, item_id, item_type, start_date, end_date, effort_type, effort_seconds, include_non_working,
      description, creator_id, created_at, updated_at)
    WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < ${PLANS})
    SELECT 'dev:piotr', 'USER', 10000 + n % 10000, 'PROJECT', '2026-05-04', '2026-07-31', 'SECONDS_PER_DAY', 28800, 0,
      'plan ' || n, 'am-anna', '2026-05-04T08:00:00.000Z', '2026-05-04T08:00:00.000Z' FROM number`);
});
afterAll(() => tempo.close());

/** The median time of a call, in milliseconds. */
async function timeOf(call: (number: number) => Request): Promise<number> {
  const times: number[] = [];
  for (let number = 1; number <= 51; number += 1) {
    const request = call(number);
    const start = performance.now();
    const answer = await tempo.app.fetch(request);
    times.push(performance.now() - start);
    expect(answer.ok).toBe(true);
  }
  return times.sort((one, other) => one - other)[25] ?? Infinity;
}

const request = (method: string, path: string, body?: unknown): Request =>
  new Request(`http://tempo.local${path}`, { method, headers: { authorization: `Bearer ${TOKEN}` }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });

describe.each([['nobody', false], ['a subscriber', true]])('among 100,000 plans, with %s to tell', (_, subscribed) => {
  beforeAll(async () => {
    if (!subscribed) return;
    for (const event of ['plan.created', 'plan.updated', 'plan.deleted']) await tempo.call('POST', '/4/webhooks/subscriptions', { url: 'https://app.example/hook', event });
  });

  test.each<[string, (number: number) => Request]>([
    ['making one', () => request('POST', '/4/plans', planRequest())],
    ['reading one', (number) => request('GET', `/4/plans/${number * 500}`)],
    ['reading one by a list of ids', (number) => request('GET', `/4/plans?from=2026-01-01&to=2026-12-31&planIds=${number * 500}`)],
    ['reading those of a project', (number) => request('GET', `/4/plans?from=2026-01-01&to=2026-12-31&projectIds=${10_000 + number}&limit=1`)],
    ['changing one', (number) => request('PUT', `/4/plans/${number * 300}`, planRequest())],
    ['deleting one', (number) => request('DELETE', `/4/plans/${number * 300 + (subscribed ? 1 : 2)}`)],
  ])('%s does not read the whole table', async (_name, call) => {
    expect(await timeOf(call)).toBeLessThan(LONGEST_MS);
  });
});
