import { addDays } from '../calendar';
import type { AccountId } from '../ids';
import type { PlainDate } from '../plain-date';
import type { Missing } from './missing';

/** How much of what a deal adds somebody could take over. */
export type Extent =
  | { readonly kind: 'whole' }
  /** All of it until the week of this Monday, and after it all but so many minutes in the worst week. */
  | { readonly kind: 'until'; readonly to: PlainDate; readonly restMinutes: number }
  /** So many of so many minutes, over all of the weeks. */
  | { readonly kind: 'part'; readonly minutes: number; readonly ofMinutes: number };

/** Somebody's room in the weeks of a shortage, in minutes, one number for each of the weeks. */
export interface Room {
  readonly accountId: AccountId;
  /** Two with the same text have the role in common, and with it what it can spare. */
  readonly role: string;
  readonly own: readonly number[];
  readonly spare: readonly number[];
}

/** What these people could take over in each of the weeks: no more than each has, and of a role no more than it can spare. */
export function freeOf({ minutes }: Pick<Missing, 'minutes'>, people: readonly Room[]): readonly number[] {
  const roles = [...new Set(people.map(({ role }) => role))].map((role) => people.filter((one) => one.role === role));
  return minutes.map((_, of) => roles.reduce((sum, holders) => sum + Math.min(holders.reduce((own, one) => own + (one.own[of] ?? 0), 0), holders[0]?.spare[of] ?? 0), 0));
}

/** What is missing still when they do, in each of the weeks. */
export function restOf(missing: Pick<Missing, 'minutes'>, people: readonly Room[]): readonly number[] {
  const free = freeOf(missing, people);
  return missing.minutes.map((minutes, of) => Math.max(0, minutes - (free[of] ?? 0)));
}

/** In words, what is left of a shortage. */
export function extentOf({ minutes, from }: Pick<Missing, 'minutes' | 'from'>, rest: readonly number[]): Extent {
  const short = rest.findIndex((left) => left > 0);
  if (short === -1) return { kind: 'whole' };
  if (short > 0) return { kind: 'until', to: addDays(from, (short - 1) * 7), restMinutes: Math.max(...rest) };
  return { kind: 'part', minutes: added(minutes) - added(rest), ofMinutes: added(minutes) };
}

const added = (minutes: readonly number[]): number => minutes.reduce((sum, one) => sum + one, 0);

/** Who leaves the least of it between them, as few people as that takes; undefined where one of them alone leaves as little. */
export function whoTogether(missing: Pick<Missing, 'minutes' | 'from'>, people: readonly Room[]): { readonly accountIds: readonly AccountId[]; readonly extent: Extent } | undefined {
  const left = (some: readonly Room[]): number => added(restOf(missing, some));
  const best = groupsOf(people).reduce<readonly Room[]>((least, group) => (least.length === 0 || left(group) < left(least) ? group : least), []);
  if (best.length < 2) return undefined;
  return { accountIds: best.map(({ accountId }) => accountId), extent: extentOf(missing, restOf(missing, best)) };
}

/** Every choice of at least one of them, the smallest first, each in their order. */
function groupsOf(people: readonly Room[]): readonly (readonly Room[])[] {
  const all = people.reduce<readonly (readonly Room[])[]>((groups, one) => [...groups, ...groups.map((group) => [...group, one])], [[]]);
  return all.filter(({ length }) => length > 0).sort((a, b) => a.length - b.length);
}
