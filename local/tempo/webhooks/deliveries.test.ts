import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, transaction } from '../../database';
import { HandClock } from '../../hand-clock';
import { Subscriber } from '../subscriber-fixture';
import { planRequest, startTempo, TODAY, type TempoFixture } from '../tempo-fixture';

const URL_OF_APP = 'https://app.example/hook';
const MINUTES = [5, 6, 7, 8, 9, 10, 11, 13, 15];

let subscriber: Subscriber;
let tempo: TempoFixture;
/** Whether the app's address answers 500 to every event. */
let refusing: boolean;
beforeEach(async () => {
  subscriber = new Subscriber();
  refusing = false;
  tempo = await start(undefined, {
    deliver: async (url, init) => {
      const answer = await subscriber.deliver(url, init);
      return refusing && init.method === 'POST' && url === URL_OF_APP ? { ...answer, status: 500 } : answer;
    },
  });
});

const started: TempoFixture[] = [];
const start: typeof startTempo = async (...options) => {
  const fixture = await startTempo(...options);
  started.push(fixture);
  return fixture;
};
afterEach(() => Promise.all(started.splice(0).map((fixture) => fixture.close())));

/** @returns the shared secret */
async function subscribe(event: string, url = URL_OF_APP): Promise<string> {
  const { text } = await tempo.call('POST', '/4/webhooks/subscriptions', { url, event });
  return /"sharedSecret":"(.+?)"/.exec(text)?.[1] ?? '';
}

const create = (changes: Record<string, unknown> = {}) => tempo.call('POST', '/4/plans', planRequest(changes));
const update = (changes: Record<string, unknown> = {}) => tempo.call('PUT', '/4/plans/1', planRequest(changes));
const deliveryStates = (): unknown[] => tempo.webhooks.deliveries(20).map(({ state }) => state).reverse();

async function post(path: string, fields: Record<string, string>): Promise<void> {
  await fetch(`${tempo.server.url}${path}`, { method: 'POST', body: new URLSearchParams(fields), headers: { origin: tempo.server.url }, redirect: 'manual' });
}

