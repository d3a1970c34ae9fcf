import type { DealId } from '../../domain/ids';
import type { World } from '../../ports';
import type { ProjectCall } from '../call';
import { requireLink } from './link-deal';
import { saveDeal } from './save-deal';

/**
 * Puts the deal's sync on the queue now. It does not run here: only the queue keeps two syncs of one deal apart.
 * @throws UseCaseError `notFound`
 */
export async function syncDealNow(world: World, call: ProjectCall, { dealId }: { readonly dealId: DealId }) {
  const link = await requireLink(world, call, dealId);
  const sync = { kind: 'working', since: world.clock.now() } as const;
  await saveDeal(world, { ...link, sync });
  await world.jobs.syncDeals([dealId], link.sync.kind === 'waiting' && link.sync.for === 'project' ? 'project' : 'push');
  return { sync };
}
