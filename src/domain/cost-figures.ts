import { added, type CostRefresh, type Figures } from './figures';
import type { Currency, Money } from './money';
import type { Instant, PlainDate } from './plain-date';
import { byRole, byWeek, secondsOf, type DatedSum, type PricedWork } from './priced-work';
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

export interface PlannedCost {
  readonly seconds: number;
  readonly cost: Total | null;
  readonly revenue: Total | null;
}

export interface CostSource {
  readonly facts: CostFacts;
  /** What the client agreed to pay for the whole, by the guidelines. */
  readonly price: Money | null;
  /** What the planner holds for the project behind today, in whole seconds; null where that is not known. */
  readonly plannedSeconds: number | null;
  readonly asOf: PlainDate;
  readonly readAt: Instant;
}

/** Financial Manager may miss so much of what is planned without its forecast being worth nothing: holidays, half days. In per cent. */
const plansMayMiss = 10;

/** Figures out of Financial Manager. Its totals are taken as they are; weeks and roles are made of its entries. */
export function costFigures({ facts, price, plannedSeconds, asOf, readAt }: CostSource): Figures {
  const { currency, isFixedPrice, labour, expenses, revenue, costBudget, work, dated } = facts;
  const told = work.filter(({ day }) => day <= asOf);
  const until = (sums: readonly DatedSum[]): readonly DatedSum[] => sums.filter(({ day }) => day <= asOf);
  return {
    source: 'financialManager',
    refreshes: facts.refreshes,
    asOf,
    readAt,
    currency,
    billing: isFixedPrice ? 'fixedPrice' : 'timeAndMaterial',
    seconds: secondsOf(told),
    // Hours without a rate are in no sum of Financial Manager's, so its sum would be too low.
    labour: told.some(({ seconds, cost }) => seconds > 0 && cost === null) ? null : labour,
    expenses,
    revenue,
    costBudget,
    remaining: remaining(facts, price, plannedSeconds),
    roles: byRole(told, isFixedPrice),
    weeks: byWeek(told, { earnsByWork: !isFixedPrice, cost: until(dated.expenses), revenue: until(dated.fixedRevenue) }, asOf),
  };
}

function remaining({ currency, planned, isFixedPrice, revenue }: CostFacts, price: Money | null, plannedSeconds: number | null): Figures['remaining'] {
  if (currency === null) return { kind: 'unknown', because: 'mixedCurrencies' };
  if (planned === undefined || plannedSeconds === null) return { kind: 'unknown', because: 'plansUnknown' };
  // Whether plans on a project, and not on its issues, count there is nowhere stated; where they do not, the forecast would promise too much.
  const counted = planned.reduce((sum, { seconds }) => sum + seconds, 0);
  if (counted * 100 < plannedSeconds * (100 - plansMayMiss)) return { kind: 'unknown', because: 'plansNotCounted' };
  const cost = added(planned.map((one) => one.cost));
  if (cost === null) return { kind: 'unknown', because: 'ratesMissing' };
  if (!isFixedPrice) {
    const earned = added(planned.map((one) => one.revenue));
    return earned === null ? { kind: 'unknown', because: 'ratesMissing' } : { kind: 'known', cost, revenue: earned };
  }
  if (price?.currency !== currency || revenue === null) return { kind: 'unknown', because: 'priceUnknown' };
  const rest = minus(totalOf(price.amount), revenue);
  return { kind: 'known', cost, revenue: hundredthsOf(rest) < 0n ? nothing : rest };
}
