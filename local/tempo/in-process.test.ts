import { planRequest, startTempo, TOKEN, type TempoFixture } from './tempo-fixture';

let tempo: TempoFixture;
beforeEach(async () => {
  tempo = await startTempo();
});
afterEach(() => tempo.close());

const request = (method: string, path: string, body?: unknown, signal?: AbortSignal): Request =>
  new Request(`http://tempo.local${path}`, {
    method,
    headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  });
const hand = async (method: string, path: string, body?: unknown): Promise<Response> => tempo.app.fetch(request(method, path, body));

describe('without a server', () => {
  test('plans are made, read, changed and deleted', async () => {
    expect(await (await hand('POST', '/4/plans', planRequest())).json()).toMatchObject({ id: 1, self: 'http://tempo.local/4/plans/1' });
    expect(await (await hand('PUT', '/4/plans/1', planRequest({ description: 'new' }))).json()).toMatchObject({ description: 'new' });
    expect(await (await hand('GET', '/4/plans?from=2026-05-01&to=2026-05-31&planIds=1')).json()).toMatchObject({ results: [{ id: 1 }] });
    const deleted = await hand('DELETE', '/4/plans/1');
    expect([deleted.status, await deleted.text()]).toEqual([204, '']);
  });

  test('the rest of the API and the pages answer, and what is missing is told', async () => {
    const statuses = await Promise.all(
      ['/4/globalconfiguration', '/4/generic-resources/1', '/4/roles', '/4/teams', '/4/webhooks/subscriptions', '/', '/settings', '/4/accounts'].map(async (path) => (await hand('GET', path)).status),
    );
    expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 200, 501]);
  });

  test('faults that only answer work; those that cut a connection are not modelled and do nothing', async () => {
    tempo.store.faults.add({ path: '/4/plans', times: 1, fault: { kind: 'status', status: 503 } });
    tempo.store.faults.add({ path: '/4/plans', times: 1, fault: { kind: 'wrongShape' } });
    expect((await hand('POST', '/4/plans', planRequest())).status).toBe(503);
    expect(await (await hand('POST', '/4/plans', planRequest())).json()).toMatchObject({ results: 'none' });
    for (const kind of ['loseAnswer', 'halfAnswer'] as const) {
      tempo.store.faults.add({ path: '/4/plans', times: 1, fault: { kind } });
      const answer = await hand('POST', '/4/plans', planRequest());
      expect([answer.status, await answer.json()]).toEqual([501, { error: 'not modelled', missing: `the fault ${kind} without a server` }]);
    }
    expect(tempo.store.plans.search({})).toHaveLength(1);
  });

  test.each([['timeout', 0], ['commitThenTimeout', 1]] as const)('%s waits until the caller gives up; plans afterwards: %i', async (kind, plans) => {
    tempo.store.faults.add({ path: '/4/plans', times: 1, fault: { kind } });
    const giveUp = new AbortController();
    let answered = false;
    const waiting = Promise.resolve(tempo.app.fetch(request('POST', '/4/plans', planRequest(), giveUp.signal))).then(() => {
      answered = true;
    });
    await hand('GET', '/4/roles');
    await hand('GET', '/4/roles');
    expect(answered).toBe(false);
    giveUp.abort();
    await waiting;
    expect(tempo.store.plans.search({})).toHaveLength(plans);
  });
});
