import { randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import type { Clock } from '../../clock';
import type { Database } from '../../database';
import { attemptColumns, attemptOf, attemptValues, type Attempt } from './attempt';
import { WEBHOOK_EVENTS, type WebhookEvent } from './events';

export interface NewSubscription {
  readonly event: WebhookEvent;
  readonly url: string;
  readonly name?: string | undefined;
  readonly description?: string | undefined;
}

export interface Subscription extends NewSubscription {
  readonly id: number;
  /** Only an active one is told of events; one that failed its handshake or ten deliveries is not. */
  readonly active: boolean;
  /** UTC instants. */
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly lastAttempt?: Attempt | undefined;
}

const SECRET_BYTES = 64;

const subscriptionRow = z.object({
  id: z.number(), event: z.enum(WEBHOOK_EVENTS), url: z.string(), name: z.nullable(z.string()), description: z.nullable(z.string()),
  active: z.number(), created_at: z.string(), updated_at: z.string(), ...attemptColumns,
});
const secretRow = z.object({ shared_secret: z.string() });
const idRow = z.object({ id: z.number() });

function subscriptionOf(value: unknown): Subscription {
  const row = subscriptionRow.parse(value);
  return {
    id: row.id, event: row.event, url: row.url, name: row.name ?? undefined, description: row.description ?? undefined, active: row.active === 1,
    createdAt: row.created_at, updatedAt: row.updated_at, lastAttempt: attemptOf(row),
  };
}

/** Who is told of what. The secret is handed out apart, so that no list shows it. */
export class SubscriptionTable {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Adds a subscription, inactive at first. Its secret has 128 characters. */
  create(request: NewSubscription): { readonly id: number; readonly sharedSecret: string } {
    const now = this.clock.now().toISOString();
    const sharedSecret = randomBytes(SECRET_BYTES).toString('hex');
    const result = this.database
      .prepare('INSERT INTO webhook_subscription (event, url, name, description, shared_secret, active, created_at, updated_at) VALUES (?, ?, ?, ?, ?, 0, ?, ?)')
      .run(request.event, request.url, request.name ?? null, request.description ?? null, sharedSecret, now, now);
    return { id: Number(result.lastInsertRowid), sharedSecret };
  }

  find(id: number): Subscription | undefined {
    const row = this.database.prepare('SELECT * FROM webhook_subscription WHERE id = ?').get(id);
    return row === undefined ? undefined : subscriptionOf(row);
  }

  /** In the order in which they were made. */
  all(): Subscription[] {
    return this.database.prepare('SELECT * FROM webhook_subscription ORDER BY id').all().map(subscriptionOf);
  }

  activeIds(event: WebhookEvent): number[] {
    const rows = this.database.prepare('SELECT id FROM webhook_subscription WHERE event = ? AND active = 1 ORDER BY id').all(event);
    return rows.map((row) => idRow.parse(row).id);
  }

  exists({ event, url }: NewSubscription): boolean {
    return this.database.prepare('SELECT 1 FROM webhook_subscription WHERE event = ? AND url = ?').get(event, url) !== undefined;
  }

  secretOf(id: number): string {
    return secretRow.parse(this.database.prepare('SELECT shared_secret FROM webhook_subscription WHERE id = ?').get(id)).shared_secret;
  }

  setActive(id: number, active: boolean): void {
    this.database.prepare('UPDATE webhook_subscription SET active = ?, updated_at = ? WHERE id = ?').run(Number(active), this.clock.now().toISOString(), id);
  }

  noteAttempt(id: number, attempt: Attempt): void {
    this.database.prepare('UPDATE webhook_subscription SET last_at = ?, last_status = ?, last_error = ? WHERE id = ?').run(...attemptValues(attempt), id);
  }

  /** @returns false when there is no such subscription */
  delete(id: number): boolean {
    return this.database.prepare('DELETE FROM webhook_subscription WHERE id = ?').run(id).changes > 0;
  }
}
