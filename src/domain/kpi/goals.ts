import type { AccountId } from '../ids';
import { isAmount, type Amount } from '../money';
import type { Quarter } from './quarter';

/** What an account manager is to reach in a quarter, and what the head of sales set for each beside that. */
export interface KpiGoals {
  /** 0 while nobody has set anything. */
  readonly revision: number;
  readonly targets: KpiTargets;
  /** By quarter, the earliest first. */
  readonly sales: readonly QuarterSalesGoals[];
}

export interface QuarterSalesGoals {
  readonly quarter: Quarter;
  readonly goals: readonly SalesGoal[];
}

/** PLN that an account manager is to win in a quarter. */
export interface SalesGoal {
  readonly manager: AccountId;
  readonly amount: Amount;
}

/** The same for every account manager. */
export interface KpiTargets {
  /** PLN in a quarter. */
  readonly revenue: Amount;
  /** Whole per cent of revenue. */
  readonly margin: number;
  /** Whole per cent of what is won. */
  readonly upsell: number;
}

function amountOf(text: string): Amount {
  if (!isAmount(text)) throw new RangeError(`${text} is no amount`);
  return text;
}

/** By the brief of the role: a million a quarter with 40 %, and 15 % of what is sold to clients that bought before. */
export const defaultGoals: KpiGoals = { revision: 0, targets: { revenue: amountOf('1000000.00'), margin: 40, upsell: 15 }, sales: [] };

/** Quarters whose goals are kept: years enough for every screen, and little enough for one record. */
const mostQuarters = 12;
/** So many account managers' goals of so many quarters fit into one record of Forge's storage. */
export const mostSalesGoals = 200;

export const salesGoalsIn = ({ sales }: Pick<KpiGoals, 'sales'>, quarter: Quarter): readonly SalesGoal[] => sales.find((one) => one.quarter === quarter)?.goals ?? [];

/** The goals with other ones in one quarter; what is null is taken back. Of the quarters the latest are kept. */
export function withSalesGoals(goals: Pick<KpiGoals, 'sales'>, quarter: Quarter, changes: readonly { readonly manager: AccountId; readonly amount: Amount | null }[]): KpiGoals['sales'] {
  const changed = new Set(changes.map(({ manager }) => manager));
  const kept = salesGoalsIn(goals, quarter).filter(({ manager }) => !changed.has(manager));
  const next = [...kept, ...changes.flatMap(({ manager, amount }) => (amount === null ? [] : [{ manager, amount }]))].sort((a, b) => (a.manager < b.manager ? -1 : 1));
  const others = goals.sales.filter((one) => one.quarter !== quarter);
  return [...others, ...(next.length === 0 ? [] : [{ quarter, goals: next }])].sort((a, b) => (a.quarter < b.quarter ? -1 : 1)).slice(-mostQuarters);
}
