import { sampleDeal, sampleGuidelines, staffingLine } from '../../src/domain/fixture/guidelines';
import { dealId, lineId, person } from '../../src/domain/fixture/values';
import type { StaffingLine } from '../../src/domain/guidelines';
import { addDays } from '../../src/domain/calendar';
import { emptyDraft, draftFrom } from '../../src/domain/draft';
import type { LinkedDeal } from '../../src/domain/linked-deal';
import { findTag, type LedgerRow, type PlanContent } from '../../src/domain/plan-entry';
import { publishGuidelines } from '../../src/use-cases/guidelines/publish-guidelines';
import { saveDraft } from '../../src/use-cases/guidelines/drafts';
import { linkDeal } from '../../src/use-cases/planner/link-deal';
import type { SyncReason } from '../../src/domain/signal';
import type { World } from '../../src/ports/world';
import { syncDeals } from '../../src/use-cases/planner/sync-deals';
import { workOff } from '../../src/use-cases/planner/work-off';
import { company, openCompany, type MemoryWorld } from '../world/memory-world';

export const deal = dealId(1);
export const asManager = { projectId: company.project, accountId: company.accountManager };

/** Publishes guidelines with these staffing lines as the account manager does. */
export async function publish(memory: MemoryWorld, staffing: readonly StaffingLine[], goal = sampleGuidelines.scope.goal): Promise<void> {
  const world = memory.as(company.accountManager);
  const draft = { ...emptyDraft, ...draftFrom({ ...sampleGuidelines, scope: { ...sampleGuidelines.scope, goal }, staffing }) };
  const revision = (await world.guidelines.draft(company.project))?.revision ?? 0;
  const saved = await saveDraft(world, asManager, { revision, draft });
  await publishGuidelines(world, asManager, { revision: saved.revision });
}

/** Two lines that begin in a week: one of a named person, one of a role. */
export const twoLines = (memory: MemoryWorld): readonly StaffingLine[] => {
  const from = memory.clock.dayFromNow(7);
  return [
    staffingLine({ id: lineId('line1'), from, to: addDays(from, 40), person: person('dev') }),
    staffingLine({ id: lineId('line2'), from, to: addDays(from, 20), role: 'Tester', person: null }),
  ];
};

/** A company with one linked deal in negotiation and published guidelines; nothing is synced yet. */
export async function openPlannedProject(stageName = 'Negotiation'): Promise<MemoryWorld> {
  const memory = await openCompany();
  memory.salesforce.put(sampleDeal({ id: deal, stageName, modifiedAt: memory.clock.now() }));
  await linkDeal(memory.as(company.accountManager), asManager, { dealId: deal });
  await publish(memory, twoLines(memory));
  clearOrders(memory);
  return memory;
}

/** Moves the deal in Salesforce, a minute later. */
export function moveDeal(memory: MemoryWorld, stageName: string): void {
  memory.clock.advance(60);
  memory.salesforce.change(deal, { stageName });
}

/** Brings the planner in step with the deal, with no worker and no order. */
export const syncNow = (world: World, reason: SyncReason = 'push'): Promise<void> => syncDeals(world, [{ dealId: deal, reason }]);
export const sync = (memory: MemoryWorld): Promise<void> => syncNow(memory.as());

/** Takes everything off the list that the worker would do. */
export function clearOrders({ storage }: MemoryWorld): void {
  for (const { dealId } of storage.orders.all()) storage.write(storage.orders.put(dealId, undefined));
}

/** Has the worker carry out what is due. */
export const work = (memory: MemoryWorld, world: World = memory.as()): Promise<void> => workOff(world, 600, world.ids.next());

export async function linkOf(memory: MemoryWorld): Promise<LinkedDeal> {
  const link = await memory.as().dealStore.link(deal);
  if (link === undefined) throw new Error('the deal is not linked');
  return link;
}

export const ledgerOf = (memory: MemoryWorld): Promise<readonly LedgerRow[]> => memory.as().ledger.ofDeal(deal);

/** The plans that carry a tag of ours, in the order of their tags. */
export const ourPlans = (memory: MemoryWorld): readonly PlanContent[] =>
  [...memory.tempo.plans.values()].filter(({ description }) => findTag(description) !== undefined).sort((a, b) => (a.description.slice(-8) < b.description.slice(-8) ? -1 : 1));
