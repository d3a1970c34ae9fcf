import fc from 'fast-check';
import { createOrdersStore } from '../../src/adapters/forge/orders-store';
import { addSeconds } from '../../src/domain/calendar';
import { dealId, instant } from '../../src/domain/fixture/values';
import type { SyncOrder } from '../../src/domain/sync-order';
import { openStorage, type InProcessStorage } from './kvs-in-process';

const ordersStore = createOrdersStore(1);

/** The list of orders over the real @forge/kvs. */

let storage: InProcessStorage;
beforeEach(() => {
  storage = openStorage();
});
afterEach(() => storage.close());

const now = instant('2026-03-02T09:00:00.000Z');
const order = (n: number, seconds: number, changes: Partial<SyncOrder> = {}): SyncOrder => ({
  dealId: dealId(n), reason: 'poll', orderedAt: now, dueAt: addSeconds(now, seconds), urgent: false, token: `t${n}`, ...changes,
});
const due = async (seconds = 0, most = 100, only?: 'urgent'): Promise<string[]> => (await ordersStore.due(addSeconds(now, seconds), most, only)).map(({ token }) => token);
const kept = async (n: number) => (await ordersStore.among([dealId(n)]))[0];

describe('put', () => {
  it('keeps an order as it is given', async () => {
    await ordersStore.put([order(1, 60, { urgent: true, reason: 'push' })]);
    expect(await kept(1)).toEqual(order(1, 60, { urgent: true, reason: 'push' }));
  });

  it.each([
    ['later and not urgent, after an earlier urgent one', order(1, 0, { urgent: true }), order(1, 60, { token: 'new' }), { seconds: 0, urgent: true }],
    ['earlier and urgent, after a later one', order(1, 60), order(1, 0, { token: 'new', urgent: true }), { seconds: 0, urgent: true }],
    ['later and urgent, after an earlier one', order(1, 0), order(1, 60, { token: 'new', urgent: true }), { seconds: 0, urgent: true }],
    ['alike', order(1, 5), order(1, 5, { token: 'new' }), { seconds: 5, urgent: false }],
  ])('keeps the earlier time and the greater urgency of one %s', async (_, first, second, { seconds, urgent }) => {
    await ordersStore.put([first]);
    await ordersStore.put([second]);
    expect(await kept(1)).toEqual({ ...second, dueAt: addSeconds(now, seconds), urgent });
    expect(await ordersStore.count(10)).toMatchObject({ length: 1 });
    expect(await due(60)).toEqual(['new']);
  });

  it('takes more than a batch at once', async () => {
    await ordersStore.put(Array.from({ length: 60 }, (_, n) => order(n + 1, n)));
    expect((await ordersStore.count(1_000)).length).toBe(60);
    expect(storage.operations.filter((path) => path === '/api/v1/batch/set')).toHaveLength(3);
  });

  it('says so when storage keeps only some of them', async () => {
    storage.broken.add(dealId(2));
    await expect(ordersStore.put([order(1, 0), order(2, 0)])).rejects.toThrow('storage answered INTERNAL_ERROR for a record');
  });

  it('does not take an order that could not be read for none: its time would be lost', async () => {
    await ordersStore.put([order(1, 0, { urgent: true })]);
    storage.broken.add(dealId(1));
    await expect(ordersStore.among([dealId(1)])).rejects.toThrow('storage answered INTERNAL_ERROR');
    await expect(ordersStore.put([order(1, 60)])).rejects.toThrow('storage answered INTERNAL_ERROR');
    storage.broken.clear();
    expect(await kept(1)).toMatchObject({ dueAt: now, urgent: true });
  });

  it('does nothing for nothing', async () => {
    await ordersStore.put([]);
    expect(storage.operations).toEqual([]);
  });
});

describe('due', () => {
  beforeEach(async () => {
    await ordersStore.put([order(1, -30), order(2, 0, { urgent: true }), order(3, -10), order(4, -5, { urgent: true }), order(5, 1), order(6, 1, { urgent: true })]);
  });

  it('gives the urgent ones first and then the longest due, and none before its time', async () => {
    expect(await due()).toEqual(['t4', 't2', 't1', 't3']);
    expect(await due(1)).toEqual(['t4', 't2', 't6', 't1', 't3', 't5']);
    expect(await due(-31)).toEqual([]);
  });

  it.each([[1, ['t4']], [2, ['t4', 't2']], [3, ['t4', 't2', 't1']]])('gives no more than %i', async (most, tokens) => {
    expect(await due(0, most)).toEqual(tokens);
  });

  it('gives only urgent ones where that is asked', async () => {
    expect(await due(1, 100, 'urgent')).toEqual(['t4', 't2', 't6']);
    expect(await due(1, 2, 'urgent')).toEqual(['t4', 't2']);
  });

  it('goes beyond a page of storage', async () => {
    await ordersStore.put(Array.from({ length: 230 }, (_, n) => order(n + 10, -1_000 + n)));
    const found = await ordersStore.due(now, 200);
    expect(found).toHaveLength(200);
    expect(found.slice(2).every(({ dueAt }, at, all) => at === 0 || (all[at - 1]?.dueAt ?? '') <= dueAt)).toBe(true);
  });
});

