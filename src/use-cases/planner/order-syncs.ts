import { addSeconds, secondsBetween } from '../../domain/calendar';
import type { DealId } from '../../domain/ids';
import type { Instant } from '../../domain/plain-date';
import type { SyncReason } from '../../domain/signal';
import { isUrgent, laneOf } from '../../domain/sync-order';
import { isOverdue, isWorking } from '../../domain/worker-state';
import type { World } from '../../ports/world';
import type { SyncOutcome } from './underway';

type Ordering = Pick<World, 'orders' | 'states' | 'jobs' | 'lanes' | 'clock' | 'ids'>;

/** Puts the deals on the list of those to be brought in step, and sees to it that their workers wake. */
export async function orderSyncs(world: Ordering, ids: readonly DealId[], reason: SyncReason, delaySeconds = 0): Promise<void> {
  if (ids.length === 0) return;
  const orderedAt = world.clock.now();
  const dueAt = addSeconds(orderedAt, delaySeconds);
  const urgent = isUrgent(reason);
  await world.orders.put(ids.map((dealId) => ({ dealId, reason, orderedAt, dueAt, urgent, token: world.ids.next() })));
  for (const lane of new Set(ids.map((id) => laneOf(id, world.lanes)))) await wakeAt(world, dueAt, lane);
}

/** Wants the worker of a lane to work at an instant. One that works already looks at this before it ends, so it needs no wake-up. */
export async function wakeAt({ states, jobs, clock }: Pick<World, 'states' | 'jobs' | 'clock'>, instant: Instant, lane: number): Promise<void> {
  const now = clock.now();
  const wish = { isNew: false };
  const state = await states.changeWorker((known) => {
    wish.isNew = known.wakeAt === null || known.wakeAt > instant;
    return wish.isNew ? { ...known, wakeAt: instant } : undefined;
  }, lane);
  if ((wish.isNew && !isWorking(state, now)) || isOverdue(state, now)) await jobs.wake(Math.max(0, secondsBetween(now, instant)), lane);
}

/** Puts deals on the list whose sync nothing had ordered, and which are to be tried again. Their worker is at work, and looks at the list before it ends. */
export async function orderRetries({ orders, clock, ids }: Pick<World, 'orders' | 'clock' | 'ids'>, outcomes: readonly SyncOutcome[]): Promise<void> {
  const orderedAt = clock.now();
  const retries = outcomes.flatMap(({ dealId, retryAt: dueAt }) => (dueAt === null ? [] : [{ dealId, reason: 'retry' as const, orderedAt, dueAt, urgent: false, token: ids.next() }]));
  if (retries.length > 0) await orders.put(retries);
}
