import type { LinkedDeal } from '../../domain/linked-deal';
import type { World } from '../../ports';

/** Brings every linked deal in step again after something that concerns them all: a connection, the mapping, the language. */
export async function resumeSyncs(
  { dealStore, jobs }: Pick<World, 'dealStore' | 'jobs'>,
  concerned: (deal: LinkedDeal) => boolean = () => true,
): Promise<void> {
  for await (const page of dealStore.all()) {
    await jobs.syncDeals(page.filter(concerned).map(({ deal }) => deal.id), 'mapping');
  }
}