describe('done', () => {
  it('takes orders off the list, also many at once', async () => {
    const orders = Array.from({ length: 60 }, (_, n) => order(n + 1, 0));
    await ordersStore.put(orders);
    await ordersStore.done(orders.slice(0, 58));
    expect((await due()).sort()).toEqual(['t59', 't60']);
  });

  it('leaves an order that was replaced since it was read, and takes the others off all the same', async () => {
    const orders = [order(1, 0), order(2, 0), order(3, 0)];
    await ordersStore.put(orders);
    await ordersStore.put([order(2, 0, { token: 'again' })]);
    await ordersStore.done(orders);
    expect(await due()).toEqual(['again']);
  });

  it('does not mind an order that is gone', async () => {
    await ordersStore.put([order(1, 0), order(2, 0)]);
    await ordersStore.done([order(1, 0)]);
    await ordersStore.done([order(1, 0), order(2, 0), order(3, 0)]);
    expect(await due()).toEqual([]);
  });

  it('passes on what else storage says', async () => {
    await ordersStore.put([order(1, 0)]);
    storage.delay = () => Promise.reject(new Error('storage is down'));
    await expect(ordersStore.done([order(1, 0)])).rejects.toThrow('storage is down');
  });
});

describe('postpone', () => {
  it('puts an order off, as a retry that nobody waits for', async () => {
    await ordersStore.put([order(1, 0, { urgent: true, reason: 'push' })]);
    await ordersStore.postpone(order(1, 0, { urgent: true, reason: 'push' }), addSeconds(now, 30));
    expect(await kept(1)).toEqual(order(1, 30, { reason: 'retry' }));
    expect([await due(), await due(30), await due(30, 100, 'urgent')]).toEqual([[], ['t1'], []]);
  });

  it('leaves an order that was replaced since it was read, or that is gone', async () => {
    await ordersStore.put([order(1, 0)]);
    await ordersStore.put([order(1, 0, { token: 'again', urgent: true })]);
    await ordersStore.postpone(order(1, 0), addSeconds(now, 900));
    expect(await due()).toEqual(['again']);
    await ordersStore.postpone(order(2, 0), addSeconds(now, 900));
    expect(await kept(2)).toBeUndefined();
  });
});

describe('looking at the list', () => {
  it('says when the next one is due, urgent or not', async () => {
    expect(await ordersStore.nextDueAt()).toBeUndefined();
    await ordersStore.put([order(1, 60, { urgent: true }), order(2, 30)]);
    expect(await ordersStore.nextDueAt()).toBe(addSeconds(now, 30));
  });

  it('counts up to a number, and tells the oldest', async () => {
    expect(await ordersStore.count(10)).toEqual({ length: 0, oldestDueAt: null });
    await ordersStore.put(Array.from({ length: 130 }, (_, n) => order(n + 1, n, { urgent: n % 2 === 0 })));
    expect(await ordersStore.count(1_000)).toEqual({ length: 130, oldestDueAt: now });
    expect(await ordersStore.count(120)).toEqual({ length: 120, oldestDueAt: now });
  });

  it('finds those of some deals', async () => {
    await ordersStore.put(Array.from({ length: 40 }, (_, n) => order(n + 1, 0)));
    const found = await ordersStore.among([...Array.from({ length: 30 }, (_, n) => dealId(n + 1)), dealId(99)]);
    expect(found.map((one) => one.dealId).sort()).toEqual(Array.from({ length: 30 }, (_, n) => dealId(n + 1)).sort());
    expect(await ordersStore.among([])).toEqual([]);
  });
});

it('never loses an order, whatever is ordered, done and put off in between', async () => {
  const step = fc.record({ deal: fc.integer({ min: 1, max: 3 }), seconds: fc.integer({ min: -50, max: 50 }), urgent: fc.boolean(), then: fc.constantFrom('nothing', 'done', 'replaced, then done', 'put off') });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      storage.close();
      storage = openStorage();
      const expected = new Map<string, SyncOrder>();
      const put = async (one: SyncOrder): Promise<void> => {
        const before = expected.get(one.dealId);
        await ordersStore.put([one]);
        const dueAt = before !== undefined && before.dueAt < one.dueAt ? before.dueAt : one.dueAt;
        expected.set(one.dealId, { ...one, dueAt, urgent: one.urgent || before?.urgent === true });
      };
      for (const [at, { deal, seconds, urgent, then }] of steps.entries()) {
        await put(order(deal, seconds, { urgent, token: `${at}` }));
        const read = await kept(deal);
        if (read === undefined) throw new Error('The order is lost.');
        if (then === 'replaced, then done') await put(order(deal, seconds + 5, { token: `${at}b` }));
        if (then === 'done') expected.delete(read.dealId);
        if (then.endsWith('done')) await ordersStore.done([read]);
        if (then === 'put off') {
          await ordersStore.postpone(read, addSeconds(now, 100));
          expected.set(read.dealId, { ...read, dueAt: addSeconds(now, 100), urgent: false, reason: 'retry' });
        }
      }
      const found = await ordersStore.due(addSeconds(now, 1_000), 100);
      expect([...found].sort((a, b) => (a.dealId < b.dealId ? -1 : 1))).toEqual([...expected.values()].sort((a, b) => (a.dealId < b.dealId ? -1 : 1)));
    }),
    { numRuns: 40 },
  );
});
