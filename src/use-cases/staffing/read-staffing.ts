import type { AccountId, ProjectId } from '../../domain/ids';
import { lastDayOf, type ProjectStaffing } from '../../domain/staffing/project-staffing';
import type { RolePicture } from '../../domain/staffing/board';
import { roleKey } from '../../domain/staffing/lines';
import { excerptFor } from '../../domain/staffing/view';
import type { World } from '../../ports/world';
import type { SiteCall } from '../call';
import { lookAtPeople } from './look-at-people';
import { loadsOnBoard, readBoard, type Board } from './read-board';

/** Projects that are told by name; what goes beyond them counts in the sums. Ten times as many would not fit into one answer of Forge's. */
const mostByName = 500;

/**
 * Staffing over projects against people's time, as storage has both; Tempo is not asked. Lines stand by name where the caller sets
 * guidelines or sees the portfolio. What all other projects ask of the same roles and people comes in sums without a project's or a
 * deal's name, because time that hid others' work would be time that nobody has. Whoever sees no project is told of nobody.
 */
export async function readStaffing(world: World, _call: SiteCall) {
  return staffingView(world, await readBoard(world));
}

/** Reads the time of everybody in a role from Tempo now, for whoever sees a project that needs the role. */
export async function lookAtRole(world: World, _call: SiteCall, { role }: { readonly role: RolePicture['role'] }) {
  const board = await readBoard(world);
  const seen = await staffingView(world, board);
  const holders = seen.people.filter((one) => roleKey(one.role) === roleKey(role)).map(({ person: { accountId } }) => accountId);
  if (holders.length === 0) return seen;
  const begun = Date.parse(world.clock.now());
  const looked = await lookAtPeople(world, holders, board.capacities, board.today, () => Date.parse(world.clock.now()) - begun < longestLook);
  return looked === 0 ? seen : staffingView(world, await readBoard(world));
}

/** Who sees whose time is planned for what in a project, and so who is missing there. */
export const seesStaffing = ['setGuidelines', 'seePortfolio'] as const;

/** Milliseconds; Forge gives a call of a screen 25 seconds, and Tempo five answers in one of them. */
const longestLook = 12_000;

async function staffingView({ tracker }: World, board: Board) {
  const { today, supply } = board;
  const ids = board.projects.map(({ content }) => content.projectId);
  const [plans, sees] = ids.length === 0 ? [none, none] : await Promise.all([tracker.projectsWithAny(['setGuidelines'], ids), tracker.projectsWithAny(seesStaffing, ids)]);
  const visible = board.projects.map(({ content }) => content).filter(({ projectId }) => sees.has(projectId));
  const shown = [...visible].sort((a, b) => Number(plans.has(b.projectId)) - Number(plans.has(a.projectId)) || lastOf(b).localeCompare(lastOf(a))).slice(0, mostByName);
  const byName = new Set(shown.map(({ projectId }) => projectId));
  const own = board.lines.filter(({ projectId }) => byName.has(projectId));
  const rest = loadsOnBoard(board, board.lines.filter(({ projectId }) => !byName.has(projectId)));
  const { roles, holders, others } = excerptFor(own, supply.holders, rest);
  const names = new Map((own.length === 0 ? [] : await tracker.people(holders.map(({ accountId }) => accountId))).map(({ accountId, name }) => [accountId, name]));
  return {
    today,
    weeks: [...supply.weeks],
    roles: [...roles],
    people: holders.map(({ accountId, role, weeks }) => {
      const { readAt = null, failure = null } = board.capacities.get(accountId)?.content ?? {};
      return { person: { accountId, name: names.get(accountId) ?? nameIn(own, accountId) }, role, readAt, failure, weeks: weeks.map((week) => week ?? null) };
    }),
    projects: shown.map(({ projectId, project, deals, lines }) => ({
      projectId,
      project,
      mayPlan: plans.has(projectId),
      deals: deals.flatMap(({ id }) => board.deals.get(id) ?? []),
      lines: lines.filter(({ to }) => to >= today).map(({ lineId, dealId, role, person, from, to, minutesPerDay }) => ({ lineId, dealId, role, person, from, to, minutesPerDay })),
    })),
    others: others.map(({ minutes, ...load }) => ({ ...load, minutes: [...minutes] })),
    /** Projects that the caller may see and that are only in the sums. */
    leftOut: visible.length - shown.length,
  };
}

const none: ReadonlySet<ProjectId> = new Set();
const lastOf = ({ lines }: ProjectStaffing): string => lastDayOf(lines) ?? '';
const nameIn = (lines: Board['lines'], accountId: AccountId): string => lines.find(({ person }) => person?.accountId === accountId)?.person?.name ?? '';
