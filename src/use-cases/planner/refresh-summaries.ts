import type { LinkedDeal } from '../../domain/linked-deal';
import type { World } from '../../ports';
import { saveDeal } from './save-deal';

/** Rewrites what the panels show of deals after the mapping changed. */
export async function refreshSummaries(world: Pick<World, 'dealStore' | 'summaries' | 'settings'>, concerned: (deal: LinkedDeal) => boolean): Promise<void> {
  for await (const page of world.dealStore.all()) {
    for (const deal of page.filter(concerned)) await saveDeal(world, deal);
  }
}
