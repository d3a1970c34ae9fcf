import * as z from 'zod/mini';
import { bundleFixture, openSite, type FixtureSite } from './fixture/site';

let bundle: Awaited<ReturnType<typeof bundleFixture>>;
let site: FixtureSite;

const deliveriesSchema = z.object({
  found: z.array(z.looseObject({ event: z.looseObject({ eventId: z.string(), jobId: z.string() }), context: z.looseObject({}) })),
  asUser: z.optional(z.unknown()),
});
const pushed = z.object({ result: z.object({ jobId: z.string() }) });

beforeAll(async () => {
  bundle = await bundleFixture();
});
afterAll(() => bundle.remove());
beforeEach(async () => {
  site = await openSite(bundle.bundlePath);
});
afterEach(() => site.close());

const push = (events: unknown[], queue = 'work'): Promise<unknown> =>
  site.call('push', { queue, events: JSON.stringify(events) });
const deliveries = async () => deliveriesSchema.parse(await site.call('deliveries'));
const work = (...bodies: object[]): object[] => bodies.map((body) => ({ body }));

it('delivers each event to the consumer, as @forge/events declares it', async () => {
  site.host.start();
  const { result } = pushed.parse(await push([{ body: { parcel: 1 } }, { body: { parcel: 2 }, concurrency: { key: 'k', limit: 1 } }]));
  await site.host.idle();
  const { found } = await deliveries();
  expect(found).toHaveLength(2);
  expect(found.map(({ event }) => event['body'])).toEqual(expect.arrayContaining([{ parcel: 1 }, { parcel: 2 }]));
  for (const { event } of found) {
    expect(event).toMatchObject({ queueName: 'work', jobId: result.jobId });
    expect(event['retryContext']).toBeUndefined();
  }
  expect(site.host.queueLength()).toBe(0);
  expect(await site.call('stats', { jobId: result.jobId })).toEqual({ result: { success: 2, inProgress: 0, failed: 0 } });
});

it('delivers nothing before it is started', async () => {
  await push(work({}));
  await site.host.idle();
  expect(site.host.queueLength()).toBe(1);
});

it('holds a delayed event back until its time, also over a restart', async () => {
  site.host.start();
  await push([{ body: {}, delayInSeconds: 900 }]);
  await site.host.idle();
  expect((await deliveries()).found).toHaveLength(0);
  site.clock.advance(899);
  (await site.restart()).start();
  await site.host.idle();
  expect((await deliveries()).found).toHaveLength(0);
  site.clock.advance(1);
  await site.host.idle();
  expect((await deliveries()).found).toHaveLength(1);
});

it.each([
  ['TooManyEventsError', Array.from({ length: 51 }, () => ({ body: {} }))],
  ['PayloadTooBigError', [{ body: { text: 'x'.repeat(200 * 1024) } }]],
  ['InvalidPushSettingsError', [{ body: {}, delayInSeconds: 901 }]],
  ['InternalServerError', [{ body: {}, concurrency: { key: 'k', limit: 0 } }]],
])('refuses a push: %s', async (type, events) => {
  expect(await push(events)).toMatchObject({ type });
  expect(site.host.queueLength()).toBe(0);
});

it('refuses a queue without a consumer, and more than 500 events in a minute', async () => {
  expect(await push(work({}), 'nobody')).toMatchObject({ type: 'InternalServerError' });
  for (let at = 0; at < 10; at += 1) await push(Array.from({ length: 50 }, () => ({ body: {} })));
  expect(await push(work({}))).toMatchObject({ type: 'RateLimitError' });
  site.clock.advance(61);
  expect(await push(work({}))).toHaveProperty('result');
});

it('runs events of one key one after another, and others side by side', async () => {
  const underWay: unknown[] = [];
  const held: (() => void)[] = [];
  site.vendor.get('/alone', (context) => {
    underWay.push(site.database.prepare(`SELECT count(*) AS count FROM forge_event WHERE state = 'running'`).get());
    return context.text('');
  });
  // Answers only when three requests are there, so that it would never end if they came one by one.
  site.vendor.get('/crowd', async (context) => {
    await new Promise<void>((resolve) => {
      held.push(resolve);
      if (held.length === 3) for (const release of held) release();
    });
    return context.text('');
  });
  site.host.start();
  const alone = { body: { url: 'https://a.vendor.example/alone' }, concurrency: { key: 'deal', limit: 1 } };
  await push([alone, alone, alone]);
  await site.host.idle();
  expect(underWay).toEqual(Array(3).fill({ count: 1 }));
  await push(work(...Array(3).fill({ url: 'https://a.vendor.example/crowd' })));
  await site.host.idle();
  expect((await deliveries()).found).toHaveLength(6);
});

