import type { Billing, Remaining } from './figures';
import type { PlanId } from './ids';
import { lastDayOfWeeks, quarterOf, quarterOfWeek, type Quarter } from './kpi/quarter';
import { mondayOf } from './calendar';
import type { PlainDate } from './plain-date';
import { nothing } from './total';

/** What is planned from tomorrow to the end of a quarter. */
export interface QuarterPlan {
  readonly quarter: Quarter;
  /** What is planned whatever becomes of deals in negotiation. */
  readonly firm: Remaining;
  /** What is planned for deals in negotiation, in full. */
  readonly tentative: Remaining;
}

/** Planned work by which it is told what it belongs to; null is not told. */
export interface Placed {
  readonly day: PlainDate | null;
  readonly planId: PlanId | null;
}

export interface QuarterPlanSource {
  readonly asOf: PlainDate;
  readonly billing: Billing;
  /** The last day of the guidelines; null without any. */
  readonly endsOn: PlainDate | null;
  /** Plans of deals in negotiation. */
  readonly tentative: ReadonlySet<PlanId>;
  readonly placed: readonly Placed[];
}

const none: Remaining = { kind: 'known', cost: nothing, revenue: nothing, pricedBy: 'ownRates' };
const unknown = (because: 'plansUnknown' | 'priceUnknown'): Remaining => ({ kind: 'unknown', because });

/**
 * The plans of the quarter that a day is in. Weeks belong to the quarter of their Thursday, as in what has been earned.
 * Of a fixed price nobody knows what is invoiced when, so it is known of a project alone that ends within the quarter.
 * @param priced the worth of some of what is planned.
 */
export function quarterPlan({ asOf, billing, endsOn, tentative, placed }: QuarterPlanSource, priced: (isPart: (one: Placed) => boolean) => Remaining): QuarterPlan {
  const quarter = quarterOf(asOf);
  if (placed.some(({ day }) => day === null)) return { quarter, firm: unknown('plansUnknown'), tentative: unknown('plansUnknown') };
  const isInQuarter = ({ day }: Placed): boolean => day !== null && quarterOfWeek(mondayOf(day)) === quarter;
  // What does not say of which plan it is may be of a deal that is not won yet.
  const isTentative = ({ planId }: Placed): boolean => (planId === null ? tentative.size > 0 : tentative.has(planId));
  const isPossible = placed.some((one) => isInQuarter(one) && isTentative(one));
  if (billing === 'fixedPrice') {
    const isWhole = !isPossible && endsOn !== null && endsOn <= lastDayOfWeeks(quarter);
    return { quarter, firm: isWhole ? priced(isInQuarter) : unknown('priceUnknown'), tentative: isPossible ? unknown('priceUnknown') : none };
  }
  return { quarter, firm: priced((one) => isInQuarter(one) && !isTentative(one)), tentative: isPossible ? priced((one) => isInQuarter(one) && isTentative(one)) : none };
}
