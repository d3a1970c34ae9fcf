import { startTestOrg } from '../test-org';
import type { TestOrg } from '../test-org';
import { RecordRuleError } from './record-errors';

let org: TestOrg;
beforeEach(async () => {
  org = await startTestOrg();
  org.store.createOpportunity({ number: 1, name: 'Deal', stageName: 'Prospecting', amount: '100', closeDate: '2026-12-01' });
});
afterEach(() => org.close());
const DEAL = '006Op0000000001IAA';

test('a stage sets probability, closed and won, leaves a row of history and a new stamp', () => {
  org.clock.advance(5 * 60);
  const moved = org.store.moveStage(DEAL, 'Closed Won');
  expect(moved).toMatchObject({ probability: 100, closed: true, won: true, forecastCategory: 'Closed', systemModstamp: '2026-11-23T09:05:00.000Z' });
  expect(org.store.histories.of(DEAL)).toMatchObject([
    { stageName: 'Closed Won', probability: 100, at: '2026-11-23T09:05:00.000Z' }, { stageName: 'Prospecting', probability: 10, at: '2026-11-23T09:00:00.000Z' },
  ]);
});

test('history keeps what amount and close date were before', async () => {
  org.store.changeOpportunity(DEAL, { amount: '250.75', closeDate: '2027-01-01' });
  const answer = await org.query(`SELECT Amount, PrevAmount, CloseDate, PrevCloseDate, StageName FROM OpportunityHistory WHERE OpportunityId = '${DEAL}' AND PrevAmount != null`);
  expect(await answer.json()).toMatchObject({ totalSize: 1, records: [{ Amount: 250.75, PrevAmount: 100, CloseDate: '2027-01-01', PrevCloseDate: '2026-12-01', StageName: 'Prospecting' }] });
});

test('a name alone changes the stamp and no history; nothing new changes nothing', () => {
  org.clock.advance(60);
  expect(org.store.changeOpportunity(DEAL, { name: 'Other' }).systemModstamp).toBe('2026-11-23T09:01:00.000Z');
  expect(org.store.histories.of(DEAL)).toHaveLength(1);
  org.clock.advance(60);
  expect(org.store.changeOpportunity(DEAL, { name: 'Other', amount: '100.00', stageName: 'Prospecting' }).systemModstamp).toBe('2026-11-23T09:01:00.000Z');
});

test.each([
  [{ name: ' ' }], [{ name: 'x'.repeat(121) }], [{ closeDate: '2026-02-30' }], [{ closeDate: '1.2.2026' }], [{ stageName: 'Nowhere' }], [{ probability: 101 }],
])('%p is refused and nothing is changed', (change) => {
  expect(() => org.store.changeOpportunity(DEAL, { amount: '7', ...change })).toThrow(RecordRuleError);
  expect(org.store.opportunities.required(DEAL).amount).toBe('100.00');
});

test('a stage that is not active can be entered no more, and deals in it stay', () => {
  org.store.stages.setActive('Prospecting', false);
  expect(org.store.opportunities.required(DEAL).stageName).toBe('Prospecting');
  org.store.moveStage(DEAL, 'Negotiation');
  expect(() => org.store.moveStage(DEAL, 'Prospecting')).toThrow(RecordRuleError);
});

test('a renamed stage leaves deals under its old name unless they are to follow', () => {
  org.store.stages.rename('Prospecting', { apiName: 'Discovery' });
  expect(org.store.opportunities.required(DEAL).stageName).toBe('Prospecting');
  expect(org.store.stages.find('Prospecting')).toBeUndefined();
  org.store.moveStage(DEAL, 'Negotiation');
  org.clock.advance(60);
  org.store.stages.rename('Negotiation', { apiName: 'Talks', replaceOnDeals: true });
  expect(org.store.opportunities.required(DEAL)).toMatchObject({ stageName: 'Talks', systemModstamp: '2026-11-23T09:01:00.000Z' });
});

test('many deals are moved in one transaction: each with its history and its signal, or none of them', async () => {
  const ids = Array.from({ length: 30 }, (_, index) => org.store.createOpportunity({ number: 100 + index, name: `Deal ${index}`, stageName: 'Prospecting', closeDate: '2026-12-01' }).id);
  org.flow.configure({ url: 'https://example.invalid/hook', secret: 's', on: true });
  expect(() => org.store.moveStages([...ids, '006Op0000000ZZZIAA'], 'Negotiation')).toThrow('There is no deal');
  await org.runDue();
  expect(org.flow.deliveries(100)).toEqual([]);
  org.store.moveStages(ids, 'Negotiation');
  await org.runDue();
  expect(org.store.countByStage().get('Negotiation')).toBe(30);
  expect(ids.map((id) => org.store.histories.of(id).length)).toEqual(ids.map(() => 2));
  expect(new Set(org.flow.deliveries(100).map(({ opportunityId }) => opportunityId))).toEqual(new Set(ids));
});

test('deleting and restoring a deal move its stamps', () => {
  for (const [minutes, act] of [[1, 'delete'], [2, 'undelete']] as const) {
    org.clock.advance(60);
    org.store.opportunities[act](DEAL);
    const now = `2026-11-23T09:0${minutes}:00.000Z`;
    expect(org.store.opportunities.required(DEAL)).toMatchObject({ deleted: act === 'delete', systemModstamp: now, lastModifiedDate: now });
  }
});

test('a deleted deal cannot be changed and comes back as it was', () => {
  org.store.opportunities.delete(DEAL);
  expect(() => org.store.moveStage(DEAL, 'Negotiation')).toThrow('There is no deal');
  org.store.opportunities.undelete(DEAL);
  expect(org.store.moveStage(DEAL, 'Negotiation').amount).toBe('100.00');
});
