import type { AccountId, ProjectId } from '../../domain/ids';
import { linesBehind, unlistedBehind, type DrillDown, type KpiLine } from '../../domain/kpi/drill-down';
import type { KpiOwner, KpiPart } from '../../domain/kpi/part';
import type { Period } from '../../domain/kpi/quarter';
import type { KpiSubject } from '../../domain/kpi/rollup';
import type { Person } from '../../domain/person';
import type { World } from '../../ports/world';
import type { SiteCall } from '../call';
import { recordsAt } from '../clients/records-at';
import { seesMargin } from '../permission';
import { refuseOthers, usualSubject } from './kpi-access';
import { managersIn, namesOf } from './read-kpis';

/** Clients whose lines one answer holds. */
const mostParts = 50;
/** Account managers that one answer goes through, each at the cost of a read. */
const mostManagers = 10;

/** Where the next answer goes on: with an account manager, behind one of their clients. */
interface Cursor {
  readonly manager: AccountId | null;
  readonly behind: KpiOwner | null;
}

interface Asked {
  readonly of: KpiSubject | null;
  readonly period: Period;
  readonly number: DrillDown;
  readonly from: Cursor | null;
}

/**
 * What stands behind a number, account manager by account manager and client by client. Of projects that the caller may not see it says how many lines there are.
 * @throws UseCaseError `forbidden` as for the figures.
 */
export async function readKpiLines(world: World, { accountId }: SiteCall, { of, period, number, from }: Asked) {
  const seesPortfolio = await world.tracker.seesPortfolio();
  refuseOthers(accountId, of, seesPortfolio);
  const rollup = await world.kpis.rollup(period);
  const subject = of ?? usualSubject(accountId, [rollup], seesPortfolio);
  const managers = subject.kind === 'team' ? managersIn([rollup]) : [subject.manager];
  const { parts, next } = await page(world, period, managers, from);
  const lines = parts.flatMap((part) => linesBehind(part, number).map((line) => ({ line, projects: projectsOf(part, line) })));
  const wanted = [...new Set(lines.flatMap(({ projects }) => projects))];
  const sees: ReadonlySet<ProjectId> = wanted.length === 0 ? new Set() : await world.tracker.projectsWithAny(seesMargin, wanted);
  const seen = lines.filter(({ projects }) => projects.some((projectId) => sees.has(projectId))).map(({ line }) => line);
  const [names, projectNames] = await Promise.all([namesOf(world, seen.map(({ manager }) => manager)), namesOfProjects(world, seen)]);
  return {
    lines: seen.map((line) => shown(line, names, projectNames)),
    hidden: lines.length - seen.length,
    unlisted: parts.reduce((sum, part) => sum + unlistedBehind(part, number), 0),
    next,
    recordsAt: await recordsAt(world),
  };
}

async function page({ kpis }: World, period: Period, managers: readonly (AccountId | null)[], from: Cursor | null): Promise<{ readonly parts: readonly KpiPart[]; readonly next: Cursor | null }> {
  const begin = from === null ? 0 : Math.max(0, managers.indexOf(from.manager));
  const parts: KpiPart[] = [];
  for (const [at, manager] of managers.slice(begin, begin + mostManagers).entries()) {
    const room = mostParts - parts.length;
    if (room === 0) return { parts, next: { manager, behind: null } };
    const found = await kpis.partsIn(period, manager, room + 1, at === 0 && from !== null ? from.behind : null);
    parts.push(...found.slice(0, room));
    if (found.length > room) return { parts, next: { manager, behind: found[room - 1]?.owner ?? null } };
  }
  const rest = managers[begin + mostManagers];
  return { parts, next: rest === undefined ? null : { manager: rest, behind: null } };
}

/** Whoever may see one of these projects may see the line. */
function projectsOf({ projects, deals }: KpiPart, line: KpiLine): readonly ProjectId[] {
  if (line.kind === 'deal') return [line.deal.projectId];
  if (line.kind === 'project') return [line.project.projectId];
  return [...projects, ...deals].map(({ projectId }) => projectId);
}

async function namesOfProjects({ tracker }: World, lines: readonly KpiLine[]): Promise<ReadonlyMap<ProjectId, string>> {
  const ids = [...new Set(lines.flatMap((line) => (line.kind === 'project' ? [line.project.projectId] : [])))];
  const projects = await Promise.all(ids.map((projectId) => tracker.project(projectId)));
  return new Map(projects.flatMap((project) => (project === undefined ? [] : [[project.id, project.name] as const])));
}

function shown(line: KpiLine, names: ReadonlyMap<AccountId, Person>, projects: ReadonlyMap<ProjectId, string>) {
  const whose = { client: line.client, manager: line.manager === null ? null : (names.get(line.manager) ?? { accountId: line.manager, name: '' }) };
  switch (line.kind) {
    case 'deal': {
      const { projectId: _, ...deal } = line.deal;
      return { kind: line.kind, ...whose, ...deal };
    }
    case 'project':
      return { kind: line.kind, ...whose, ...line.project, name: projects.get(line.project.projectId) ?? null };
    case 'growth':
      return { kind: line.kind, ...whose, ...line.growth };
    case 'snapshot':
      return { kind: line.kind, ...whose, ...line.snapshot };
    case 'renewal':
      return { kind: line.kind, ...whose, requirement: line.renewal.requirement, until: line.renewal.until };
  }
}
