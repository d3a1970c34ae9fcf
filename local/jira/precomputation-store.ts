import * as z from 'zod/mini';
import type { Clock } from '../clock';
import type { Database } from '../database';
import { jsonColumn } from './rows';

/** One use of an app's JQL function. */
export interface FunctionUse {
  /** The module's key, without what precedes it in REST. */
  readonly moduleKey: string;
  readonly functionName: string;
  /** As the query has it. */
  readonly field: string;
  readonly operator: string;
  readonly arguments: readonly string[];
}

/** What Jira keeps in place of a function: JQL, or an error for whoever searches. */
export type KeptAnswer = { readonly value: string; readonly error: null } | { readonly value: null; readonly error: string };

export type Precomputation = FunctionUse & KeptAnswer & {
  readonly id: string;
  /** UTC ISO instants. */
  readonly created: string;
  readonly updated: string;
  readonly used: string;
};

export type PrecomputationOrder = 'functionKey' | 'created' | 'updated' | 'used';

/** "Precomputations not evaluated for 7 days are removed" (developer.atlassian.com/cloud/jira/platform/jql-functions). */
const unusedDays = 7;

const row = z.object({
  id: z.string(),
  moduleKey: z.string(),
  functionName: z.string(),
  field: z.string(),
  operator: z.string(),
  arguments: jsonColumn(z.array(z.string())),
  value: z.nullable(z.string()),
  error: z.nullable(z.string()),
  created: z.string(),
  updated: z.string(),
  used: z.string(),
});
const orders: Readonly<Record<PrecomputationOrder, string>> = { functionKey: 'moduleKey', created: 'created', updated: 'updated', used: 'used' };

/** What apps' JQL functions answered, kept until they tell another or nobody searches by it any more. */
export class PrecomputationStore {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Finds what is kept for a use, and notes that it was used now. */
  use({ moduleKey, field, operator, arguments: given }: FunctionUse): Precomputation | undefined {
    this.removeUnused();
    const which = 'WHERE moduleKey = ? AND field = ? AND operator = ? AND arguments = ?';
    const key = [moduleKey, field, operator, JSON.stringify(given)];
    this.database.prepare(`UPDATE jql_precomputation SET used = ? ${which}`).run(this.clock.now().toISOString(), ...key);
    return this.read(which, ...key)[0];
  }

  /** Two searches that asked at the same time leave one; the first stays. */
  add(id: string, use: FunctionUse, answer: KeptAnswer): void {
    const now = this.clock.now().toISOString();
    this.database
      .prepare(
        'INSERT INTO jql_precomputation (id, moduleKey, functionName, field, operator, arguments, value, error, created, updated, used) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
      )
      .run(id, use.moduleKey, use.functionName, use.field, use.operator, JSON.stringify(use.arguments), answer.value, answer.error, now, now, now);
  }

  find(id: string): Precomputation | undefined {
    this.removeUnused();
    return this.read('WHERE id = ?', id)[0];
  }

  update(id: string, { value, error }: KeptAnswer): void {
    this.database.prepare('UPDATE jql_precomputation SET value = ?, error = ?, updated = ? WHERE id = ?').run(value, error, this.clock.now().toISOString(), id);
  }

  /** @param moduleKeys of which functions. */
  all(moduleKeys: readonly string[], order: PrecomputationOrder, descending: boolean): Precomputation[] {
    this.removeUnused();
    const direction = descending ? 'DESC' : 'ASC';
    return this.read(`WHERE moduleKey IN (SELECT value FROM json_each(?)) ORDER BY ${orders[order]} ${direction}, rowid ${direction}`, JSON.stringify(moduleKeys));
  }

  private removeUnused(): void {
    const before = new Date(this.clock.now().getTime() - unusedDays * 24 * 60 * 60_000).toISOString();
    this.database.prepare('DELETE FROM jql_precomputation WHERE used < ?').run(before);
  }

  private read(tail: string, ...values: readonly string[]): Precomputation[] {
    return this.database.prepare(`SELECT * FROM jql_precomputation ${tail}`).all(...values).map((each) => {
      const { value, error, ...rest } = z.parse(row, each);
      const kept: KeptAnswer = value === null ? { value, error: error ?? '' } : { value, error: null };
      return { ...rest, ...kept };
    });
  }
}
