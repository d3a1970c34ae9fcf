import type { Clock } from '../../clock';
import type { Database } from '../../database';
import { atomically } from '../store/atomically';
import type { Opportunity } from '../store/opportunities';
import { toDelivery } from './delivery';
import type { Delivery, DeliveryState } from './delivery';

/** How one way of telling sends what it has to tell. */
export interface Channel {
  readonly name: 'flow' | 'outboundMessage';
  /** How many deliveries go into one request. */
  readonly perRequest: number;
  readonly requestsAtOnce: number;
  /** After how many hours something that waits is dropped; never where left out. */
  readonly dropAfterHours?: number;
  /** Minutes until the next attempt after that many have failed; undefined gives up. */
  readonly retryAfterMinutes: (failedAttempts: number) => number | undefined;
  /** Makes one request. What it throws counts as a failure. */
  readonly send: (group: Group) => Promise<Attempt>;
}

export type Group = readonly [Delivery, ...Delivery[]];

export interface Attempt {
  readonly delivered: boolean;
  /** Of the answer, where there was one. */
  readonly status?: number;
  /** What was wrong besides the status. */
  readonly complaint?: string;
}

/** What a test does to deliveries; forgotten when the process ends. */
export interface Disorder {
  /** Each request is made twice; the first answer counts. */
  readonly twice: boolean;
  /** Nothing is sent until it is let go again. */
  readonly held: boolean;
  /** The latest goes first. */
  readonly reversed: boolean;
}

const ORDER: Disorder = { twice: false, held: false, reversed: false };

/** The deliveries of one channel: written in the transaction of the change they tell of, sent when due, kept over a restart. */
export class DeliveryQueue {
  private running: Promise<void> | undefined;
  private again = false;
  private disorder = ORDER;

  constructor(private readonly database: Database, private readonly clock: Clock, private readonly channel: Channel) {}

  add(deal: Opportunity, eventId: string): void {
    const { name, dropAfterHours } = this.channel;
    const dropAt = dropAfterHours === undefined ? null : this.inMinutes(dropAfterHours * 60);
    this.database
      .prepare("INSERT INTO sf_delivery (channel, event_id, opportunity_id, stage_name, system_modstamp, state, next_at, drop_at) VALUES (?, ?, ?, ?, ?, 'waiting', ?, ?)")
      .run(name, eventId, deal.id, deal.stageName, deal.systemModstamp, this.inMinutes(0), dropAt);
  }

  /** Changes what is given, for tests. */
  disturb(disorder: Partial<Disorder>): void {
    this.disorder = { ...this.disorder, ...disorder };
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
    const next = this.database.prepare("SELECT MIN(next_at) AS next FROM sf_delivery WHERE channel = ? AND state = 'waiting'").get(this.channel.name)?.['next'];
    return typeof next === 'string' ? next : undefined;
  }

  /** Newest first. */
  deliveries(limit: number): Delivery[] {
    return this.database.prepare('SELECT * FROM sf_delivery WHERE channel = ? ORDER BY number DESC LIMIT ?').all(this.channel.name, limit).map(toDelivery);
  }

  private async work(): Promise<void> {
    // The caller has to have noted this run before it can end.
    await Promise.resolve();
    try {
      do {
        this.again = false;
        this.dropOld();
        const due = this.disorder.held ? [] : this.due();
        await Promise.all(inGroups(due, this.channel.perRequest).map((group) => this.attempt(group)));
        if (due.length > 0) this.again = true;
      } while (this.again);
    } finally {
      this.running = undefined;
    }
  }

  private due(): Delivery[] {
    const { name, perRequest, requestsAtOnce } = this.channel;
    return this.database
      .prepare(`SELECT * FROM sf_delivery WHERE channel = ? AND state = 'waiting' AND next_at <= ? ORDER BY number ${this.disorder.reversed ? 'DESC' : 'ASC'} LIMIT ?`)
      .all(name, this.inMinutes(0), perRequest * requestsAtOnce)
      .map(toDelivery);
  }

  private async attempt(group: Group): Promise<void> {
    const first = await this.outcome(group);
    if (this.disorder.twice) await this.outcome(group);
    this.settle(group, first);
  }

  private async outcome(group: Group): Promise<Attempt> {
    try {
      return await this.channel.send(group);
    } catch (error) {
      return { delivered: false, complaint: error instanceof Error ? error.message : String(error) };
    }
  }

  private settle(group: Group, { delivered, status, complaint }: Attempt): void {
    const now = this.inMinutes(0);
    atomically(this.database, () => {
      for (const { eventId, attempts, dropAt } of group) {
        const wait = delivered ? undefined : this.channel.retryAfterMinutes(attempts + 1);
        const state: DeliveryState = delivered ? 'delivered' : wait === undefined ? 'failed' : 'waiting';
        const retryAt = wait === undefined ? null : this.inMinutes(wait);
        const nextAt = retryAt !== null && dropAt !== undefined && dropAt < retryAt ? dropAt : retryAt;
        this.database
          .prepare('UPDATE sf_delivery SET state = ?, attempts = attempts + 1, next_at = ?, last_at = ?, last_status = ?, last_error = ? WHERE event_id = ?')
          .run(state, nextAt, now, status ?? null, complaint ?? null, eventId);
      }
    });
  }

  private dropOld(): void {
    if (this.channel.dropAfterHours === undefined) return;
    this.database
      .prepare("UPDATE sf_delivery SET state = 'failed', next_at = NULL WHERE channel = ? AND state = 'waiting' AND drop_at <= ?")
      .run(this.channel.name, this.inMinutes(0));
  }

  private inMinutes(minutes: number): string {
    return new Date(this.clock.now().getTime() + minutes * 60_000).toISOString();
  }
}

function inGroups(deliveries: readonly Delivery[], size: number): Group[] {
  const groups: Group[] = [];
  for (let at = 0; at < deliveries.length; at += size) {
    const [first, ...others] = deliveries.slice(at, at + size);
    if (first) groups.push([first, ...others]);
  }
  return groups;
}
