import { planLimits, type PlanDraft, type PlanLine } from '../../../src/domain/account-plan';
import { parseAmount, type Currency } from '../../../src/domain/money';

/** A plan as it stands in the fields. */
export interface TypedPlan {
  readonly amount: string;
  readonly currency: Currency;
  readonly growth: string;
  readonly upsell: string;
  readonly rules: string;
  readonly goals: readonly PlanLine[];
  readonly risks: readonly PlanLine[];
}

export type PlanMistake = 'amount' | 'growth' | 'upsell';

/** @param decimal what the reader writes before hundredths. */
export const typedPlan = ({ budget, growth, upsell, rules, goals, risks }: PlanDraft, decimal: ',' | '.'): TypedPlan => ({
  amount: budget === null ? '' : budget.amount.replace('.', decimal),
  currency: budget?.currency ?? 'PLN',
  growth: growth === null ? '' : String(growth),
  upsell: String(upsell),
  rules,
  goals,
  risks,
});

/** What is written as a plan, or the fields that nobody can read. */
export function readTyped({ amount, currency, growth, upsell, rules, goals, risks }: TypedPlan): { readonly plan: PlanDraft } | { readonly mistakes: readonly PlanMistake[] } {
  const parsed = amount.trim() === '' ? null : parseAmount(amount);
  const grown = growth.trim() === '' ? null : percent(growth, planLimits.growth);
  const more = percent(upsell, planLimits.upsell);
  if (parsed === undefined || grown === undefined || more === undefined) {
    return { mistakes: [...(parsed === undefined ? ['amount' as const] : []), ...(grown === undefined ? ['growth' as const] : []), ...(more === undefined ? ['upsell' as const] : [])] };
  }
  return { plan: { budget: parsed === null ? null : { amount: parsed, currency }, growth: grown, upsell: more, rules, goals, risks } };
}

function percent(text: string, { least, most }: { readonly least: number; readonly most: number }): number | undefined {
  const [, sign = '', digits] = /^\s*([-\u2212]?)\s*([0-9]{1,4})\s*%?\s*$/u.exec(text) ?? [];
  if (digits === undefined) return undefined;
  const value = sign === '' ? Number(digits) : 0 - Number(digits);
  return value < least || value > most ? undefined : value;
}
