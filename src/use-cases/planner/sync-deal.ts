import { dayAt } from '../../domain/calendar';
import { stageOf, type Deal, type StageEntry } from '../../domain/deal';
import { desiredEntries } from '../../domain/desired-entries';
import { firstDeal, sameSync, type LinkedDeal, type SyncState } from '../../domain/linked-deal';
import type { DealId } from '../../domain/ids';
import { planSync, type Drift } from '../../domain/sync-plan';
import { NotConnected, type AuditRecord, type SyncReason, type World } from '../../ports';
import { applySteps } from './apply-steps';
import { failureState, isDueRetry } from './failure';
import { readPlans } from './read-plans';
import { releaseUnlinked } from './release-unlinked';
import { saveDeal } from './save-deal';

type Waits = Extract<SyncState, { kind: 'waiting' }>['for'];

/** What a look at Salesforce, the guidelines and Tempo led to, before it is kept. */
interface Outcome {
  readonly deal: Deal;
  readonly history: readonly StageEntry[];
  readonly sync: SyncState;
  readonly drift: readonly Drift[];
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
  const outcome = await lookAndAct(world, link, reason, trail).catch((error: unknown) => failed(world, link, error));
  await keep(world, link, outcome);
  if (trail.length > 0) await world.audit.append(`deal:${dealId}`, trail);
  if (outcome.sync.kind === 'failed' && outcome.sync.nextTryAt !== null) {
    const delay = Math.ceil((Date.parse(outcome.sync.nextTryAt) - Date.parse(world.clock.now())) / 1000);
    await world.jobs.syncDeals([dealId], 'retry', Math.max(1, delay));
  }
}

async function lookAndAct(world: World, link: LinkedDeal, reason: SyncReason, trail: AuditRecord[]): Promise<Outcome> {
  const { clock, settings, deals } = world;
  const now = clock.now();
  const note = (event: string, details: Readonly<Record<string, string>> = {}): void => {
    trail.push({ at: clock.now(), event, by: reason, details });
  };
  const unchanged = { deal: link.deal, history: link.history, drift: [] };

  const [deal] = await deals.byIds([link.deal.id]);
  if (deal === undefined) {
    if (link.sync.kind !== 'gone') note('deal.gone');
    return { ...unchanged, sync: { kind: 'gone', since: now } };
  }
  // The history grows only when the deal changes, so an unchanged deal needs no second call.
  const history = deal.modifiedAt === link.deal.modifiedAt && link.history.length > 0 ? link.history : await deals.history(deal.id);
  if (deal.stageName !== link.deal.stageName) note('deal.stageSeen', { from: link.deal.stageName, to: deal.stageName });

  const waitFor = (what: Waits): Outcome => ({ deal, history, sync: { kind: 'waiting', for: what, since: now }, drift: [] });
  const [mapping, company, version, siblings, rows] = await Promise.all([
    settings.mapping(),
    settings.company(),
    world.guidelines.current(link.projectId),
    world.dealStore.ofProject(link.projectId),
    world.ledger.ofDeal(deal.id),
  ]);
  const stage = stageOf(deal, mapping);
  if (stage === undefined) return waitFor('stageMapping');
  if (version === undefined) return waitFor('guidelines');

  const today = dayAt(now, company.timeZone);
  const desired = desiredEntries({
    deal,
    stage,
    projectId: link.projectId,
    firstDealId: firstDeal(siblings)?.deal.id ?? deal.id,
    guidelines: version.guidelines,
    today,
    language: company.language,
    approvalOn: stage === 'won' && (await world.planner.isApprovalOn()),
  });
  const plans = await readPlans(world.planner, link.projectId, desired, rows, today);
  const { steps, drift } = planSync(desired, rows, plans, today);
  await applySteps(world, { dealId: deal.id, projectId: link.projectId }, steps, note);
  if (drift.length > 0 && link.sync.kind !== 'drifted') note('entries.drifted', { entries: String(drift.length) });
  const sync: SyncState = drift.length > 0 ? { kind: 'drifted', entries: drift.length, since: now } : { kind: 'inStep', since: now };
  return { deal, history, sync, drift };
}

function failed(world: World, link: LinkedDeal, error: unknown): Outcome {
  const unchanged = { deal: link.deal, history: link.history, drift: [] };
  const now = world.clock.now();
  if (error instanceof NotConnected) return { ...unchanged, sync: { kind: 'waiting', for: 'connection', since: now } };
  return { ...unchanged, sync: failureState(world, link.sync, error) };
}

/** Keeps what differs from what was known, and nothing when nothing does. */
async function keep(world: World, link: LinkedDeal, { deal, history, sync, drift }: Outcome): Promise<void> {
  const known: LinkedDeal = {
    ...link,
    deal,
    history,
    sync: sameSync(sync, link.sync) ? link.sync : sync,
    drift: drift.map(({ row, theirs, ours }) => ({ tag: row.tag, theirs, ours })),
  };
  if (JSON.stringify(known) !== JSON.stringify(link)) await saveDeal(world, known);
}
