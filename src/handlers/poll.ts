import { NotConnected, OutsideError } from '../ports/errors';
import type { World } from '../ports/world';
import { pollDeals } from '../use-cases/planner/poll-deals';

/** Every five minutes. A failure is not passed on, because the next run looks back over the same time. */
export const createPoll = (createWorld: () => World) => async (): Promise<void> => {
  const world = createWorld();
  try {
    await pollDeals(world);
  } catch (error) {
    if (error instanceof NotConnected) return;
    if (!(error instanceof OutsideError)) throw error;
    world.log.info('poll.failed', { system: error.system, failure: error.failure });
  }
};
