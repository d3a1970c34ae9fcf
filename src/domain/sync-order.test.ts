import fc from 'fast-check';
import { addSeconds, earlier } from './calendar';
import { dealId, instant } from './fixture/values';
import { syncReasons, type SyncReason } from './signal';
import { isUrgent, laneOf, replacing, type SyncOrder } from './sync-order';

const start = instant('2026-03-02T09:00:00.000Z');

const anyOrder: fc.Arbitrary<SyncOrder> = fc
  .record({ seconds: fc.integer({ min: -1_000, max: 1_000 }), reason: fc.constantFrom(...syncReasons), urgent: fc.boolean(), token: fc.uuid() })
  .map(({ seconds, reason, urgent, token }) => ({ dealId: dealId(1), reason, orderedAt: start, dueAt: addSeconds(start, seconds), urgent, token }));

describe('an order that replaces another', () => {
  it('keeps the earlier time and the greater urgency, and everything else is its own', () => {
    fc.assert(fc.property(anyOrder, anyOrder, (order, before) => {
      expect(replacing(order, before)).toEqual({ ...order, dueAt: earlier(order.dueAt, before.dueAt), urgent: order.urgent || before.urgent });
    }));
  });

  it('is as it is where there was none', () => {
    fc.assert(fc.property(anyOrder, (order) => expect(replacing(order, undefined)).toEqual(order)));
  });

  it('comes to the same time and urgency in whatever order they come', () => {
    fc.assert(fc.property(fc.array(anyOrder, { minLength: 1, maxLength: 6 }), (orders) => {
      const all = (list: readonly SyncOrder[]) => list.reduce<SyncOrder | undefined>((before, order) => replacing(order, before), undefined);
      const [there, back] = [all(orders), all([...orders].reverse())];
      expect([there?.dueAt, there?.urgent]).toEqual([back?.dueAt, back?.urgent]);
    }));
  });
});

it('is urgent where somebody waits or Salesforce or Tempo has just told, and not where things are caught up with', () => {
  const behind: readonly SyncReason[] = ['poll', 'mapping', 'retry', 'reconcile'];
  expect(syncReasons.filter((reason) => !isUrgent(reason)).sort()).toEqual([...behind].sort());
});

describe('a lane', () => {
  it.each([1, 2, 4, 8, 10, 62])('gets its part of the deals, and of every %i-th deal', (step) => {
    const counts = [0, 0, 0, 0];
    for (let at = 0; at < 1_000; at += 1) {
      const lane = laneOf(dealId(10_000 + at * step), 4);
      counts[lane] = (counts[lane] ?? 0) + 1;
    }
    expect(Math.min(...counts)).toBeGreaterThan(200);
    expect(Math.max(...counts)).toBeLessThan(300);
  });

  it('is always the same for a deal', () => expect(laneOf(dealId(7), 4)).toBe(laneOf(dealId(7), 4)));
});
