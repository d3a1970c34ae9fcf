import * as z from 'zod/mini';
import { secondsBetween } from '../domain/calendar';
import { whenFirstUsed } from '../domain/when-first-used';
import type { World } from '../ports/world';
import { lookAfterMargins, orderMargins } from '../use-cases/margin/look-after-margins';

/** Forge gives the function 900 seconds; one project takes a few. */
const longest = 800;

/** The lane that the order put into the event (@forge/events, AsyncEvent). */
const event = whenFirstUsed(() => z.object({ body: z.object({ lane: z.int().check(z.minimum(0)) }) }));

/** Every hour: has the money of projects read that were not looked at for a day. */
export const createMargins = (createWorld: () => World) => async (): Promise<void> => {
  const world = createWorld();
  if ((await world.settings.tempo()) !== undefined) await orderMargins(world);
};

/** Consumer of the queue `margin-look`. An event says nothing but which lane is to look: at what stands in storage. */
export const createMarginLook = (createWorld: () => World) => async (received?: unknown): Promise<void> => {
  const world = createWorld();
  const lane = event().safeParse(received).data?.body.lane;
  if (lane === undefined || lane >= world.lanes || (await world.settings.tempo()) === undefined) return;
  const begun = world.clock.now();
  const looked = await lookAfterMargins(world, lane, () => secondsBetween(begun, world.clock.now()) < longest);
  if (looked > 0) world.log.info('margin.looked', { lane: String(lane), projects: String(looked) });
};
