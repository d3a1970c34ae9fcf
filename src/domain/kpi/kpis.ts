import type { AccountId } from '../ids';
import { operatingMargin, type Margin } from '../margin';
import { currencies, type Currency } from '../money';
import { compareTotals, hundredthsOf, minus, nothing, proportion, sumOf, totalOf, type Total } from '../total';
import { salesGoalsIn, type KpiGoals } from './goals';
import { quartersFrom, undated, type Quarter } from './quarter';
import { emptyRollup, sumsFor, type KpiRollup, type KpiSubject } from './rollup';
import { countOf, moneyIn, noSums, type CountMeasure, type MoneyMeasure, type Sums } from './sums';

/** The currency that targets are set in. Others are shown beside it, and never added to it. */
export const companyCurrency: Currency = 'PLN';
const wholeInBasisPoints = 10_000;

/** Why a number says less than all: what of it is not known. */
export interface KpiGap {
  readonly kind: 'otherCurrency' | 'revenueUnknown' | 'costUnknown' | 'unread' | 'mixedCurrencies' | 'planUnknown' | 'wonWithoutAmount' | 'documentsUnknown' | 'relationUnknown';
  /** How many currencies, projects, deals or clients it concerns. */
  readonly count: number;
}

export interface InCurrency {
  readonly currency: Currency;
  readonly amount: Total;
}

/** The figures of one quarter. Shares are in hundredths of a per cent, and null where there is nothing to have a share of. */
export interface QuarterKpis {
  readonly quarter: Quarter;
  /** `managers`: how many account managers' goals the target is the sum of. */
  readonly revenue: { readonly amount: Total; readonly target: Total; readonly managers: number; readonly others: readonly InCurrency[]; readonly gaps: readonly KpiGap[] };
  readonly margin: { readonly margin: Margin; readonly target: number; readonly gaps: readonly KpiGap[] };
  readonly upsell: { readonly share: number | null; readonly amount: Total; readonly of: Total; readonly target: number; readonly gaps: readonly KpiGap[] };
  readonly returning: { readonly clients: number; readonly of: number };
  readonly growth: { readonly basisPoints: number | null; readonly before: Total; readonly grown: number; readonly of: number; readonly gaps: readonly KpiGap[] };
  readonly documents: { readonly complete: number; readonly of: number; readonly gaps: readonly KpiGap[] };
  readonly relation: { readonly documented: number; readonly of: number; readonly gaps: readonly KpiGap[] };
  readonly sales: { readonly won: Total; readonly deals: number; readonly goal: Total | null; readonly others: readonly InCurrency[]; readonly gaps: readonly KpiGap[] };
}

/** @param rollups of the quarter and of the same one a year before, among others. */
export function kpisOf(rollups: readonly KpiRollup[], quarter: Quarter, subject: KpiSubject, goals: KpiGoals): QuarterKpis {
  const rollup = rollups.find(({ period }) => period === quarter) ?? emptyRollup(quarter);
  const sums = sumsFor(rollup, subject);
  const yearBefore = rollups.find(({ period }) => period === quartersFrom(quarter, -4));
  const before = yearBefore === undefined ? noSums : sumsFor(yearBefore, subject);
  const whose = peopleOf(rollup, subject, goals);
  const { targets } = goals;
  const money = (measure: MoneyMeasure): Total => moneyIn(sums, companyCurrency, measure);
  const [revenue, won, upsell] = [money('revenue'), money('won'), money('upsell')];
  const revenueGaps = [...currencyGap(sums, 'revenue'), ...gap(sums, 'revenueUnknown'), ...gap(sums, 'unread'), ...gap(sums, 'mixedCurrencies')];
  const wonGaps = [...currencyGap(sums, 'won'), ...gap(sums, 'wonWithoutAmount')];
  return {
    quarter,
    revenue: { amount: revenue, target: times(totalOf(targets.revenue), whose.length), managers: whose.length, others: othersOf(sums, 'revenue'), gaps: revenueGaps },
    margin: { margin: operatingMargin(money('pricedRevenue'), money('cost')), target: targets.margin, gaps: [...revenueGaps, ...gap(sums, 'costUnknown')] },
    upsell: { share: shareOf(upsell, won), amount: upsell, of: won, target: targets.upsell, gaps: wonGaps },
    returning: { clients: countOf(sums, 'returning'), of: countOf(sums, 'buyers') },
    growth: {
      basisPoints: shareOf(minus(revenue, moneyIn(before, companyCurrency, 'revenue')), moneyIn(before, companyCurrency, 'revenue')),
      before: moneyIn(before, companyCurrency, 'revenue'),
      grown: countOf(sums, 'grown'),
      of: countOf(sums, 'compared'),
      gaps: [...revenueGaps, ...gap(before, 'revenueUnknown')],
    },
    documents: { complete: countOf(sums, 'documentsComplete'), of: countOf(sums, 'documentsKnown'), gaps: rest('documentsUnknown', sums, 'documentsKnown') },
    relation: { documented: countOf(sums, 'relationDocumented'), of: countOf(sums, 'relationKnown'), gaps: rest('relationUnknown', sums, 'relationKnown') },
    sales: { won, deals: countOf(sums, 'won'), goal: goalOf(goals, quarter, whose), others: othersOf(sums, 'won'), gaps: wonGaps },
  };
}

/** Whose goals count: the one who is meant, or of a team everybody who has something in the quarter or is to sell something in it. */
function peopleOf({ managers, period }: KpiRollup, subject: KpiSubject, goals: KpiGoals): readonly AccountId[] {
  if (subject.kind === 'manager') return subject.manager === null ? [] : [subject.manager];
  const set = period === undated ? [] : salesGoalsIn(goals, period);
  return [...new Set([...managers.flatMap(({ manager }) => manager ?? []), ...set.map(({ manager }) => manager)])];
}

const times = (total: Total, count: number): Total => sumOf(Array.from({ length: count }, () => total));

/** A team's goal is that of all for whom one is set. */
function goalOf(goals: KpiGoals, quarter: Quarter, whose: readonly AccountId[]): Total | null {
  const set = salesGoalsIn(goals, quarter).filter(({ manager }) => whose.includes(manager));
  return set.length === 0 ? null : sumOf(set.map(({ amount }) => amount));
}

const shareOf = (part: Total, whole: Total): number | null => (hundredthsOf(whole) <= 0n ? null : proportion(part, whole, wholeInBasisPoints));

const othersOf = (sums: Sums, measure: MoneyMeasure): readonly InCurrency[] =>
  currencies.flatMap((currency) => {
    const amount = moneyIn(sums, currency, measure);
    return currency === companyCurrency || compareTotals(amount, nothing) === 0 ? [] : [{ currency, amount }];
  });

function currencyGap(sums: Sums, measure: MoneyMeasure): readonly KpiGap[] {
  const others = othersOf(sums, measure).length;
  return others === 0 ? [] : [{ kind: 'otherCurrency', count: others }];
}

function gap(sums: Sums, kind: CountMeasure & KpiGap['kind']): readonly KpiGap[] {
  const count = countOf(sums, kind);
  return count === 0 ? [] : [{ kind, count }];
}

/** Clients that nobody could look at. */
function rest(kind: KpiGap['kind'], sums: Sums, known: CountMeasure): readonly KpiGap[] {
  const count = countOf(sums, 'clients') - countOf(sums, known);
  return count === 0 ? [] : [{ kind, count }];
}
