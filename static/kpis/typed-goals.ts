import type { KpiView } from '../../src/contract/kpis';
import type { AccountId } from '../../src/domain/ids';
import { salesGoalsIn } from '../../src/domain/kpi/goals';
import type { Quarter } from '../../src/domain/kpi/quarter';
import { parseAmount, type Amount } from '../../src/domain/money';

/** Goals as they are being typed. */
export interface TypedGoals {
  readonly revenue: string;
  readonly margin: string;
  readonly upsell: string;
  readonly sales: Readonly<Record<AccountId, string>>;
}

export type GoalField = 'revenue' | 'margin' | 'upsell' | AccountId;

export interface ParsedGoals {
  readonly targets: { readonly revenue: Amount; readonly margin: number; readonly upsell: number };
  readonly sales: readonly { readonly manager: AccountId; readonly amount: Amount | null }[];
}

const withoutZeros = (amount: Amount): string => amount.replace(/\.00$/, '');

export function typedGoals(goals: KpiView['goals'], quarter: Quarter, managers: readonly AccountId[]): TypedGoals {
  const set = new Map(salesGoalsIn(goals, quarter).map(({ manager, amount }) => [manager, withoutZeros(amount)]));
  const { revenue, margin, upsell } = goals.targets;
  return { revenue: withoutZeros(revenue), margin: String(margin), upsell: String(upsell), sales: Object.fromEntries(managers.map((manager) => [manager, set.get(manager) ?? ''])) };
}

/** @returns what was typed, or the fields that are wrong. An empty sales goal is none. */
export function parseGoals(typed: TypedGoals, managers: readonly AccountId[]): ParsedGoals | ReadonlySet<GoalField> {
  const wrong = new Set<GoalField>();
  const percent = (field: 'margin' | 'upsell'): number => {
    const text = typed[field].trim();
    if (!/^\d{1,3}$/.test(text) || Number(text) > 100) wrong.add(field);
    return Number(text);
  };
  const revenue = parseAmount(typed.revenue);
  if (revenue === undefined) wrong.add('revenue');
  const [margin, upsell] = [percent('margin'), percent('upsell')];
  const sales = managers.map((manager) => {
    const text = (typed.sales[manager] ?? '').trim();
    const amount = text === '' ? null : parseAmount(text);
    if (amount === undefined) wrong.add(manager);
    return { manager, amount: amount ?? null };
  });
  return wrong.size > 0 || revenue === undefined ? wrong : { targets: { revenue, margin, upsell }, sales };
}
