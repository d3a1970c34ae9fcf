import { addDays, daysBetween } from '../calendar';
import type { AccountId, DealId } from '../ids';
import type { PlainDate } from '../plain-date';
import { pictureOf, type Holder, type RolePicture, type Supply } from './board';
import { startOf, knownUntil, partsOf, type Staffing } from './if-won';
import { roleKey, type Load, type Negotiations } from './lines';
import { beside, type Missing } from './missing';
import { lastDayOf } from './project-staffing';
import { extentOf, freeOf, restOf, whoTogether, type Extent, type Room } from './together';

/** What can be done about somebody who is missing. */
export type Alternative =
  /** Somebody has at least `minutes` in each of the weeks, of so many in a full one: another holder of the role where a person is overbooked, and somebody of another role where the role as a whole is short. */
  | {
      readonly kind: 'otherHolder';
      readonly role: string;
      readonly accountId: AccountId;
      readonly theirRole: string;
      readonly instead: AccountId | null;
      readonly from: PlainDate;
      readonly to: PlainDate;
      readonly minutes: number;
      readonly mostMinutes: number;
      readonly weekMinutes: number;
      readonly extent: Extent;
    }
  /** What those of them can take over between them who need the fewest people for the most of it. */
  | { readonly kind: 'together'; readonly role: string; readonly accountIds: readonly AccountId[]; readonly instead: AccountId | null; readonly from: PlainDate; readonly extent: Extent }
  /** So many weeks later nothing is missing because of the deal, as far as time is known: until `knownUntil`, where the deal, which then ends on `to`, goes on behind it. */
  | { readonly kind: 'laterStart'; readonly weeks: number; readonly from: PlainDate; readonly to: PlainDate; readonly knownUntil: PlainDate | null };

/** A later start is looked for no further than a quarter, in weeks: a client who waits longer buys elsewhere. */
export const latestStart = 13;
/** So many weeks of a later start must be known for it to be proposed, and half as many as of the start that it is instead of. */
const fewestKnown = 4;
const mostHolders = 3;
/** Somebody who could take less than this part of it is no help. */
const leastCovered = 1 / 4;

/** What can be done about it: somebody with room, several together, or a later start of the deal. Each is told by itself: a free hour helps once. */
export function alternativesTo(staffing: Staffing, dealId: DealId | null, missing: readonly Missing[], counting: Negotiations): readonly Alternative[] {
  if (missing.length === 0) return [];
  const { base, more } = partsOf(staffing, dealId);
  const later = dealId === null ? undefined : laterStart(staffing, dealId, base, counting);
  return [...holdersWithRoom(staffing.supply, [...base, ...more], missing, counting), ...(later === undefined ? [] : [later])];
}

function laterStart(staffing: Staffing, dealId: DealId, base: readonly Load[], counting: Negotiations): Alternative | undefined {
  const { supply, lines } = staffing;
  const own = lines.filter((line) => line.dealId === dealId);
  const [start, end, known] = [startOf(own), lastDayOf(own), knownUntil(supply)];
  if (start === undefined || end === undefined || known === undefined) return undefined;
  const knownDays = (weeks: number): number => daysBetween(addDays(start, weeks * 7), known) + 1;
  const missingWith = beside(supply, base, counting);
  for (let weeks = 1; weeks <= latestStart; weeks += 1) {
    const to = addDays(end, weeks * 7);
    const isSeenWhole = to <= known;
    // Weeks that nobody knows hold no shortage, and must not pass for ones in which everything fits.
    if (!isSeenWhole && knownDays(weeks) < Math.max(fewestKnown * 7, Math.min(knownDays(0), daysBetween(start, end) + 1) / 2)) return undefined;
    if (missingWith(partsOf(staffing, dealId, weeks).more).length === 0) return { kind: 'laterStart', weeks, from: addDays(start, weeks * 7), to, knownUntil: isSeenWhole ? null : known };
  }
  return undefined;
}

type WithRoom = Extract<Alternative, { readonly kind: 'otherHolder' }>;

/** Who could take over what is missing: those first whose role has a word in common with the one that is short, and then those who could take most. */
function holdersWithRoom(supply: Supply, loads: readonly Load[], missing: readonly Missing[], counting: Negotiations): readonly Alternative[] {
  const pictures = new Map(pictureOf(supply, loads, counting).map((picture) => [roleKey(picture.role), picture]));
  return missing.flatMap((one) => {
    const own = roleKey(one.role);
    // A role that is short as a whole has nobody with room.
    const asked = supply.holders.filter(({ accountId, role }) => accountId !== one.person && (roleKey(role) === own) === (one.person !== null));
    const found = asked
      .flatMap((holder) => {
        const picture = pictures.get(roleKey(holder.role));
        return picture === undefined ? [] : roomOf(supply, holder, picture, one);
      })
      .sort((a, b) => Number(isAkin(b.alternative.theirRole, one.role)) - Number(isAkin(a.alternative.theirRole, one.role)) || b.covered - a.covered || b.alternative.minutes - a.alternative.minutes)
      .slice(0, mostHolders);
    const together = whoTogether(one, found.map(({ room }) => room));
    return [...found.map(({ alternative }) => alternative), ...(together === undefined ? [] : [{ kind: 'together' as const, role: one.role, instead: one.person, from: one.from, ...together }])];
  });
}

/** Whether two roles' names share a word, as those of a tester and a senior tester do. */
function isAkin(one: string, other: string): boolean {
  const words = new Set(roleKey(one).split(/\s+/u));
  return roleKey(other).split(/\s+/u).some((word) => words.has(word));
}

function roomOf({ weeks: mondays }: Supply, { accountId, role, weeks: time }: Holder, picture: RolePicture, one: Missing): readonly { readonly covered: number; readonly alternative: WithRoom; readonly room: Room }[] {
  const first = mondays.indexOf(one.from);
  const person = picture.people.find((other) => other.accountId === accountId);
  const known = one.minutes.map((_, of) => {
    const [own, all] = [person?.weeks[first + of], picture.weeks[first + of]];
    return own === undefined || all === undefined || own.unknown > 0 ? undefined : { own, all };
  });
  const room: Room = {
    accountId,
    role: roleKey(role),
    own: known.map((week) => (week === undefined ? 0 : Math.max(0, week.own.capacity - week.own.confirmed - week.own.firm))),
    // Their role may be asked for without a name, and what is taken off an overbooked colleague is asked of the role already.
    spare: known.map((week, of) => (week === undefined ? 0 : Math.max(0, week.all.capacity - week.all.confirmed - week.all.firm - week.all.tentative + (one.person === null ? 0 : (one.inAll[of] ?? 0))))),
  };
  const [free, rest] = [freeOf(one, [room]), restOf(one, [room])];
  const ofMinutes = one.minutes.reduce((sum, minutes) => sum + minutes, 0);
  const covered = ofMinutes - rest.reduce((sum, minutes) => sum + minutes, 0);
  if (covered < ofMinutes * leastCovered) return [];
  const weekMinutes = Math.max(...one.minutes.map((_, of) => time[first + of]?.requiredMinutes ?? 0));
  const alternative: WithRoom = { kind: 'otherHolder', role: one.role, accountId, theirRole: role, instead: one.person, from: one.from, to: one.to, minutes: Math.min(...free), mostMinutes: Math.max(...free), weekMinutes, extent: extentOf(one, rest) };
  return [{ covered, alternative, room }];
}