it('calls again when the function asks for it, with its reason and data', async () => {
  site.host.start();
  await push(work({ action: 'retry' }));
  await site.host.idle();
  site.clock.advance(29);
  await site.host.idle();
  expect((await deliveries()).found).toHaveLength(1);
  site.clock.advance(1);
  await site.host.idle();
  const again = (await deliveries()).found.find(({ event }) => event['retryContext'] !== undefined);
  expect(again?.event['retryContext']).toEqual({
    retryCount: 1,
    retryReason: 'FUNCTION_UPSTREAM_RATE_LIMITED',
    retryData: { page: 2 },
    retentionWindow: { startTime: '2026-03-02T08:00:00.000Z', remainingTimeMs: 86_400_000 - 30_000 },
  });
  expect(site.host.queueLength()).toBe(0);
});

it.each([
  ['throw', 'work', 'FUNCTION_PLATFORM_UNKNOWN_ERROR'],
  ['spin', 'slow-work', 'FUNCTION_TIME_OUT'],
])('calls again after a function that does %s', async (action, queue, reason) => {
  site.host.start();
  await push(work({ action }), queue);
  await site.host.idle();
  expect(site.host.queueLength()).toBe(1);
  site.clock.advance(5);
  await site.host.idle();
  const { found } = await deliveries();
  expect(found.map(({ event }) => event['retryContext'])).toContainEqual(expect.objectContaining({ retryCount: 1, retryReason: reason }));
  expect(site.host.queueLength()).toBe(0);
});

it('delivers again after a restart what was under way when the process ended', async () => {
  const arrived = new Promise<void>((resolve) => {
    site.vendor.get('/stuck', () => {
      resolve();
      return new Promise<Response>(() => undefined);
    });
  });
  site.host.start();
  await push(work({ url: 'https://a.vendor.example/stuck' }));
  await arrived;
  await site.restart({ hosts: [{ pattern: '*.vendor.example', target: site.publicUrl }] });
  expect(site.host.queueLength()).toBe(1);
  site.host.start();
  await site.host.idle();
  const { found } = await deliveries();
  expect(found).toHaveLength(2);
  expect(found[0]?.event.eventId).toBe(found[1]?.event.eventId);
  expect(site.host.queueLength()).toBe(0);
});

it('delivers every event twice when asked to, and no more than twice', async () => {
  await site.restart({ chaos: { duplicate: 1 } });
  await push(work({}, {}, {}));
  site.host.start();
  await site.host.idle();
  const ids = (await deliveries()).found.map(({ event }) => event.eventId);
  expect(ids).toHaveLength(6);
  expect(new Set(ids).size).toBe(3);
});

it('delivers in another order when asked to', async () => {
  const order: string[] = [];
  site.vendor.get('/order/:at', (context) => {
    order.push(context.req.param('at'));
    return context.text('');
  });
  const one = (at: number): object => ({
    body: { url: `https://a.vendor.example/order/${at}` },
    concurrency: { key: 'deal', limit: 1 },
  });
  await site.restart({ chaos: { reorder: 1 }, random: () => 0.99 });
  await push([one(1), one(2), one(3)]);
  site.host.start();
  await site.host.idle();
  expect(order).toEqual(['3', '2', '1']);
});

it('cancels what has not begun', async () => {
  const { result } = pushed.parse(await push(work({}, {})));
  expect(await site.call('cancel', { jobId: result.jobId })).toEqual({ result: null });
  site.host.start();
  await site.host.idle();
  expect((await deliveries()).found).toHaveLength(0);
  expect(await site.call('stats', { jobId: 'unknown' })).toMatchObject({ type: 'JobDoesNotExistError' });
});

it('has no user, so asUser() needs authentication', async () => {
  site.host.start();
  await push(work({ action: 'asUser' }));
  await site.host.idle();
  expect((await deliveries()).asUser).toMatchObject({ name: 'NEEDS_AUTHENTICATION_ERR', status: 401 });
  expect(JSON.stringify((await deliveries()).found[0]?.context)).not.toContain('principal');
});

describe('a scheduled trigger', () => {
  const polls = async (): Promise<number> => {
    const { found } = z.object({ found: z.array(z.unknown()) }).parse(await site.call('deliveries', { of: 'poll' }));
    return found.length;
  };

  it('runs when its interval is over, and once for all that was missed', async () => {
    site.host.start();
    site.clock.advance(299);
    await site.host.idle();
    expect(await polls()).toBe(0);
    site.clock.advance(1);
    await site.host.idle();
    expect(await polls()).toBe(1);
    await site.host.close();
    site.clock.advance(3600);
    (await site.restart()).start();
    await site.host.idle();
    expect(await polls()).toBe(2);
  });

  it('runs by hand', async () => {
    await site.host.runSchedule('poll');
    expect(await polls()).toBe(1);
    await expect(site.host.runSchedule('unknown')).rejects.toThrow('no scheduledTrigger "unknown"');
  });
});
