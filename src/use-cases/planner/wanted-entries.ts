import { desiredEntries } from '../../domain/desired-entries';
import type { LinkedDeal } from '../../domain/linked-deal';
import { holds, plannedStage, releaseOf } from '../../domain/release';
import { StoreConflict } from '../../ports/errors';
import type { World } from '../../ports/world';
import type { Look } from './look-at-deals';
import { saveDeal } from './save-deal';
import { settleChoices } from './settle-choices';
import type { Ended, Known, Underway, Wanted } from './underway';

/** Says what entries the deal's stage and the guidelines want, or what that waits for. */
export async function wantedOf(world: World, underway: Underway, look: Look): Promise<Wanted | Ended> {
  const { link, note } = underway;
  const since = world.clock.now();
  const seen = look.deal(link.deal.id);
  if (seen === undefined) {
    if (link.sync.kind !== 'gone') note('deal.gone', {});
    return { underway, known: { ...link, sync: { kind: 'gone', since }, drift: [] } };
  }
  if (link.sync.kind === 'gone') note('deal.back', {});
  if (seen.deal.stageName !== link.deal.stageName) note('deal.stageSeen', { from: link.deal.stageName, to: seen.deal.stageName });
  const before: Known = { ...link, ...seen };
  const waitFor = (what: 'stageMapping' | 'guidelines'): Ended => ({ underway, known: { ...before, sync: { kind: 'waiting', for: what, since }, drift: [] } });

  const { guidelines, firstDealId } = await look.project(link.projectId);
  const version = guidelines?.version ?? 0;
  const reprieve = link.reprieve !== null && holds(link.reprieve, seen.deal, seen.history, version) ? link.reprieve : null;
  const stage = plannedStage(seen.deal, look.mapping, reprieve);
  if (stage === undefined) return waitFor('stageMapping');
  if (guidelines === undefined) return waitFor('guidelines');

  const rows = await settleChoices(world, underway, await world.ledger.ofDeal(link.deal.id));
  const isChosen = link.drift.some(({ chosen }) => chosen !== null);
  const isOpen = ({ tag }: LinkedDeal['crossed'][number]): boolean => !link.drift.some((one) => one.tag === tag && one.chosen !== null);
  const desired = desiredEntries({
    deal: seen.deal,
    stage,
    projectId: link.projectId,
    firstDealId: firstDealId ?? seen.deal.id,
    guidelines: guidelines.guidelines,
    today: look.today,
    language: look.company.language,
    approvalOn: stage === 'won' && (await world.planner.isApprovalOn()),
  });
  const isReleasing = stage === 'open' || stage === 'lost';
  // Told once: what a person's change keeps from going is the same release still.
  const isToBeTold = isReleasing && (link.release === null || link.reprieve !== null);
  const released = isToBeTold ? releaseOf(rows, look.today, since) : undefined;
  const known: Known = { ...before, reprieve, release: isReleasing ? (released ?? link.release) : reprieve === null ? null : link.release, drift: [] };
  if (released === undefined && !isChosen) return { underway, known, stage, desired, rows };
  // What goes is kept before it goes, for after a crash half of it would not be known any more; and a choice is carried out once.
  const kept: LinkedDeal = { ...link, ...known, sync: link.sync, drift: link.drift.filter(({ chosen }) => chosen === null), crossed: link.crossed.filter(isOpen) };
  if (!(await saveDeal(world, kept, link))) throw new StoreConflict('deal');
  return { underway: { ...underway, link: { ...kept, revision: kept.revision + 1 } }, known, stage, desired, rows };
}
