import { secondsBetween } from '../domain/calendar';
import type { World } from '../ports/world';
import { lookAfterMargins } from '../use-cases/margin/look-after-margins';

/** Forge gives the function 900 seconds; one project takes a few. */
const longest = 800;

/** Every hour: the money of projects that were not looked at for a day. */
export const createMargins = (createWorld: () => World) => async (): Promise<void> => {
  const world = createWorld();
  if ((await world.settings.tempo()) === undefined) return;
  const begun = world.clock.now();
  const looked = await lookAfterMargins(world, () => secondsBetween(begun, world.clock.now()) < longest);
  if (looked > 0) world.log.info('margin.looked', { projects: String(looked) });
};
