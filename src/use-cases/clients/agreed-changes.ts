import type { AgreedChange } from '../../domain/client-update';
import type { ProjectId } from '../../domain/ids';
import type { World } from '../../ports/world';

/** The project's agreed scope changes; none as long as the app keeps no changes. */
export async function agreedChanges(_world: World, _projectId: ProjectId): Promise<readonly AgreedChange[]> {
  return [];
}
