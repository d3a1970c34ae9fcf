import type { DealId } from '../../domain/ids';
import { newLink, type LinkedDeal } from '../../domain/linked-deal';
import { StoreConflict } from '../../ports/errors';
import type { World } from '../../ports/world';
import type { ProjectCall } from '../call';
import { noteClient } from '../clients/look-at-client';
import { UseCaseError } from '../use-case-error';
import { followedBySyncs } from './followed-by-syncs';
import { summaryWith } from './save-deal';

/**
 * Links a deal of Salesforce to the project.
 * @throws UseCaseError `alreadyLinked` when the deal belongs to a project already, `notFound` when Salesforce has no such deal.
 */
export async function linkDeal(world: World, { projectId, accountId }: ProjectCall, { dealId }: { readonly dealId: DealId }) {
  if ((await world.dealStore.link(dealId)) !== undefined) throw new UseCaseError('alreadyLinked', { field: 'dealId' });
  const [seen] = await world.deals.byIds([dealId]);
  if (seen === undefined) throw new UseCaseError('notFound', { field: 'dealId' });
  const now = world.clock.now();
  const link = newLink(projectId, seen.deal, now);
  if (seen.deal.client !== null) await world.clients.enrol(seen.deal.client.id);
  await followedBySyncs(world, [dealId], 'link', () => keepLink(world, link));
  if (seen.deal.client !== null) await noteClient(world, seen.deal.client.id);
  await world.audit.append(`deal:${dealId}`, [{ at: now, event: 'deal.linked', by: accountId, details: { project: projectId } }]);
  return {};
}

async function keepLink(world: World, link: LinkedDeal): Promise<void> {
  try {
    await world.dealStore.add(link, await summaryWith(world, link.projectId, (others) => [...others, link]));
  } catch (error) {
    if (!(error instanceof StoreConflict)) throw error;
    throw new UseCaseError('alreadyLinked', { field: 'dealId' });
  }
}

/** Takes the link back; a job releases what is left of the deal's entries. @throws UseCaseError `notFound` */
export async function unlinkDeal(world: World, call: ProjectCall, { dealId }: { readonly dealId: DealId }) {
  const link = await requireLink(world, call, dealId);
  const { projectId, deal } = link;
  const others = (await world.dealStore.ofProject(projectId)).map(({ deal }) => deal.id).filter((id) => id !== dealId);
  const summary = await summaryWith(world, projectId, (deals) => deals.filter((one) => one.deal.id !== dealId));
  // Lines that name no deal pass to the next deal when the first one goes.
  await followedBySyncs(world, [dealId, ...others], 'unlink', () => world.dealStore.remove(link, summary));
  if (deal.client !== null) await noteClient(world, deal.client.id);
  await world.audit.append(`deal:${dealId}`, [{ at: world.clock.now(), event: 'deal.unlinked', by: call.accountId, details: { project: projectId } }]);
  return {};
}

/** The link, if it belongs to the project of the context. @throws UseCaseError `notFound` */
export async function requireLink({ dealStore }: Pick<World, 'dealStore'>, { projectId }: ProjectCall, dealId: DealId): Promise<LinkedDeal> {
  const link = await dealStore.link(dealId);
  if (link?.projectId !== projectId) throw new UseCaseError('notFound', { field: 'dealId' });
  return link;
}
