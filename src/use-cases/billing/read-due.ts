import { addDays } from '../../domain/calendar';
import { dueSoonDays } from '../../domain/billing-document';
import { visibleStandings } from '../margin/read-portfolio';
import type { World } from '../../ports/world';
import { companyDay } from '../company-day';

/** One page shows no more, and nobody dunns more in a morning. */
const most = 500;

/** What is overdue or soon due, in the projects whose money the caller may see. */
export async function readDue(world: World) {
  const today = await companyDay(world);
  const [standings, due] = await Promise.all([visibleStandings(world), world.billing.due(addDays(today, dueSoonDays), most + 1)]);
  const projects = new Map(standings.map(({ projectId, project }) => [projectId, project]));
  const seen = due.slice(0, most).filter(({ projectId }) => projects.has(projectId));
  return { today, hasMore: due.length > most, documents: seen.map(({ projectId, document }) => ({ projectId, project: projects.get(projectId) ?? null, document })) };
}
