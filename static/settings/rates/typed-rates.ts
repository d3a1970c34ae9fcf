import { isCurrency, parseAmount, type Currency } from '../../../src/domain/money';
import { isPlainDate, type PlainDate } from '../../../src/domain/plain-date';
import { rateOn, rateProblems, type RateProblem, type RoleRate } from '../../../src/domain/rates';

/** A rate as it is being typed. */
export interface TypedRate {
  readonly key: string;
  readonly role: string;
  readonly from: string;
  readonly currency: Currency;
  readonly cost: string;
  /** Empty for a role whose hours are not sold. */
  readonly billing: string;
}

export type RateField = 'role' | 'from' | 'cost' | 'billing';
export type TypedRateProblem = RateProblem | 'noDay' | 'noAmount';

export const typedRate = ({ role, from, currency, cost, billing }: RoleRate, key: string, decimal: string): TypedRate => ({
  key,
  role,
  from,
  currency,
  cost: cost.replace('.', decimal),
  billing: billing?.replace('.', decimal) ?? '',
});

export interface ReadRates {
  /** All of them, or undefined where one has a problem. */
  readonly rates: readonly RoleRate[] | undefined;
  /** By a rate's key, what is wrong in which of its fields. */
  readonly problems: ReadonlyMap<string, { readonly field: RateField; readonly problem: TypedRateProblem }>;
}

/** Reads what was typed; money with a comma or a point. */
export function readRates(typed: readonly TypedRate[]): ReadRates {
  const problems = new Map<string, { readonly field: RateField; readonly problem: TypedRateProblem }>();
  const read: { readonly key: string; readonly rate: RoleRate }[] = [];
  for (const { key, role, from, currency, cost, billing } of typed) {
    const [costs, bills] = [parseAmount(cost), billing.trim() === '' ? null : parseAmount(billing)];
    if (role.trim() === '') problems.set(key, { field: 'role', problem: 'roleMissing' });
    else if (!isPlainDate(from)) problems.set(key, { field: 'from', problem: 'noDay' });
    else if (costs === undefined) problems.set(key, { field: 'cost', problem: 'noAmount' });
    else if (bills === undefined) problems.set(key, { field: 'billing', problem: 'noAmount' });
    else read.push({ key, rate: { role: role.trim(), from, currency, cost: costs, billing: bills } });
  }
  for (const [at, problem] of rateProblems(read.map(({ rate }) => rate))) {
    const key = read[at]?.key;
    if (key !== undefined) problems.set(key, { field: problem === 'twice' ? 'from' : 'role', problem });
  }
  return { rates: problems.size === 0 ? read.map(({ rate }) => rate) : undefined, problems };
}

export type Standing = 'now' | 'later' | 'earlier';

/** Whether a rate holds today, begins later, or has been followed by another. Undefined for one that cannot be read yet. */
export function standingOf(rate: TypedRate, typed: readonly TypedRate[], today: PlainDate): Standing | undefined {
  if (!isPlainDate(rate.from) || rate.role.trim() === '') return undefined;
  if (rate.from > today) return 'later';
  const { rates } = readRates(typed.filter(({ role, from }) => role.trim().toLowerCase() === rate.role.trim().toLowerCase() && isPlainDate(from)).map((one) => ({ ...one, cost: '0', billing: '' })));
  return rates === undefined ? undefined : rateOn(rates, rate.role, today)?.from === rate.from ? 'now' : 'earlier';
}

/** By role, and of one role the newest first. */
export const byRole = (a: TypedRate, b: TypedRate): number => a.role.localeCompare(b.role) || (a.from < b.from ? 1 : a.from > b.from ? -1 : 0);

export const knownCurrency = (text: string, before: Currency): Currency => (isCurrency(text) ? text : before);
