import { planRequest, startTempo, type TempoFixture } from './tempo-fixture';

let tempo: TempoFixture;
beforeEach(async () => {
  tempo = await startTempo();
});
afterEach(() => tempo.close());

const create = () => tempo.call('POST', '/4/plans', planRequest());
const planCount = (): number => tempo.store.plans.search({}).length;

describe('faults', () => {
  test.each([401, 403, 404, 429, 500, 503])('answers %i as often as asked, without doing the work', async (status) => {
    tempo.store.faults.add({ method: 'POST', path: '/4/plans', times: 2, fault: { kind: 'status', status } });
    expect([(await create()).status, (await create()).status]).toEqual([status, status]);
    expect(planCount()).toBe(0);
    expect((await create()).status).toBe(200);
    expect(tempo.store.faults.all()).toEqual([]);
  });

  test('401, 403 and 5xx are HTML; others are JSON and may carry Retry-After', async () => {
    tempo.store.faults.add({ path: '/4/plans', times: 1, fault: { kind: 'status', status: 403 } });
    tempo.store.faults.add({ path: '/4/plans', times: 1, fault: { kind: 'status', status: 429, retryAfterSeconds: 7 } });
    expect((await create()).type).toContain('text/html');
    const limited = await create();
    expect([limited.headers.get('retry-after'), limited.type]).toEqual(['7', 'application/json']);
  });

  test('meet only the method and path they are meant for', async () => {
    tempo.store.faults.add({ method: 'DELETE', path: '/4/plans/1', times: 1, fault: { kind: 'status', status: 500 } });
    expect((await create()).status).toBe(200);
    expect((await tempo.call('GET', '/4/plans/1')).status).toBe(200);
    expect((await tempo.call('DELETE', '/4/plans/1')).status).toBe(500);
    expect((await tempo.call('DELETE', '/4/plans/1')).status).toBe(204);
  });

  test('a lost answer has had its effect', async () => {
    tempo.store.faults.add({ path: '/4/plans', times: 1, fault: { kind: 'loseAnswer' } });
    await expect(create()).rejects.toThrow();
    expect(planCount()).toBe(1);
  });

  test('half an answer cannot be read, and has had its effect', async () => {
    tempo.store.faults.add({ path: '/4/plans', times: 1, fault: { kind: 'halfAnswer' } });
    await expect(create()).rejects.toThrow();
    expect(planCount()).toBe(1);
  });

  test('another shape is valid JSON with status 200', async () => {
    tempo.store.faults.add({ path: '/4/plans', times: 1, fault: { kind: 'wrongShape' } });
    const answer = await create();
    expect([answer.status, answer.json]).toEqual([200, { id: { unexpected: true }, results: 'none' }]);
    expect(planCount()).toBe(1);
  });

  test.each([
    ['timeout', 0],
    ['commitThenTimeout', 1],
  ] as const)('%s leaves the caller waiting until it gives up; plans afterwards: %i', async (kind, expected) => {
    tempo.store.faults.add({ path: '/4/plans', times: 1, fault: { kind } });
    const giveUp = new AbortController();
    const request = fetch(`${tempo.server.url}/4/plans`, {
      method: 'POST',
      headers: { authorization: 'Bearer token-of-the-app' },
      body: JSON.stringify(planRequest()),
      signal: giveUp.signal,
    });
    // The next request is answered although the first still waits; by then the first has been taken in.
    while (tempo.store.faults.all().length > 0) await tempo.call('GET', '/4/globalconfiguration');
    await tempo.call('GET', '/4/globalconfiguration');
    giveUp.abort();
    await expect(request).rejects.toThrow();
    expect(planCount()).toBe(expected);
    expect((await create()).status).toBe(200);
  });

  test('a late answer is a whole one', async () => {
    tempo.store.faults.add({ path: '/4/plans', times: 1, fault: { kind: 'slow', milliseconds: 1 } });
    expect((await create()).json).toMatchObject({ id: 1 });
  });
});

test('calls are counted by method and path without ids, and by status', async () => {
  await create();
  tempo.store.faults.add({ path: '/4/plans/1', times: 1, fault: { kind: 'loseAnswer' } });
  await expect(tempo.call('GET', '/4/plans/1')).rejects.toThrow();
  await tempo.call('GET', '/4/plans/user/712020%3Aabc-1');
  expect(tempo.store.calls()).toEqual({
    total: 3,
    byCall: { 'POST /4/plans': 1, 'GET /4/plans/{id}': 1, 'GET /4/plans/user/{id}': 1 },
    byStatus: { 0: 1, 200: 1, 404: 1 },
  });
  tempo.store.resetCalls();
  expect(tempo.store.calls().total).toBe(0);
});
