import { dayAt } from '../../domain/calendar';
import { stageOf, type Deal } from '../../domain/deal';
import { desiredEntries } from '../../domain/desired-entries';
import { firstDeal, type LinkedDeal, type SyncState } from '../../domain/linked-deal';
import { planSync, type Drift } from '../../domain/sync-plan';
import type { World } from '../../ports';
import { applySteps, type Note } from './apply-steps';
import { readPlans } from './read-plans';

export interface InStep {
  readonly sync: SyncState;
  readonly drift: readonly Drift[];
}

/** Makes Tempo hold what the deal's stage and the guidelines want, or says what that waits for. */
export async function bringInStep(world: World, link: LinkedDeal, deal: Deal, note: Note): Promise<InStep> {
  const { settings, guidelines, dealStore, ledger, planner } = world;
  const now = world.clock.now();
  const waitFor = (what: 'stageMapping' | 'guidelines'): InStep => ({ sync: { kind: 'waiting', for: what, since: now }, drift: [] });
  const [mapping, company, version, siblings, rows] = await Promise.all([
    settings.mapping(),
    settings.company(),
    guidelines.current(link.projectId),
    dealStore.ofProject(link.projectId),
    ledger.ofDeal(deal.id),
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
    approvalOn: stage === 'won' && (await planner.isApprovalOn()),
  });
  const plans = await readPlans(planner, link.projectId, desired, rows, today);
  const { steps, drift } = planSync(desired, rows, plans, today);
  await applySteps(world, { dealId: deal.id, projectId: link.projectId }, steps, note);
  if (drift.length === 0) return { sync: { kind: 'inStep', since: now }, drift };
  if (link.sync.kind !== 'drifted') note('entries.drifted', { entries: String(drift.length) });
  return { sync: { kind: 'drifted', entries: drift.length, since: now }, drift };
}
