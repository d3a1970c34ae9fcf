import { Queue } from '@forge/events';
import type { Jobs } from '../../ports/jobs';

/** The longest delay in seconds that Forge's queue takes (@forge/events). */
const longestDelay = 900;

export const queueJobs: Jobs = {
  async wake(delaySeconds = 0, lane = 0) {
    const delay = Math.min(longestDelay, Math.max(0, Math.ceil(delaySeconds)));
    await new Queue({ key: 'deal-sync' }).push([
      { body: { lane }, concurrency: { key: `worker-${lane}`, limit: 1 }, ...(delay > 0 ? { delayInSeconds: delay } : {}) },
    ]);
  },

  async lookAfterMargins(lanes) {
    await new Queue({ key: 'margin-look' }).push(
      Array.from({ length: lanes }, (_, lane) => ({ body: { lane }, concurrency: { key: `margins-${lane}`, limit: 1 } })),
    );
  },
};
