import type { DealId } from '../../domain/ids';
import type { LinkedDeal } from '../../domain/linked-deal';
import type { World } from '../../ports';
import type { ProjectCall } from '../call';
import { requireLink } from './link-deal';
import { saveDeal } from './save-deal';

/**
 * Puts the deal's sync on the queue now. It does not run here: only the queue keeps two syncs of one deal apart.
 * @throws UseCaseError `notFound`
 */
export async function syncDealNow(world: World, call: ProjectCall, { dealId }: { readonly dealId: DealId }) {
  return orderSync(world, await requireLink(world, call, dealId));
}

/** Keeps the deal as being worked on, and puts its sync on the queue. */
export async function orderSync(world: World, link: LinkedDeal) {
  const sync = { kind: 'working', since: world.clock.now() } as const;
  await saveDeal(world, { ...link, sync });
  await world.jobs.syncDeals([link.deal.id], link.sync.kind === 'waiting' && link.sync.for === 'project' ? 'project' : 'push');
  return { sync };
}
