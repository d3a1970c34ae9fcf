import * as z from 'zod/mini';
import type { Clock } from '../clock';
import type { Database } from '../database';
import { countOf, jsonColumn } from './rows';

const outcome = z.object({
  processed: z.array(z.string()),
  /** Why not, by issue id. */
  failed: z.record(z.string(), z.array(z.string())),
  /** Issues that there are not, or that the person may not see. */
  invalid: z.number(),
});
const taskRow = z.object({ id: z.string(), submittedBy: z.string(), submittedAt: z.string(), outcome: jsonColumn(outcome) });

export type BulkOutcome = z.infer<typeof outcome>;
export type BulkTask = z.infer<typeof taskRow>;

/** Bulk operations and what became of each issue. Here they are done when the answer comes, so a task is always complete. */
export class BulkTaskStore {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  add(submittedBy: string, result: BulkOutcome): string {
    const id = String(countOf(this.database.prepare('SELECT ifnull(max(CAST(id AS INTEGER)), 10000) + 1 AS count FROM bulk_task').get()));
    this.database.prepare('INSERT INTO bulk_task (id, submittedBy, submittedAt, outcome) VALUES (?, ?, ?, ?)').run(id, submittedBy, this.clock.now().toISOString(), JSON.stringify(result));
    return id;
  }

  /** Of those that somebody submitted. */
  newest(submittedBy: string): BulkTask | undefined {
    const row = this.database.prepare('SELECT id, submittedBy, submittedAt, outcome FROM bulk_task WHERE submittedBy = ? ORDER BY CAST(id AS INTEGER) DESC LIMIT 1').get(submittedBy);
    return row === undefined ? undefined : z.parse(taskRow, row);
  }

  find(id: string): BulkTask | undefined {
    const row = this.database.prepare('SELECT id, submittedBy, submittedAt, outcome FROM bulk_task WHERE id = ?').get(id);
    return row === undefined ? undefined : z.parse(taskRow, row);
  }
}
