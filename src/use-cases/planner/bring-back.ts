import type { DealId } from '../../domain/ids';
import { enteredAt } from '../../domain/release';
import type { World } from '../../ports/world';
import type { ProjectCall } from '../call';
import { UseCaseError } from '../use-case-error';
import { requireLink } from './link-deal';
import { changeDeal } from './save-deal';
import { orderSync } from './sync-deal-now';

/** Plans again what a release took, until deal or guidelines change next. @throws UseCaseError `notFound` when nothing was released. */
export async function bringBack(world: World, call: ProjectCall, { dealId }: { readonly dealId: DealId }) {
  const [link, guidelines] = [await requireLink(world, call, dealId), await world.guidelines.current(call.projectId)];
  const { release } = link;
  if (release === null || link.reprieve !== null || guidelines === undefined) throw new UseCaseError('notFound', { field: 'dealId' });
  const since = world.clock.now();
  const changed = await changeDeal(world, dealId, (deal) => ({
    ...deal,
    reprieve: { stage: release.from, since, of: { stageName: deal.deal.stageName, enteredAt: enteredAt(deal.history), version: guidelines.version } },
  }));
  await world.audit.append(`deal:${dealId}`, [{ at: since, event: 'release.undone', by: call.accountId, details: { stage: release.from } }]);
  return orderSync(world, changed ?? link, 'bringBack');
}

/** Releases again what was brought back. @throws UseCaseError `notFound` when nothing was. */
export async function letGo(world: World, call: ProjectCall, { dealId }: { readonly dealId: DealId }) {
  const link = await requireLink(world, call, dealId);
  if (link.reprieve === null) throw new UseCaseError('notFound', { field: 'dealId' });
  const changed = await changeDeal(world, dealId, (deal) => ({ ...deal, reprieve: null }));
  await world.audit.append(`deal:${dealId}`, [{ at: world.clock.now(), event: 'release.redone', by: call.accountId, details: {} }]);
  return orderSync(world, changed ?? link, 'letGo');
}