describe('an event', () => {
  test('tells of a plan made, changed and deleted through the API', async () => {
    for (const event of ['plan.created', 'plan.updated', 'plan.deleted']) await subscribe(event);
    await create({ description: 'before' });
    tempo.clock.advance(60);
    await update({ description: 'after', endDate: '2026-05-12' });
    await tempo.call('DELETE', '/4/plans/1');
    await tempo.runDue();
    const before = { id: 1, assignee: { id: 'dev:piotr', type: 'USER' }, description: 'before', endDate: '2026-05-08', totalPlannedSeconds: 5 * 28_800, updatedAt: '2026-05-04T08:00:00.000Z' };
    const after = { ...before, description: 'after', endDate: '2026-05-12', totalPlannedSeconds: 7 * 28_800, updatedAt: '2026-05-04T08:01:00.000Z' };
    expect(subscriber.events()).toMatchObject([
      { eventType: 'plan.created', payload: before },
      { eventType: 'plan.updated', payload: { original: before, changed: after } },
      { eventType: 'plan.deleted', payload: after },
    ]);
    const ids = subscriber.events().map((event) => (typeof event === 'object' && event !== null && 'eventId' in event ? event.eventId : undefined));
    expect(ids).toEqual(Array.from({ length: 3 }, () => expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)));
    expect(new Set(ids).size).toBe(3);
  });

  test('has plans as a list has them, with addresses of the universal host', async () => {
    await subscribe('plan.created');
    await create({ startTime: '08:15' });
    const list = await tempo.call('GET', '/4/plans?from=2026-05-01&to=2026-05-31', undefined, { 'x-forwarded-host': 'api.tempo.io' });
    const event = subscriber.received[0]?.body ?? '{}';
    expect(JSON.parse(event)).toEqual({ eventId: expect.anything(), eventType: 'plan.created', payload: JSON.parse(list.text).results[0] });
    expect(event).not.toContain('"days"');
  });

  test('tells of what a person does on the pages, of decisions, and of what is done to the store', async () => {
    tempo.store.settings.set({ planApprovalEnabled: true });
    for (const event of ['plan.created', 'plan.updated', 'plan.deleted']) await subscribe(event);
    const form = { assignee: 'USER:dev:piotr', item: 'PROJECT:10001', from: TODAY, to: TODAY, hours: '4', effort: 'SECONDS_PER_DAY', description: '', reviewerId: 'am-anna' };
    await post('/plans', form);
    await post('/plans/1', { ...form, hours: '5' });
    await post('/plans/1/approval', { decision: 'APPROVED' });
    await post('/plans/1/delete', {});
    const plan = tempo.store.createPlan({ assigneeId: '1', assigneeType: 'GENERIC', planItemId: '10001', planItemType: 'PROJECT', startDate: TODAY, endDate: TODAY,
      effort: { type: 'TOTAL_SECONDS', plannedSeconds: 60 }, includeNonWorkingDays: false, description: '' }, 'am-anna');
    tempo.store.plans.replace(plan, plan, undefined);
    await tempo.runDue();
    expect(subscriber.events()).toMatchObject([
      { eventType: 'plan.created', payload: { plannedSecondsPerDay: 14_400 } },
      { eventType: 'plan.updated', payload: { changed: { plannedSecondsPerDay: 18_000 } } },
      { eventType: 'plan.updated', payload: { original: { planApproval: { status: 'REQUESTED' } }, changed: { planApproval: { status: 'APPROVED' } } } },
      { eventType: 'plan.deleted', payload: { id: 1, planApproval: { status: 'APPROVED' } } },
      { eventType: 'plan.created', payload: { id: 2, totalPlannedSeconds: 60 } },
      { eventType: 'plan.updated', payload: { original: { id: 2 }, changed: { id: 2 } } },
    ]);
  });

  test('is sent also for an update that changes nothing, and for none that is refused or comes to nothing', async () => {
    await create();
    for (const event of ['plan.created', 'plan.updated', 'plan.deleted']) await subscribe(event);
    await update();
    await update({ endDate: null });
    await create({ assigneeId: 'nobody' });
    await tempo.call('DELETE', '/4/plans/77');
    const plan = tempo.store.plans.find(1);
    if (plan) tempo.store.plans.replace({ ...plan, id: 77 }, plan, undefined);
    await tempo.runDue();
    expect(subscriber.events()).toMatchObject([{ eventType: 'plan.updated' }]);
  });

  test('is kept only with its change', async () => {
    const databaseOfTest = openDatabase(':memory:');
    const own = await start(databaseOfTest, { deliver: subscriber.deliver });
    await own.call('POST', '/4/webhooks/subscriptions', { url: URL_OF_APP, event: 'plan.created' });
    expect(() => transaction(databaseOfTest, () => {
      own.store.createPlan({ assigneeId: '1', assigneeType: 'GENERIC', planItemId: '10001', planItemType: 'PROJECT', startDate: TODAY, endDate: TODAY,
        effort: { type: 'TOTAL_SECONDS', plannedSeconds: 60 }, includeNonWorkingDays: false, description: '' }, 'am-anna');
      throw new Error('undone');
    })).toThrow('undone');
    await own.runDue();
    expect([own.webhooks.deliveries(5), own.store.plans.search({}), subscriber.received]).toEqual([[], [], []]);
  });

  test('goes to nobody who has subscribed to others, is inactive or is gone', async () => {
    await subscribe('plan.deleted');
    await subscribe('worklog.created');
    subscriber.shake = () => ({ status: 404, text: '' });
    await subscribe('plan.created', 'https://app.example/silent');
    subscriber.shake = new Subscriber().shake;
    await subscribe('plan.created', 'https://app.example/gone');
    await tempo.call('DELETE', '/4/webhooks/subscriptions/4');
    await create();
    await tempo.runDue();
    expect(subscriber.received).toEqual([]);
    expect(tempo.webhooks.deliveries(5)).toEqual([]);
  });

  test('goes to each subscription under the same id, signed with the secret of each', async () => {
    const secrets = new Map([[URL_OF_APP, await subscribe('plan.created')], ['https://other.example/', await subscribe('plan.created', 'https://other.example/')]]);
    await create();
    await tempo.runDue();
    expect(subscriber.received).toHaveLength(2);
    expect(subscriber.received[0]?.body).toBe(subscriber.received[1]?.body);
    for (const { url, body, headers } of subscriber.received) {
      const timestamp = headers['Tempo-Timestamp'] ?? '';
      expect(timestamp).toBe(String(tempo.clock.now().getTime()));
      expect(headers['Tempo-Signature']).toBe(createHmac('sha256', secrets.get(url) ?? '').update(body + timestamp).digest('hex'));
      expect(headers).toMatchObject({ 'Content-Type': 'application/json', 'Tempo-Jira-Client-Key': expect.any(String), 'Tempo-Tenant-ID': expect.any(String) });
    }
  });

  test('is sent soon after the change by itself', async () => {
    await subscribe('plan.created');
    await create();
    expect(subscriber.received).toHaveLength(1);
  });
});

