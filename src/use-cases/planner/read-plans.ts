import { addDays, earlier, later } from '../../domain/calendar';
import type { ProjectId } from '../../domain/ids';
import type { ActualPlan, DesiredEntry, LedgerRow } from '../../domain/plan-entry';
import type { PlainDate } from '../../domain/plain-date';
import type { Planner } from '../../ports';

/** Tempo does not say whether its window selects by overlap or by containment, so ours is wider than any entry. */
const margin = 62;

/** Every plan that could be ours: those of the project around the entries' days, and by id those that a person moved elsewhere. */
export async function readPlans(
  planner: Planner,
  projectId: ProjectId,
  desired: readonly DesiredEntry[],
  rows: readonly LedgerRow[],
  today: PlainDate,
): Promise<readonly ActualPlan[]> {
  const live = rows.filter((row) => row.state !== 'released');
  const contents = [...desired, ...live].map(({ content }) => content);
  if (live.length === 0 && desired.length === 0) return [];
  const from = contents.reduce((first, { from: day }) => earlier(first, day), today);
  const to = contents.reduce((last, { to: day }) => later(last, day), today);
  const plans = await planner.plansOfProject(projectId, addDays(from, -margin), addDays(to, margin));

  const seen = new Set(plans.map((plan) => plan.id));
  const elsewhere: ActualPlan[] = [];
  const wanted = new Set(desired.map(({ tag }) => tag));
  for (const row of rows) {
    // A released entry that is wanted again grows out of the plan it left.
    if (row.state === 'claimed' || row.planId === null || (row.state === 'released' && !wanted.has(row.tag)) || seen.has(row.planId)) continue;
    const plan = await planner.plan(row.planId);
    if (plan !== undefined) elsewhere.push(plan);
  }
  return [...plans, ...elsewhere];
}
