import { startServer } from '../../server';
import { Subscriber } from '../subscriber-fixture';
import { startTempo, type TempoFixture } from '../tempo-fixture';

const SUBSCRIPTIONS = '/4/webhooks/subscriptions';
const REQUEST = { url: 'https://app.example/hook', event: 'plan.updated' };

let subscriber: Subscriber;
let tempo: TempoFixture;
beforeEach(async () => {
  subscriber = new Subscriber();
  tempo = await start(undefined, { deliver: subscriber.deliver });
});

const started: TempoFixture[] = [];
const start: typeof startTempo = async (...options) => {
  const fixture = await startTempo(...options);
  started.push(fixture);
  return fixture;
};
afterEach(() => Promise.all(started.splice(0).map((fixture) => fixture.close())));

const subscribe = (changes: Record<string, unknown> = {}) => tempo.call('POST', SUBSCRIPTIONS, { ...REQUEST, ...changes });

describe('a subscription', () => {
  test('is answered with its secret once, and without it afterwards', async () => {
    const made = await subscribe({ name: 'Opiekun', description: 'Drift' });
    expect(made.status).toBe(200);
    const told = {
      id: 1, active: true, ...REQUEST, name: 'Opiekun', description: 'Drift', createdAt: '2026-05-04T08:00:00.000Z', updatedAt: '2026-05-04T08:00:00.000Z',
    };
    expect(made.json).toEqual({ ...told, sharedSecret: expect.stringMatching(/^.{128}$/) });
    expect((await tempo.call('GET', `${SUBSCRIPTIONS}/1`)).json).toEqual(told);
    expect((await tempo.call('GET', SUBSCRIPTIONS)).json).toEqual({
      self: `${tempo.server.url}${SUBSCRIPTIONS}`, metadata: { count: 1, offset: 0, limit: 50 }, results: [told],
    });
    expect((await tempo.call('PATCH', `${SUBSCRIPTIONS}/1/refresh`)).json).toEqual(told);
  });

  test('leaves out what it was not given, and two have different secrets', async () => {
    const [first, second] = [await subscribe(), await subscribe({ event: 'plan.deleted' })];
    expect(first.json).not.toHaveProperty('name');
    expect(first.json).not.toHaveProperty('description');
    const secretOf = (text: string) => /"sharedSecret":"(.+?)"/.exec(text)?.[1];
    expect(secretOf(first.text)).not.toBe(secretOf(second.text));
  });

  test('lists are paged', async () => {
    for (const event of ['plan.created', 'plan.updated', 'plan.deleted']) await subscribe({ event });
    expect((await tempo.call('GET', `${SUBSCRIPTIONS}?limit=2`)).json).toMatchObject({
      metadata: { count: 2, next: `${tempo.server.url}${SUBSCRIPTIONS}?limit=2&offset=2` }, results: [{ id: 1 }, { id: 2 }],
    });
  });

  test.each([
    ['no address', { url: null }, 'url cannot be null or empty'],
    ['no event', { event: null }, 'event cannot be null'],
    ['an event that is not in the list', { event: 'flexplan.created' }, 'event must be one of plan.created'],
    ['an address that is none', { url: 'app.example/hook' }, 'url must be a valid https address'],
    ['http to another machine', { url: 'http://app.example/hook' }, 'url must be a valid https address'],
    ['another protocol', { url: 'ftp://localhost/hook' }, 'url must be a valid https address'],
    ['a name that is no text', { name: 7 }, 'name must be a string'],
  ])('with %s is refused', async (_, changes, message) => {
    const answer = await subscribe(changes);
    expect(answer.status).toBe(400);
    expect(answer.text).toContain(message);
    expect(tempo.webhooks.subscriptions()).toEqual([]);
    expect(subscriber.handshakes).toEqual([]);
  });

  test.each(['http://localhost:8080/hook', 'http://127.0.0.1/hook'])('may have the address %s of this machine', async (url) => {
    expect((await subscribe({ url })).json).toMatchObject({ url, active: true });
  });

  test('to an event that is never sent here is kept all the same', async () => {
    expect((await subscribe({ event: 'users.working.days.updated' })).json).toMatchObject({ active: true });
  });

  test('for the same address and event is refused with 409; another address or event is not', async () => {
    await subscribe();
    expect(await subscribe()).toMatchObject({ status: 409, json: { errors: [{ message: 'Subscription for this url and event already exists' }] } });
    expect((await subscribe({ event: 'plan.deleted' })).status).toBe(200);
    expect((await subscribe({ url: 'https://app.example/other' })).status).toBe(200);
  });

  test('is the 25th at most', async () => {
    for (let number = 0; number < 25; number += 1) expect((await subscribe({ url: `https://app.example/${number}` })).status).toBe(200);
    expect((await subscribe()).status).toBe(400);
    await tempo.call('DELETE', `${SUBSCRIPTIONS}/1`);
    expect((await subscribe()).status).toBe(200);
  });

  test('is deleted once, and is 404 where there is none', async () => {
    await subscribe();
    const deleted = await tempo.call('DELETE', `${SUBSCRIPTIONS}/1`);
    expect([deleted.status, deleted.text]).toEqual([204, '']);
    const answers = await Promise.all([
      tempo.call('DELETE', `${SUBSCRIPTIONS}/1`), tempo.call('GET', `${SUBSCRIPTIONS}/1`), tempo.call('PATCH', `${SUBSCRIPTIONS}/1/refresh`), tempo.call('GET', `${SUBSCRIPTIONS}/x`),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  });

  test('is changed in no other way', async () => {
    await subscribe();
    expect((await tempo.call('PUT', `${SUBSCRIPTIONS}/1`, REQUEST)).status).toBe(501);
  });

  test('is seen with the scope to view plans, and made, refreshed or deleted with the one to manage them', async () => {
    await subscribe();
    const bearer = (...scopes: ('plans:view' | 'teams:manage')[]) => ({ authorization: `Bearer ${tempo.store.tokens.create({ name: 'x', ownerId: 'am-anna', scopes }).secret}` });
    const viewer = bearer('plans:view');
    expect((await tempo.call('GET', SUBSCRIPTIONS, undefined, viewer)).status).toBe(200);
    expect((await tempo.call('GET', `${SUBSCRIPTIONS}/1`, undefined, viewer)).status).toBe(200);
    const refused = await Promise.all([
      tempo.call('POST', SUBSCRIPTIONS, REQUEST, viewer),
      tempo.call('DELETE', `${SUBSCRIPTIONS}/1`, undefined, viewer),
      tempo.call('PATCH', `${SUBSCRIPTIONS}/1/refresh`, undefined, viewer),
      tempo.call('GET', SUBSCRIPTIONS, undefined, bearer('teams:manage')),
    ]);
    expect(refused.map(({ status, type }) => [status, type.includes('text/html')])).toEqual(Array.from({ length: 4 }, () => [403, true]));
  });
});

describe('the handshake', () => {
  test('asks with a text of its own each time, after what the address says already', async () => {
    await subscribe({ url: 'https://app.example/hook?a=%20b' });
    await tempo.call('PATCH', `${SUBSCRIPTIONS}/1/refresh`);
    await subscribe({ url: 'https://app.example/plain' });
    expect(subscriber.handshakes).toEqual([
      expect.stringMatching(/^https:\/\/app\.example\/hook\?a=%20b&randomString=\w{16,}$/),
      expect.stringMatching(/^https:\/\/app\.example\/hook\?a=%20b&randomString=\w{16,}$/),
      expect.stringMatching(/^https:\/\/app\.example\/plain\?randomString=\w{16,}$/),
    ]);
    expect(new Set(subscriber.handshakes).size).toBe(3);
  });

  const plain = new Headers({ 'content-type': 'text/plain; charset=utf-8' });
  const never = new Promise<never>(() => undefined);
  test.each<[string, Subscriber['shake'], boolean]>([
    ['the text with a charset', (text) => ({ status: 200, headers: plain, text }), true],
    ['another status', (text) => ({ status: 201, headers: plain, text }), false],
    ['another type', (text) => ({ status: 200, headers: new Headers({ 'content-type': 'application/json' }), text }), false],
    ['no type', (text) => ({ status: 200, text }), false],
    ['another text', () => ({ status: 200, headers: plain, text: 'hello' }), false],
    ['the text and a line end', (text) => ({ status: 200, headers: plain, text: `${text}\n` }), false],
    ['a connection that fails', () => { throw new Error('connection refused'); }, false],
  ])('answered with %s', async (_, shake, active) => {
    subscriber.shake = shake;
    expect(await subscribe()).toMatchObject({ status: 200, json: { active } });
    expect(tempo.webhooks.subscriptions()).toMatchObject([{ active }]);
  });

  test('is given up when nothing is answered in time', async () => {
    const impatient = await start(undefined, { deliver: () => never, answerWithinMs: 20 });
    expect(await impatient.call('POST', SUBSCRIPTIONS, REQUEST)).toMatchObject({ status: 200, json: { active: false } });
  });

  test('is repeated by a refresh, which makes active and inactive', async () => {
    const good = subscriber.shake;
    subscriber.shake = () => ({ status: 404, text: '' });
    await subscribe();
    subscriber.shake = good;
    tempo.clock.advance(60);
    expect((await tempo.call('PATCH', `${SUBSCRIPTIONS}/1/refresh`)).json).toMatchObject({ active: true, updatedAt: '2026-05-04T08:01:00.000Z' });
    subscriber.shake = () => ({ status: 404, text: '' });
    expect(await tempo.call('PATCH', `${SUBSCRIPTIONS}/1/refresh`)).toMatchObject({ status: 200, json: { active: false } });
  });

  test('goes over the network unless somebody else sends', async () => {
    const asked: string[] = [];
    const server = await startServer({
      fetch: (request) => {
        asked.push(request.method);
        return new Response(new URL(request.url).searchParams.get('randomString'), { headers: { 'content-type': 'text/plain' } });
      },
    }, 0);
    const networked = await start();
    expect((await networked.call('POST', SUBSCRIPTIONS, { ...REQUEST, url: `${server.url}/hook` })).json).toMatchObject({ active: true });
    networked.store.createPlan(
      { assigneeId: 'dev:piotr', assigneeType: 'USER', planItemId: '10001', planItemType: 'PROJECT', startDate: '2026-05-04', endDate: '2026-05-04',
        effort: { type: 'SECONDS_PER_DAY', plannedSecondsPerDay: 60 }, includeNonWorkingDays: false, description: '' },
      'am-anna',
    );
    const plan = networked.store.plans.find(1);
    if (plan) networked.store.plans.replace(plan, plan, undefined);
    await networked.runDue();
    expect(asked).toEqual(['GET', 'POST']);
    expect(networked.webhooks.deliveries(1)).toMatchObject([{ state: 'delivered', lastAttempt: { status: 200 } }]);
    await server.close();
  });
});

describe('faults', () => {
  test.each([401, 403, 404, 429, 500, 503])('%i is answered without subscribing', async (status) => {
    tempo.store.faults.add({ method: 'POST', path: SUBSCRIPTIONS, times: 1, fault: { kind: 'status', status } });
    expect((await subscribe()).status).toBe(status);
    expect(tempo.webhooks.subscriptions()).toEqual([]);
    expect((await subscribe()).status).toBe(200);
  });

  test.each(['loseAnswer', 'halfAnswer'] as const)('%s has subscribed, so a repetition is 409', async (kind) => {
    tempo.store.faults.add({ method: 'POST', path: SUBSCRIPTIONS, times: 1, fault: { kind } });
    await expect(subscribe()).rejects.toThrow();
    expect((await subscribe()).status).toBe(409);
  });

  test.each([['timeout', 200], ['commitThenTimeout', 409]] as const)('%s leaves waiting; a repetition is %i', async (kind, status) => {
    tempo.store.faults.add({ method: 'POST', path: SUBSCRIPTIONS, times: 1, fault: { kind } });
    const giveUp = new AbortController();
    const waiting = fetch(`${tempo.server.url}${SUBSCRIPTIONS}`, {
      method: 'POST', headers: { authorization: 'Bearer token-of-the-app' }, body: JSON.stringify(REQUEST), signal: giveUp.signal,
    });
    while (tempo.store.faults.all().length > 0) await tempo.call('GET', '/4/globalconfiguration');
    while (kind === 'commitThenTimeout' && tempo.webhooks.subscriptions().length === 0) await tempo.call('GET', '/4/globalconfiguration');
    giveUp.abort();
    await expect(waiting).rejects.toThrow();
    expect((await subscribe()).status).toBe(status);
  });

  test('refresh and delete fail without doing their work, too', async () => {
    await subscribe();
    tempo.store.faults.add({ method: 'PATCH', path: SUBSCRIPTIONS, times: 1, fault: { kind: 'status', status: 503 } });
    tempo.store.faults.add({ method: 'DELETE', path: SUBSCRIPTIONS, times: 1, fault: { kind: 'status', status: 429 } });
    expect((await tempo.call('PATCH', `${SUBSCRIPTIONS}/1/refresh`)).status).toBe(503);
    expect((await tempo.call('DELETE', `${SUBSCRIPTIONS}/1`)).status).toBe(429);
    expect(subscriber.handshakes).toHaveLength(1);
    expect(tempo.webhooks.subscriptions()).toHaveLength(1);
  });
});

test('calls of subscriptions are counted without their ids', async () => {
  await subscribe();
  await tempo.call('PATCH', `${SUBSCRIPTIONS}/1/refresh`);
  expect(tempo.store.calls().byCall).toEqual({ [`POST ${SUBSCRIPTIONS}`]: 1, [`PATCH ${SUBSCRIPTIONS}/{id}/refresh`]: 1 });
});