describe('faults of the API', () => {
  beforeEach(() => subscribe('plan.created'));

  test.each([401, 403, 404, 429, 503])('%i has changed nothing, so nothing is told', async (status) => {
    tempo.store.faults.add({ path: '/4/plans', times: 1, fault: { kind: 'status', status } });
    await create();
    await tempo.runDue();
    expect(subscriber.received).toEqual([]);
  });

  test.each(['loseAnswer', 'halfAnswer'] as const)('%s has changed the plan, so it is told', async (kind) => {
    tempo.store.faults.add({ path: '/4/plans', times: 1, fault: { kind } });
    await expect(create()).rejects.toThrow();
    await tempo.runDue();
    expect(subscriber.events()).toMatchObject([{ eventType: 'plan.created', payload: { id: 1 } }]);
  });
});

describe('a delivery that fails', () => {
  beforeEach(() => subscribe('plan.created'));

  test.each<[string, number | Error, string]>([
    ['200', 200, 'delivered'], ['204', 204, 'delivered'], ['302', 302, 'delivered'],
    ['400', 400, 'waiting'], ['401', 401, 'waiting'], ['403', 403, 'waiting'], ['404', 404, 'waiting'], ['429', 429, 'waiting'], ['503', 503, 'waiting'],
    ['a connection that breaks', new Error('socket hang up'), 'waiting'],
  ])('answered with %s', async (_, answer, state) => {
    subscriber.answers = [answer];
    await create();
    await tempo.runDue();
    expect(tempo.webhooks.deliveries(1)).toMatchObject([{ state, attempts: 1, lastAttempt: typeof answer === 'number' ? { status: answer } : { error: answer.message } }]);
    expect(tempo.webhooks.nextDueAt()).toBe(state === 'waiting' ? '2026-05-04T08:05:00.000Z' : undefined);
  });

  test('also for want of an answer in time is tried again', async () => {
    const impatient = await start(undefined, {
      deliver: (url, init) => (init.method === 'GET' ? subscriber.deliver(url, init) : new Promise(() => undefined)), answerWithinMs: 20,
    });
    await impatient.call('POST', '/4/webhooks/subscriptions', { url: URL_OF_APP, event: 'plan.created' });
    await impatient.call('POST', '/4/plans', planRequest());
    await impatient.runDue();
    expect(impatient.webhooks.deliveries(1)).toMatchObject([{ state: 'waiting', attempts: 1, lastAttempt: { error: 'no answer within 20 ms' } }]);
  });

  test('is sent again 5 to 15 minutes later with the same body and a time of its own, and the tenth failure makes the subscription inactive', async () => {
    subscriber.answers = Array.from({ length: 10 }, () => 500);
    await create();
    await tempo.runDue();
    for (const minutes of MINUTES) {
      const before = subscriber.received.length;
      expect(tempo.webhooks.subscriptions()).toMatchObject([{ active: true }]);
      tempo.clock.advance(minutes * 60 - 1);
      await tempo.runDue();
      expect(subscriber.received).toHaveLength(before);
      expect(tempo.webhooks.nextDueAt()).toBe(new Date(tempo.clock.now().getTime() + 1000).toISOString());
      tempo.clock.advance(1);
      await tempo.runDue();
      expect(subscriber.received).toHaveLength(before + 1);
    }
    expect(subscriber.received).toHaveLength(10);
    expect(new Set(subscriber.received.map(({ body }) => body)).size).toBe(1);
    expect(new Set(subscriber.received.map(({ headers }) => headers['Tempo-Signature'])).size).toBe(10);
    expect(tempo.webhooks.deliveries(1)).toMatchObject([{ state: 'failed', attempts: 10, nextAt: undefined, lastAttempt: { status: 500 } }]);
    expect(tempo.webhooks.subscriptions()).toMatchObject([{ active: false, lastAttempt: { status: 500 } }]);
    expect(tempo.webhooks.nextDueAt()).toBeUndefined();
  });

  test('to the end silences its subscription alone, and a refresh brings back what happens from then on', async () => {
    await subscribe('plan.created', 'https://other.example/');
    refusing = true;
    await create({ description: 'lost' });
    await create({ description: 'behind it' });
    await tempo.runDue();
    for (const minutes of MINUTES) {
      tempo.clock.advance(minutes * 60);
      await tempo.runDue();
    }
    expect(deliveryStates()).toEqual(['failed', 'delivered', 'dropped', 'delivered']);
    expect(tempo.webhooks.subscriptions().map(({ active }) => active)).toEqual([false, true]);

    refusing = false;
    subscriber.received.length = 0;
    await create({ description: 'while inactive' });
    await tempo.call('PATCH', '/4/webhooks/subscriptions/1/refresh');
    await create({ description: 'after' });
    await tempo.runDue();
    expect(subscriber.received.map(({ url, body }) => `${url} ${/"description":"([^"]+)"/.exec(body)?.[1]}`).sort()).toEqual([
      `${URL_OF_APP} after`, 'https://other.example/ after', 'https://other.example/ while inactive',
    ]);
  });

  test('is dropped when the handshake of a refresh fails', async () => {
    subscriber.answers = [500];
    await create();
    await tempo.runDue();
    subscriber.shake = () => ({ status: 404, text: '' });
    await tempo.call('PATCH', '/4/webhooks/subscriptions/1/refresh');
    expect([deliveryStates(), tempo.webhooks.nextDueAt()]).toEqual([['dropped'], undefined]);
  });

  test('does not hold up later ones', async () => {
    subscriber.answers = [500];
    await create({ description: 'first' });
    await create({ description: 'second' });
    await tempo.runDue();
    expect(deliveryStates()).toEqual(['waiting', 'delivered']);
  });

  test('is not sent when its subscription was deleted meanwhile', async () => {
    subscriber.answers = [500];
    await create();
    await tempo.runDue();
    await tempo.call('DELETE', '/4/webhooks/subscriptions/1');
    tempo.clock.advance(3600);
    await tempo.runDue();
    expect([subscriber.received.length, tempo.webhooks.deliveries(5), tempo.webhooks.nextDueAt()]).toEqual([1, [], undefined]);
  });
});

