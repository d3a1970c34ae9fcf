import * as z from 'zod/mini';
import type { Database } from '../../database';
import { uuidOf } from '../financials/ids';
import type { EntryKind, MoneyEntry, MoneyEntryContent } from '../financials/model';

const content = z.object({
  kind: z.enum(['expense', 'fixedRevenue']),
  projectId: z.string(),
  date: z.string(),
  amount: z.object({ currency: z.string(), minor: z.int() }),
  description: z.string(),
  category: z.optional(z.string()),
  recurrence: z.optional(z.object({ everyMonths: z.int(), count: z.int() })),
});
const row = z.object({ id: z.string(), content: z.string() });
const lastRow = z.object({ last: z.number() });

function entryOf(value: unknown): MoneyEntry {
  const { id, content: text } = row.parse(value);
  return { ...content.parse(JSON.parse(text)), id };
}

/** Expenses and fixed revenues of projects. */
export class MoneyEntryTable {
  constructor(private readonly database: Database) {}

  add(entry: MoneyEntryContent): MoneyEntry {
    const { last } = lastRow.parse(this.database.prepare('SELECT coalesce(max(number), 0) AS last FROM money_entry').get());
    const id = uuidOf('entry', String(last + 1), entry.projectId, entry.date);
    this.database.prepare('INSERT INTO money_entry (id, project_id, kind, content) VALUES (?, ?, ?, ?)').run(id, entry.projectId, entry.kind, JSON.stringify(entry));
    return { ...entry, id };
  }

  /** As they were entered. */
  of(projectId: string, kind: EntryKind): MoneyEntry[] {
    return this.database.prepare('SELECT id, content FROM money_entry WHERE project_id = ? AND kind = ? ORDER BY number').all(projectId, kind).map(entryOf);
  }

  remove(projectId: string, id: string): boolean {
    return this.database.prepare('DELETE FROM money_entry WHERE project_id = ? AND id = ?').run(projectId, id).changes > 0;
  }
}
