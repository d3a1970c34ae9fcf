import type { Language } from '../../../src/domain/person';
import { parseAmount, type Amount, type Currency } from '../../../src/domain/money';
import { isPlainDate } from '../../../src/domain/plain-date';
import { rateLimits, rateProblems, type RoleRate } from '../../../src/domain/rates';

/** A rate while it is typed: any text is taken, and what is wrong with it is said beside it. */
export interface TypedRate {
  /** Tells rows apart while they are on the screen. */
  readonly key: number;
  /** What is kept of it on the server; null for one that is new. */
  readonly stored: RoleRate | null;
  /** Still shown, so that it can be brought back until the whole is saved. */
  readonly isRemoved: boolean;
  readonly isOpen: boolean;
  /** Where it stands in the list. It does not move while its role or day is typed; null for one that stands apart as it has no role yet. */
  readonly place: Pick<TypedRate, 'role' | 'from'> | null;
  readonly role: string;
  /** A day as YYYY-MM-DD, or empty. */
  readonly from: string;
  readonly currency: Currency;
  readonly cost: string;
  /** Empty for hours that are not sold. */
  readonly billing: string;
}

export type RateField = 'role' | 'from' | 'cost' | 'billing';
export type RateFieldProblem = 'missing' | 'tooLong' | 'twice' | 'notADate' | 'notAnAmount';
export type RowProblems = Readonly<Partial<Record<RateField, RateFieldProblem>>>;

/** How a role's row differs from what is stored. */
export type Mark = 'new' | 'changed' | 'removed' | null;

/** An amount as the reader would type it: with their decimal sign, and without hundredths where there are none. */
export const typedAmount = (amount: Amount, language: Language): string => {
  const short = amount.replace(/\.00$/, '');
  return language === 'pl' ? short.replace('.', ',') : short;
};

export function typedRate(key: number, stored: RoleRate, language: Language): TypedRate {
  const { role, from, currency, cost, billing } = stored;
  return {
    key,
    stored,
    isRemoved: false,
    isOpen: false,
    place: { role, from },
    role,
    from,
    currency,
    cost: typedAmount(cost, language),
    billing: billing === null ? '' : typedAmount(billing, language),
  };
}

/** The rate that was typed, with blanks around its role left out; undefined while a field is wrong. */
export function parseRate({ role, from, currency, cost, billing }: TypedRate): RoleRate | undefined {
  const name = role.trim();
  const costs = parseAmount(cost);
  const sold = billing.trim() === '' ? null : parseAmount(billing);
  if (name === '' || name.length > rateLimits.role || !isPlainDate(from) || costs === undefined || sold === undefined) return undefined;
  return { role: name, from, currency, cost: costs, billing: sold };
}

function fieldProblems({ role, from, cost, billing }: TypedRate): RowProblems {
  const name = role.trim();
  return {
    ...(name === '' && { role: 'missing' }),
    ...(name.length > rateLimits.role && { role: 'tooLong' }),
    ...(from === '' && { from: 'missing' }),
    ...(from !== '' && !isPlainDate(from) && { from: 'notADate' }),
    ...(cost.trim() === '' && { cost: 'missing' }),
    ...(cost.trim() !== '' && parseAmount(cost) === undefined && { cost: 'notAnAmount' }),
    ...(billing.trim() !== '' && parseAmount(billing) === undefined && { billing: 'notAnAmount' }),
  };
}

/** What is wrong with each row that stays, by its key; rows in order are left out. */
export function typedProblems(rates: readonly TypedRate[]): ReadonlyMap<number, RowProblems> {
  const problems = new Map<number, RowProblems>();
  const whole: { readonly typed: TypedRate; readonly rate: RoleRate }[] = [];
  for (const typed of rates.filter(({ isRemoved }) => !isRemoved)) {
    const rate = parseRate(typed);
    if (rate === undefined) problems.set(typed.key, fieldProblems(typed));
    else whole.push({ typed, rate });
  }
  // What is stored comes first, so that of two the typed one is to blame.
  whole.sort((a, b) => Number(markOf(a.typed) !== null) - Number(markOf(b.typed) !== null));
  for (const [at, problem] of rateProblems(whole.map(({ rate }) => rate))) {
    const row = whole[at];
    if (row !== undefined && problem === 'twice') problems.set(row.typed.key, { from: 'twice' });
  }
  return problems;
}

/** An amount written in another way is no change. */
export function markOf(typed: TypedRate): Mark {
  if (typed.stored === null) return 'new';
  if (typed.isRemoved) return 'removed';
  const { role, from, currency, cost, billing } = typed.stored;
  const rate = parseRate(typed);
  const isSame = rate?.role === role.trim() && rate.from === from && rate.currency === currency && rate.cost === cost && rate.billing === billing;
  return isSame ? null : 'changed';
}
