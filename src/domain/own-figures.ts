import { added, type Billing, type Figures, type Flow, type Remaining } from './figures';
import type { AccountId, PlanId } from './ids';
import type { Currency } from './money';
import type { Instant, PlainDate } from './plain-date';
import { byRole, byWeek, secondsOf, type PricedWork } from './priced-work';
import { rateOn, type RoleRate } from './rates';
import { quarterPlan } from './quarter-plan';
import { hundredthsOf, minus, nothing, sumOf, worth, type Total } from './total';

/** Time that somebody logged on a project on one day. */
export interface Worklog {
  readonly author: AccountId;
  readonly day: PlainDate;
  /** Whole seconds. */
  readonly seconds: number;
  /** Of those, what the client pays for. */
  readonly billableSeconds: number;
}

/** Time that is planned on a project on the working days from one day to another, in a role. */
export interface PlannedWork {
  readonly role: string | null;
  readonly seconds: number;
  readonly day: PlainDate;
  readonly planId: PlanId;
}

export interface OwnSource {
  readonly worklogs: readonly Worklog[];
  /** Undefined where the plans could not be read. */
  readonly planned: readonly PlannedWork[] | undefined;
  /** Plans of deals in negotiation. */
  readonly tentative: ReadonlySet<PlanId>;
  /** The last day of the guidelines; null without any. */
  readonly endsOn: PlainDate | null;
  readonly rates: readonly RoleRate[];
  readonly roleOf: (person: AccountId) => string | null;
  readonly currency: Currency;
  readonly billing: Billing;
  /** What the client pays for the whole; null where nobody said. */
  readonly price: Total | null;
  /** Invoices less credit notes, by day; what a fixed price has brought so far. */
  readonly invoiced: readonly { readonly day: PlainDate; readonly amount: Total }[];
  readonly asOf: PlainDate;
  readonly readAt: Instant;
}

/**
 * Figures out of worklogs and the app's own rates, for companies without Financial Manager. Each worklog is priced and rounded
 * by itself, so that people, roles and weeks add up to the whole to the last hundredth. Where a rate is missing the cost is unknown.
 */
export function ownFigures(source: OwnSource): Figures {
  const { worklogs, planned, currency, billing, asOf, readAt } = source;
  const priced = worklogs.filter(({ day }) => day <= asOf).map((worklog) => price(source, worklog));
  const invoiced = source.invoiced.filter(({ day }) => day <= asOf);
  const isFixed = billing === 'fixedPrice';
  const invoicedSoFar = sumOf(invoiced.map(({ amount }) => amount));
  return {
    source: 'ownRates',
    refreshes: 'always',
    asOf,
    readAt,
    currency,
    billing,
    seconds: secondsOf(priced),
    labour: added(priced.map(({ cost }) => cost)),
    // Worklogs know no expenses: the company that has them has Financial Manager, or enters them there.
    expenses: nothing,
    revenue: isFixed ? invoicedSoFar : added(priced.map(({ revenue }) => revenue)),
    costBudget: null,
    remaining: ownRemaining(source, invoicedSoFar),
    quarterPlan: quarterPlan({ ...source, placed: planned ?? [] }, (isPart) => ownRemaining({ ...source, planned: planned?.filter(isPart) }, invoicedSoFar)),
    roles: byRole(priced, isFixed),
    weeks: isFixed ? byWeek(priced, { revenue: invoiced, earnsByWork: false }, asOf) : byWeek(priced, { earnsByWork: true }, asOf),
  };
}

function price({ rates, roleOf, currency }: OwnSource, { author, day, seconds, billableSeconds }: Worklog): PricedWork {
  const role = roleOf(author);
  return { author, day, seconds, role, ...priceOf(rates, role, day, currency, seconds, billableSeconds) };
}

function priceOf(rates: readonly RoleRate[], role: string | null, day: PlainDate, currency: Currency, seconds: number, billableSeconds: number): Flow {
  const rate = rateOn(rates, role, day);
  if (rate?.currency !== currency) return { cost: null, revenue: billableSeconds === 0 ? nothing : null };
  return { cost: worth(rate.cost, seconds), revenue: rate.billing === null ? nothing : worth(rate.billing, billableSeconds) };
}

/** What is still to come, at the app's own rates. @param invoiced of a fixed price so far. */
export function ownRemaining({ planned, rates, currency, billing, price: whole }: Pick<OwnSource, 'planned' | 'rates' | 'currency' | 'billing' | 'price'>, invoiced: Total): Remaining {
  if (planned === undefined) return { kind: 'unknown', because: 'plansUnknown' };
  const flows = planned.map(({ role, day, seconds }) => priceOf(rates, role, day, currency, seconds, seconds));
  const cost = added(flows.map((flow) => flow.cost));
  if (cost === null) return { kind: 'unknown', because: 'ratesMissing' };
  if (billing === 'fixedPrice') {
    if (whole === null) return { kind: 'unknown', because: 'priceUnknown' };
    const rest = minus(whole, invoiced);
    // What was invoiced beyond the price brings nothing more, and takes nothing away.
    return { kind: 'known', cost, revenue: hundredthsOf(rest) < 0n ? nothing : rest, pricedBy: 'ownRates' };
  }
  const revenue = added(flows.map((flow) => flow.revenue));
  return revenue === null ? { kind: 'unknown', because: 'ratesMissing' } : { kind: 'known', cost, revenue, pricedBy: 'ownRates' };
}
