import * as z from 'zod/mini';
import { secondsBetween } from '../domain/calendar';
import { whenFirstUsed } from '../domain/when-first-used';
import type { World } from '../ports/world';
import { lookAfterMargins, orderMargins } from '../use-cases/margin/look-after-margins';
import { lookAfterStaffing } from '../use-cases/staffing/look-after-staffing';

/** Forge gives the function 900 seconds; one project takes a few. */
const longest = 800;

/** The lane that the order put into the event (@forge/events, AsyncEvent). */
const event = whenFirstUsed(() => z.object({ body: z.object({ lane: z.int().check(z.minimum(0)) }) }));

/** Forge gives the function 300 seconds; three hundred people, who are due once a day, take half of it. */
const longestStaffing = 240;

/** Every hour: has the money of projects read that were not looked at for a day, reads the time of people who were not, and weighs what negotiations would lack. */
export const createMargins = (createWorld: () => World) => async (): Promise<void> => {
  const world = createWorld();
  if ((await world.settings.tempo()) === undefined) return;
  await orderMargins(world);
  const begun = world.clock.now();
  const { people, projects } = await lookAfterStaffing(world, () => secondsBetween(begun, world.clock.now()) < longestStaffing);
  if (people > 0 || projects > 0) world.log.info('staffing.looked', { people: String(people), projects: String(projects) });
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
