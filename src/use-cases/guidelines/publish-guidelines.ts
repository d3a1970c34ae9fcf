import { completeDraft } from '../../domain/draft';
import type { World } from '../../ports/world';
import type { ProjectCall } from '../call';
import { refuseConflict } from '../refuse-conflict';
import { UseCaseError } from '../use-case-error';
import { publishVersion } from './publish-version';

/**
 * Publishes the saved draft as the next version, and replans the project's deals.
 * @throws UseCaseError `incomplete` with the first problem's field, `conflict` when the draft or the guidelines changed meanwhile.
 */
export async function publishGuidelines(world: World, { projectId }: ProjectCall, { revision }: { readonly revision: number }) {
  const { guidelines, tracker, clock } = world;
  const stored = await guidelines.draft(projectId);
  if (stored?.revision !== revision || stored.draft === null) throw new UseCaseError('conflict');
  const completion = completeDraft(stored.draft);
  if (!completion.complete) {
    const field = completion.problems[0]?.field;
    throw new UseCaseError('incomplete', field === undefined ? {} : { field });
  }
  const [earlier, publishedBy] = await Promise.all([guidelines.versions(projectId), tracker.me()]);
  const closed = { revision: revision + 1, savedAt: clock.now(), savedBy: publishedBy, draft: null };
  const { version } = await refuseConflict('conflict', () => publishVersion(world, projectId, { guidelines: completion.guidelines, publishedBy, earlier, draft: { expected: revision, next: closed } }));
  return { version };
}
