import type { DealId } from '../../domain/ids';
import type { Deal, StageEntry } from '../../domain/deal';
import { sameSync, type KnownDrift, type LinkedDeal, type SyncState } from '../../domain/linked-deal';
import { NotConnected, type AuditRecord, type SyncReason, type World } from '../../ports';
import type { Note } from './apply-steps';
import { bringInStep } from './bring-in-step';
import { failureState, isDueRetry } from './failure';
import { releaseUnlinked } from './release-unlinked';
import { saveDeal } from './save-deal';

/** What is known of the deal after a look at Salesforce and at Tempo. */
interface Known {
  readonly deal: Deal;
  readonly history: readonly StageEntry[];
  readonly sync: SyncState;
  readonly drift: readonly KnownDrift[];
}

/**
 * Brings the planner in step with one deal. It reads the truth itself, whatever signal woke it,
 * so a signal that is late, doubled, out of order or forged can do no harm.
 * Running it again when nothing changed writes nothing.
 */
export async function syncDeal(world: World, dealId: DealId, reason: SyncReason): Promise<void> {
  const link = await world.dealStore.link(dealId);
  if (link === undefined) return releaseUnlinked(world, dealId);
  // A closed project keeps its entries as they are until it is opened again.
  if (link.sync.kind === 'waiting' && link.sync.for === 'project' && reason !== 'project') return;
  if (reason === 'retry' && !isDueRetry(link.sync, world.clock.now())) return;

  const trail: AuditRecord[] = [];
  const note: Note = (event, details) => void trail.push({ at: world.clock.now(), event, by: reason, details });
  const known = await lookAndAct(world, link, note);
  await keep(world, link, known);
  if (trail.length > 0) await world.audit.append(`deal:${dealId}`, trail);
  if (known.sync.kind === 'failed' && known.sync.nextTryAt !== null) {
    const delay = Math.ceil((Date.parse(known.sync.nextTryAt) - Date.parse(world.clock.now())) / 1000);
    await world.jobs.syncDeals([dealId], 'retry', Math.max(1, delay));
  }
}

/** Whatever fails, what was seen before it is kept: a stage that Tempo refuses to follow is still the deal's stage. */
async function lookAndAct(world: World, link: LinkedDeal, note: Note): Promise<Known> {
  let known: Known = link;
  try {
    const [deal] = await world.deals.byIds([link.deal.id]);
    if (deal === undefined) {
      if (link.sync.kind !== 'gone') note('deal.gone', {});
      return { ...known, sync: { kind: 'gone', since: world.clock.now() }, drift: [] };
    }
    if (deal.stageName !== link.deal.stageName) note('deal.stageSeen', { from: link.deal.stageName, to: deal.stageName });
    // The history grows only when the deal changes, so an unchanged deal needs no second call. Salesforce counts in whole
    // seconds: a deal that was moved twice in one carries the same time.
    const isSame = deal.modifiedAt === link.deal.modifiedAt && deal.stageName === link.deal.stageName && link.history.length > 0;
    known = { ...known, deal, history: isSame ? link.history : await world.deals.history(deal.id) };
    const { sync, drift } = await bringInStep(world, link, deal, note);
    return { ...known, sync, drift: drift.map(({ row, theirs, ours }) => ({ tag: row.tag, theirs, ours })) };
  } catch (error) {
    const since = world.clock.now();
    return { ...known, sync: error instanceof NotConnected ? { kind: 'waiting', for: 'connection', since } : failureState(world, link.sync, error) };
  }
}

/** Keeps what differs from what was known, and nothing when nothing does. */
async function keep(world: World, link: LinkedDeal, { deal, history, sync, drift }: Known): Promise<void> {
  const known: LinkedDeal = { ...link, deal, history, sync: sameSync(sync, link.sync) ? link.sync : sync, drift };
  if (JSON.stringify(known) !== JSON.stringify(link)) await saveDeal(world, known);
}
