import { Queue } from '@forge/events';
import type { Jobs } from '../../ports';

/** The most events that one push takes, and the longest delay in seconds (@forge/events). */
const eventsPerPush = 50;
const longestDelay = 900;

export const queueJobs: Jobs = {
  async syncDeals(ids, reason, delaySeconds = 0) {
    const queue = new Queue({ key: 'deal-sync' });
    const delay = Math.min(longestDelay, Math.max(0, Math.ceil(delaySeconds)));
    for (let start = 0; start < ids.length; start += eventsPerPush) {
      await queue.push(
        ids.slice(start, start + eventsPerPush).map((dealId) => ({
          body: { dealId, reason },
          concurrency: { key: `deal-${dealId}`, limit: 1 },
          ...(delay > 0 ? { delayInSeconds: delay } : {}),
        })),
      );
    }
  },
};
