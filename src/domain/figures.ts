import type { Currency } from './money';
import { operatingMargin, type Margin } from './margin';
import type { Instant, PlainDate } from './plain-date';
import type { QuarterPlan } from './quarter-plan';
import { sumOf, type Total } from './total';

/** Where figures come from: Tempo Financial Manager, or worklogs and the rates that the app keeps. */
export type FiguresSource = 'financialManager' | 'ownRates';

/** How often the source looks for new work by itself; where it does not, time logged since somebody told it to is missing. */
export type CostRefresh = 'always' | 'daily' | 'weekly' | 'byHand';

/** By what the client pays: a price for the whole, or each hour. */
export type Billing = 'fixedPrice' | 'timeAndMaterial';

/** Cost and revenue; null is unknown, and never zero. */
export interface Flow {
  readonly cost: Total | null;
  readonly revenue: Total | null;
}

/** What people in one role did; the role is null for people whose role is unknown. */
export interface RoleFigures extends Flow {
  readonly role: string | null;
  readonly people: number;
  readonly seconds: number;
}

/** What one week brought, from Monday on. */
export interface WeekFigures extends Flow {
  readonly monday: PlainDate;
  readonly seconds: number;
}

/** What is still to come, or why that is unknown. */
export type Remaining = { readonly kind: 'known'; readonly cost: Total; readonly revenue: Total; readonly pricedBy: FiguresSource } | { readonly kind: 'unknown'; readonly because: ForecastGap };

export type ForecastGap = 'plansUnknown' | 'plansNotCounted' | 'ratesMissing' | 'mixedCurrencies' | 'priceUnknown' | 'actualUnknown';

/** A project's money up to a day, as one source tells it. */
export interface Figures {
  readonly source: FiguresSource;
  readonly refreshes: CostRefresh;
  /** Everything up to this day is in, and nothing later. */
  readonly asOf: PlainDate;
  /** When it was read from the source. */
  readonly readAt: Instant;
  /** Null where currencies are mixed, or one is not known: then nothing may be added. */
  readonly currency: Currency | null;
  readonly billing: Billing;
  readonly seconds: number;
  readonly labour: Total | null;
  readonly expenses: Total | null;
  readonly revenue: Total | null;
  /** What the whole may cost, where the source has such a budget. */
  readonly costBudget: Total | null;
  readonly remaining: Remaining;
  /** What of it falls into the quarter of that day; missing from figures that were kept before the app asked for it. */
  readonly quarterPlan?: QuarterPlan;
  readonly roles: readonly RoleFigures[];
  /** Oldest first, without gaps in between. */
  readonly weeks: readonly WeekFigures[];
}

export const costOf = ({ labour, expenses }: Pick<Figures, 'labour' | 'expenses'>): Total | null => (labour === null || expenses === null ? null : sumOf([labour, expenses]));

/** The sum of parts of which each may be unknown: one unknown part makes the whole unknown. */
export const added = (parts: readonly (Total | null)[]): Total | null => (parts.some((part) => part === null) ? null : sumOf(parts.flatMap((part) => part ?? [])));

export function marginToDate(figures: Figures): Margin {
  if (figures.currency === null) return { kind: 'unknown', because: 'mixedCurrencies' };
  return operatingMargin(figures.revenue, costOf(figures));
}

export type Forecast =
  | { readonly kind: 'known'; readonly cost: Total; readonly revenue: Total; readonly margin: Margin; readonly from: ForecastParts }
  | { readonly kind: 'unknown'; readonly because: ForecastGap };

/** How a forecast was reached: what has happened, and what is planned. */
export interface ForecastParts {
  readonly actualCost: Total;
  readonly actualRevenue: Total;
  readonly remainingCost: Total;
  readonly remainingRevenue: Total;
  readonly pricedBy: FiguresSource;
}

/** At completion: what has happened and what is planned, added. Where one of them is unknown nothing is guessed. */
export function forecastOf(figures: Figures): Forecast {
  const unknown = (because: ForecastGap): Forecast => ({ kind: 'unknown', because });
  const { currency, revenue: actualRevenue, remaining } = figures;
  const actualCost = costOf(figures);
  if (currency === null) return unknown('mixedCurrencies');
  if (actualCost === null || actualRevenue === null) return unknown('actualUnknown');
  if (remaining.kind === 'unknown') return unknown(remaining.because);
  const { cost: remainingCost, revenue: remainingRevenue, pricedBy } = remaining;
  const [cost, revenue] = [sumOf([actualCost, remainingCost]), sumOf([actualRevenue, remainingRevenue])];
  return { kind: 'known', cost, revenue, margin: operatingMargin(revenue, cost), from: { actualCost, actualRevenue, remainingCost, remainingRevenue, pricedBy } };
}
