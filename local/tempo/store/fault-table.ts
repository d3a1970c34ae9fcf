import * as z from 'zod/mini';
import { transaction, type Database } from '../../database';

const faultSchema = z.discriminatedUnion('kind', [
  /** Answers with this status at once; nothing is read or written. */
  z.object({ kind: z.literal('status'), status: z.number(), retryAfterSeconds: z.optional(z.number()) }),
  /** Never answers; the request has had no effect. */
  z.object({ kind: z.literal('timeout') }),
  /** Answers as usual, this late. */
  z.object({ kind: z.literal('slow'), milliseconds: z.number() }),
  /** Does the work, sends the first half of the answer and drops the connection. */
  z.object({ kind: z.literal('halfAnswer') }),
  /** Does the work and answers 200 with JSON of another shape. */
  z.object({ kind: z.literal('wrongShape') }),
  /** Does the work, then drops the connection without a byte of answer. */
  z.object({ kind: z.literal('loseAnswer') }),
  /** Does the work, then never answers. */
  z.object({ kind: z.literal('commitThenTimeout') }),
]);

export type Fault = z.infer<typeof faultSchema>;

export interface PlannedFault {
  /** Upper case; every method when not given. */
  readonly method?: string | undefined;
  /** Start of the path, such as '/4/plans'. */
  readonly path: string;
  /** For how many requests. */
  readonly times: number;
  readonly fault: Fault;
}

const faultRow = z.object({
  id: z.number(),
  method: z.nullable(z.string()),
  path: z.string(),
  remaining: z.number(),
  fault: z.string(),
});

/** Faults that wait for requests; each is used up by the requests that it meets. */
export class FaultTable {
  constructor(private readonly database: Database) {}

  add(planned: PlannedFault): void {
    this.database
      .prepare('INSERT INTO fault (method, path, remaining, fault) VALUES (?, ?, ?, ?)')
      .run(planned.method ?? null, planned.path, planned.times, JSON.stringify(planned.fault));
  }

  all(): PlannedFault[] {
    return this.database
      .prepare('SELECT * FROM fault ORDER BY id')
      .all()
      .map((value) => {
        const row = faultRow.parse(value);
        return {
          method: row.method ?? undefined,
          path: row.path,
          times: row.remaining,
          fault: faultSchema.parse(JSON.parse(row.fault)),
        };
      });
  }

  /** Takes the first fault that fits a request, if there is one. */
  take(method: string, path: string): Fault | undefined {
    const select = 'SELECT * FROM fault WHERE (method IS NULL OR method = ?) AND substr(?, 1, length(path)) = path ORDER BY id LIMIT 1';
    const found: unknown = this.database.prepare(select).get(method, path);
    if (found === undefined) return undefined;
    const row = faultRow.parse(found);
    transaction(this.database, () => {
      this.database.prepare('UPDATE fault SET remaining = remaining - 1 WHERE id = ?').run(row.id);
      this.database.prepare('DELETE FROM fault WHERE id = ? AND remaining <= 0').run(row.id);
    });
    return faultSchema.parse(JSON.parse(row.fault));
  }

  clear(): void {
    this.database.exec('DELETE FROM fault');
  }
}
