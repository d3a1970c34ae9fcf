import { clientsOf, sameSync, type LinkedDeal } from '../../domain/linked-deal';
import type { World } from '../../ports/world';
import { noteClient } from '../clients/look-at-client';
import { kickOffWhereOwed } from '../kickoff/kick-off';
import { refreshSummary, saveDeal } from './save-deal';
import type { Known, SyncOutcome, Underway } from './underway';

/** Keeps what differs from what was known, and nothing when nothing does. A deal that somebody changed meanwhile is looked at again. */
export async function keepDeal(world: World, { link, began, reason, note, trail }: Underway, { deal, history, sync, drift, crossed, release, reprieve }: Known): Promise<SyncOutcome> {
  if (link.sync.kind === 'failed' && sync.kind !== 'failed') note('sync.recovered', {});
  const known: LinkedDeal = { ...link, deal, history, sync: sameSync(sync, link.sync) ? link.sync : sync, drift, crossed, release, reprieve };
  const isKept = JSON.stringify(known) === JSON.stringify(link) || (await saveDeal(world, known, link));
  // Another mapping changes what the panel shows of a deal that has not changed.
  if (isKept && reason === 'mapping') await refreshSummary(world, known);
  if (trail.length > 0) await world.audit.append(`deal:${link.deal.id}`, trail);
  // A deal that passed to another client, or whose client has another name, is so in both their files.
  const isOtherClient = deal.client?.id !== began.deal.client?.id || deal.client?.name !== began.deal.client?.name;
  for (const { id } of isKept && isOtherClient ? clientsOf([began, known]) : []) await noteClient(world, id);
  if (isKept && deal.stageName !== began.deal.stageName) await kickOffWhereOwed(world, known);
  if (!isKept) return { dealId: link.deal.id, retryAt: world.clock.now() };
  return { dealId: link.deal.id, retryAt: sync.kind === 'failed' ? sync.nextTryAt : null };
}
