import { added, type Figures, type WeekFigures } from '../figures';
import { grouped } from '../grouped';
import type { ProjectId } from '../ids';
import type { Currency } from '../money';
import type { QuarterPlan } from '../quarter-plan';
import { nothing, sumOf } from '../total';
import type { CountedProject } from './part';
import { quarterOfWeek, type Quarter } from './quarter';
import { ofCount, ofMoney, sumOfSums, type Sums } from './sums';

/** A project's money in one quarter, with what it adds to the figures. */
interface ProjectQuarter {
  readonly quarter: Quarter;
  readonly project: CountedProject;
  readonly sums: Sums;
}

/**
 * A project's weeks by quarter, and what is planned for the rest of this one. What one week does not know, the quarter says it does
 * not know; what is known still counts as revenue.
 */
export function projectQuarters(projectId: ProjectId, currency: Currency, { weeks, quarterPlan }: Pick<Figures, 'weeks' | 'quarterPlan'>, now: Quarter): readonly ProjectQuarter[] {
  const byQuarter = new Map<Quarter, readonly WeekFigures[]>(grouped(weeks, ({ monday }) => quarterOfWeek(monday)));
  // A project that is about to begin has plans and no week yet.
  if (quarterPlan?.quarter === now && !byQuarter.has(now) && !isNothingPlanned(quarterPlan)) byQuarter.set(now, []);
  return [...byQuarter].map(([quarter, of]) => {
    const revenue = added(of.map((week) => week.revenue));
    const cost = added(of.map((week) => week.cost));
    const known = sumOf(of.flatMap((week) => week.revenue ?? []));
    const rest = quarter === now ? restOf(currency, quarterPlan?.quarter === now ? quarterPlan : undefined, revenue, cost) : undefined;
    return {
      quarter,
      project: { projectId, currency, revenue, cost, ...(rest === undefined ? {} : { planned: rest.planned }) },
      sums: sumOfSums([
        ofCount('projects'),
        ofMoney(currency, 'revenue', known),
        ...(revenue === null ? [ofCount('revenueUnknown')] : []),
        ...(cost === null ? [ofCount('costUnknown')] : []),
        ...(revenue === null || cost === null ? [] : [ofMoney(currency, 'pricedRevenue', revenue), ofMoney(currency, 'cost', cost)]),
        ...(rest === undefined ? [] : [rest.sums]),
      ]),
    };
  });
}

const isNothingPlanned = ({ firm, tentative }: QuarterPlan): boolean => [firm, tentative].every((part) => part.kind === 'known' && part.revenue === nothing && part.cost === nothing);

interface Rest {
  readonly planned: NonNullable<CountedProject['planned']> | null;
  readonly sums: Sums;
}

/** What is still to come in this quarter. Figures of a day before it know nothing of it. */
function restOf(currency: Currency, plan: QuarterPlan | undefined, revenue: CountedProject['revenue'], cost: CountedProject['cost']): Rest {
  if (plan === undefined || plan.firm.kind === 'unknown' || plan.tentative.kind === 'unknown') return { planned: null, sums: ofCount('planUnknown') };
  const { firm, tentative } = plan;
  const isWhole = revenue !== null && cost !== null;
  return {
    planned: { revenue: firm.revenue, tentative: tentative.revenue },
    sums: sumOfSums([
      ofMoney(currency, 'planned', firm.revenue),
      ofMoney(currency, 'tentative', tentative.revenue),
      ...(isWhole ? [ofMoney(currency, 'expectedRevenue', sumOf([revenue, firm.revenue])), ofMoney(currency, 'expectedCost', sumOf([cost, firm.cost]))] : []),
    ]),
  };
}
