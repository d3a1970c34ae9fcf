import { addDays, daysBetween } from '../calendar';
import type { AccountId, DealId } from '../ids';
import type { PlainDate } from '../plain-date';
import { calendarOf, pictureOf, type Supply } from './board';
import { addedUp, loadsOf, roleKey, type Load, type Negotiations, type StaffedDeal, type StaffedLine } from './lines';
import { beside, difference, mostMissing, type Missing } from './missing';

/** Lines whose staffing is looked at, by name, and what everybody else asks for besides, in sums. */
export interface Staffing {
  readonly supply: Supply;
  readonly deals: readonly StaffedDeal[];
  readonly lines: readonly StaffedLine[];
  readonly others: readonly Load[];
}

/** What can be done about somebody who is missing. */
export type Alternative =
  /** Another holder of the role has this much time in each of the weeks. */
  | { readonly kind: 'otherHolder'; readonly role: string; readonly accountId: AccountId; readonly instead: AccountId | null; readonly from: PlainDate; readonly to: PlainDate; readonly minutes: number }
  /** So many weeks later nothing is missing, as far as time is known: until `knownUntil`, where the deal's lines go on behind it. */
  | { readonly kind: 'laterStart'; readonly weeks: number; readonly from: PlainDate; readonly knownUntil: PlainDate | null };

/** A later start is looked for no further than this, in weeks. */
const latestStart = 26;
/** So many weeks of a later start must be known for it to be proposed. */
const fewestKnown = 4;
const mostHolders = 3;

/** All loads of everything that is staffed. */
export function allLoads({ supply, deals, lines, others }: Staffing): readonly Load[] {
  return [...others, ...loadsOf(lines, new Map(deals.map((deal) => [deal.id, deal])), calendarOf(supply))];
}

/** Who is missing when a deal is won, and would not be without it. A deal that is won names its people. */
export function whoIsMissing(staffing: Staffing, dealId: DealId, counting: Negotiations): readonly Missing[] {
  const { base, won } = parted(staffing, dealId);
  return difference(staffing.supply, base, won(0), counting);
}

/** What can be done about it: somebody else in the role, or a later start. */
export function alternativesTo(staffing: Staffing, dealId: DealId, missing: readonly Missing[], counting: Negotiations): readonly Alternative[] {
  if (missing.length === 0) return [];
  const { base, won } = parted(staffing, dealId);
  const later = laterStart(staffing, dealId, base, won, counting);
  return [...otherHolders(staffing.supply, [...base, ...won(0)], missing, counting), ...(later === undefined ? [] : [later])];
}

/** What there is without the deal, and the deal's own as if it were won, so many weeks later. */
function parted({ supply, deals, lines, others }: Staffing, dealId: DealId): { readonly base: readonly Load[]; readonly won: (weeksLater: number) => readonly Load[] } {
  const calendar = calendarOf(supply);
  const own = lines.filter((line) => line.dealId === dealId);
  const rest = lines.filter((line) => line.dealId !== dealId);
  const asWon = new Map(deals.filter(({ id }) => id === dealId).map((deal) => [deal.id, { ...deal, stage: 'won' as const }]));
  return {
    base: addedUp([...others, ...loadsOf(rest, new Map(deals.map((deal) => [deal.id, deal])), calendar)]),
    won: (weeksLater) => loadsOf(own.map((line) => later(line, weeksLater)), asWon, calendar),
  };
}

const later = (line: StaffedLine, weeks: number): StaffedLine => ({ ...line, from: addDays(line.from, weeks * 7), to: addDays(line.to, weeks * 7) });

function laterStart({ supply, lines }: Staffing, dealId: DealId, base: readonly Load[], won: (weeksLater: number) => readonly Load[], counting: Negotiations): Alternative | undefined {
  const own = lines.filter((line) => line.dealId === dealId);
  const [firstMonday, lastMonday] = [supply.weeks[0], supply.weeks.at(-1)];
  if (firstMonday === undefined || lastMonday === undefined) return undefined;
  const knownUntil = addDays(lastMonday, 6);
  const start = own.reduce((first, { from }) => (from < first ? from : first), own[0]?.from ?? firstMonday);
  const end = own.reduce((last, { to }) => (to > last ? to : last), start);
  const missingWith = beside(supply, base, counting);
  for (let weeks = 1; weeks <= latestStart; weeks += 1) {
    const from = addDays(start, weeks * 7);
    const isSeenWhole = addDays(end, weeks * 7) <= knownUntil;
    // Weeks that nobody knows hold no shortage, and must not pass for ones in which everything fits.
    if (!isSeenWhole && daysBetween(from, knownUntil) + 1 < fewestKnown * 7) return undefined;
    if (missingWith(won(weeks)).length === 0) return { kind: 'laterStart', weeks, from, knownUntil: isSeenWhole ? null : knownUntil };
  }
  return undefined;
}

/** Others in the role with enough time of their own in all of the weeks, the one with most first. */
function otherHolders(supply: Supply, loads: readonly Load[], missing: readonly Missing[], counting: Negotiations): readonly Alternative[] {
  const pictures = pictureOf(supply, loads, counting);
  return missing.flatMap((one) => {
    if (one.person === null) return [];
    const [from, to] = [supply.weeks.indexOf(one.from), supply.weeks.indexOf(one.to)];
    const role = pictures.find((picture) => roleKey(picture.role) === roleKey(one.role));
    const free = (role?.people ?? []).flatMap(({ accountId, weeks }) => {
      const left = weeks.slice(from, to + 1).map((week) => (week.unknown > 0 ? 0 : week.capacity - week.confirmed - week.firm));
      const minutes = Math.min(...left);
      return accountId !== one.person && minutes >= mostMissing(one) ? [{ accountId, minutes }] : [];
    });
    return free
      .sort((a, b) => b.minutes - a.minutes)
      .slice(0, mostHolders)
      .map(({ accountId, minutes }) => ({ kind: 'otherHolder' as const, role: one.role, accountId, instead: one.person, from: one.from, to: one.to, minutes }));
  });
}
