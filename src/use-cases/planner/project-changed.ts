import type { ProjectId } from '../../domain/ids';
import type { World } from '../../ports';
import { saveDeal } from './save-deal';

/** A project was closed (archived, deleted) or opened again in Jira: its entries stay as they are until it is open, and the screen says so. */
export async function projectChanged(world: World, projectId: ProjectId, change: 'closed' | 'opened'): Promise<void> {
  const links = await world.dealStore.ofProject(projectId);
  const now = world.clock.now();
  if (change === 'opened') {
    await world.jobs.syncDeals(links.map(({ deal }) => deal.id), 'project');
    return;
  }
  for (const link of links) await saveDeal(world, { ...link, sync: { kind: 'waiting', for: 'project', since: now } });
}
