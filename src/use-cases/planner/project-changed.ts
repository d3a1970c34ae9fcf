import type { ProjectId } from '../../domain/ids';
import { waitsForProject } from '../../domain/linked-deal';
import type { World } from '../../ports/world';
import { orderSyncs } from './order-syncs';
import { changeDeal } from './save-deal';

/** A project was closed (archived, deleted) or opened again in Jira: its entries stay as they are until it is open, and the screen says so. */
export async function projectChanged(world: World, projectId: ProjectId, change: 'closed' | 'opened'): Promise<void> {
  const ids = (await world.dealStore.ofProject(projectId)).map(({ deal }) => deal.id);
  const at = world.clock.now();
  for (const id of ids) {
    await changeDeal(world, id, (link) => {
      if (change === 'closed') return { ...link, sync: { kind: 'waiting', for: 'project', since: at } };
      return waitsForProject(link) ? { ...link, sync: { kind: 'working', since: at } } : link;
    });
  }
  for (const id of ids) await world.audit.append(`deal:${id}`, [{ at, event: `project.${change}`, by: 'project', details: {} }]);
  if (change === 'opened') await orderSyncs(world, ids, 'project');
}
