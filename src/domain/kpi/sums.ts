import { currencies, type Currency } from '../money';
import { minus, nothing, sumOf, type Total } from '../total';

/** What is added up in money, in each currency by itself. */
export const moneyMeasures = [
  /** Revenue that is known. */
  'revenue',
  /** Revenue and cost of the projects of which both are known for the whole quarter: what a margin can be made of. */
  'pricedRevenue',
  'cost',
  /** What is planned for the rest of the quarter, of projects of which that is known, and of it what is planned for deals in negotiation. */
  'planned',
  'tentative',
  /** Revenue and cost to the end of the quarter, of the projects of which both and the plans are known. */
  'expectedRevenue',
  'expectedCost',
  /** Amounts of deals, by their stage. */
  'open',
  'negotiation',
  'internallyWon',
  'won',
  'lost',
  /** Of what was won, the part from clients that had won before. */
  'upsell',
  /** Amount times probability, by stage. */
  'weightedOpen',
  'weightedNegotiation',
  'weightedInternallyWon',
] as const;
export type MoneyMeasure = (typeof moneyMeasures)[number];

/** What is counted. */
export const countMeasures = [
  /** Deals, by stage; `unmapped` are those whose stage no administrator has mapped. */
  'open',
  'negotiation',
  'internallyWon',
  'won',
  'lost',
  'unmapped',
  'upsell',
  /** Of the deals, those that have no amount, or not what they are weighed by, or whose close date has passed while they are open. */
  'wonWithoutAmount',
  'openWithoutAmount',
  'openWithoutProbability',
  'overdue',
  /** Projects with figures, those of them whose revenue or cost is not known for the whole quarter, those never read, and those that nothing can be added of. */
  'projects',
  'revenueUnknown',
  'costUnknown',
  'unread',
  'mixedCurrencies',
  /** Projects of which nobody knows what the rest of the quarter brings. */
  'planUnknown',
  /** Clients that won a deal, and of those the ones that had won before. */
  'buyers',
  'returning',
  /** Clients with revenue in this quarter and in the same one a year before, and of those the ones with more of it now. */
  'compared',
  'grown',
  /** Clients under care, as the quarter ended or as they stand now. */
  'clients',
  'documentsKnown',
  'documentsComplete',
  'relationKnown',
  'relationDocumented',
  'renewals',
] as const;
export type CountMeasure = (typeof countMeasures)[number];

export type MoneySums = Readonly<Partial<Record<MoneyMeasure, Total>>>;

/** Money and counts that can be added to others of their kind. What is nothing is left out, so equal sums are written alike. */
export interface Sums {
  readonly money: Readonly<Partial<Record<Currency, MoneySums>>>;
  readonly counts: Readonly<Partial<Record<CountMeasure, number>>>;
}

export const noSums: Sums = { money: {}, counts: {} };

export const moneyIn = ({ money }: Sums, currency: Currency, measure: MoneyMeasure): Total => money[currency]?.[measure] ?? nothing;
export const countOf = ({ counts }: Sums, measure: CountMeasure): number => counts[measure] ?? 0;

export const ofMoney = (currency: Currency, measure: MoneyMeasure, amount: Total): Sums => plus({ money: { [currency]: { [measure]: amount } }, counts: {} }, noSums);
export const ofCount = (measure: CountMeasure, count = 1): Sums => plus({ money: {}, counts: { [measure]: count } }, noSums);

/** Adding is associative and commutative, and `noSums` adds nothing. */
export const plus = (a: Sums, b: Sums): Sums => combined(a, b, (x, y) => sumOf([x, y]), (x, y) => x + y);

/** What is left of a whole when a part of it is taken away. */
export const without = (whole: Sums, part: Sums): Sums => combined(whole, part, minus, (x, y) => x - y);

export const sumOfSums = (parts: readonly Sums[]): Sums => parts.reduce(plus, noSums);

export const isNothing = ({ money, counts }: Sums): boolean => Object.keys(money).length === 0 && Object.keys(counts).length === 0;

function combined(a: Sums, b: Sums, ofMoneys: (x: Total, y: Total) => Total, ofCounts: (x: number, y: number) => number): Sums {
  const money: Partial<Record<Currency, MoneySums>> = {};
  for (const currency of currencies) {
    const [left, right] = [a.money[currency], b.money[currency]];
    if (left === undefined && right === undefined) continue;
    const sums: Partial<Record<MoneyMeasure, Total>> = {};
    for (const measure of moneyMeasures) {
      if (left?.[measure] === undefined && right?.[measure] === undefined) continue;
      const sum = ofMoneys(left?.[measure] ?? nothing, right?.[measure] ?? nothing);
      if (sum !== nothing) sums[measure] = sum;
    }
    if (Object.keys(sums).length > 0) money[currency] = sums;
  }
  const counts: Partial<Record<CountMeasure, number>> = {};
  for (const measure of countMeasures) {
    const count = ofCounts(countOf(a, measure), countOf(b, measure));
    if (count !== 0) counts[measure] = count;
  }
  return { money, counts };
}
