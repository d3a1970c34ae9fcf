import { fieldOf, startTestOrg } from '../test-org';
import type { TestOrg } from '../test-org';

const ACK = '<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body><notificationsResponse xmlns="http://soap.sforce.com/2005/09/outbound"><Ack>true</Ack></notificationsResponse></e:Body></e:Envelope>';

let org: TestOrg;
/** The ids of what was sent: a list for each request. */
let sent: { flow: string[][]; outboundMessage: string[][] };
/** Of the Flow's callouts; 202 where nothing is left. */
let statuses: number[];
let ids: string[];

beforeEach(async () => {
  sent = { flow: [], outboundMessage: [] };
  statuses = [];
  org = await startTestOrg({
    deliver: async (url, { body }) => {
      if (url.endsWith('/flow')) {
        sent.flow.push([String(fieldOf(JSON.parse(body), 'opportunityId'))]);
        return { status: statuses.shift() ?? 202 };
      }
      sent.outboundMessage.push([...body.matchAll(/<sf:Id>(\w+)</g)].map(([, id]) => id ?? ''));
      return { status: 200, text: async () => ACK };
    },
  });
  org.flow.configure({ url: 'https://example.invalid/flow', secret: 's', on: true });
  org.outboundMessage.configure({ url: 'https://example.invalid/soap', on: true });
  ids = [1, 2, 3].map((number) => org.store.createOpportunity({ number, name: `Deal ${number}`, stageName: 'Prospecting', closeDate: '2026-12-01' }).id);
});
afterEach(() => org.close());

const eachIn = (list: readonly string[]): string[][] => list.map((id) => [id]);

test('nothing is disturbed unless asked', async () => {
  org.store.moveStages(ids, 'Negotiation');
  await org.runDue();
  expect(sent).toEqual({ flow: eachIn(ids), outboundMessage: [ids] });
});

test('twice: each is delivered two times and counts as one attempt', async () => {
  org.flow.disturb({ twice: true });
  org.outboundMessage.disturb({ twice: true });
  org.store.moveStages(ids, 'Negotiation');
  await org.runDue();
  expect(sent.flow.toSorted()).toEqual(eachIn(ids.flatMap((id) => [id, id])));
  expect(sent.outboundMessage).toEqual([ids, ids]);
  expect([...org.flow.deliveries(9), ...org.outboundMessage.deliveries(9)].every(({ state, attempts }) => state === 'delivered' && attempts === 1)).toBe(true);
});

test('twice: the first answer counts, so a replay that is refused does no harm', async () => {
  org.flow.disturb({ twice: true });
  statuses = [202, 409];
  org.store.moveStage(ids[0] ?? '', 'Negotiation');
  await org.runDue();
  expect(org.flow.deliveries(1)).toMatchObject([{ state: 'delivered', lastStatus: 202 }]);
});

test('held: nothing goes until it is let go, and then all of it', async () => {
  org.flow.disturb({ held: true });
  org.outboundMessage.disturb({ held: true });
  org.store.moveStages(ids, 'Negotiation');
  await org.runDue();
  expect(sent).toEqual({ flow: [], outboundMessage: [] });
  org.flow.disturb({ held: false });
  org.outboundMessage.disturb({ held: false });
  await org.runDue();
  expect(sent).toEqual({ flow: eachIn(ids), outboundMessage: [ids] });
});

test('reversed: the latest goes first', async () => {
  org.flow.disturb({ reversed: true });
  org.outboundMessage.disturb({ reversed: true });
  org.store.moveStages(ids, 'Negotiation');
  await org.runDue();
  const latestFirst = ids.toReversed();
  expect(sent).toEqual({ flow: eachIn(latestFirst), outboundMessage: [latestFirst] });
});
