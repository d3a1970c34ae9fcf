import type { DealId } from '../../domain/ids';
import type { SyncReason } from '../../domain/signal';
import { orderSyncs } from './order-syncs';

/** Seconds: long enough for the change itself, short enough for a person who waits. */
export const lateBy = 60;

/**
 * Makes a change, and brings the deals in step after it. A late sync is ordered first, for the case that the process dies
 * between the change and its syncs; where all goes well the prompt one takes its place.
 */
export async function followedBySyncs(world: Parameters<typeof orderSyncs>[0], ids: readonly DealId[], reason: SyncReason, change: () => Promise<void>): Promise<void> {
  await orderSyncs(world, ids, reason, lateBy);
  await change();
  await orderSyncs(world, ids, reason);
}
