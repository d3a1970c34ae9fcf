import { firstDeal } from '../../domain/linked-deal';
import type { World } from '../../ports/world';
import type { ProjectCall } from '../call';

/** What the Guidelines section shows when it opens. */
export async function readGuidelines({ guidelines, dealStore, tracker }: World, { projectId }: ProjectCall) {
  const [versions, acknowledgements, linked, maySet] = await Promise.all([
    guidelines.versions(projectId),
    guidelines.acknowledgements(projectId),
    dealStore.ofProject(projectId),
    tracker.may('setGuidelines', projectId),
  ]);
  const first = firstDeal(linked);
  const deals = [...linked].sort((a, b) => Number(b === first) - Number(a === first));
  return {
    current: versions[0] ?? null,
    versions: versions.map(({ version, publishedAt, publishedBy, change }) => ({ version, publishedAt, publishedBy, change: change ?? null })),
    acknowledgements,
    maySet,
    deals: deals.map(({ deal }) => ({ id: deal.id, name: deal.name })),
  };
}
