import { dayAt } from '../../domain/calendar';
import { desiredEntries } from '../../domain/desired-entries';
import { completeDraft } from '../../domain/draft';
import type { Guidelines } from '../../domain/guidelines';
import { firstDeal, type LinkedDeal } from '../../domain/linked-deal';
import { roleIn, sameAssignee, type ActualPlan, type PlanContent } from '../../domain/plan-entry';
import { plannedStage } from '../../domain/release';
import { planSync, writesOf, type SyncStep } from '../../domain/sync-plan';
import { NotConnected, OutsideError } from '../../ports/errors';
import type { World } from '../../ports/world';
import type { ProjectCall } from '../call';
import { UseCaseError } from '../use-case-error';
import { readPlans } from './read-plans';

/** What publishing the saved draft would do to the planner. @throws UseCaseError `conflict` when the draft changed since, `incomplete` */
export async function previewReplan(world: World, { projectId }: ProjectCall, { revision }: { readonly revision: number }) {
  const [stored, deals] = await Promise.all([world.guidelines.draft(projectId), world.dealStore.ofProject(projectId)]);
  if (stored?.revision !== revision || stored.draft === null) throw new UseCaseError('conflict');
  const completion = completeDraft(stored.draft);
  if (!completion.complete) throw new UseCaseError('incomplete');
  const planned = await Promise.all(deals.map((link) => previewDeal(world, link, deals, completion.guidelines)));
  const steps = planned.flatMap((one) => one.steps);
  const isRead = planned.every((one) => one.plans !== undefined);
  const plans = new Map(planned.flatMap((one) => [...(one.plans ?? [])]).map((plan) => [plan.id, plan]));
  const pending = steps.flatMap((step) => (step.kind === 'update' ? backToPending(step, plans, completion.guidelines) : []));
  return { ...writesOf(steps), backToPending: isRead ? pending : null };
}

async function previewDeal(world: World, link: LinkedDeal, deals: readonly LinkedDeal[], guidelines: Guidelines) {
  const [mapping, company, rows] = await Promise.all([world.settings.mapping(), world.settings.company(), world.ledger.ofDeal(link.deal.id)]);
  // Published guidelines end a reprieve, so the deal's own stage counts.
  const stage = plannedStage(link.deal, mapping, null);
  if (stage === undefined) return { steps: [], plans: [] };
  const today = dayAt(world.clock.now(), company.timeZone);
  const desired = desiredEntries({
    deal: link.deal,
    stage,
    projectId: link.projectId,
    firstDealId: firstDeal(deals)?.deal.id ?? link.deal.id,
    guidelines,
    today,
    language: company.language,
    approvalOn: false,
  });
  const plans = await readPlansOf(world, { desired, rows, known: { deal: link.deal }, underway: { link } });
  // Where Tempo cannot be asked, what the ledger says of it is the next best.
  const held = plans ?? rows.flatMap((row) => (row.state === 'written' ? [{ id: row.planId, content: row.content, updatedAt: null, isSyncedFromIssue: false, isApproved: false }] : []));
  return { steps: planSync(desired, rows, held, today).steps, plans };

  async function readPlansOf({ planner }: World, wanted: Parameters<typeof readPlans>[1][number]): Promise<readonly ActualPlan[] | undefined> {
    try {
      return (await readPlans(planner, [wanted], today)).get(link.deal.id) ?? [];
    } catch (error) {
      if (error instanceof OutsideError || error instanceof NotConnected) return undefined;
      throw error;
    }
  }
}

function backToPending({ row, desired }: Extract<SyncStep, { kind: 'update' }>, plans: ReadonlyMap<string, ActualPlan>, guidelines: Guidelines) {
  const plan = plans.get(row.planId);
  if (plan?.isApproved !== true || !isMoved(plan.content, desired.content)) return [];
  const line = guidelines.staffing.find(({ id }) => id === row.lineId);
  const { from, to } = plan.content;
  return [{ lineId: row.lineId, role: line?.role ?? roleIn(row.content), personName: line?.person?.name ?? null, from, to }];
}

/** Another description alone leaves an approval as it is. */
const isMoved = (a: PlanContent, b: PlanContent): boolean => a.from !== b.from || a.to !== b.to || a.minutesPerDay !== b.minutesPerDay || !sameAssignee(a.assignee, b.assignee);
