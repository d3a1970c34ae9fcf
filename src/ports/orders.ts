import type { DealId } from '../domain/ids';
import type { Instant } from '../domain/plain-date';
import type { SyncOrder } from '../domain/sync-order';

/** Deals that wait for their sync, one order each. What is kept here is not forgotten, whatever happens to a queue. */
export interface Orders {
  /** Adds orders; one that replaces another keeps the earlier time and the greater urgency. */
  put(orders: readonly SyncOrder[]): Promise<void>;
  /** A lane's orders that are due, the urgent ones first and then the longest due. */
  due(now: Instant, most: number, only?: 'urgent', lane?: number): Promise<readonly SyncOrder[]>;
  /** When the next order of a lane is due. */
  nextDueAt(lane?: number): Promise<Instant | undefined>;
  /** Takes the orders off the list, but for those that were replaced since they were read. */
  done(orders: readonly SyncOrder[]): Promise<void>;
  /** Puts an order off, unless it was replaced since it was read. */
  postpone(order: SyncOrder, dueAt: Instant): Promise<void>;
  /** Those of the deals that have an order. */
  among(ids: readonly DealId[]): Promise<readonly SyncOrder[]>;
  /** How many there are, counted up to `most`, and when the oldest was due. */
  count(most: number): Promise<{ readonly length: number; readonly oldestDueAt: Instant | null }>;
}
