import { completeDraft } from '../../domain/draft';
import type { GuidelinesVersion } from '../../domain/guidelines';
import { emptySummary, withPublished } from '../../domain/project-summary';
import type { World } from '../../ports/world';
import type { ProjectCall } from '../call';
import { noteClient } from '../clients/look-at-client';
import { followedBySyncs } from '../planner/followed-by-syncs';
import { refuseConflict } from '../refuse-conflict';
import { UseCaseError } from '../use-case-error';

/**
 * Publishes the saved draft as the next version, and replans the project's deals.
 * @throws UseCaseError `incomplete` with the first problem's field, `conflict` when the draft or the guidelines changed meanwhile.
 */
export async function publishGuidelines(world: World, { projectId }: ProjectCall, { revision }: { readonly revision: number }) {
  const { guidelines, summaries, tracker, clock, dealStore, audit } = world;
  const stored = await guidelines.draft(projectId);
  if (stored?.revision !== revision || stored.draft === null) throw new UseCaseError('conflict');
  const completion = completeDraft(stored.draft);
  if (!completion.complete) {
    const field = completion.problems[0]?.field;
    throw new UseCaseError('incomplete', field === undefined ? {} : { field });
  }

  const [earlier, summary, publishedBy, deals] = await Promise.all([
    guidelines.versions(projectId),
    summaries.summary(projectId),
    tracker.me(),
    dealStore.ofProject(projectId),
  ]);
  const published: GuidelinesVersion = {
    version: (earlier[0]?.version ?? 0) + 1,
    publishedAt: clock.now(),
    publishedBy,
    guidelines: completion.guidelines,
  };
  const closed = { revision: revision + 1, savedAt: published.publishedAt, savedBy: publishedBy, draft: null };
  const next = withPublished(summary ?? emptySummary(projectId), published, earlier);
  // Before, because whatever fails afterwards must not look as if nothing had been published.
  await world.margin.enrol(projectId);
  await refuseConflict('conflict', () =>
    followedBySyncs(
      world,
      deals.map(({ deal }) => deal.id),
      'publish',
      () => guidelines.publish(projectId, published, revision, closed, next),
    ),
  );
  await audit.append(`project:${projectId}`, [
    { at: published.publishedAt, event: 'guidelines.published', by: publishedBy.accountId, details: { version: String(published.version) } },
  ]);
  // Who publishes is the client's account manager from now on.
  for (const clientId of new Set(deals.flatMap(({ deal }) => deal.client?.id ?? []))) await noteClient(world, clientId);
  return { version: published.version };
}
