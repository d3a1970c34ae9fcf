import type { AccountId } from '../ids';
import type { Holder } from './board';
import { addedUp, roleKey, type Load, type StaffedLine } from './lines';

/** What a reader is shown: everything that concerns the roles of their own lines, and nothing of roles that they do not ask for. */
export interface Excerpt {
  readonly roles: ReadonlySet<string>;
  readonly holders: readonly Holder[];
  /** What all other lines ask of these roles and people, in sums from which no project can be told. */
  readonly others: readonly Load[];
}

/**
 * The part of a company's staffing that bears on some lines: the roles they ask for and those that the people they name hold. Other
 * people's work counts in it, because capacity that hid it would be time that nobody has.
 * @param others what the lines of all other projects ask for.
 */
export function excerptFor(lines: readonly StaffedLine[], holders: readonly Holder[], others: readonly Load[]): Excerpt {
  const roleOf = new Map(holders.map(({ accountId, role }) => [accountId, roleKey(role)]));
  const roles = new Set(lines.flatMap(({ role, person }) => [roleKey(role), ...(person === null ? [] : [roleOf.get(person.accountId) ?? roleKey(role)])]));
  const named = new Set<AccountId>([...lines.flatMap(({ person }) => person?.accountId ?? []), ...others.flatMap(({ role, person }) => (person !== null && roles.has(roleKey(role)) ? [person] : []))]);
  const shown = holders.filter(({ accountId, role }) => roles.has(roleKey(role)) || named.has(accountId));
  const people = new Set(shown.map(({ accountId }) => accountId));
  return { roles, holders: shown, others: addedUp(others.filter(({ role, person }) => roles.has(roleKey(role)) || (person !== null && people.has(person)))) };
}
