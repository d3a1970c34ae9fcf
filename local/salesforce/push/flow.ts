import { createHmac, randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import type { Clock } from '../../clock';
import type { Database } from '../../database';
import type { Opportunity } from '../store/opportunities';
import type { Settings } from '../store/settings';
import type { Deliver } from './deliver';
import type { Delivery } from './delivery';
import { DeliveryQueue } from './delivery-queue';
import type { Attempt, Disorder } from './delivery-queue';

export interface FlowSettings {
  readonly url: string;
  readonly secret: string;
  readonly on: boolean;
}

const settingsSchema = z.object({ url: z.string(), secret: z.string(), on: z.boolean() });

const RETRY_MINUTES = [15, 30, 60, 120] as const;
const AT_ONCE = 8;
const ANSWER_WITHIN_MS = 30_000;

/**
 * The org's record-triggered Flow: after a change of stage is committed it calls out to a web trigger,
 * and again after 15, 30, 60 and 120 minutes while that fails (Salesforce Help, "Troubleshoot Flow Retries").
 * Any answer but 2xx is a failure, that to a replay of what was delivered already too.
 */
export class Flow {
  private readonly queue: DeliveryQueue;

  constructor(
    database: Database,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly orgId: string,
    private readonly deliver: Deliver,
  ) {
    this.queue = new DeliveryQueue(database, clock, {
      name: 'flow',
      perRequest: 1,
      requestsAtOnce: AT_ONCE,
      retryAfterMinutes: (failed) => RETRY_MINUTES[failed - 1],
      send: ([delivery]) => this.send(delivery),
    });
  }

  read(): FlowSettings {
    const stored = this.settings.read('flow');
    return stored === undefined ? { url: '', secret: '', on: false } : settingsSchema.parse(JSON.parse(stored));
  }

  configure(next: FlowSettings): void {
    this.settings.write('flow', JSON.stringify(next));
  }

  /** Writes a delivery down in the transaction of the change that it tells of; nothing while the Flow is off. */
  enqueue(deal: Opportunity): void {
    const { on, url } = this.read();
    if (on && url !== '') this.queue.add(deal, randomUUID());
  }

  /** Tells of a deal although its stage has not changed. */
  sendTest(deal: Opportunity): void {
    this.queue.add(deal, `test-${randomUUID()}`);
  }

  /** Sends what is due by the clock; resolves when all of that has been answered or has failed. Never rejects for a delivery. */
  runDue(): Promise<void> {
    return this.queue.runDue();
  }

  /** When the next delivery is due (UTC instant), for whoever keeps the time. */
  nextDueAt(): string | undefined {
    return this.queue.nextDueAt();
  }

  /** Newest first. */
  deliveries(limit: number): Delivery[] {
    return this.queue.deliveries(limit);
  }

  /** Doubles, holds back or reverses callouts from now on, for tests; what is left out stays as it is. */
  disturb(disorder: Partial<Disorder>): void {
    this.queue.disturb(disorder);
  }

  private async send(delivery: Delivery): Promise<Attempt> {
    const { url, secret } = this.read();
    // The Flow builds the body anew at each attempt, so a late one carries its own time.
    const body = JSON.stringify({
      orgId: this.orgId, opportunityId: delivery.opportunityId, stageName: delivery.stageName, systemModstamp: delivery.systemModstamp,
      timestamp: this.clock.now().toISOString(), eventId: delivery.eventId,
    });
    const headers = { 'Content-Type': 'application/json', 'X-Opiekun-Signature': createHmac('sha256', secret).update(body).digest('hex') };
    const { status } = await this.deliver(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
    return { delivered: status >= 200 && status < 300, status };
  }
}
