import { earlier } from '../../domain/calendar';
import { callsOfDay, isPaused, isSpent, type ConnectionState } from '../../domain/connection-state';
import type { Instant } from '../../domain/plain-date';
import { isWorking, type Reconcile, type WorkerState } from '../../domain/worker-state';
import type { World } from '../../ports/world';

const mostCounted = 1_000;

/** How the connections fare, out of the app's own storage. */
export async function readHealth({ settings, states, orders, lanes, clock }: World) {
  const now = clock.now();
  const [salesforce, tempo, workers, poll, ofTempo, queue, lastSignalAt] = await Promise.all([
    settings.salesforce(),
    settings.tempo(),
    Promise.all(Array.from({ length: lanes }, (_, lane) => states.worker(lane))),
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
    queue: { length: queue.length, oldestDueAt: queue.oldestDueAt, working: workers.some((worker) => isWorking(worker, now)) },
    reconcile: viewReconcile(workers),
  };
}

function viewConnection(state: ConnectionState, now: Instant) {
  const { lastSuccessAt, lastFailure, paused } = state;
  return { lastSuccessAt, lastFailure, ...callsOfDay(state, now), paused: isPaused(state, now) ? paused : null };
}

/** All lanes together; between two rounds of a lane its last one counts. */
function viewReconcile(workers: readonly WorkerState[]) {
  const rounds = workers.flatMap(({ reconcile }) => (reconcile === null ? [] : [reconcile]));
  const [first] = rounds;
  if (first === undefined) return null;
  const sum = (of: (round: Reconcile) => number): number => rounds.reduce((total, round) => total + of(round), 0);
  return {
    since: rounds.map(({ since }) => since).reduce(earlier),
    covered: sum(({ after, covered, deals }) => (after === null && deals !== null ? deals : covered)),
    deals: rounds.every(({ deals }) => deals !== null) ? sum(({ deals }) => deals ?? 0) : null,
  };
}
