import type { DealId, Tag } from '../../domain/ids';
import type { World } from '../../ports';
import type { ProjectCall } from '../call';
import { UseCaseError } from '../use-case-error';
import { requireLink } from './link-deal';
import { orderSync } from './sync-deal-now';

/**
 * Settles a person's change to one of our entries: theirs stands until deal or guidelines want something else, or ours is put back.
 * @throws UseCaseError `notFound` when nothing waits for a choice.
 */
export async function resolveDrift(
  world: World,
  call: ProjectCall,
  { dealId, tag, choice }: { readonly dealId: DealId; readonly tag: Tag; readonly choice: 'takeTheirs' | 'putOursBack' },
) {
  const link = await requireLink(world, call, dealId);
  const drift = link.drift.find((one) => one.tag === tag);
  const row = (await world.ledger.ofDeal(dealId)).find((one) => one.tag === tag);
  if (drift === undefined || row?.state !== 'written') throw new UseCaseError('notFound', { field: 'tag' });

  const { projectId, lineId, planId } = row;
  const released = { tag, dealId, projectId, lineId, state: 'released' } as const;
  if (choice === 'takeTheirs' && drift.ours === null) {
    // Nothing is wanted any more, so the plan is left to them: a release would take back what they chose to keep.
    await world.ledger.save({ ...released, planId, content: drift.theirs ?? row.content });
  } else if (choice === 'takeTheirs' && drift.ours !== null) {
    const accepted = { insteadOf: drift.ours, deleted: drift.theirs === null };
    await world.ledger.save({ ...row, content: drift.theirs ?? row.content, intended: null, accepted });
  } else if (drift.theirs === null) {
    await world.ledger.save({ ...released, planId: null, content: row.content });
  } else {
    // What Tempo holds now counts as known, so that the next sync writes ours over it.
    await world.ledger.save({ ...row, content: drift.theirs, intended: null, accepted: null });
  }
  await world.audit.append(`deal:${dealId}`, [{ at: world.clock.now(), event: `drift.${choice}`, by: call.accountId, details: { tag } }]);
  // Chosen is chosen: it is not asked again while the job is on its way.
  return orderSync(world, { ...link, drift: link.drift.filter((one) => one.tag !== tag) });
}
