import type { DealId } from '../../domain/ids';
import type { Jobs, SyncReason } from '../../ports';

/** Seconds: long enough for the change itself, short enough for a person who waits. */
const lateBy = 60;

/**
 * Makes a change, and brings the deals in step after it. A late sync is ordered first, for the case that the process dies
 * between the change and its syncs; where all goes well it finds nothing to do.
 */
export async function followedBySyncs(jobs: Jobs, ids: readonly DealId[], reason: SyncReason, change: () => Promise<void>): Promise<void> {
  await jobs.syncDeals(ids, reason, lateBy);
  await change();
  await jobs.syncDeals(ids, reason);
}
