import type { Guidelines, GuidelinesVersion } from '../../domain/guidelines';
import type { ProjectId } from '../../domain/ids';
import { clientsOf } from '../../domain/linked-deal';
import type { Person } from '../../domain/person';
import { emptySummary, withPublished } from '../../domain/project-summary';
import type { StoredDraft } from '../../ports/guidelines-store';
import type { World } from '../../ports/world';
import { noteClient } from '../clients/look-at-client';
import { followedBySyncs } from '../planner/followed-by-syncs';

interface Publication {
  readonly guidelines: Guidelines;
  readonly publishedBy: Person;
  /** All there are, newest first. */
  readonly earlier: readonly GuidelinesVersion[];
  /** The revision that the stored draft has, and the draft that takes its place. */
  readonly draft: { readonly expected: number; readonly next: StoredDraft };
  readonly change?: NonNullable<GuidelinesVersion['change']>;
}

/** Publishes guidelines as the next version, replans the project's deals and notes who did it. @throws StoreConflict when the draft or the guidelines changed meanwhile. */
export async function publishVersion(world: World, projectId: ProjectId, { guidelines, publishedBy, earlier, draft, change }: Publication): Promise<GuidelinesVersion> {
  const [summary, deals] = await Promise.all([world.summaries.summary(projectId), world.dealStore.ofProject(projectId)]);
  const published: GuidelinesVersion = {
    version: (earlier[0]?.version ?? 0) + 1,
    publishedAt: draft.next.savedAt,
    publishedBy,
    guidelines,
    ...(change === undefined ? {} : { change }),
  };
  const next = withPublished(summary ?? emptySummary(projectId), published, earlier);
  // Before, because whatever fails afterwards must not look as if nothing had been published.
  await world.margin.enrol(projectId);
  await followedBySyncs(
    world,
    deals.map(({ deal }) => deal.id),
    'publish',
    () => world.guidelines.publish(projectId, published, draft.expected, draft.next, next),
  );
  await world.audit.append(`project:${projectId}`, [
    { at: published.publishedAt, event: 'guidelines.published', by: publishedBy.accountId, details: { version: String(published.version), ...(change === undefined ? {} : { change: change.id }) } },
  ]);
  // Who publishes is the client's account manager from now on.
  for (const { id } of clientsOf(deals)) await noteClient(world, id);
  return published;
}
