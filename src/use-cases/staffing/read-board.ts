import type { AccountId, DealId } from '../../domain/ids';
import type { PlainDate } from '../../domain/plain-date';
import { calendarOf, type Supply } from '../../domain/staffing/board';
import { capacityIn, type PersonCapacity } from '../../domain/staffing/capacity';
import { loadsOf, type Load, type StaffedDeal, type StaffedLine } from '../../domain/staffing/lines';
import { holdersOf, staffedDeal, type ProjectStaffing } from '../../domain/staffing/project-staffing';
import { weeksFrom } from '../../domain/staffing/weeks';
import type { Filed } from '../../ports/filed-records';
import type { World } from '../../ports/world';
import { companyDay } from '../company-day';
import { staffingLists } from './note-staffing';

/** More projects in one list than a company has. */
const mostProjects = 5_000;
const mostPeople = 5_000;
export const capacityList = 'people';
export const capacityId = 'weeks';

/** Every project that needs anybody from today on, and everybody who could be needed, as storage has them. */
export interface Board {
  readonly today: PlainDate;
  readonly projects: readonly Filed<ProjectStaffing>[];
  readonly deals: ReadonlyMap<DealId, StaffedDeal>;
  readonly lines: readonly StaffedLine[];
  /** In which role each person is. */
  readonly holders: ReadonlyMap<AccountId, string>;
  readonly capacities: ReadonlyMap<AccountId, Filed<PersonCapacity>>;
  readonly supply: Supply;
}

/** Reads storage alone: people's time is read from Tempo by the clock. */
export async function readBoard(world: Pick<World, 'staffing' | 'capacities' | 'margin' | 'settings' | 'clock'>): Promise<Board> {
  const today = await companyDay(world);
  const [found, kept, rates, mapping] = await Promise.all([
    Promise.all(staffingLists.map((list) => world.staffing.inListFrom(list, today, mostProjects))),
    world.capacities.inList(capacityList, mostPeople),
    world.margin.rates(),
    world.settings.mapping(),
  ]);
  const projects = found.flat();
  const lines = projects.flatMap(({ content }) => content.lines.filter(({ to }) => to >= today));
  const holders = holdersOf(lines, rates.people);
  const capacities = new Map(kept.map((filed) => [filed.content.accountId, filed]));
  const weeks = weeksFrom(today);
  const people = [...holders].map(([accountId, role]) => {
    const known = capacities.get(accountId)?.content;
    return { accountId, role, weeks: weeks.map((monday) => (known === undefined ? undefined : capacityIn(known, monday))) };
  });
  return {
    today,
    projects,
    deals: new Map(projects.flatMap(({ content }) => content.deals.map((deal) => [deal.id, staffedDeal(deal, mapping)] as const))),
    lines,
    holders,
    capacities,
    supply: { weeks, holders: people },
  };
}

export const loadsOnBoard = ({ supply, deals }: Board, lines: readonly StaffedLine[]): readonly Load[] => loadsOf(lines, deals, calendarOf(supply));
