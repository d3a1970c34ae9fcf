import * as z from 'zod/mini';
import type { Database } from '../database';

export type EventState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';

/** An event in a queue. Instants in milliseconds of the epoch. */
export interface QueuedEvent {
  readonly eventId: string;
  readonly queue: string;
  readonly jobId: string;
  /** JSON of the event as it was pushed: body, delayInSeconds, concurrency. */
  readonly pushed: string;
  readonly concurrencyKey: string | null;
  readonly concurrencyLimit: number | null;
  readonly dueAt: number;
  readonly pushedAt: number;
  readonly retryCount: number;
  readonly retryReason: string | null;
  /** JSON */
  readonly retryData: string | null;
  readonly repeated: number;
}

const row = z.object({
  eventId: z.string(),
  queue: z.string(),
  jobId: z.string(),
  pushed: z.string(),
  concurrencyKey: z.nullable(z.string()),
  concurrencyLimit: z.nullable(z.number()),
  dueAt: z.number(),
  pushedAt: z.number(),
  retryCount: z.number(),
  retryReason: z.nullable(z.string()),
  retryData: z.nullable(z.string()),
  repeated: z.number(),
});
const columns = Object.keys(row.shape).join(', ');
const count = z.object({ count: z.number() });
const keptMilliseconds = 7 * 86_400_000;

/** The events of all queues, kept in the database until a week after they are settled. */
export class QueueTable {
  constructor(private readonly database: Database) {
    database.exec(`
      CREATE TABLE IF NOT EXISTS forge_event (
        position INTEGER PRIMARY KEY AUTOINCREMENT,
        eventId TEXT NOT NULL UNIQUE,
        queue TEXT NOT NULL,
        jobId TEXT NOT NULL,
        pushed TEXT NOT NULL,
        concurrencyKey TEXT,
        concurrencyLimit INTEGER,
        state TEXT NOT NULL DEFAULT 'waiting',
        dueAt INTEGER NOT NULL,
        pushedAt INTEGER NOT NULL,
        retryCount INTEGER NOT NULL DEFAULT 0,
        retryReason TEXT,
        retryData TEXT,
        repeated INTEGER NOT NULL DEFAULT 0
      );
      CREATE INDEX IF NOT EXISTS forge_event_due ON forge_event (state, dueAt, position);
      CREATE INDEX IF NOT EXISTS forge_event_job ON forge_event (jobId);
      CREATE INDEX IF NOT EXISTS forge_event_pushed ON forge_event (pushedAt)`);
  }

  /** After a crash: what was being delivered is delivered again. */
  recover(now: number): void {
    this.database.prepare(`UPDATE forge_event SET state = 'waiting' WHERE state = 'running'`).run();
    this.database
      .prepare(`DELETE FROM forge_event WHERE state NOT IN ('waiting', 'running') AND pushedAt < ?`)
      .run(now - keptMilliseconds);
  }

  insert(event: Omit<QueuedEvent, 'retryCount' | 'retryReason' | 'retryData' | 'repeated'>): void {
    this.database
      .prepare(
        `INSERT INTO forge_event (eventId, queue, jobId, pushed, concurrencyKey, concurrencyLimit, dueAt, pushedAt)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        event.eventId,
        event.queue,
        event.jobId,
        event.pushed,
        event.concurrencyKey,
        event.concurrencyLimit,
        event.dueAt,
        event.pushedAt,
      );
  }

  /** Events that may be delivered now, the longest due first. */
  due(now: number): QueuedEvent[] {
    const found = this.database
      .prepare(`SELECT ${columns} FROM forge_event WHERE state = 'waiting' AND dueAt <= ? ORDER BY dueAt, position`)
      .all(now);
    return z.array(row).parse(found);
  }

  nextDue(): number | undefined {
    const found = this.database.prepare(`SELECT min(dueAt) AS dueAt FROM forge_event WHERE state = 'waiting'`).get();
    return z.object({ dueAt: z.nullable(z.number()) }).parse(found).dueAt ?? undefined;
  }

  setState(eventId: string, state: EventState): void {
    this.database.prepare('UPDATE forge_event SET state = ? WHERE eventId = ?').run(state, eventId);
  }

  repeat(eventId: string, now: number): void {
    this.database
      .prepare(`UPDATE forge_event SET state = 'waiting', repeated = 1, dueAt = ? WHERE eventId = ?`)
      .run(now, eventId);
  }

  retry(eventId: string, retry: { dueAt: number; reason: string; data: string | null }): void {
    this.database
      .prepare(
        `UPDATE forge_event SET state = 'waiting', dueAt = ?, retryCount = retryCount + 1, retryReason = ?, retryData = ?
         WHERE eventId = ?`,
      )
      .run(retry.dueAt, retry.reason, retry.data, eventId);
  }

  runningWithKey(queue: string, key: string): number {
    return this.count(`queue = ? AND concurrencyKey = ? AND state = 'running'`, queue, key);
  }

  running(): number {
    return this.count(`state = 'running'`);
  }

  unsettled(): number {
    return this.count(`state IN ('waiting', 'running')`);
  }

  pushedSince(instant: number): number {
    return this.count('pushedAt > ?', instant);
  }

  /** How the events of one push fare; undefined when there is no such push. */
  statsOf(queue: string, jobId: string): { success: number; inProgress: number; failed: number } | undefined {
    if (this.count('queue = ? AND jobId = ?', queue, jobId) === 0) return undefined;
    const of = (states: string): number => this.count(`queue = ? AND jobId = ? AND state IN (${states})`, queue, jobId);
    return { success: of(`'done'`), inProgress: of(`'waiting', 'running'`), failed: of(`'failed', 'cancelled'`) };
  }

  cancel(queue: string, jobId: string): void {
    this.database
      .prepare(`UPDATE forge_event SET state = 'cancelled' WHERE queue = ? AND jobId = ? AND state = 'waiting'`)
      .run(queue, jobId);
  }

  private count(condition: string, ...parameters: (string | number)[]): number {
    return count.parse(this.database.prepare(`SELECT count(*) AS count FROM forge_event WHERE ${condition}`).get(...parameters)).count;
  }
}
