import type { DealId } from '../../domain/ids';
import type { SyncReason } from '../../domain/signal';
import type { World } from '../../ports';
import { syncDeals } from './sync-deals';
import type { SyncOutcome } from './underway';

/** Brings the planner in step with one deal. */
export async function syncDeal(world: World, dealId: DealId, reason: SyncReason): Promise<readonly SyncOutcome[]> {
  const all: SyncOutcome[] = [];
  await syncDeals(world, [{ dealId, reason }], async (outcomes) => all.push(...outcomes) > 0);
  return all;
}
