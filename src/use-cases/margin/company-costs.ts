import { matchCostProject } from '../../domain/cost-project';
import type { CostSettings } from '../../domain/cost-settings';
import { NotConnected, OutsideError } from '../../ports/errors';
import type { World } from '../../ports/world';
import type { SiteCall } from '../call';
import { refuseConflict } from '../refuse-conflict';
import { UseCaseError } from '../use-case-error';

/** Where costs are read, with what Financial Manager keeps beside the Jira projects that are looked at. */
export async function readCosts({ margin, costs }: World) {
  const [settings, standings, kept] = await Promise.all([margin.costs(), margin.standings(), keptBy(costs)]);
  const chosen = new Map(settings.chosen.map(({ projectId, costProjectId }) => [projectId, costProjectId]));
  return {
    revision: settings.revision,
    source: settings.source,
    kept,
    projects: standings
      .map(({ projectId, project }) => ({ projectId, project, chosen: chosen.get(projectId) ?? null }))
      .sort((a, b) => ((a.project?.name ?? a.projectId) < (b.project?.name ?? b.projectId) ? -1 : 1)),
  };
}

async function keptBy(costs: World['costs']) {
  try {
    return { kind: 'told' as const, projects: await costs.projects() };
  } catch (error) {
    if (error instanceof NotConnected) return { kind: 'refused' as const, because: 'notConnected' as const };
    if (!(error instanceof OutsideError)) throw error;
    return { kind: 'refused' as const, because: error.failure === 'refused' || error.failure === 'missing' ? ('unlicensed' as const) : error.failure };
  }
}

/**
 * @throws UseCaseError `invalidRequest` for a project that was chosen twice, or one that Financial Manager does not have,
 * `conflict` when somebody else changed it meanwhile.
 */
export async function saveCosts(world: World, _call: SiteCall, { revision, source, chosen }: Omit<CostSettings, 'changedAt'>) {
  if (new Set(chosen.map(({ projectId }) => projectId)).size !== chosen.length) throw new UseCaseError('invalidRequest', { field: 'chosen' });
  const kept = await keptBy(world.costs);
  // What cannot be looked up is taken as it is: the next look says when it is gone.
  if (kept.kind === 'told') {
    const wrong = chosen.findIndex(({ projectId, costProjectId }) => matchCostProject(projectId, kept.projects, costProjectId).kind === 'gone');
    if (wrong !== -1) throw new UseCaseError('invalidRequest', { field: `chosen.${wrong}` });
  }
  await refuseConflict('conflict', () => world.margin.saveCosts({ revision: revision + 1, changedAt: world.clock.now(), source, chosen }));
  return readCosts(world);
}
