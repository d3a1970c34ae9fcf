import * as z from 'zod/mini';
import type { Clock } from '../../clock';
import type { Database } from '../../database';
import { attemptColumns, attemptOf, attemptValues, type Attempt } from './attempt';
import { WEBHOOK_EVENTS, type WebhookEvent } from './events';

const STATES = ['waiting', 'delivered', 'failed', 'dropped'] as const;
/** Failed: every attempt was used up. Dropped: its subscription went inactive first. */
export type DeliveryState = (typeof STATES)[number];

/** One event on its way to one subscription. */
export interface Delivery {
  /** Counts up; the order in which the events happened. */
  readonly number: number;
  readonly subscriptionId: number;
  readonly event: WebhookEvent;
  readonly url: string;
  /** The same for every subscription that is told of the event, and at every attempt. */
  readonly eventId: string;
  /** The JSON that is sent, byte by byte. */
  readonly body: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  /** UTC instants. */
  readonly createdAt: string;
  readonly nextAt: string | undefined;
  readonly lastAttempt: Attempt | undefined;
}

const deliveryRow = z.object({
  number: z.number(), subscription_id: z.number(), event: z.enum(WEBHOOK_EVENTS), url: z.string(), event_id: z.string(), body: z.string(),
  state: z.enum(STATES), attempts: z.number(), created_at: z.string(), next_at: z.nullable(z.string()), ...attemptColumns,
});

function deliveryOf(value: unknown): Delivery {
  const row = deliveryRow.parse(value);
  return {
    number: row.number, subscriptionId: row.subscription_id, event: row.event, url: row.url, eventId: row.event_id, body: row.body,
    state: row.state, attempts: row.attempts, createdAt: row.created_at, nextAt: row.next_at ?? undefined, lastAttempt: attemptOf(row),
  };
}

const SELECT = `SELECT webhook_delivery.*, event, url FROM webhook_delivery
  JOIN webhook_subscription ON webhook_subscription.id = subscription_id`;

/** Events that were or will be sent. They go with their subscription when that is deleted. */
export class DeliveryTable {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Writes down an event to be sent now. */
  add(subscriptionId: number, eventId: string, body: string): void {
    const now = this.clock.now().toISOString();
    this.database
      .prepare("INSERT INTO webhook_delivery (subscription_id, event_id, body, created_at, state, attempts, next_at) VALUES (?, ?, ?, ?, 'waiting', 0, ?)")
      .run(subscriptionId, eventId, body, now, now);
  }

  /** What of a subscription is due by the clock and was due first, or last when the order is reversed. */
  due(subscriptionId: number, reversed: boolean): Delivery | undefined {
    const order = reversed ? 'next_at DESC, number DESC' : 'next_at, number';
    const row = this.database
      .prepare(`${SELECT} WHERE subscription_id = ? AND state = 'waiting' AND next_at <= ? ORDER BY ${order} LIMIT 1`)
      .get(subscriptionId, this.clock.now().toISOString());
    return row === undefined ? undefined : deliveryOf(row);
  }

  /** When the next delivery of any subscription is due (UTC instant). */
  nextDueAt(): string | undefined {
    const next = this.database.prepare("SELECT MIN(next_at) AS next FROM webhook_delivery WHERE state = 'waiting'").get()?.['next'];
    return typeof next === 'string' ? next : undefined;
  }

  /** Newest first. */
  latest(limit: number): Delivery[] {
    return this.database.prepare(`${SELECT} ORDER BY number DESC LIMIT ?`).all(limit).map(deliveryOf);
  }

  /**
   * Notes an attempt and what follows from it.
   * @param next when it is tried again, or the state it ends in
   * @returns false when the delivery has ended already, or is gone
   */
  settle(number: number, attempt: Attempt, next: { readonly at: string } | { readonly state: 'delivered' | 'failed' }): boolean {
    const [state, at] = 'at' in next ? ['waiting', next.at] : [next.state, null];
    const result = this.database
      .prepare("UPDATE webhook_delivery SET state = ?, attempts = attempts + 1, next_at = ?, last_at = ?, last_status = ?, last_error = ? WHERE number = ? AND state = 'waiting'")
      .run(state, at, ...attemptValues(attempt), number);
    return result.changes > 0;
  }

  dropWaiting(subscriptionId: number): void {
    this.database.prepare("UPDATE webhook_delivery SET state = 'dropped', next_at = NULL WHERE subscription_id = ? AND state = 'waiting'").run(subscriptionId);
  }
}
