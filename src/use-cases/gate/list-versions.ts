import type { World } from '../../ports/world';
import type { ProjectCall } from '../call';

/** The project's versions that a review can be asked for, as the caller sees them. */
export async function listVersions({ tracker, gate }: World, { projectId }: ProjectCall) {
  const [versions, waiting] = await Promise.all([tracker.myVersions(projectId), gate.waiting(projectId)]);
  const asked = new Set(waiting.flatMap(({ deliverable }) => (deliverable.kind === 'version' ? [deliverable.versionId] : [])));
  return {
    versions: versions
      .filter(({ state }) => state !== 'archived')
      .map(({ id, name, releasesOn, state }) => ({ id, name, releasesOn, isReleased: state === 'released', isWaiting: asked.has(id) })),
  };
}
