import type { DealStage } from '../deal';
import type { AccountId, DealId, LineId, ProjectId } from '../ids';
import type { Money } from '../money';
import type { Person } from '../person';
import { firmnessAt, type Firmness } from '../plan-entry';
import type { PlainDate } from '../plain-date';
import { minutesByWeek, type WorkedDays } from './weeks';

/** A deal as staffing needs it; without a mapped stage it plans nothing. */
export interface StaffedDeal {
  readonly id: DealId;
  readonly name: string;
  readonly stage: DealStage | null;
  /** Whole per cent. */
  readonly probability: number | null;
  readonly amount: Money | null;
}

/** A staffing line with the deal that it was sold with. */
export interface StaffedLine {
  readonly projectId: ProjectId;
  readonly lineId: LineId;
  readonly dealId: DealId;
  readonly role: string;
  readonly person: Person | null;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly minutesPerDay: number;
}

/** What is asked of a role, or of a person in it, week by week. */
export interface Load {
  readonly role: string;
  readonly person: AccountId | null;
  readonly firmness: Firmness;
  /** Of the deal while it is tentative, whole per cent; null where it is unknown, or does not matter. */
  readonly probability: number | null;
  /** Minutes, one number for each week. */
  readonly minutes: readonly number[];
}

/** How deals in negotiation count. */
export const negotiations = ['full', 'weighted', 'out'] as const;
export type Negotiations = (typeof negotiations)[number];

/** Two spellings of one role are the same role. */
export const roleKey = (role: string): string => role.trim().toLowerCase();

/** When people work: a person by their own schedule where that is known, a role on the company's days. */
export interface WorkCalendar {
  readonly weeks: readonly PlainDate[];
  worked(person: AccountId | null, at: number): WorkedDays;
}

/** What a line asks for, or undefined where its deal plans nothing. While a deal is negotiated nobody is promised by name: the role stands in. */
export function loadOf(line: StaffedLine, deal: StaffedDeal | undefined, calendar: WorkCalendar): Load | undefined {
  const firmness = deal?.stage == null ? null : firmnessAt[deal.stage];
  if (deal === undefined || firmness === null) return undefined;
  const person = firmness === 'tentative' ? null : (line.person?.accountId ?? null);
  return {
    role: line.role,
    person,
    firmness,
    probability: firmness === 'tentative' ? deal.probability : null,
    minutes: minutesByWeek(line, calendar.weeks, (at) => calendar.worked(person, at)),
  };
}

export function loadsOf(lines: readonly StaffedLine[], deals: ReadonlyMap<DealId, StaffedDeal>, calendar: WorkCalendar): readonly Load[] {
  return lines.flatMap((line) => loadOf(line, deals.get(line.dealId), calendar) ?? []);
}

/** A load's minutes in a week under a scenario. A negotiation without a probability counts in full, to be on the safe side. */
export function minutesIn({ firmness, probability, minutes }: Load, at: number, counting: Negotiations): number {
  const full = minutes[at] ?? 0;
  if (firmness !== 'tentative' || counting === 'full') return full;
  return counting === 'out' ? 0 : Math.round((full * (probability ?? 100)) / 100);
}

/** The loads added up to one for each role, person, firmness and probability: no line, deal or project can be told from it. */
export function addedUp(loads: readonly Load[]): readonly Load[] {
  const sums = new Map<string, { readonly load: Load; readonly minutes: number[] }>();
  for (const load of loads) {
    const key = JSON.stringify([roleKey(load.role), load.person, load.firmness, load.probability]);
    const sum = sums.get(key);
    if (sum === undefined) sums.set(key, { load, minutes: [...load.minutes] });
    else load.minutes.forEach((minutes, at) => (sum.minutes[at] = (sum.minutes[at] ?? 0) + minutes));
  }
  return [...sums.values()].map(({ load, minutes }) => ({ ...load, minutes }));
}
