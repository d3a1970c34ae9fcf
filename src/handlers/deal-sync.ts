import * as z from 'zod/mini';
import { whenFirstUsed } from '../domain/when-first-used';
import type { World } from '../ports/world';
import { workOff } from '../use-cases/planner/work-off';

/** Seconds that the worker takes of the time that manifest.yml gives its function; the rest is for its last requests and for handing on. */
const worksFor = 780;

/** What Forge adds to an event (@forge/events, AsyncEvent), and the lane that we put into it. */
const event = whenFirstUsed(() => z.object({
  eventId: z.string().check(z.minLength(1), z.maxLength(200)),
  body: z.object({ lane: z.int().check(z.minimum(0)) }),
}));

/**
 * Consumer of the queue `deal-sync`. An event says nothing but that a lane has work: what it is stands in the orders.
 * The worker goes by the event's id: one that is delivered again comes after a worker that died, and need not wait for its lease.
 */
export const createDealSync = (createWorld: () => World) => async (received?: unknown): Promise<void> => {
  const world = createWorld();
  const { eventId, body } = event().safeParse(received).data ?? { eventId: world.ids.next(), body: { lane: 0 } };
  return body.lane < world.lanes ? workOff(world, worksFor, eventId, body.lane) : undefined;
};
