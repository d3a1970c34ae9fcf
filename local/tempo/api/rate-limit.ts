import { createMiddleware } from 'hono/factory';
import type { Clock } from '../../clock';
import { errorBody } from '../errors';
import type { TempoStore } from '../store/tempo-store';
import type { ApiEnvironment } from './environment';

/**
 * Tempo's limit over all tokens of the customer: a bucket that holds one second's worth of requests and fills up
 * with time. Emptied by a burst, it lets one through each 1/n second.
 */
export function limitRate(store: TempoStore, clock: Clock) {
  let available = store.settings.get().requestsPerSecond;
  let filledAt = clock.now().getTime();

  return createMiddleware<ApiEnvironment>(async (context, next) => {
    const { requestsPerSecond, retryAfterHeader, errorForm } = store.settings.get();
    if (requestsPerSecond <= 0) return next();
    const now = clock.now().getTime();
    const elapsed = Math.max(0, now - filledAt);
    available = Math.min(requestsPerSecond, available + (elapsed / 1000) * requestsPerSecond);
    filledAt = now;
    if (available >= 1) {
      available -= 1;
      return next();
    }
    if (retryAfterHeader) context.header('Retry-After', '1');
    return context.json(errorBody(['Too many requests'], errorForm), 429);
  });
}
