import { createHmac } from 'node:crypto';
import { Hono } from 'hono';
import { openDatabase } from '../../database';
import { HandClock } from '../../hand-clock';
import { startServer } from '../../server';
import type { RunningServer } from '../../server';
import { startTestOrg, TEST_NOW, TEST_ORG } from '../test-org';
import type { TestOrg } from '../test-org';
import { Flow } from './flow';

interface Received {
  readonly body: string;
  readonly signature: string | undefined;
}

let receiver: RunningServer;
let received: Received[];
let answers: number[];
let org: TestOrg;
const SECRET = 'zażółć';

beforeEach(async () => {
  received = [];
  answers = [];
  const app = new Hono();
  app.post('/hook', async (context) => {
    received.push({ body: await context.req.text(), signature: context.req.header('X-Opiekun-Signature') });
    return new Response(null, { status: answers.shift() ?? 202 });
  });
  receiver = await startServer(app, 0);
  org = await startTestOrg({ deliver: (url, init) => fetch(url, { ...init }) });
  org.flow.configure({ url: `${receiver.url}/hook`, secret: SECRET, on: true });
  org.store.createOpportunity({ number: 1, name: 'Deal', stageName: 'Prospecting', closeDate: '2026-12-01' });
});
afterEach(async () => {
  await org.close();
  await receiver.close();
});
const DEAL = '006Op0000000001IAA';

test('a change of stage is told once it is committed, signed over the raw body', async () => {
  org.clock.advance(60);
  org.store.moveStage(DEAL, 'Negotiation');
  await org.runDue();
  expect(received).toHaveLength(1);
  const { body, signature } = received[0] ?? { body: '', signature: undefined };
  expect(JSON.parse(body)).toEqual({
    orgId: TEST_ORG.id, opportunityId: DEAL, stageName: 'Negotiation', systemModstamp: '2026-11-23T09:01:00.000Z',
    timestamp: '2026-11-23T09:01:00.000Z', eventId: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
  expect(signature).toBe(createHmac('sha256', SECRET).update(body).digest('hex'));
  expect(org.flow.deliveries(5)).toMatchObject([{ state: 'delivered', attempts: 1, lastStatus: 202 }]);
});

test('other changes, a stage that stays, a batch undone and a past told afterwards are not told', async () => {
  org.store.changeOpportunity(DEAL, { amount: '5' });
  org.store.moveStage(DEAL, 'Prospecting');
  org.store.changeOpportunity(DEAL, { stageName: 'Negotiation', at: '2026-01-01T00:00:00Z' });
  expect(() => org.store.batch(() => {
    org.store.moveStage(DEAL, 'Closed Won');
    throw new Error('undone');
  })).toThrow('undone');
  await org.runDue();
  expect(received).toEqual([]);
});

test('switched off, nothing is told', async () => {
  org.flow.configure({ ...org.flow.read(), on: false });
  org.store.moveStage(DEAL, 'Negotiation');
  await org.runDue();
  expect(received).toEqual([]);
});

test('what fails is tried again after 15, 30, 60 and 120 minutes, then given up; each attempt carries its own time', async () => {
  answers = [500, 401, 409, 503, 500];
  org.store.moveStage(DEAL, 'Negotiation');
  await org.runDue();
  for (const minutes of [15, 30, 60, 120]) {
    org.clock.advance((minutes - 1) * 60);
    const before = received.length;
    await org.runDue();
    expect(received).toHaveLength(before);
    org.clock.advance(60);
    await org.runDue();
    expect(received).toHaveLength(before + 1);
  }
  expect(org.flow.deliveries(1)).toMatchObject([{ state: 'failed', attempts: 5, lastStatus: 500, nextAt: undefined }]);
  const times = received.map(({ body }) => /"timestamp":"([^"]+)"/.exec(body)?.[1]);
  expect(new Set(times).size).toBe(5);
  expect(new Set(received.map(({ body }) => /"eventId":"([^"]+)"/.exec(body)?.[1])).size).toBe(1);
  expect(org.flow.nextDueAt()).toBeUndefined();
});

test('a delivery that was waiting when the process died is sent by the next one', async () => {
  const database = openDatabase(':memory:');
  const clock = new HandClock(TEST_NOW);
  const dying = await startTestOrg({ database, clock, deliver: () => Promise.reject(new Error('connection refused')) });
  dying.flow.configure({ url: `${receiver.url}/hook`, secret: SECRET, on: true });
  dying.store.createOpportunity({ number: 1, name: 'Deal', stageName: 'Prospecting', closeDate: '2026-12-01' });
  dying.store.moveStage(DEAL, 'Negotiation');
  await dying.runDue();
  expect(dying.flow.deliveries(1)).toMatchObject([{ state: 'waiting', lastError: 'connection refused', nextAt: '2026-11-23T09:15:00.000Z' }]);
  const next = new Flow(database, { now: () => new Date('2026-11-23T09:15:00Z') }, dying.store.settings, TEST_ORG.id, (url, init) => fetch(url, { ...init }));
  await next.runDue();
  expect(received).toHaveLength(1);
  await dying.close();
});

test('a test may be sent although nothing has changed and the Flow is off', async () => {
  org.flow.configure({ ...org.flow.read(), on: false });
  org.flow.sendTest(org.store.opportunities.required(DEAL));
  await org.runDue();
  expect(received[0]?.body).toContain('"eventId":"test-');
});
