import type { DealId, ProjectId } from '../../domain/ids';
import { lastDayOf, staffedDeal, staffingOf, type ProjectStaffing } from '../../domain/staffing/project-staffing';
import { laneOf } from '../../domain/sync-order';
import { StoreConflict } from '../../ports/errors';
import type { World } from '../../ports/world';

/** Projects stand in so many lists, which are read side by side. */
const lists = 8;
export const staffingLists: readonly string[] = Array.from({ length: lists }, (_, at) => `project-${at}`);
export const staffingId = 'staffing';

const tries = 3;

type Noting = Pick<World, 'staffing' | 'guidelines' | 'dealStore' | 'settings' | 'tracker'>;

/**
 * Notes whom a project needs, by its current guidelines and its deals, for the view over all projects. Doing it twice writes
 * nothing the second time. Risks that were weighed of other deals or lines are dropped with it (`weighing`). Somebody else who notes the same in the same moment has read what we have, or more; so a crossing that
 * goes on is left to the project's next regular look.
 * @param project how it is called; without it what was known before stays, and Jira is asked where nothing was.
 */
export async function noteStaffing(world: Noting, projectId: ProjectId, project?: ProjectStaffing['project']): Promise<void> {
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const [stored, current, links, mapping] = await Promise.all([
      world.staffing.one(projectId, staffingId),
      world.guidelines.current(projectId),
      world.dealStore.ofProject(projectId),
      world.settings.mapping(),
    ]);
    const { deals, lines } = staffingOf(projectId, current?.guidelines, links);
    if (stored === undefined && lines.length === 0) return;
    const kept = stored?.content;
    const negotiated = new Set(deals.filter((deal) => staffedDeal(deal, mapping).stage === 'negotiation').map(({ id }) => id));
    const content: ProjectStaffing = {
      projectId,
      project: project ?? kept?.project ?? (await nameOf(world, projectId)),
      deals,
      lines,
      risks: risksNow(kept, { deals, lines }, negotiated),
    };
    if (JSON.stringify(content) === JSON.stringify(stored?.content)) return;
    try {
      // By the last day on which anybody is needed, so that what is over is not read any more.
      await world.staffing.save({ owner: projectId, id: staffingId, list: staffingLists[laneOf(projectId, lists)] ?? '', at: lastDayOf(lines) ?? '', revision: (stored?.revision ?? 0) + 1, content });
      return;
    } catch (error) {
      if (!(error instanceof StoreConflict)) throw error;
    }
  }
}

/** What stays of the risks: those that were weighed of other deals or lines are none any more, and without a negotiation there is nothing to weigh. */
function risksNow(kept: ProjectStaffing | undefined, { deals, lines }: Pick<ProjectStaffing, 'deals' | 'lines'>, negotiated: ReadonlySet<DealId>): ProjectStaffing['risks'] {
  if (!lines.some(({ dealId }) => negotiated.has(dealId))) return [];
  const isSame = kept !== undefined && JSON.stringify([kept.deals, kept.lines]) === JSON.stringify([deals, lines]);
  return isSame ? (kept.risks?.filter(({ dealId }) => negotiated.has(dealId)) ?? null) : null;
}

/** How Jira calls the project, where nobody has said so yet. */
async function nameOf({ tracker }: Noting, projectId: ProjectId): Promise<ProjectStaffing['project']> {
  const project = await tracker.project(projectId);
  return project === undefined ? null : { key: project.key, name: project.name };
}
