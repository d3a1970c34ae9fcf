import { Hono } from 'hono';
import { HandClock } from '../../hand-clock';
import { startServer } from '../../server';
import type { RunningServer } from '../../server';
import { createSalesforce } from '../salesforce';
import { startTestOrg, TEST_NOW, TEST_ORG } from '../test-org';
import type { TestOrg } from '../test-org';
import type { Deliver } from './deliver';

interface Received {
  readonly body: string;
  readonly contentType: string | undefined;
  readonly soapAction: string | undefined;
}

let receiver: RunningServer;
let received: Received[];
/** What is answered next; an Ack of true where nothing is left. */
let answers: Response[];
let org: TestOrg;
const DEAL = '006Op0000000001IAA';

function acknowledgement(ack: boolean): Response {
  const body = `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><notificationsResponse xmlns="http://soap.sforce.com/2005/09/outbound"><Ack>${ack}</Ack></notificationsResponse></s:Body></s:Envelope>`;
  return new Response(body, { headers: { 'Content-Type': 'text/xml' } });
}

const texts = (name: string, xml: string): string[] => [...xml.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map(([, text]) => text ?? '');
const notificationIds = ({ body }: Received): string[] => texts('Id', body);

function createDeals(count: number): string[] {
  return org.store.batch(() => Array.from({ length: count }, (_, index) =>
    org.store.createOpportunity({ number: index + 1, name: `Deal ${index + 1}`, stageName: 'Prospecting', closeDate: '2026-12-01' }).id));
}

beforeEach(async () => {
  received = [];
  answers = [];
  const app = new Hono();
  app.post('/hook/secret', async (context) => {
    received.push({ body: await context.req.text(), contentType: context.req.header('Content-Type'), soapAction: context.req.header('SOAPAction') });
    return answers.shift() ?? acknowledgement(true);
  });
  receiver = await startServer(app, 0);
  org = await startTestOrg({ deliver: (url, init) => fetch(url, { ...init }) });
  org.outboundMessage.configure({ url: `${receiver.url}/hook/secret`, on: true });
});
afterEach(async () => {
  await org.close();
  await receiver.close();
});

test('a change of stage is told once it is committed, with the values at the time of sending', async () => {
  createDeals(1);
  org.store.batch(() => {
    org.store.moveStage(DEAL, 'Negotiation');
    org.store.changeOpportunity(DEAL, { name: 'Fish & "Chips" <Ltd>' });
  });
  await org.runDue();
  expect(received).toHaveLength(1);
  const [message = { body: '', contentType: '', soapAction: '' }] = received;
  expect(message).toMatchObject({ contentType: 'text/xml; charset=utf-8', soapAction: '""' });
  expect(message.body).toContain(`<OrganizationId>${TEST_ORG.id}</OrganizationId>`);
  expect(texts('ActionId', message.body)).toEqual([expect.stringMatching(/^04k[0-9A-Za-z]{15}$/)]);
  expect(notificationIds(message)).toEqual([expect.stringMatching(/^04l[0-9A-Za-z]{15}$/)]);
  expect(texts('sf:Id', message.body)).toEqual([DEAL]);
  expect(texts('sf:Name', message.body)).toEqual(['Fish &amp; &quot;Chips&quot; &lt;Ltd&gt;']);
  expect(texts('sf:StageName', message.body)).toEqual(['Negotiation']);
  expect(org.outboundMessage.deliveries(5)).toMatchObject([{ eventId: notificationIds(message)[0], state: 'delivered', attempts: 1, lastStatus: 200, nextAt: undefined }]);
});

test('only the latest of several stages is ever told, and of a deal deleted since nothing', async () => {
  const [, second = ''] = createDeals(2);
  org.store.batch(() => {
    org.store.moveStage(DEAL, 'Negotiation');
    org.store.moveStage(DEAL, 'Closed Won');
    org.store.moveStage(second, 'Negotiation');
    org.store.opportunities.delete(second);
  });
  await org.runDue();
  expect(received.map(({ body }) => texts('sf:StageName', body))).toEqual([['Closed Won', 'Closed Won']]);
  expect(received.map(notificationIds)).toEqual([[expect.any(String), expect.any(String), expect.any(String)]]);
});

test('other changes, a stage that stays, a batch undone, and all while it is off are not told', async () => {
  createDeals(1);
  org.store.changeOpportunity(DEAL, { amount: '5' });
  org.store.moveStage(DEAL, 'Prospecting');
  expect(() => org.store.batch(() => {
    org.store.moveStage(DEAL, 'Closed Won');
    throw new Error('undone');
  })).toThrow('undone');
  org.outboundMessage.configure({ ...org.outboundMessage.read(), on: false });
  org.store.moveStage(DEAL, 'Negotiation');
  await org.runDue();
  expect(received).toEqual([]);
});

test('it tells beside the Flow, and either can be off', async () => {
  createDeals(1);
  org.flow.configure({ url: `${receiver.url}/hook/secret`, secret: 's', on: true });
  org.store.moveStage(DEAL, 'Negotiation');
  await org.runDue();
  expect(received.map(({ contentType }) => contentType).toSorted()).toEqual(['application/json', 'text/xml; charset=utf-8']);
  expect([org.flow.deliveries(5), org.outboundMessage.deliveries(5)]).toMatchObject([[{ state: 'delivered' }], [{ state: 'delivered' }]]);
});

test('250 that wait make three messages of at most a hundred', async () => {
  const ids = createDeals(250);
  org.store.moveStages(ids, 'Negotiation');
  await org.runDue();
  expect(received.map((message) => notificationIds(message).length).toSorted((a, b) => b - a)).toEqual([100, 100, 50]);
  expect(new Set(received.flatMap(notificationIds)).size).toBe(250);
  expect(new Set(received.flatMap(({ body }) => texts('sf:Id', body)))).toEqual(new Set(ids));
});

test.each([
  ['an Ack of false', () => acknowledgement(false), 200, 'Ack false'],
  ['no Ack', () => new Response('OK'), 200, 'no Ack'],
  ['an Ack of true with another status', () => new Response(acknowledgement(true).body, { status: 202 }), 202, undefined],
  ['a server error', () => new Response(null, { status: 500 }), 500, undefined],
])('%s is a failure, and the same notification is sent again', async (_what, answer, lastStatus, lastError) => {
  createDeals(1);
  answers = [answer()];
  org.store.moveStage(DEAL, 'Negotiation');
  await org.runDue();
  expect(org.outboundMessage.deliveries(1)).toMatchObject([{ state: 'waiting', attempts: 1, lastStatus, lastError, nextAt: '2026-11-23T09:01:00.000Z' }]);
  org.clock.advance(60);
  await org.runDue();
  expect(received).toHaveLength(2);
  expect(received.map(notificationIds)[1]).toEqual(received.map(notificationIds)[0]);
  expect(org.outboundMessage.deliveries(1)).toMatchObject([{ state: 'delivered', attempts: 2 }]);
});

test('whoever hands over no text of the answer has delivered nothing', async () => {
  await org.close();
  org = await startTestOrg({ deliver: async () => ({ status: 200 }) });
  org.outboundMessage.configure({ url: 'https://example.invalid/hook', on: true });
  createDeals(1);
  org.store.moveStage(DEAL, 'Negotiation');
  await org.runDue();
  expect(org.outboundMessage.deliveries(1)).toMatchObject([{ state: 'waiting', lastStatus: 200, lastError: 'no Ack' }]);
});

test('the waits double up to two hours, and after 24 hours it is dropped without another try', async () => {
  await org.close();
  const clock = new HandClock(TEST_NOW);
  const start = clock.now().getTime();
  const tried: number[] = [];
  org = await startTestOrg({
    clock,
    deliver: () => {
      tried.push((clock.now().getTime() - start) / 60_000);
      return Promise.reject(new Error('connection refused'));
    },
  });
  org.outboundMessage.configure({ url: 'https://example.invalid/hook', on: true });
  createDeals(1);
  org.store.moveStage(DEAL, 'Negotiation');
  await org.runDue();
  for (let next = org.outboundMessage.nextDueAt(); next !== undefined; next = org.outboundMessage.nextDueAt()) {
    clock.set(next);
    await org.runDue();
  }
  expect(tried.slice(0, 10)).toEqual([0, 1, 3, 7, 15, 31, 63, 127, 247, 367]);
  expect(Math.max(...tried)).toBeLessThan(24 * 60);
  expect(clock.now().getTime() - start).toBe(24 * 3_600_000);
  expect(org.outboundMessage.deliveries(1)).toMatchObject([{ state: 'failed', attempts: tried.length, lastError: 'connection refused', nextAt: undefined }]);
});

test('what is told later does not wait for what is tried again, and joins it once both are due', async () => {
  const [first = '', second = '', third = ''] = createDeals(3);
  answers = [acknowledgement(false)];
  org.store.moveStage(first, 'Negotiation');
  await org.runDue();
  org.clock.advance(30);
  org.store.moveStage(second, 'Negotiation');
  await org.runDue();
  org.clock.advance(30);
  org.store.moveStage(third, 'Negotiation');
  await org.runDue();
  expect(received.map(({ body }) => texts('sf:Id', body))).toEqual([[first], [second], [first, third]]);
});

test('what was waiting when the process died is sent by the next one under the same id', async () => {
  const ids = createDeals(3);
  let sending = 0;
  const unending = new Promise<never>(() => undefined);
  const open = (deliver: Deliver) => createSalesforce({ database: org.database, clock: org.clock, org: TEST_ORG, deliver });
  const dying = open(() => {
    sending += 1;
    return unending;
  });
  dying.store.moveStages(ids, 'Negotiation');
  void dying.runDue();
  await new Promise(setImmediate);
  expect([sending, received.length]).toEqual([1, 0]);
  const next = open((url, init) => fetch(url, { ...init }));
  const waiting = next.outboundMessage.deliveries(5).map(({ eventId }) => eventId).toReversed();
  await next.runDue();
  expect(received.map(notificationIds)).toEqual([waiting]);
  expect(next.outboundMessage.deliveries(5).map(({ state }) => state)).toEqual(['delivered', 'delivered', 'delivered']);
});

test('a test may be sent although nothing has changed and it is off', async () => {
  createDeals(1);
  org.outboundMessage.configure({ ...org.outboundMessage.read(), on: false });
  org.outboundMessage.sendTest(org.store.opportunities.required(DEAL));
  await org.runDue();
  expect(received.map(({ body }) => texts('sf:Id', body))).toEqual([[DEAL]]);
});
