import * as z from 'zod/mini';
import type { Clock } from '../clock';
import type { Database } from '../database';
import { jsonColumn } from './rows';

/** Tells the apps of a product event, such as `avi:jira:updated:issue`. */
export type EmitEvent = (name: string, payload: Record<string, unknown>) => Promise<void>;

const attemptsAllowed = 4;
const eventRow = z.object({
  id: z.number(),
  name: z.string(),
  payload: jsonColumn(z.record(z.string(), z.unknown())),
  attempts: z.number(),
});

/**
 * Product events wait in the database until they were delivered: `record` belongs in the transaction of the change
 * itself, so a killed process neither loses an event nor tells one of a change that did not happen.
 */
export class EventOutbox {
  private delivering: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly emit: EmitEvent,
  ) {}

  record(name: string, payload: Record<string, unknown>): void {
    this.database
      .prepare('INSERT INTO pending_event (name, payload, attempts, recordedAt) VALUES (?, ?, 0, ?)')
      .run(name, JSON.stringify(payload), this.clock.now().toISOString());
  }

  /**
   * Delivers what is waiting, in order, without making the caller wait; call it after the commit and when the site starts.
   * An event whose delivery fails stays for the next round, four rounds at most.
   * @returns a promise for tests and shutdown: settled when this round is over; it never rejects.
   */
  deliver(): Promise<void> {
    this.delivering = this.delivering.then(() => this.round());
    return this.delivering;
  }

  pendingCount(): number {
    return this.pending().length;
  }

  private async round(): Promise<void> {
    for (const event of this.pending()) {
      try {
        await this.emit(event.name, event.payload);
        this.forget(event.id);
      } catch {
        if (event.attempts + 1 >= attemptsAllowed) this.forget(event.id);
        else this.database.prepare('UPDATE pending_event SET attempts = attempts + 1 WHERE id = ?').run(event.id);
      }
    }
  }

  private pending(): z.infer<typeof eventRow>[] {
    return this.database.prepare('SELECT id, name, payload, attempts FROM pending_event ORDER BY id').all().map((row) => z.parse(eventRow, row));
  }

  private forget(id: number): void {
    this.database.prepare('DELETE FROM pending_event WHERE id = ?').run(id);
  }
}
