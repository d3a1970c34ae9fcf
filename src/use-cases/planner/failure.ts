import { addSeconds } from '../../domain/calendar';
import type { SyncState } from '../../domain/linked-deal';
import type { Instant } from '../../domain/plain-date';
import { OutsideError, type OutsideFailure, type World } from '../../ports';

/** What passes by itself, and is tried again without anyone asking. */
const passing: readonly OutsideFailure[] = ['rateLimited', 'unavailable', 'unexpectedAnswer'];
const firstWait = 30;
const longestWait = 900;

/** How a failure is kept: what it was, since when, and when it is tried again. */
export function failureState({ clock, ids, log }: Pick<World, 'clock' | 'ids' | 'log'>, before: SyncState, error: unknown): SyncState {
  const now = clock.now();
  const attempts = before.kind === 'failed' ? before.attempts + 1 : 1;
  const since = before.kind === 'failed' ? before.since : now;
  const wait = Math.min(longestWait, firstWait * 2 ** (attempts - 1));
  if (error instanceof OutsideError) {
    const triesAgain = passing.includes(error.failure);
    return {
      kind: 'failed',
      failure: { code: error.failure, parameters: { system: error.system, detail: error.detail } },
      since,
      // No longer than the queue can delay: a retry that comes before its time would be dropped, and none would follow.
      nextTryAt: triesAgain ? addSeconds(now, Math.min(longestWait, Math.max(wait, error.retryAfter ?? 0))) : null,
      attempts,
    };
  }
  const id = ids.next();
  log.error('sync.failed', id, error);
  return { kind: 'failed', failure: { code: 'unexpected', parameters: { id } }, since, nextTryAt: addSeconds(now, wait), attempts };
}

/** Clocks of a queue are rough: a retry may come a little early. */
const early = 5;

/** Whether a retry is the one that was last promised, and not left over from an earlier failure. */
export const isDueRetry = (sync: SyncState, now: Instant): boolean =>
  sync.kind === 'failed' && sync.nextTryAt !== null && sync.nextTryAt <= addSeconds(now, early);
