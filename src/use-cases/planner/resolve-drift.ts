import type { DealId, Tag } from '../../domain/ids';
import type { DriftChoice } from '../../domain/linked-deal';
import type { World } from '../../ports/world';
import type { ProjectCall } from '../call';
import { UseCaseError } from '../use-case-error';
import { requireLink } from './link-deal';
import { changeDeal } from './save-deal';
import { orderSync } from './sync-deal-now';

/**
 * Keeps the AM's choice about a person's change to one of our entries: theirs stands until deal or guidelines want something
 * else, or ours is put back. The next sync carries it out, because only the worker writes the ledger.
 * @throws UseCaseError `notFound` when nothing waits for a choice.
 */
export async function resolveDrift(
  world: World,
  call: ProjectCall,
  { dealId, tag, choice }: { readonly dealId: DealId; readonly tag: Tag; readonly choice: DriftChoice },
) {
  const link = await requireLink(world, call, dealId);
  if (!link.drift.some((one) => one.tag === tag)) throw new UseCaseError('notFound', { field: 'tag' });
  const chosen = await changeDeal(world, dealId, (deal) => ({ ...deal, drift: deal.drift.map((one) => (one.tag === tag ? { ...one, chosen: choice } : one)) }));
  if (!chosen?.drift.some((one) => one.tag === tag)) throw new UseCaseError('notFound', { field: 'tag' });
  return orderSync(world, chosen, 'drift');
}
