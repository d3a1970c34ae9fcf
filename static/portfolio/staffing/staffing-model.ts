import { addDays } from '../../../src/domain/calendar';
import type { DealId, LineId, ProjectId } from '../../../src/domain/ids';
import type { PlainDate } from '../../../src/domain/plain-date';
import type { Supply } from '../../../src/domain/staffing/board';
import type { Staffing } from '../../../src/domain/staffing/if-won';
import { roleKey, type Negotiations, type StaffedDeal, type StaffedLine } from '../../../src/domain/staffing/lines';
import { pictureIfWon, type WonRole, type WonWeek } from '../../../src/domain/staffing/won-picture';
import type { StaffedProject, StaffingView } from './staffing-screen';

/** A line's days and hours as somebody tries them, before anything is saved. */
export interface Move {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly minutesPerDay: number;
}

/** By project and line: ids of lines are told apart within a project only. */
export type Moves = ReadonlyMap<string, Move>;
export const moveKey = (projectId: ProjectId, lineId: LineId): string => `${projectId}:${lineId}`;

/** A project's lines as they are tried. */
export const linesOf = ({ projectId, lines }: StaffedProject, moves: Moves): readonly StaffedLine[] =>
  lines.map((line) => ({ projectId, ...line, ...moves.get(moveKey(projectId, line.lineId)) }));

/** What the maths works on: everything that was read, with the moves that are tried. */
export function staffingWith(view: StaffingView, moves: Moves): Staffing {
  const supply: Supply = { weeks: view.weeks, holders: view.people.map(({ person, role, weeks }) => ({ accountId: person.accountId, role, weeks: weeks.map((week) => week ?? undefined) })) };
  return { supply, deals: view.projects.flatMap(({ deals }) => deals), lines: view.projects.flatMap((project) => linesOf(project, moves)), others: view.others };
}

/** The roles that concern the reader, those first to which the deal as won, where one is chosen, adds most, and then those that lack most. */
export function rolesShown(view: StaffingView, staffing: Staffing, wonId: DealId | null, counting: Negotiations): readonly WonRole[] {
  const wanted = new Set(view.roles);
  const sum = ({ weeks }: WonRole, of: keyof Pick<WonWeek, 'missing' | 'added'>): number => weeks.reduce((total, week) => total + week[of], 0);
  const added = (role: WonRole): number => (wonId === null ? 0 : sum(role, 'added'));
  return pictureIfWon(staffing, wonId, counting)
    .filter(({ role }) => wanted.has(roleKey(role)))
    .sort((a, b) => added(b) - added(a) || sum(b, 'missing') - sum(a, 'missing') || (a.role < b.role ? -1 : 1));
}

export interface WonChoice {
  readonly deal: StaffedDeal;
  readonly project: StaffedProject;
}

/** Deals that may still be won and ask for somebody: those under negotiation first, the biggest amount first. */
export function wonChoices(view: StaffingView): readonly WonChoice[] {
  const size = ({ amount }: StaffedDeal): number => Number(amount?.amount ?? 0);
  return view.projects
    .flatMap((project) => project.deals.map((deal) => ({ deal, project })))
    .filter(({ deal, project }) => (deal.stage === 'negotiation' || deal.stage === 'open') && project.lines.some(({ dealId }) => dealId === deal.id))
    .sort((a, b) => Number(a.deal.stage === 'open') - Number(b.deal.stage === 'open') || size(b.deal) - size(a.deal));
}

/** All lines of a deal so many weeks later than they are tried now, or earlier. */
export function shifted(project: StaffedProject, dealId: DealId, weeks: number, moves: Moves): Moves {
  const next = new Map(moves);
  for (const { lineId, dealId: of, from, to, minutesPerDay } of linesOf(project, moves)) {
    if (of === dealId) next.set(moveKey(project.projectId, lineId), { from: addDays(from, weeks * 7), to: addDays(to, weeks * 7), minutesPerDay });
  }
  return withoutIdle(project, next);
}

/** Without moves to where a line stands anyhow. */
export function withoutIdle(project: StaffedProject, moves: Moves): Moves {
  const next = new Map(moves);
  for (const { lineId, from, to, minutesPerDay } of project.lines) {
    const move = next.get(moveKey(project.projectId, lineId));
    if (move?.from === from && move.to === to && move.minutesPerDay === minutesPerDay) next.delete(moveKey(project.projectId, lineId));
  }
  return next;
}

/** As the address names it when no deal is chosen. */
export const noDeal = 'none';

/** The deal that the address names; the first of the choices where it names none that could be won. */
export function chosenIn(choices: readonly WonChoice[], named: string | undefined): WonChoice | undefined {
  return named === noDeal ? undefined : (choices.find(({ deal }) => deal.id === named) ?? choices[0]);
}
