import type { SharingSettings } from '../../domain/project-states';
import type { World } from '../../ports/world';
import type { SiteCall } from '../call';
import { refuseConflict } from '../refuse-conflict';
import { UseCaseError } from '../use-case-error';

type Shared = Omit<SharingSettings, 'changedAt'>;

/** What Jira's filters and automation are told of projects besides stage, gate and guidelines. */
export async function readSharing({ sharing }: World): Promise<Shared> {
  const { revision, sharesMargin } = await sharing.read('company');
  return { revision, sharesMargin };
}

/** Every project's row is made anew by the next run, and told with it. @throws UseCaseError `conflict` when somebody else changed it meanwhile. */
export async function saveSharing(world: World, _call: SiteCall, { revision, sharesMargin }: Shared): Promise<Shared> {
  if ((await world.sharing.read('company')).revision !== revision) throw new UseCaseError('conflict');
  const next: SharingSettings = { revision: revision + 1, changedAt: world.clock.now(), sharesMargin };
  await refuseConflict('conflict', () => world.sharing.save('company', next));
  return readSharing(world);
}
