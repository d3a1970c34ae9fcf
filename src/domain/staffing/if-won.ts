import { addDays } from '../calendar';
import type { AccountId, DealId } from '../ids';
import type { PlainDate } from '../plain-date';
import { calendarOf, type Supply } from './board';
import { addedUp, loadsOf, type Load, type Negotiations, type StaffedDeal, type StaffedLine } from './lines';
import { difference, shortages, type Missing } from './missing';
import { lastDayOf } from './project-staffing';

/** Lines whose staffing is looked at, by name, and what everybody else asks for besides, in sums. */
export interface Staffing {
  readonly supply: Supply;
  readonly deals: readonly StaffedDeal[];
  readonly lines: readonly StaffedLine[];
  readonly others: readonly Load[];
}

/** How much of a deal lies in weeks in which people's time is known; of no other day anything is said. */
export type Reach =
  | { readonly kind: 'whole' }
  | { readonly kind: 'part'; readonly knownUntil: PlainDate; readonly ends: PlainDate }
  | { readonly kind: 'none'; readonly knownUntil: PlainDate; readonly begins: PlainDate };

/** Who is missing, and how far that is known. */
export interface Answer {
  readonly missing: readonly Missing[];
  readonly reach: Reach;
  /** Named people of whom nothing can be said, because their time is not known in a week in which they are asked for. */
  readonly unread: readonly AccountId[];
}

/** All loads of everything that is staffed. */
export function allLoads({ supply, deals, lines, others }: Staffing): readonly Load[] {
  return [...others, ...loadsOf(lines, new Map(deals.map((deal) => [deal.id, deal])), calendarOf(supply))];
}

/** The last day on which people's time is known. */
export const knownUntil = ({ weeks }: Supply): PlainDate | undefined => {
  const last = weeks.at(-1);
  return last === undefined ? undefined : addDays(last, 6);
};

/** Whether everything that was asked is known, and nobody is missing. */
export const isAllClear = ({ missing, reach, unread }: Answer): boolean => missing.length === 0 && reach.kind === 'whole' && unread.length === 0;

/** Who is missing when a deal is won, and would not be without it. A deal that is won names its people. */
export function ifWon(staffing: Staffing, dealId: DealId, counting: Negotiations): Answer {
  const { supply, lines } = staffing;
  const { base, more } = partsOf(staffing, dealId);
  const reach = reachOf(supply, lines.filter((line) => line.dealId === dealId));
  // A deal that ends within what is known adds nothing behind it.
  const missing = difference(supply, base, more, counting).map((one) => ({ ...one, isOpenEnded: one.isOpenEnded && reach.kind === 'part' }));
  return { missing, reach, unread: unreadIn(supply, more) };
}

/** Who is missing by what is sold, without any further win, and who besides by deals in negotiation. */
export function asItStands(staffing: Staffing, counting: Negotiations): { readonly sold: Answer; readonly negotiated: readonly Missing[] } {
  const { base, more } = partsOf(staffing, null);
  return {
    sold: { missing: shortages(staffing.supply, base, 'out'), reach: { kind: 'whole' }, unread: unreadIn(staffing.supply, base) },
    negotiated: difference(staffing.supply, base, more, counting),
  };
}

export const whoIsMissing = (staffing: Staffing, dealId: DealId, counting: Negotiations): readonly Missing[] => ifWon(staffing, dealId, counting).missing;

/** What there is without a deal, and its own as if it were won, so many weeks later; without a deal, what is sold and what is negotiated. */
export function partsOf(staffing: Staffing, dealId: DealId | null, weeksLater = 0): { readonly base: readonly Load[]; readonly more: readonly Load[] } {
  const { supply, deals, lines, others } = staffing;
  if (dealId === null) {
    const all = addedUp(allLoads(staffing));
    return { base: all.filter(({ firmness }) => firmness !== 'tentative'), more: all.filter(({ firmness }) => firmness === 'tentative') };
  }
  const calendar = calendarOf(supply);
  const own = lines.filter((line) => line.dealId === dealId).map((line) => ({ ...line, from: addDays(line.from, weeksLater * 7), to: addDays(line.to, weeksLater * 7) }));
  const asWon = new Map(deals.filter(({ id }) => id === dealId).map((deal) => [deal.id, { ...deal, stage: 'won' as const }]));
  return {
    base: addedUp([...others, ...loadsOf(lines.filter((line) => line.dealId !== dealId), new Map(deals.map((deal) => [deal.id, deal])), calendar)]),
    more: loadsOf(own, asWon, calendar),
  };
}

/** How much of some lines lies in weeks that are known. */
export function reachOf(supply: Supply, lines: readonly Pick<StaffedLine, 'from' | 'to'>[]): Reach {
  const [known, ends] = [knownUntil(supply), lastDayOf(lines)];
  const begins = startOf(lines);
  if (known === undefined || ends === undefined || begins === undefined || ends <= known) return { kind: 'whole' };
  return begins > known ? { kind: 'none', knownUntil: known, begins } : { kind: 'part', knownUntil: known, ends };
}

/** The first day of any of the lines; undefined without any. */
export const startOf = (lines: readonly Pick<StaffedLine, 'from'>[]): PlainDate | undefined =>
  lines.reduce<PlainDate | undefined>((first, { from }) => (first === undefined || from < first ? from : first), undefined);

function unreadIn({ weeks, holders }: Supply, loads: readonly Load[]): readonly AccountId[] {
  const known = new Map(holders.map((holder) => [holder.accountId, holder.weeks]));
  return [...new Set(loads.flatMap(({ person, minutes }) => (person !== null && weeks.some((_, at) => (minutes[at] ?? 0) > 0 && known.get(person)?.[at] === undefined) ? [person] : [])))];
}
