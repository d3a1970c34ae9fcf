import { addSeconds } from '../../domain/calendar';
import type { World } from '../../ports';
import { everyLane } from './every-lane';
import { wakeAt } from './order-syncs';

/** Seconds: long enough for the change itself, short enough for a person who waits. */
const lateBy = 60;

/**
 * Makes a change that concerns every linked deal, or those in certain stages of the organisation, and has the worker bring
 * them all in step after it. The sweep is ordered first, so that a death in between is mended.
 * @param stageNames null for every deal.
 */
export async function followedBySweep(world: Pick<World, 'states' | 'jobs' | 'lanes' | 'clock'>, stageNames: readonly string[] | null, change: () => Promise<void>): Promise<void> {
  const { states, clock } = world;
  const order = async (delaySeconds: number): Promise<void> => {
    const notBefore = addSeconds(clock.now(), delaySeconds);
    await everyLane(world, async (lane) => {
      await states.changeWorker((state) => {
      const both = state.sweep === null ? stageNames : state.sweep.stageNames === null || stageNames === null ? null : [...new Set([...state.sweep.stageNames, ...stageNames])];
      return { ...state, sweep: { since: clock.now(), notBefore, after: null, stageNames: both } };
      }, lane);
      await wakeAt(world, notBefore, lane);
    });
  };
  if (stageNames?.length === 0) return change();
  await order(lateBy);
  await change();
  await order(0);
}
