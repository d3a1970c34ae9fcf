import { createHmac, randomUUID } from 'node:crypto';
import { demoCredentials } from '../../local/demo/credentials';
import { stages } from './small-company';
import { link, signalSecret, startTestSite, untilSync, type TestSite } from './test-site';
import { publish } from './small-guidelines';

jest.setTimeout(240_000);

let test: TestSite;
/** What waits for a later time before any signal comes. */
let waiting: number;

beforeAll(async () => {
  test = await startTestSite();
  await publish(test, 'portal');
  await link(test, 'portal', 'portal');
  await untilSync(test, 'portal', 'inStep');
  const { flow, store } = test.site.salesforce;
  flow.configure({ ...flow.read(), on: false });
  // Told by nobody, so that only an accepted signal can bring it in.
  store.moveStage(test.deals.portal, stages.negotiation);
  await test.site.host.idle();
  waiting = test.site.host.queueLength();
});
afterAll(() => test.close());

interface Signal {
  readonly orgId: string;
  readonly opportunityId: string;
  readonly timestamp: string;
  readonly eventId: string;
}

const signal = (change: Partial<Signal> = {}): string =>
  JSON.stringify({ orgId: demoCredentials.salesforce.id, opportunityId: test.deals.portal, timestamp: new Date().toISOString(), eventId: randomUUID(), ...change });

const sign = (body: string, secret = signalSecret): string => createHmac('sha256', secret).update(body).digest('hex');

const minutesFromNow = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString();

const send = (body: string, headers: Readonly<Record<string, string>>): Promise<Response> =>
  fetch(test.site.host.webTriggerUrl('salesforce-signal'), { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });

async function isRefused(response: Response, status: number): Promise<void> {
  expect(response.status).toBe(status);
  // Every refusal has the same body, so that none of them teaches a stranger anything.
  await expect(response.text()).resolves.toBe('{"accepted":false}');
  expect(test.site.host.queueLength()).toBeLessThanOrEqual(waiting);
  await expect(test.linked('portal')).resolves.toMatchObject({ deal: { stageName: stages.open } });
}

it('a signal without a signature is refused', async () => {
  await isRefused(await send(signal(), {}), 401);
});

it.each(['', 'abc', sign('another body'), `${'0'.repeat(63)}g`])('the signature %j is refused', async (signature) => {
  await isRefused(await send(signal(), { 'x-opiekun-signature': signature }), 401);
});

it('a signature of another secret is refused', async () => {
  const body = signal();
  await isRefused(await send(body, { 'x-opiekun-signature': sign(body, 'another secret') }), 401);
});

it.each([-11, 11])('a signal sent %d minutes from now is refused', async (minutes) => {
  const body = signal({ timestamp: minutesFromNow(minutes) });
  await isRefused(await send(body, { 'x-opiekun-signature': sign(body) }), 401);
});

it.each([
  { orgId: '00D000000000001AAA' },
  { opportunityId: '../../settings' },
  { timestamp: 'yesterday' },
  { eventId: '' },
])('a signed signal with %j is refused', async (change) => {
  const body = signal(change);
  await isRefused(await send(body, { 'x-opiekun-signature': sign(body) }), 401);
});

it.each(['', 'null', '[]', '{', '{}'])('the signed body %j is refused', async (body) => {
  await isRefused(await send(body, { 'x-opiekun-signature': sign(body) }), 401);
});

it('a GET is refused', async () => {
  await isRefused(await fetch(test.site.host.webTriggerUrl('salesforce-signal')), 401);
});

it('a signed signal about a deal that nobody linked is accepted and does nothing', async () => {
  const body = signal({ opportunityId: test.deals.audit });
  const response = await send(body, { 'x-opiekun-signature': sign(body) });
  expect(response.status).toBe(202);
  expect(test.site.host.queueLength()).toBeLessThanOrEqual(waiting);
});

it('a signed signal is accepted once, and its replay refused', async () => {
  const body = signal();
  const headers = { 'x-opiekun-signature': sign(body) };
  expect((await send(body, headers)).status).toBe(202);
  await test.site.host.idle();
  await expect(test.linked('portal')).resolves.toMatchObject({ deal: { stageName: stages.negotiation }, sync: { kind: 'inStep' } });
  test.site.tempo.store.resetCalls();
  const replayed = await send(body, headers);
  expect(replayed.status).toBe(409);
  await expect(replayed.text()).resolves.toBe('{"accepted":false}');
  await test.site.host.idle();
  expect(test.site.tempo.store.calls().total).toBe(0);
});
