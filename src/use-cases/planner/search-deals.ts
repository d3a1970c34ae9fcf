import { stageOf } from '../../domain/deal';
import type { World } from '../../ports/world';
import type { ProjectCall } from '../call';
import { viewDeal } from './view-deal';

const most = 20;

/** Deals by name or client, with the project that each is linked to already. */
export async function searchDeals(world: World, _call: ProjectCall, { text }: { readonly text: string }) {
  const [found, mapping] = await Promise.all([world.deals.search(text.trim(), most), world.settings.mapping()]);
  const linked = await world.dealStore.linkedAmong(found.map((deal) => deal.id));
  const projectOf = new Map(linked.map((link) => [link.deal.id, link.projectId]));
  const projects = new Map(
    await Promise.all([...new Set(projectOf.values())].map(async (id) => [id, (await world.tracker.project(id))?.key ?? id] as const)),
  );
  return {
    deals: found.map((deal) => {
      const project = projectOf.get(deal.id);
      return {
        deal: viewDeal(deal, stageOf(deal, mapping)),
        linkedTo: project === undefined ? null : (projects.get(project) ?? project),
      };
    }),
  };
}
