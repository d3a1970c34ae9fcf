import { addDays, mondayOf } from './calendar';
import { added, type Flow, type RoleFigures, type WeekFigures } from './figures';
import { grouped } from './grouped';
import type { AccountId } from './ids';
import type { PlainDate } from './plain-date';
import type { Total } from './total';

/** Time that somebody worked on one day, and what it cost and brought. */
export interface PricedWork extends Flow {
  readonly day: PlainDate;
  /** Whole seconds. */
  readonly seconds: number;
  readonly role: string | null;
  readonly author: AccountId;
}

/** Money that came or went on a day without anybody's hours; null is unknown. */
export interface DatedSum {
  readonly day: PlainDate;
  readonly amount: Total | null;
}

export const secondsOf = (work: readonly PricedWork[]): number => work.reduce((sum, { seconds }) => sum + seconds, 0);

/** Who worked longest first. @param isFixed a fixed price belongs to no role. */
export function byRole(work: readonly PricedWork[], isFixed: boolean): readonly RoleFigures[] {
  return [...grouped(work, ({ role }) => role)]
    .map(([role, all]) => ({
      role,
      people: new Set(all.map(({ author }) => author)).size,
      seconds: secondsOf(all),
      cost: added(all.map(({ cost }) => cost)),
      revenue: isFixed ? null : added(all.map(({ revenue }) => revenue)),
    }))
    .sort((a, b) => b.seconds - a.seconds);
}

interface BesideWork {
  /** Whether hours are what the client pays for. */
  readonly earnsByWork: boolean;
  readonly cost?: readonly DatedSum[];
  readonly revenue?: readonly DatedSum[];
}

/** Week by week from the first that brought anything, without a gap. */
export function byWeek(work: readonly PricedWork[], { earnsByWork, cost = [], revenue = [] }: BesideWork, asOf: PlainDate): readonly WeekFigures[] {
  const [worked, spent, paid] = [grouped(work, inWeek), grouped(cost, inWeek), grouped(revenue, inWeek)];
  const first = [...worked.keys(), ...spent.keys(), ...paid.keys()].sort()[0];
  const weeks: WeekFigures[] = [];
  for (let monday = first; monday !== undefined && monday <= asOf; monday = addDays(monday, 7)) {
    const all = worked.get(monday) ?? [];
    const amounts = (sums: ReadonlyMap<PlainDate, readonly DatedSum[]>): readonly (Total | null)[] => (sums.get(monday) ?? []).map(({ amount }) => amount);
    weeks.push({
      monday,
      seconds: secondsOf(all),
      cost: added([...all.map((one) => one.cost), ...amounts(spent)]),
      revenue: added([...(earnsByWork ? all.map((one) => one.revenue) : []), ...amounts(paid)]),
    });
  }
  return weeks;
}

const inWeek = ({ day }: { readonly day: PlainDate }): PlainDate => mondayOf(day);
