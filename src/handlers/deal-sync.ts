import * as z from 'zod/mini';
import { dealId } from '../contract/values';
import { whenFirstUsed } from '../domain/when-first-used';
import { syncReasons, type World } from '../ports';
import { syncDeal } from '../use-cases/planner/sync-deal';

const event = whenFirstUsed(() => z.object({
  body: z.object({
    dealId: dealId(),
    reason: z.enum(syncReasons),
  }),
}));

/** Consumer of the queue `deal-sync`: brings one deal in step. A message that nobody of us can have sent is dropped. */
export const createDealSync = (createWorld: () => World) => async (received: unknown): Promise<void> => {
  const world = createWorld();
  const parsed = event().safeParse(received);
  if (!parsed.success) {
    world.log.info('queue.unreadable', { queue: 'deal-sync' });
    return;
  }
  await syncDeal(world, parsed.data.body.dealId, parsed.data.body.reason);
};
