import { addSeconds } from '../../domain/calendar';
import type { SyncState } from '../../domain/linked-deal';
import { OutsideError, type OutsideFailure } from '../../ports/errors';
import type { World } from '../../ports/world';

/** What passes by itself, and is tried again without anyone asking. */
const passing: readonly OutsideFailure[] = ['rateLimited', 'unavailable', 'unexpectedAnswer'];
const firstWait = 30;
const longestWait = 900;

type Failed = Extract<SyncState, { kind: 'failed' }>;

/** How a failure is kept: what it was, since when, and when it is tried again. */
export function failureState({ clock, ids, log }: Pick<World, 'clock' | 'ids' | 'log'>, before: SyncState | undefined, error: unknown): Failed {
  const now = clock.now();
  const attempts = before?.kind === 'failed' ? before.attempts + 1 : 1;
  const since = before?.kind === 'failed' ? before.since : now;
  const wait = Math.min(longestWait, firstWait * 2 ** (attempts - 1));
  if (error instanceof OutsideError) {
    const triesAgain = passing.includes(error.failure);
    return {
      kind: 'failed',
      failure: { code: error.failure, parameters: { system: error.system, detail: error.detail } },
      since,
      nextTryAt: triesAgain ? addSeconds(now, Math.min(longestWait, Math.max(wait, error.retryAfter ?? 0))) : null,
      attempts,
    };
  }
  const id = ids.next();
  log.error('sync.failed', id, error);
  return { kind: 'failed', failure: { code: 'unexpected', parameters: { id } }, since, nextTryAt: addSeconds(now, wait), attempts };
}
