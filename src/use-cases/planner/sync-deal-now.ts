import type { DealId } from '../../domain/ids';
import { waitsForProject, type LinkedDeal } from '../../domain/linked-deal';
import type { SyncReason } from '../../domain/signal';
import type { World } from '../../ports/world';
import type { ProjectCall } from '../call';
import { requireLink } from './link-deal';
import { orderSyncs } from './order-syncs';
import { changeDeal } from './save-deal';

/**
 * Orders the deal's sync now, and ends the rest of a system that was given one: who asks wants it tried.
 * It does not run here, for only the worker keeps two syncs apart.
 * @throws UseCaseError `notFound`
 */
export async function syncDealNow(world: World, call: ProjectCall, { dealId }: { readonly dealId: DealId }) {
  const link = await requireLink(world, call, dealId);
  for (const system of ['salesforce', 'tempo'] as const) {
    await world.states.changeConnection(system, (state) => (state.paused === null ? undefined : { ...state, paused: null }));
  }
  return orderSync(world, link, 'person');
}

/** Orders the deal's sync on a person's word. Where the project is taken for closed, Jira is asked whether it is. */
export async function orderSync(world: World, link: LinkedDeal, reason: SyncReason) {
  const sync = { kind: 'working', since: world.clock.now() } as const;
  if (waitsForProject(link)) {
    const stillWaits = { kind: 'waiting', for: 'project', since: link.sync.since } as const;
    const project = await world.tracker.project(link.projectId);
    if (project === undefined || project.isArchived) return { sync: stillWaits };
    await changeDeal(world, link.deal.id, (deal) => ({ ...deal, sync }));
  }
  await orderSyncs(world, [link.deal.id], reason);
  return { sync };
}
