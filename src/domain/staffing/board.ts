import type { AccountId } from '../ids';
import type { PlainDate } from '../plain-date';
import { companyDays, type WeekCapacity } from './capacity';
import { minutesIn, roleKey, type Load, type Negotiations, type WorkCalendar } from './lines';

/** Somebody who holds a role, with their time in each week; undefined where it is not known. */
export interface Holder {
  readonly accountId: AccountId;
  /** The role that what is left of their time belongs to. */
  readonly role: string;
  readonly weeks: readonly (WeekCapacity | undefined)[];
}

/** Everybody's time over some weeks, from consecutive Mondays on. */
export interface Supply {
  readonly weeks: readonly PlainDate[];
  readonly holders: readonly Holder[];
}

/** One week of a role or a person, in minutes. */
export interface WeekPicture {
  readonly confirmed: number;
  readonly firm: number;
  readonly tentative: number;
  readonly capacity: number;
  /** Holders whose time is not known, and counts as none. */
  readonly unknown: number;
  /** What is asked for beyond the capacity. */
  readonly missing: number;
}

export interface RolePicture {
  readonly role: string;
  readonly weeks: readonly WeekPicture[];
  readonly people: readonly PersonPicture[];
}

/** What is asked of a person by name, in whatever roles; entries under negotiation name nobody. */
export interface PersonPicture {
  readonly accountId: AccountId;
  readonly weeks: readonly WeekPicture[];
}

export function calendarOf({ weeks, holders }: Supply): WorkCalendar {
  const byPerson = new Map(holders.map((holder) => [holder.accountId, holder]));
  const company = weeks.map((_, at) => companyDays(holders.map((holder) => holder.weeks[at])));
  return {
    weeks,
    worked: (person, at) => (person === null ? undefined : byPerson.get(person)?.weeks[at]?.worked) || (company[at] ?? ''),
  };
}

/**
 * Demand against capacity, role by role and week by week. A person's time is shared out once: to the roles in which they are
 * named, up to what they have, and what is left to the role that they hold; so all roles together never have more than all people.
 */
export function pictureOf({ weeks, holders }: Supply, loads: readonly Load[], counting: Negotiations): readonly RolePicture[] {
  const roles = new Map<string, string>();
  for (const { role } of [...holders, ...loads]) if (!roles.has(roleKey(role))) roles.set(roleKey(role), role.trim());
  const asked = loads.map((load) => ({ ...load, key: roleKey(load.role) }));
  const shares = new Map([...roles.keys()].map((key) => [key, weeks.map(() => ({ capacity: 0, unknown: 0 }))]));
  const named = new Map<AccountId, typeof asked>();
  for (const load of asked) if (load.person !== null) named.set(load.person, [...(named.get(load.person) ?? []), load]);
  const people: (PersonPicture & { readonly key: string })[] = [];

  for (const { accountId, role, weeks: time } of holders) {
    const own = roleKey(role);
    const mine = named.get(accountId) ?? [];
    const elsewhere = mine.filter(({ key }) => key !== own).sort((a, b) => (a.key < b.key ? -1 : 1));
    const pictures = weeks.map((_, at) => {
      const known = time[at];
      const share = shares.get(own)?.[at];
      if (known === undefined) {
        if (share !== undefined) share.unknown += 1;
      } else {
        let left = known.freeMinutes;
        for (const load of elsewhere) {
          const there = shares.get(load.key)?.[at];
          const given = Math.min(left, load.minutes[at] ?? 0);
          if (there !== undefined) there.capacity += given;
          left -= given;
        }
        if (share !== undefined) share.capacity += left;
      }
      return weekOf(mine, at, counting, { capacity: known?.freeMinutes ?? 0, unknown: known === undefined ? 1 : 0 });
    });
    people.push({ accountId, key: own, weeks: pictures });
  }

  const byRole = new Map<string, typeof asked>();
  for (const load of asked) byRole.set(load.key, [...(byRole.get(load.key) ?? []), load]);
  return [...roles].map(([key, role]) => ({
    role,
    weeks: weeks.map((_, at) => weekOf(byRole.get(key) ?? [], at, counting, shares.get(key)?.[at] ?? { capacity: 0, unknown: 0 })),
    people: people.filter((one) => one.key === key || (named.get(one.accountId) ?? []).some((load) => load.key === key)).map(({ accountId, weeks: pictures }) => ({ accountId, weeks: pictures })),
  }));
}

function weekOf(loads: readonly Load[], at: number, counting: Negotiations, { capacity, unknown }: { readonly capacity: number; readonly unknown: number }): WeekPicture {
  const sums = { confirmed: 0, firm: 0, tentative: 0 };
  for (const load of loads) sums[load.firmness] += minutesIn(load, at, counting);
  return { ...sums, capacity, unknown, missing: Math.max(0, sums.confirmed + sums.firm + sums.tentative - capacity) };
}
