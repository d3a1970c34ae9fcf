import { added, type Billing, type CostRefresh, type Figures, type Remaining } from './figures';
import type { PlanId } from './ids';
import type { Currency, Money } from './money';
import { ownRemaining, type PlannedWork } from './own-figures';
import type { Instant, PlainDate } from './plain-date';
import { byRole, byWeek, secondsOf, type DatedSum, type PricedWork } from './priced-work';
import { quarterPlan, type Placed } from './quarter-plan';
import type { RoleRate } from './rates';
import { hundredthsOf, minus, nothing, totalOf, type Total } from './total';

/** What Financial Manager says of one of its projects. Null is what it does not say, or says in more than one currency. */
export interface CostFacts {
  /** Null where amounts are in several currencies, or in one that the app does not know. */
  readonly currency: Currency | null;
  readonly isFixedPrice: boolean;
  readonly refreshes: CostRefresh;
  readonly labour: Total | null;
  readonly expenses: Total | null;
  readonly revenue: Total | null;
  readonly costBudget: Total | null;
  readonly work: readonly PricedWork[];
  readonly dated: { readonly expenses: readonly DatedSum[]; readonly fixedRevenue: readonly DatedSum[] };
  /** Work planned behind today, as it counts it; undefined where it does not tell. */
  readonly planned: readonly PlannedCost[] | undefined;
}

/** A day of a plan, as far as Financial Manager tells which. */
export interface PlannedCost extends Placed {
  readonly seconds: number;
  readonly cost: Total | null;
  readonly revenue: Total | null;
}

export interface CostSource {
  readonly facts: CostFacts;
  /** What the client agreed to pay for the whole, by the guidelines. */
  readonly price: Money | null;
  /** What the planner holds for the project behind today; undefined where that is not known. */
  readonly planned: readonly PlannedWork[] | undefined;
  /** Plans of deals in negotiation. */
  readonly tentative: ReadonlySet<PlanId>;
  /** The last day of the guidelines; null without any. */
  readonly endsOn: PlainDate | null;
  /** The app's own rates, for what Financial Manager leaves out. */
  readonly rates: readonly RoleRate[];
  readonly asOf: PlainDate;
  readonly readAt: Instant;
}

/** Financial Manager may miss so much of what is planned without its forecast being worth nothing: holidays, half days. In per cent. */
const plansMayMiss = 10;

/** Figures out of Financial Manager. Its totals are taken as they are; weeks and roles are made of its entries. */
export function costFigures(source: CostSource): Figures {
  const { facts, asOf, readAt, endsOn, tentative } = source;
  const { currency, isFixedPrice, labour, expenses, revenue, costBudget, work, dated } = facts;
  const told = work.filter(({ day }) => day <= asOf);
  const until = (sums: readonly DatedSum[]): readonly DatedSum[] => sums.filter(({ day }) => day <= asOf);
  return {
    source: 'financialManager',
    refreshes: facts.refreshes,
    asOf,
    readAt,
    currency,
    billing: billingOf(facts),
    seconds: secondsOf(told),
    // Hours without a rate are in no sum of Financial Manager's, so its sum would be too low.
    labour: told.some(({ seconds, cost }) => seconds > 0 && cost === null) ? null : labour,
    expenses,
    revenue,
    costBudget,
    remaining: remaining(source),
    quarterPlan: quarterPlan({ asOf, endsOn, tentative, billing: billingOf(facts), placed: [...(facts.planned ?? []), ...(source.planned ?? [])] }, (isPart) =>
      remaining({ ...source, facts: { ...facts, planned: facts.planned?.filter(isPart) }, planned: source.planned?.filter(isPart) }),
    ),
    roles: byRole(told, isFixedPrice),
    weeks: byWeek(told, { earnsByWork: !isFixedPrice, cost: until(dated.expenses), revenue: until(dated.fixedRevenue) }, asOf),
  };
}

const billingOf = ({ isFixedPrice }: CostFacts): Billing => (isFixedPrice ? 'fixedPrice' : 'timeAndMaterial');

function remaining(source: CostSource): Remaining {
  const { facts: { currency, planned }, planned: inPlanner } = source;
  if (currency === null) return { kind: 'unknown', because: 'mixedCurrencies' };
  if (inPlanner === undefined) return { kind: 'unknown', because: 'plansUnknown' };
  // Whether plans on a project, and not on its issues, count there is nowhere stated, and plans for a role may not: then it would promise too much.
  const counted = (planned ?? []).reduce((sum, { seconds }) => sum + seconds, 0);
  const held = inPlanner.reduce((sum, { seconds }) => sum + seconds, 0);
  if (planned !== undefined && counted * 100 >= held * (100 - plansMayMiss)) return asCounted(source, currency, planned);
  const own = ownRemaining({ planned: inPlanner, rates: source.rates, currency, billing: billingOf(source.facts), price: priceIn(source, currency) }, source.facts.revenue ?? nothing);
  return own.kind === 'known' && source.facts.revenue !== null ? own : { kind: 'unknown', because: 'plansNotCounted' };
}

function asCounted(source: CostSource, currency: Currency, planned: readonly PlannedCost[]): Remaining {
  const { isFixedPrice, revenue } = source.facts;
  const cost = added(planned.map((one) => one.cost));
  if (cost === null) return { kind: 'unknown', because: 'ratesMissing' };
  const known = (rest: Total): Remaining => ({ kind: 'known', cost, revenue: rest, pricedBy: 'financialManager' });
  if (!isFixedPrice) {
    const earned = added(planned.map((one) => one.revenue));
    return earned === null ? { kind: 'unknown', because: 'ratesMissing' } : known(earned);
  }
  const price = priceIn(source, currency);
  if (price === null || revenue === null) return { kind: 'unknown', because: 'priceUnknown' };
  const rest = minus(price, revenue);
  return known(hundredthsOf(rest) < 0n ? nothing : rest);
}

const priceIn = ({ price }: CostSource, currency: Currency): Total | null => (price?.currency === currency ? totalOf(price.amount) : null);