test('what waited when the process died is sent by the next one, with the same secret', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tempo-'));
  const path = join(folder, 'tempo.db');
  const clock = new HandClock(`${TODAY}T08:00:00.000Z`);
  const before = openDatabase(path);
  const first = await start(before, { deliver: subscriber.deliver, clock });
  const made = await first.call('POST', '/4/webhooks/subscriptions', { url: URL_OF_APP, event: 'plan.created' });
  first.webhooks.hold();
  await first.call('POST', '/4/plans', planRequest());
  first.webhooks.release();
  subscriber.answers = [new Error('connection refused')];
  await first.runDue();
  await first.close();
  before.close();

  const after = openDatabase(path);
  const second = await start(after, { deliver: subscriber.deliver, clock });
  clock.advance(299);
  await second.runDue();
  expect(subscriber.received).toHaveLength(1);
  clock.advance(1);
  await second.runDue();
  const [refused, taken] = subscriber.received;
  expect(taken?.body).toBe(refused?.body);
  const secret = /"sharedSecret":"(.+?)"/.exec(made.text)?.[1] ?? '';
  expect(taken?.headers['Tempo-Signature']).toBe(createHmac('sha256', secret).update(`${taken?.body}${taken?.headers['Tempo-Timestamp']}`).digest('hex'));
  expect(second.webhooks.deliveries(5)).toMatchObject([{ state: 'delivered', attempts: 2 }]);
  await second.close();
  after.close();
  rmSync(folder, { recursive: true });
});

describe('disorder on purpose', () => {
  beforeEach(() => subscribe('plan.created'));
  const descriptions = () => subscriber.received.map(({ body }) => /"description":"([^"]+)"/.exec(body)?.[1]);

  test('each event is delivered twice under the same id, until switched off', async () => {
    tempo.webhooks.deliverTwice(true);
    await create({ description: 'one' });
    tempo.webhooks.deliverTwice(false);
    await create({ description: 'two' });
    await tempo.runDue();
    expect(descriptions()).toEqual(['one', 'one', 'two']);
    expect(subscriber.received[0]?.body).toBe(subscriber.received[1]?.body);
  });

  test('events are held back until released', async () => {
    tempo.webhooks.hold();
    await create({ description: 'one' });
    await tempo.runDue();
    expect([descriptions(), tempo.webhooks.nextDueAt()]).toEqual([[], undefined]);
    tempo.clock.advance(7200);
    tempo.webhooks.release();
    await tempo.runDue();
    expect(descriptions()).toEqual(['one']);
  });

  test('what waits is sent in reverse', async () => {
    tempo.webhooks.hold();
    for (const description of ['one', 'two', 'three']) await create({ description });
    tempo.webhooks.deliverReversed(true);
    tempo.webhooks.release();
    await tempo.runDue();
    expect(descriptions()).toEqual(['three', 'two', 'one']);
  });
});
