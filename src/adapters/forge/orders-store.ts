import { Filter, FilterConditions, kvs } from '@forge/kvs';
import { earlier } from '../../domain/calendar';
import type { Instant } from '../../domain/plain-date';
import { laneOf, replacing, type SyncOrder } from '../../domain/sync-order';
import { StoreConflict } from '../../ports/errors';
import type { Orders } from '../../ports/orders';
import { batchesOf, keepAll, readAmong } from './batches';
import { queryAll } from './query-all';
import { entityNames, type SyncOrderRecord } from './records';
import { conditionally } from './storage-error';

const entityName = entityNames.syncOrder;

const recordOf = (order: SyncOrder, lane: number): SyncOrderRecord => ({
  dealId: order.dealId,
  list: `lane-${lane}`,
  urgency: `${order.urgent ? 'urgent' : 'later'}-${lane}`,
  dueAt: order.dueAt,
  token: order.token,
  content: order,
});

const unreplaced = ({ token }: SyncOrder) => ({
  entityName,
  conditions: new Filter<SyncOrderRecord>().and('token', FilterConditions.equalTo(token)),
});

const among = async (ids: readonly string[]): Promise<readonly SyncOrder[]> => (await readAmong<SyncOrderRecord>(entityName, ids)).map(({ content }) => content);

/** Runs a change that holds only for an order that was not replaced; one that was is none of our business any more. */
async function unlessReplaced(change: () => Promise<unknown>): Promise<boolean> {
  try {
    await conditionally('order', change);
    return true;
  } catch (error) {
    if (error instanceof StoreConflict) return false;
    throw error;
  }
}

async function dueIn(urgency: SyncOrderRecord['urgency'], now: string, most: number): Promise<readonly SyncOrder[]> {
  if (most <= 0) return [];
  const query = { entity: entityName, index: 'by-urgency', partition: [urgency], upTo: now };
  return (await queryAll<SyncOrderRecord>(query, most)).map(({ content }) => content);
}

/** @param lanes how many workers there are. */
export function createOrdersStore(lanes: number): Orders {
  const record = (order: SyncOrder): SyncOrderRecord => recordOf(order, laneOf(order.dealId, lanes));
  const first = async (lane: number, most: number): Promise<readonly SyncOrderRecord[]> =>
    queryAll<SyncOrderRecord>({ entity: entityName, index: 'by-list', partition: [`lane-${lane}`] }, most);

  return {
    async put(orders) {
      const before = new Map((await among(orders.map(({ dealId }) => dealId))).map((order) => [order.dealId, order]));
      await keepAll(entityName, orders.map((order) => ({ key: order.dealId, value: record(replacing(order, before.get(order.dealId))) })));
    },

    async due(now, most, only, lane = 0) {
      const urgent = await dueIn(`urgent-${lane}`, now, most);
      return only === 'urgent' ? urgent : [...urgent, ...(await dueIn(`later-${lane}`, now, most - urgent.length))];
    },

    async nextDueAt(lane = 0) {
      return (await first(lane, 1))[0]?.content.dueAt;
    },

    async done(orders) {
      for (const part of batchesOf(orders)) {
        const together = (): Promise<unknown> =>
          part.reduce((transaction, order) => transaction.delete(order.dealId, unreplaced(order)), kvs.transact()).execute();
        if (await unlessReplaced(together)) continue;
        for (const order of part) await unlessReplaced(() => kvs.transact().delete(order.dealId, unreplaced(order)).execute());
      }
    },

    async postpone(order, dueAt) {
      const later: SyncOrder = { ...order, dueAt, urgent: false, reason: 'retry' };
      await unlessReplaced(() => kvs.transact().set(order.dealId, record(later), unreplaced(order)).execute());
    },

    among,

    async count(most) {
      const found = (await Promise.all(Array.from({ length: lanes }, (_, lane) => first(lane, most)))).flat();
      const oldest = found.map(({ content }) => content.dueAt).reduce<Instant | null>((earliest, dueAt) => (earliest === null ? dueAt : earlier(earliest, dueAt)), null);
      return { length: Math.min(most, found.length), oldestDueAt: oldest };
    },
  };
}
