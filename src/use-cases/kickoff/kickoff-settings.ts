import type { KickoffSettings } from '../../domain/kickoff';
import type { World } from '../../ports/world';
import type { SiteCall } from '../call';
import { refuseConflict } from '../refuse-conflict';
import { UseCaseError } from '../use-case-error';

export const readKickoffSettings = (world: World): Promise<KickoffSettings> => world.kickoffSettings.read('company');

/** An empty text stands for the app's own. @throws UseCaseError `conflict` when somebody else changed them meanwhile. */
export async function saveKickoffSettings(world: World, _call: SiteCall, { revision, isOn, summary, agenda }: KickoffSettings): Promise<KickoffSettings> {
  if ((await readKickoffSettings(world)).revision !== revision) throw new UseCaseError('conflict');
  const next: KickoffSettings = { revision: revision + 1, isOn, summary: summary?.trim() || null, agenda: agenda?.trim() || null };
  await refuseConflict('conflict', () => world.kickoffSettings.save('company', next));
  return next;
}
