import type { Billing } from '../../domain/figures';
import type { World } from '../../ports/world';
import type { ProjectCall } from '../call';
import { refuseConflict } from '../refuse-conflict';
import { lookAtMargin } from './look-at-margin';
import { whole } from './read-project-margin';

/** By what the client pays; the figures are read anew with it. @throws UseCaseError `conflict` when somebody else changed it meanwhile. */
export async function changeMarginSettings(world: World, { projectId, accountId }: ProjectCall, { revision, billing }: { readonly revision: number; readonly billing: Billing }) {
  const settings = { revision: revision + 1, billing };
  await refuseConflict('conflict', () => world.margin.saveSettings(projectId, settings));
  await world.audit.append(`project:${projectId}`, [{ at: world.clock.now(), event: 'margin.settingsChanged', by: accountId, details: { billing } }]);
  return { settings, view: whole(await lookAtMargin(world, projectId, accountId)) };
}
