import type { PlainDate } from '../../../src/domain/plain-date';
import { rateOn } from '../../../src/domain/rates';
import { markOf, parseRate, type TypedRate } from './typed-rate';

/** Whether a rate holds today, begins later, or held before; null for one that is removed or not typed to its end. */
export type Standing = 'now' | 'later' | 'earlier' | null;

export interface PlacedRate {
  readonly rate: TypedRate;
  readonly standing: Standing;
}

/** The rates of a role, newest first. */
export interface RateGroup {
  /** The same for every way of writing the role. */
  readonly id: string;
  readonly role: string;
  readonly rows: readonly PlacedRate[];
}

/** Roles that differ by capitals or blanks around them are one. */
export const roleId = (role: string): string => role.trim().toLowerCase();

/** @param today the day that it is for the company. Roles come in the alphabet of the locale. */
export function groupRates(rates: readonly TypedRate[], today: PlainDate, locale: string): readonly RateGroup[] {
  const byRole = new Map<string, { readonly typed: TypedRate; readonly role: string; readonly from: string }[]>();
  for (const typed of rates) {
    if (typed.place === null) continue;
    const id = roleId(typed.place.role);
    const row = { typed, ...typed.place };
    const group = byRole.get(id);
    if (group === undefined) byRole.set(id, [row]);
    else group.push(row);
  }
  const groups = [...byRole].map(([id, rows]): RateGroup => {
    const sorted = [...rows].sort((a, b) => (a.from === b.from ? a.typed.key - b.typed.key : a.from < b.from ? 1 : -1));
    const standing = standingIn(sorted.map(({ typed }) => typed), today);
    return { id, role: sorted[0]?.role.trim() ?? '', rows: sorted.map(({ typed }) => ({ rate: typed, standing: standing(typed) })) };
  });
  const order = new Intl.Collator(locale, { numeric: true });
  return groups.sort((a, b) => order.compare(a.role, b.role));
}

function standingIn(rows: readonly TypedRate[], today: PlainDate): (typed: TypedRate) => Standing {
  const whole = rows.flatMap((typed) => {
    const rate = typed.isRemoved ? undefined : parseRate(typed);
    return rate === undefined ? [] : [{ typed, rate }];
  });
  const parsed = new Map(whole.map(({ typed, rate }) => [typed, rate]));
  return (typed) => {
    const rate = parsed.get(typed);
    if (rate === undefined) return null;
    if (rate.from > today) return 'later';
    return rateOn([...parsed.values()], rate.role, today) === rate ? 'now' : 'earlier';
  };
}

/** Rows that say nothing of today or later, and that nobody is at; they are folded away where there are several. */
export function earlierRows({ rows }: RateGroup): readonly PlacedRate[] {
  const quiet = rows.filter(({ rate, standing }) => standing === 'earlier' && !rate.isOpen && markOf(rate) === null);
  return quiet.length > 1 ? quiet : [];
}

/** Whether a text has the words that are looked for, whatever their capitals. */
export const hasWords = (text: string, wanted: string): boolean => text.toLowerCase().includes(wanted.trim().toLowerCase());
