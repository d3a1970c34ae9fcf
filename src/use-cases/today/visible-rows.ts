import type { PortfolioRow } from '../../domain/attention/portfolio-row';
import { projectsOfRow } from '../../domain/attention/portfolio-row';
import type { AccountId } from '../../domain/ids';
import type { Person } from '../../domain/person';
import type { RowList } from '../../ports/portfolio-store';
import type { OwnPermission } from '../../ports/tracker';
import type { World } from '../../ports/world';
import { seesClient } from '../clients/client-access';
import { lookAtTouched } from './look-at-touched';

/** Rows that a person waits for at most, when they were touched a moment ago; the rest shows what it was until the next run. */
const mostAtOnce = 20;

export interface VisibleRows {
  readonly rows: readonly PortfolioRow[];
  readonly next: string | null;
}

/** A page of the list as far as the caller may see it: Jira is asked once for all projects of the page. */
export async function visibleRows(world: World, list: RowList, after: string | null): Promise<VisibleRows> {
  const { rows, next } = await world.portfolio.page(list, after);
  return { rows: rows.filter(await allowedIn(world, seesClient, rows)), next };
}

/** Brings what was touched up to date before somebody reads it, so that nobody is asked for what they have just done. */
export async function freshen(world: World): Promise<void> {
  for (const touched of await world.portfolio.touched(mostAtOnce)) await lookAtTouched(world, touched);
}

/** In which of the rows the caller has one of the permissions; of a client, in one of its projects. Jira is asked once for all of them. */
export async function allowedIn({ tracker }: Pick<World, 'tracker'>, permissions: readonly OwnPermission[], rows: readonly PortfolioRow[]): Promise<(row: PortfolioRow) => boolean> {
  const projects = [...new Set(rows.flatMap(projectsOfRow))];
  const allowed = projects.length === 0 ? new Set<string>() : await tracker.projectsWithAny(permissions, projects);
  return (row) => projectsOfRow(row).some((projectId) => allowed.has(projectId));
}

/** Whoever is named as a row's account manager; one that Jira does not know any more has no name. */
export async function managersOf({ tracker }: World, rows: readonly PortfolioRow[]): Promise<ReadonlyMap<AccountId, Person>> {
  const ids = [...new Set(rows.flatMap(({ managerId }) => managerId ?? []))];
  return new Map(ids.length === 0 ? [] : (await tracker.people(ids)).map((person) => [person.accountId, person]));
}
