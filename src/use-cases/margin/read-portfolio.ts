import type { AccountId } from '../../domain/ids';
import { clientMargins, mostUrgentFirst } from '../../domain/margin-portfolio';
import type { MarginStanding } from '../../domain/project-margin';
import type { World } from '../../ports/world';
import type { SiteCall } from '../call';
import { seesMargin } from '../permission';

/** How the margin stands in every project whose costs the caller may see, and what each of their clients comes to. */
export async function readMargins(world: World, { accountId }: SiteCall) {
  const standings = mostUrgentFirst(await visibleStandings(world));
  const names = await managerNames(world, standings);
  return {
    projects: standings.map(({ projectId, project, managerId, clients, checkedAt, failure, sums, reading, threat }) => ({
      projectId,
      project,
      manager: managerId === null ? null : { accountId: managerId, name: names.get(managerId) ?? '' },
      isMine: managerId === accountId,
      clients,
      checkedAt,
      failure,
      sums,
      reading,
      threat,
    })),
    clients: clientMargins(standings),
  };
}

/** Jira says for all projects at once in which of them the caller may see costs. */
export async function visibleStandings({ margin, tracker }: World): Promise<readonly MarginStanding[]> {
  const standings = await margin.standings();
  if (standings.length === 0) return [];
  const sees = await tracker.projectsWithAny(seesMargin, standings.map(({ projectId }) => projectId));
  return standings.filter(({ projectId }) => sees.has(projectId));
}

async function managerNames({ tracker }: World, standings: readonly MarginStanding[]): Promise<ReadonlyMap<AccountId, string>> {
  const ids = [...new Set(standings.flatMap(({ managerId }) => managerId ?? []))];
  return new Map((await tracker.people(ids)).map(({ accountId, name }) => [accountId, name]));
}
