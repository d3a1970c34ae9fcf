import type { AccountId } from '../ids';
import type { PlainDate } from '../plain-date';
import { pictureOf, type RolePicture, type Supply, type WeekPicture } from './board';
import { roleKey, type Load, type Negotiations } from './lines';

/** Consecutive weeks in which a role, or a person by name, has more to do than time. */
export interface Missing {
  readonly role: string;
  /** Null for the role as a whole. */
  readonly person: AccountId | null;
  /** Monday of the first week. */
  readonly from: PlainDate;
  /** Monday of the last week. */
  readonly to: PlainDate;
  /** What the loads in question add to it, in minutes, one number for each of the weeks; never more than `inAll`. */
  readonly minutes: readonly number[];
  /** What is asked for beyond the capacity, whoever asks, in minutes, one number for each of the weeks. */
  readonly inAll: readonly number[];
  /** It reaches the last week that is known, and may go on behind it. */
  readonly isOpenEnded: boolean;
  /** Whether everybody's time is known in these weeks; otherwise it may be less. */
  readonly isCertain: boolean;
}

/** The most minutes that are added in one of the weeks. */
export const mostMissing = ({ minutes }: Pick<Missing, 'minutes'>): number => Math.max(0, ...minutes);

/** Who is missing when, roles first, the earliest first. */
export function shortages(supply: Supply, loads: readonly Load[], counting: Negotiations): readonly Missing[] {
  return difference(supply, [], loads, counting);
}

/** What is missing with some loads more than without them: nothing that was missing anyhow. */
export function difference(supply: Supply, before: readonly Load[], more: readonly Load[], counting: Negotiations): readonly Missing[] {
  return beside(supply, before, counting)(more);
}

/** As `difference`, for several loads beside the same ones. */
export function beside(supply: Supply, before: readonly Load[], counting: Negotiations): (more: readonly Load[]) => readonly Missing[] {
  const was = byName(pictureOf(supply, before, counting), []);
  return (more) => added(supply, was, [...byName(pictureOf(supply, [...before, ...more], counting), more)]);
}

function added(supply: Supply, was: ReadonlyMap<string, Row>, rows: readonly (readonly [string, Row])[]): readonly Missing[] {
  const missing = rows.flatMap(([name, { role, person, weeks }]) => runsOf(supply.weeks, role, person, weeks, was.get(name)?.weeks ?? []));
  return missing.sort((a, b) => Number(a.person !== null) - Number(b.person !== null) || (a.from < b.from ? -1 : a.from > b.from ? 1 : mostMissing(b) - mostMissing(a)));
}

interface Row {
  readonly role: string;
  readonly person: AccountId | null;
  readonly weeks: readonly WeekPicture[];
}

/** Each role, and each person once, in the first role by its name that the loads name them in, or else in one that they are in. */
function byName(pictures: readonly RolePicture[], named: readonly Load[]): ReadonlyMap<string, Row> {
  const rows = new Map<string, Row>();
  const keys = new Map<AccountId, string>();
  for (const { role, person } of named) if (person !== null && roleKey(role) < (keys.get(person) ?? '\uffff')) keys.set(person, roleKey(role));
  for (const { role, weeks, people } of pictures) {
    rows.set(`role ${role}`, { role, person: null, weeks });
    for (const one of people) {
      const wanted = keys.get(one.accountId);
      if (wanted === undefined ? !rows.has(one.accountId) : wanted === roleKey(role)) rows.set(one.accountId, { role, person: one.accountId, weeks: one.weeks });
    }
  }
  return rows;
}

function runsOf(mondays: readonly PlainDate[], role: string, person: AccountId | null, weeks: readonly WeekPicture[], was: readonly WeekPicture[]): readonly Missing[] {
  const runs: { from: PlainDate; to: PlainDate; minutes: number[]; inAll: number[]; isOpenEnded: boolean; isCertain: boolean; role: string; person: AccountId | null }[] = [];
  let open = false;
  for (const [at, week] of weeks.entries()) {
    const monday = mondays[at];
    // Nobody is called overbooked whose time nobody knows.
    const more = person !== null && week.unknown > 0 ? 0 : week.missing - (was[at]?.missing ?? 0);
    if (monday === undefined || more <= 0) {
      open = false;
      continue;
    }
    const last = runs.at(-1);
    const isOpenEnded = at === mondays.length - 1;
    if (open && last !== undefined) {
      last.to = monday;
      last.minutes.push(more);
      last.inAll.push(week.missing);
      last.isOpenEnded = isOpenEnded;
      last.isCertain &&= week.unknown === 0;
    } else {
      runs.push({ role, person, from: monday, to: monday, minutes: [more], inAll: [week.missing], isOpenEnded, isCertain: week.unknown === 0 });
    }
    open = true;
  }
  return runs;
}
