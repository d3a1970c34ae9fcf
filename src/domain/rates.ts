import type { Amount, Currency } from './money';
import type { PlainDate } from './plain-date';

/** What an hour of a role costs and is sold for, from a day on. */
export interface RoleRate {
  readonly role: string;
  readonly from: PlainDate;
  readonly currency: Currency;
  readonly cost: Amount;
  /** Null for a role whose hours are not sold. */
  readonly billing: Amount | null;
}

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** The rate that holds on a day: of those that began by then, the latest. Undefined where none had begun, or the role is unknown. */
export function rateOn(rates: readonly RoleRate[], role: string | null, day: PlainDate): RoleRate | undefined {
  if (role === null) return undefined;
  let found: RoleRate | undefined;
  for (const rate of rates) {
    if (rate.from > day || !same(rate.role, role)) continue;
    if (found === undefined || rate.from > found.from) found = rate;
  }
  return found;
}

export type RateProblem = 'roleMissing' | 'roleTooLong' | 'twice';

export const rateLimits = { rates: 500, role: 200 } as const;

/** What is wrong with each of the rates, by its place in the list. Two of one role from the same day would leave it open which one holds. */
export function rateProblems(rates: readonly RoleRate[]): ReadonlyMap<number, RateProblem> {
  const problems = new Map<number, RateProblem>();
  const seen = new Set<string>();
  for (const [at, { role, from }] of rates.entries()) {
    const key = `${role.trim().toLowerCase()} ${from}`;
    if (role.trim() === '') problems.set(at, 'roleMissing');
    else if (role.length > rateLimits.role) problems.set(at, 'roleTooLong');
    else if (seen.has(key)) problems.set(at, 'twice');
    seen.add(key);
  }
  return problems;
}
