import { neverPolled, unknownConnection, type ConnectionLesson } from '../../src/domain/connection-state';
import { replacing, type SyncOrder } from '../../src/domain/sync-order';
import { idleWorker } from '../../src/domain/worker-state';
import type { Orders } from '../../src/ports/orders';
import type { Connections, StateStore } from '../../src/ports/states';
import { only } from './memory-settings';
import type { MemoryStorage } from './memory-storage';

export function memoryOrders(storage: MemoryStorage): Orders {
  const { orders } = storage;
  const write: MemoryStorage['write'] = (...changes) => storage.write(...changes);
  const all = (): readonly SyncOrder[] => [...orders.all()].sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
  const isCurrent = (order: SyncOrder): boolean => orders.get(order.dealId)?.token === order.token;
  return {
    put: async (added) => write(...added.map((order) => orders.put(order.dealId, replacing(order, orders.get(order.dealId))))),
    due: async (now, most, which) => {
      const due = all().filter(({ dueAt }) => dueAt <= now);
      const urgent = due.filter(({ urgent: isUrgent }) => isUrgent);
      return (which === 'urgent' ? urgent : [...urgent, ...due.filter(({ urgent: isUrgent }) => !isUrgent)]).slice(0, most);
    },
    nextDueAt: async () => all()[0]?.dueAt,
    done: async (ended) => {
      for (const order of ended) if (isCurrent(order)) write(orders.put(order.dealId, undefined));
    },
    postpone: async (order, dueAt) => {
      if (isCurrent(order)) write(orders.put(order.dealId, { ...order, dueAt, urgent: false, reason: 'retry' }));
    },
    among: async (ids) => all().filter(({ dealId }) => ids.includes(dealId)),
    count: async (most) => ({ length: Math.min(most, all().length), oldestDueAt: all()[0]?.dueAt ?? null }),
  };
}

export function memoryStates(storage: MemoryStorage): StateStore {
  const poll = () => storage.poll.get(only) ?? neverPolled;
  const worker = () => storage.worker.get(only) ?? idleWorker;
  const tempo = () => storage.tempoState.get(only) ?? unknownConnection;
  const states: StateStore = {
    worker: async () => worker(),
    changeWorker: async (change) => {
      const next = change(worker());
      if (next !== undefined) storage.write(storage.worker.put(only, next));
      return worker();
    },
    poll: async () => poll(),
    changePoll: async (change) => {
      const next = change(poll());
      if (next !== undefined) storage.write(storage.poll.put(only, next));
      return poll();
    },
    forPoll: async () => ({ poll: poll(), workers: [worker()] }),
    connection: async (system) => (system === 'tempo' ? tempo() : poll().connection),
    changeConnection: async (system, change) => {
      const next = change(system === 'tempo' ? tempo() : poll().connection);
      if (next !== undefined) storage.write(system === 'tempo' ? storage.tempoState.put(only, next) : storage.poll.put(only, { ...poll(), connection: next }));
      return system === 'tempo' ? tempo() : poll().connection;
    },
  };
  return states;
}

const nothing: ConnectionLesson = { calls: 0, errors: 0, lastSuccessAt: null, lastFailure: null, failuresInRow: 0 };

/** Sees nothing of the outside systems: what an adapter learns is its own tests' business. */
export const memoryConnections: Connections = { take: () => nothing };
