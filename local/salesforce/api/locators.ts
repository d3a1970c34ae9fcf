import * as z from 'zod/mini';
import type { Clock } from '../../clock';
import type { Database } from '../../database';
import { KEY_PREFIX } from '../record-ids';
import type { Numbering } from '../store/numbering';

const LIFE_HOURS = 48;
const locatorRow = z.object({ soql: z.string(), batch_size: z.number(), record_ids: z.string() });
const idList = z.array(z.string());

export interface Locator {
  readonly soql: string;
  readonly batchSize: number;
  readonly ids: readonly string[];
}

/** Query results that did not fit into one answer; they outlive a restart and are kept for two days. */
export class Locators {
  constructor(private readonly database: Database, private readonly clock: Clock, private readonly numbering: Numbering) {}

  keep(locator: Locator): string {
    const id = this.numbering.id(KEY_PREFIX.queryLocator, undefined);
    const now = this.clock.now();
    this.database.prepare('DELETE FROM sf_locator WHERE created_at < ?').run(new Date(now.getTime() - LIFE_HOURS * 3_600_000).toISOString());
    this.database
      .prepare('INSERT INTO sf_locator (id, soql, batch_size, record_ids, created_at) VALUES (?, ?, ?, ?, ?)')
      .run(id, locator.soql, locator.batchSize, JSON.stringify(locator.ids), now.toISOString());
    return id;
  }

  find(id: string): Locator | undefined {
    const row = this.database.prepare('SELECT soql, batch_size, record_ids FROM sf_locator WHERE id = ?').get(id);
    if (!row) return undefined;
    const parsed = locatorRow.parse(row);
    return { soql: parsed.soql, batchSize: parsed.batch_size, ids: idList.parse(JSON.parse(parsed.record_ids)) };
  }
}
