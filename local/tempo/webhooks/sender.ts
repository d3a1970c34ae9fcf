import { createHmac } from 'node:crypto';
import type { Clock } from '../../clock';
import { transaction, type Database } from '../../database';
import { DELIVERY_CONTENT_TYPE, JIRA_CLIENT_KEY, RETRY_MINUTES, TENANT_ID } from '../assumptions';
import { isReceived, type Attempt } from './attempt';
import { outcomeOf, type Deliver } from './deliver';
import type { Delivery, DeliveryTable } from './delivery-table';
import type { SubscriptionTable } from './subscription-table';

export interface SenderOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly subscriptions: SubscriptionTable;
  readonly deliveries: DeliveryTable;
  readonly deliver: Deliver;
  readonly answerWithinMs: number;
}

/** Sends what is due: to one subscription one after the other, to different ones at the same time. */
export class Sender {
  private readonly running = new Map<number, Promise<void>>();
  private held = false;
  private reversed = false;

  constructor(private readonly options: SenderOptions) {}

  hold(held: boolean): void {
    this.held = held;
  }

  reverse(reversed: boolean): void {
    this.reversed = reversed;
  }

  /** Sends what is due by the clock; resolves when all of that has been answered or has failed. Never rejects for a delivery. */
  async runDue(): Promise<void> {
    for (const { id, active } of this.options.subscriptions.all()) {
      if (active && !this.running.has(id)) this.running.set(id, this.sendAllTo(id));
    }
    await Promise.all(this.running.values());
  }

  /** UTC instant; undefined also while everything is held back. */
  nextDueAt(): string | undefined {
    return this.held ? undefined : this.options.deliveries.nextDueAt();
  }

  private async sendAllTo(subscriptionId: number): Promise<void> {
    // The caller has to have noted this run before it can end.
    await Promise.resolve();
    try {
      for (let delivery = this.next(subscriptionId); delivery !== undefined; delivery = this.next(subscriptionId)) await this.attempt(delivery);
    } finally {
      this.running.delete(subscriptionId);
    }
  }

  private next(subscriptionId: number): Delivery | undefined {
    return this.held ? undefined : this.options.deliveries.due(subscriptionId, this.reversed);
  }

  private async attempt(delivery: Delivery): Promise<void> {
    const { clock, deliver, subscriptions, answerWithinMs } = this.options;
    const timestamp = String(clock.now().getTime());
    const headers = {
      'Content-Type': DELIVERY_CONTENT_TYPE,
      'Tempo-Timestamp': timestamp,
      'Tempo-Signature': createHmac('sha256', subscriptions.secretOf(delivery.subscriptionId)).update(delivery.body + timestamp).digest('hex'),
      'Tempo-Jira-Client-Key': JIRA_CLIENT_KEY,
      'Tempo-Tenant-ID': TENANT_ID,
    };
    const outcome = await outcomeOf(deliver, delivery.url, { method: 'POST', headers, body: delivery.body }, answerWithinMs);
    const at = clock.now().toISOString();
    this.settle(delivery, 'answer' in outcome ? { at, status: outcome.answer.status } : { at, error: outcome.error });
  }

  private settle(delivery: Delivery, attempt: Attempt): void {
    const { database, deliveries, subscriptions } = this.options;
    const { number, subscriptionId } = delivery;
    const minutes = RETRY_MINUTES[delivery.attempts];
    transaction(database, () => {
      subscriptions.noteAttempt(subscriptionId, attempt);
      if (isReceived(attempt)) {
        deliveries.settle(number, attempt, { state: 'delivered' });
      } else if (minutes !== undefined) {
        deliveries.settle(number, attempt, { at: new Date(Date.parse(attempt.at) + minutes * 60_000).toISOString() });
      } else if (deliveries.settle(number, attempt, { state: 'failed' })) {
        subscriptions.setActive(subscriptionId, false);
        deliveries.dropWaiting(subscriptionId);
      }
    });
  }
}
