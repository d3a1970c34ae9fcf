import { createHmac, randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import type { Clock } from '../../clock';
import type { Database } from '../../database';
import type { Opportunity } from '../store/opportunities';
import type { Settings } from '../store/settings';

/** Sends a request to the outside; the site maps the public address of a web trigger to its own port here. */
export type Deliver = (url: string, init: {
  readonly method: 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly signal: AbortSignal;
}) => Promise<{ readonly status: number }>;

export interface FlowSettings {
  readonly url: string;
  readonly secret: string;
  readonly on: boolean;
}

export type DeliveryState = 'waiting' | 'delivered' | 'failed';

export interface Delivery {
  readonly eventId: string;
  readonly opportunityId: string;
  readonly stageName: string;
  readonly systemModstamp: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  /** UTC instants. */
  readonly nextAt: string | undefined;
  readonly lastAt: string | undefined;
  readonly lastStatus: number | undefined;
  readonly lastError: string | undefined;
}

const settingsSchema = z.object({ url: z.string(), secret: z.string(), on: z.boolean() });
const deliveryRow = z.object({
  event_id: z.string(), opportunity_id: z.string(), stage_name: z.string(), system_modstamp: z.string(),
  state: z.enum(['waiting', 'delivered', 'failed']), attempts: z.number(), next_at: z.nullable(z.string()), last_at: z.nullable(z.string()),
  last_status: z.nullable(z.number()), last_error: z.nullable(z.string()),
});

const RETRY_MINUTES = [15, 30, 60, 120] as const;
const AT_ONCE = 8;
const ANSWER_WITHIN_MS = 30_000;

/**
 * The org's record-triggered Flow: after a change of stage is committed it calls out to a web trigger,
 * and again after 15, 30, 60 and 120 minutes while that fails (Salesforce Help, "Troubleshoot Flow Retries").
 */
export class Flow {
  private running: Promise<void> | undefined;
  private again = false;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly orgId: string,
    private readonly deliver: Deliver,
  ) {}

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
    if (on && url !== '') this.write(deal, randomUUID());
  }

  /** Tells of a deal although its stage has not changed. */
  sendTest(deal: Opportunity): void {
    this.write(deal, `test-${randomUUID()}`);
  }

  /** Sends what is due by the clock; resolves when all of that has been answered or has failed. Never rejects for a delivery. */
  runDue(): Promise<void> {
    if (this.running) {
      this.again = true;
      return this.running;
    }
    this.running = this.work();
    return this.running;
  }

  /** When the next delivery is due (UTC instant), for whoever keeps the time. */
  nextDueAt(): string | undefined {
    const next = this.database.prepare("SELECT MIN(next_at) AS next FROM sf_delivery WHERE state = 'waiting'").get()?.['next'];
    return typeof next === 'string' ? next : undefined;
  }

  /** Newest first. */
  deliveries(limit: number): Delivery[] {
    return this.database.prepare('SELECT * FROM sf_delivery ORDER BY number DESC LIMIT ?').all(limit).map(toDelivery);
  }

  private write(deal: Opportunity, eventId: string): void {
    this.database
      .prepare("INSERT INTO sf_delivery (event_id, opportunity_id, stage_name, system_modstamp, state, next_at) VALUES (?, ?, ?, ?, 'waiting', ?)")
      .run(eventId, deal.id, deal.stageName, deal.systemModstamp, this.clock.now().toISOString());
  }

  private async work(): Promise<void> {
    // The caller has to have noted this run before it can end.
    await Promise.resolve();
    try {
      do {
        this.again = false;
        const due = this.database
          .prepare("SELECT * FROM sf_delivery WHERE state = 'waiting' AND next_at <= ? ORDER BY number LIMIT ?")
          .all(this.clock.now().toISOString(), AT_ONCE)
          .map(toDelivery);
        await Promise.all(due.map((delivery) => this.attempt(delivery)));
        if (due.length > 0) this.again = true;
      } while (this.again);
    } finally {
      this.running = undefined;
    }
  }

  private async attempt(delivery: Delivery): Promise<void> {
    const { url, secret } = this.read();
    // The Flow builds the body anew at each attempt, so a late one carries its own time.
    const body = JSON.stringify({
      orgId: this.orgId, opportunityId: delivery.opportunityId, stageName: delivery.stageName, systemModstamp: delivery.systemModstamp,
      timestamp: this.clock.now().toISOString(), eventId: delivery.eventId,
    });
    let status: number | undefined;
    let error: string | undefined;
    try {
      const headers = { 'Content-Type': 'application/json', 'X-Opiekun-Signature': createHmac('sha256', secret).update(body).digest('hex') };
      ({ status } = await this.deliver(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(ANSWER_WITHIN_MS) }));
    } catch (thrown) {
      error = thrown instanceof Error ? thrown.message : String(thrown);
    }
    this.settle(delivery, status, error);
  }

  private settle(delivery: Delivery, status: number | undefined, error: string | undefined): void {
    const now = this.clock.now();
    const delivered = status !== undefined && status >= 200 && status < 300;
    const wait = RETRY_MINUTES[delivery.attempts];
    const state: DeliveryState = delivered ? 'delivered' : wait === undefined ? 'failed' : 'waiting';
    const nextAt = state === 'waiting' && wait !== undefined ? new Date(now.getTime() + wait * 60_000).toISOString() : null;
    this.database
      .prepare('UPDATE sf_delivery SET state = ?, attempts = attempts + 1, next_at = ?, last_at = ?, last_status = ?, last_error = ? WHERE event_id = ?')
      .run(state, nextAt, now.toISOString(), status ?? null, error ?? null, delivery.eventId);
  }
}

function toDelivery(row: unknown): Delivery {
  const parsed = deliveryRow.parse(row);
  return {
    eventId: parsed.event_id, opportunityId: parsed.opportunity_id, stageName: parsed.stage_name, systemModstamp: parsed.system_modstamp,
    state: parsed.state, attempts: parsed.attempts, nextAt: parsed.next_at ?? undefined, lastAt: parsed.last_at ?? undefined,
    lastStatus: parsed.last_status ?? undefined, lastError: parsed.last_error ?? undefined,
  };
}
