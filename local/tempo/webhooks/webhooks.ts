import { randomUUID } from 'node:crypto';
import type { Clock } from '../../clock';
import { transaction, type Database } from '../../database';
import { planAnswer } from '../api/plan-answer';
import { EVENT_ORIGIN, MOST_SUBSCRIPTIONS } from '../assumptions';
import { notFound, RefusedRequest } from '../errors';
import type { Plan, PlanChange } from '../model';
import type { TempoStore } from '../store/tempo-store';
import type { Deliver } from './deliver';
import { DeliveryTable, type Delivery } from './delivery-table';
import { shakesHands } from './handshake';
import { Sender } from './sender';
import { SubscriptionTable, type NewSubscription, type Subscription } from './subscription-table';

export interface WebhooksOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly store: TempoStore;
  readonly deliver: Deliver;
  /** How long an answer is awaited. */
  readonly answerWithinMs: number;
}

/** Subscriptions to changes of plans, and the events that are sent to them (Tempo REST API 4.0, "Webhooks"). */
export class Webhooks {
  private readonly subscriptionTable: SubscriptionTable;
  private readonly deliveryTable: DeliveryTable;
  private readonly sender: Sender;
  private twice = false;

  constructor(private readonly options: WebhooksOptions) {
    const { database, clock, deliver, answerWithinMs } = options;
    this.subscriptionTable = new SubscriptionTable(database, clock);
    this.deliveryTable = new DeliveryTable(database, clock);
    this.sender = new Sender({
      database, clock, deliver, answerWithinMs, subscriptions: this.subscriptionTable, deliveries: this.deliveryTable,
    });
  }

  subscriptions(): readonly Subscription[] {
    return this.subscriptionTable.all();
  }

  /** @throws RefusedRequest 404 */
  subscription(id: number): Subscription {
    const found = this.subscriptionTable.find(id);
    if (found === undefined) throw notFound('Subscription');
    return found;
  }

  /** The latest, newest first. */
  deliveries(limit: number): readonly Delivery[] {
    return this.deliveryTable.latest(limit);
  }

  /** When the next delivery is due (UTC instant), for whoever keeps the time. */
  nextDueAt(): string | undefined {
    return this.sender.nextDueAt();
  }

  /** Sends what is due by the clock; resolves when all of that has been answered or has failed. Never rejects for a delivery. */
  runDue(): Promise<void> {
    return this.sender.runDue();
  }

  /**
   * Adds a subscription and shakes hands; it stays inactive when that fails. Nothing else ever tells its secret.
   * @throws RefusedRequest 409 when the event is sent to this address already, 400 when there are too many
   */
  async subscribe(request: NewSubscription): Promise<{ readonly subscription: Subscription; readonly sharedSecret: string }> {
    if (this.subscriptionTable.exists(request)) throw new RefusedRequest(409, ['Subscription for this url and event already exists']);
    if (this.subscriptions().length >= MOST_SUBSCRIPTIONS) throw new RefusedRequest(400, [`No more than ${MOST_SUBSCRIPTIONS} subscriptions are allowed`]);
    const { id, sharedSecret } = this.subscriptionTable.create(request);
    return { subscription: await this.refresh(id), sharedSecret };
  }

  /**
   * Shakes hands again: active afterwards, or inactive when that fails.
   * @throws RefusedRequest 404, also when it is deleted meanwhile
   */
  async refresh(id: number): Promise<Subscription> {
    const { deliver, answerWithinMs, database } = this.options;
    const isActive = await shakesHands(deliver, this.subscription(id).url, answerWithinMs);
    transaction(database, () => {
      this.subscriptionTable.setActive(id, isActive);
      if (!isActive) this.deliveryTable.dropWaiting(id);
    });
    return this.subscription(id);
  }

  /** @throws RefusedRequest 404 */
  unsubscribe(id: number): void {
    if (!this.subscriptionTable.delete(id)) throw notFound('Subscription');
  }

  /** Writes down the events of a change inside its transaction, and sends them once it is kept. */
  tell(change: PlanChange): void {
    const event = `plan.${change.kind}` as const;
    const told = this.subscriptionTable.activeIds(event);
    if (told.length === 0) return;
    const eventId = randomUUID();
    const payload = change.kind === 'updated' ? { original: this.planOf(change.before), changed: this.planOf(change.plan) } : this.planOf(change.plan);
    const body = JSON.stringify({ eventId, eventType: event, payload });
    for (const id of told) {
      this.deliveryTable.add(id, eventId, body);
      if (this.twice) this.deliveryTable.add(id, eventId, body);
    }
    this.sendSoon();
  }

  /** From now on every event is delivered twice, with the same id; or no longer. */
  deliverTwice(twice: boolean): void {
    this.twice = twice;
  }

  /** Sends nothing until released; what happens meanwhile is kept. */
  hold(): void {
    this.sender.hold(true);
  }

  /** Sends what was held back, soon, or when runDue is called. */
  release(): void {
    this.sender.hold(false);
    this.sendSoon();
  }

  /** From now on what was due last is sent first; or no longer. Shows where more than one event waits, as after a hold. */
  deliverReversed(reversed: boolean): void {
    this.sender.reverse(reversed);
  }

  private planOf(plan: Plan): object {
    return planAnswer(EVENT_ORIGIN, this.options.store, plan, { scope: {}, daily: false });
  }

  private sendSoon(): void {
    // A microtask runs after the transaction that is open now, so nothing is told before it is kept.
    queueMicrotask(() => {
      this.runDue().catch((error: unknown) => console.error('Tempo stand-in: webhooks stopped.', error));
    });
  }
}
