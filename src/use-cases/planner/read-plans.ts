import { addDays, earlier, later } from '../../domain/calendar';
import type { DealId, PlanId, ProjectId } from '../../domain/ids';
import type { ActualPlan, DesiredEntry, LedgerRow } from '../../domain/plan-entry';
import type { PlainDate } from '../../domain/plain-date';
import type { Planner } from '../../ports/planner';
import type { Wanted } from './underway';

/** Tempo does not say whether its window selects by overlap or by containment, so ours is wider than any entry. */
const margin = 62;

/** States in which Tempo was looked at. */
const settled: readonly string[] = ['inStep', 'drifted'];

type Wanting = Pick<Wanted, 'desired' | 'rows'> & { readonly known: { readonly deal: { readonly id: DealId } }; readonly underway: { readonly link: { readonly projectId: ProjectId; readonly sync: { readonly kind: string } } } };

/**
 * Every plan that could be one of these deals': those that the ledger names, read together, and by their tags
 * those that may exist without the ledger's knowing.
 */
export async function readPlans(planner: Planner, wanted: readonly Wanting[], today: PlainDate): Promise<ReadonlyMap<DealId, readonly ActualPlan[]>> {
  const named = wanted.flatMap(({ desired, rows }) => rowsInQuestion(desired, rows));
  const [from, to] = windowOf(wanted, today);
  const ids = named.flatMap((row) => planIdOf(row) ?? []);
  const found = new Map<PlanId, ActualPlan>();
  if (ids.length > 0) for (const plan of await planner.plans(ids, from, to)) found.set(plan.id, plan);

  const plans = new Map<DealId, readonly ActualPlan[]>();
  for (const deal of wanted) {
    const own: ActualPlan[] = [];
    let isMissing = false;
    for (const row of rowsInQuestion(deal.desired, deal.rows)) {
      const id = planIdOf(row);
      // A plan that a person moved far away lies in no window, and is there all the same.
      const known = id === undefined ? undefined : found.get(id);
      // What is wholly past and not wanted is history: whether it is still there is nobody's question.
      if (known === undefined && isHistory(row, deal.desired, today)) continue;
      const plan = known ?? (id === undefined ? undefined : await planner.plan(id));
      if (plan === undefined) isMissing = true;
      else own.push(plan);
    }
    // A deal that was never in step may have been linked before, by an installation whose ledger is gone.
    const isNew = !settled.includes(deal.underway.link.sync.kind) && deal.rows.length === 0 && deal.desired.length > 0;
    const tagged = isMissing || isNew ? await planner.plansOfProject(deal.underway.link.projectId, ...windowOf([deal], today)) : [];
    plans.set(deal.known.deal.id, [...own, ...tagged.filter((plan) => own.every(({ id }) => id !== plan.id))]);
  }
  return plans;
}

const planIdOf = (row: LedgerRow): PlanId | undefined => (row.state === 'claimed' ? undefined : (row.planId ?? undefined));

const isHistory = (row: LedgerRow, desired: readonly DesiredEntry[], today: PlainDate): boolean =>
  row.state === 'written' && row.content.to < today && !desired.some(({ tag }) => tag === row.tag);

/** Rows whose plan matters: a person may have made a past one last on, and a released entry counts only where it is wanted again. */
function rowsInQuestion(desired: readonly DesiredEntry[], rows: readonly LedgerRow[]): readonly LedgerRow[] {
  const wanted = new Set(desired.map(({ tag }) => tag));
  return rows.filter((row) => row.state !== 'released' || (row.planId !== null && wanted.has(row.tag)));
}

function windowOf(wanted: readonly Pick<Wanted, 'desired' | 'rows'>[], today: PlainDate): readonly [PlainDate, PlainDate] {
  const contents = wanted.flatMap(({ desired, rows }) => [...desired, ...rowsInQuestion(desired, rows)]).map(({ content }) => content);
  const from = contents.reduce((first, { from: day }) => earlier(first, day), today);
  const to = contents.reduce((last, { to: day }) => later(last, day), today);
  return [addDays(from, -margin), addDays(to, margin)];
}
