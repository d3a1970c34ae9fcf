import { addSeconds } from '../../domain/calendar';
import type { World } from '../../ports/world';
import { everyLane } from './every-lane';
import { lateBy } from './followed-by-syncs';
import { wakeAt } from './order-syncs';

/** The stages of two sweeps in one, where null stands for every stage. */
const stagesOfBoth = (a: readonly string[] | null, b: readonly string[] | null): readonly string[] | null => (a === null || b === null ? null : [...new Set([...a, ...b])]);

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
        const both = state.sweep === null ? stageNames : stagesOfBoth(state.sweep.stageNames, stageNames);
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
