import type { StageMapping } from '../../domain/deal';
import type { DealId, ProjectId } from '../../domain/ids';
import type { LinkedDeal } from '../../domain/linked-deal';
import { lastDayOf, staffedDeal, staffingOf, type ProjectStaffing } from '../../domain/staffing/project-staffing';
import { laneOf } from '../../domain/sync-order';
import { StoreConflict } from '../../ports/errors';
import type { Filed } from '../../ports/filed-records';
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
    const content: ProjectStaffing = {
      projectId,
      project: project ?? kept?.project ?? (await nameOf(world, projectId)),
      deals,
      lines,
      risks: risksNow(kept, { deals, lines }, inNegotiation(deals, mapping)),
    };
    if (await isNoted(world, stored, content)) return;
  }
}

/**
 * Notes that something else is said of a deal, out of what was noted before and without reading the project's guidelines and other
 * deals: in a bulk change of Salesforce's the storage's limits bear no more. A deal that is needed for the first time, or no more,
 * changes whose lines count, and has everything noted.
 */
export async function noteDeal(world: Noting, link: LinkedDeal, before: LinkedDeal): Promise<void> {
  const { projectId } = link;
  const [[noted], [earlier]] = [staffingOf(projectId, undefined, [link]).deals, staffingOf(projectId, undefined, [before]).deals];
  if (noted === undefined || earlier === undefined) return noteStaffing(world, projectId);
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const [stored, mapping] = await Promise.all([world.staffing.one(projectId, staffingId), world.settings.mapping()]);
    // Nobody was asked for by the project, and a deal that goes on asks for nobody by itself.
    if (stored === undefined) return;
    const kept = stored.content;
    if (!kept.deals.some(({ id }) => id === noted.id)) return noteStaffing(world, projectId);
    const deals = kept.deals.map((one) => (one.id === noted.id ? noted : one));
    if (await isNoted(world, stored, { ...kept, deals, risks: risksNow(kept, { deals, lines: kept.lines }, inNegotiation(deals, mapping)) })) return;
  }
}

/** Keeps it where it says something else. @returns false when somebody else wrote meanwhile. */
async function isNoted(world: Noting, stored: Filed<ProjectStaffing> | undefined, content: ProjectStaffing): Promise<boolean> {
  const { projectId, lines } = content;
  if (JSON.stringify(content) === JSON.stringify(stored?.content)) return true;
  try {
    // By the last day on which anybody is needed, so that what is over is not read any more.
    await world.staffing.save({ owner: projectId, id: staffingId, list: staffingLists[laneOf(projectId, lists)] ?? '', at: lastDayOf(lines) ?? '', revision: (stored?.revision ?? 0) + 1, content });
    return true;
  } catch (error) {
    if (!(error instanceof StoreConflict)) throw error;
    return false;
  }
}

const inNegotiation = (deals: ProjectStaffing['deals'], mapping: StageMapping): ReadonlySet<DealId> =>
  new Set(deals.filter((deal) => staffedDeal(deal, mapping).stage === 'negotiation').map(({ id }) => id));

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
