import { callsOfDay, isPaused, isSpent, type ConnectionState } from '../../domain/connection-state';
import type { Instant } from '../../domain/plain-date';
import { isWorking, type WorkerState } from '../../domain/worker-state';
import type { World } from '../../ports';

const mostCounted = 1_000;

/** How the connections fare, out of the app's own storage. */
export async function readHealth({ settings, states, orders, clock }: World) {
  const now = clock.now();
  const [salesforce, tempo, worker, poll, ofTempo, queue, lastSignalAt] = await Promise.all([
    settings.salesforce(),
    settings.tempo(),
    states.worker(),
    states.poll(),
    states.connection('tempo'),
    orders.count(mostCounted),
    settings.lastPlanSignalAt(),
  ]);
  return {
    salesforce:
      salesforce === undefined
        ? null
        : { connection: viewConnection(poll.connection, now), budget: poll.budget, polledAt: poll.polledAt, nextPollAt: poll.nextPollAt, slowed: isSpent(poll.budget) },
    tempo: tempo === undefined ? null : { connection: viewConnection(ofTempo, now), signals: ofTempo.signals, lastSignalAt: lastSignalAt ?? null },
    queue: { length: queue.length, oldestDueAt: queue.oldestDueAt, working: isWorking(worker, now) },
    reconcile: viewReconcile(worker),
  };
}

function viewConnection(state: ConnectionState, now: Instant) {
  const { lastSuccessAt, lastFailure, paused } = state;
  return { lastSuccessAt, lastFailure, ...callsOfDay(state, now), paused: isPaused(state, now) ? paused : null };
}

/** Between two rounds the last one counts. */
function viewReconcile({ reconcile }: WorkerState) {
  if (reconcile === null) return null;
  const { since, after, covered, deals } = reconcile;
  return { since, covered: after === null && deals !== null ? deals : covered, deals };
}
