import type { World } from '../../ports/world';
import type { ProjectCall } from '../call';
import { lookAtMargin } from './look-at-margin';
import { whole } from './read-project-margin';

/** Reads the project's money now, for whoever may see it. */
export async function refreshMargin(world: World, { projectId, accountId }: ProjectCall) {
  return { view: whole(await lookAtMargin(world, projectId, accountId)) };
}
