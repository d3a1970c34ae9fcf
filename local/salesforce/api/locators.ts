import * as z from 'zod/mini';
import type { Clock } from '../../clock';
import type { Database } from '../../database';
import { KEY_PREFIX } from '../record-ids';
import type { Scope } from '../soql/compile';
import { IdList } from '../soql/id-list';
import type { Numbering } from '../store/numbering';

const LIFE_HOURS = 48;
const cursorRow = z.object({ soql: z.string(), scope: z.enum(['live', 'all']), batch_size: z.number(), record_ids: z.string() });

export interface Locator {
  readonly soql: string;
  readonly scope: Scope;
  readonly batchSize: number;
  readonly ids: IdList;
}

/** Query results that did not fit into one answer; they outlive a restart and are kept for two days. */
export class Locators {
  constructor(private readonly database: Database, private readonly clock: Clock, private readonly numbering: Numbering) {}

  keep(locator: Locator): string {
    const id = this.numbering.id(KEY_PREFIX.queryLocator, undefined);
    const now = this.clock.now();
    this.database.prepare('DELETE FROM sf_query_cursor WHERE created_at < ?').run(new Date(now.getTime() - LIFE_HOURS * 3_600_000).toISOString());
    this.database
      .prepare('INSERT INTO sf_query_cursor (id, soql, scope, batch_size, record_ids, created_at) VALUES (?, ?, ?, ?, ?, ?)')
      .run(id, locator.soql, locator.scope, locator.batchSize, locator.ids.text, now.toISOString());
    return id;
  }

  find(id: string): Locator | undefined {
    const row = this.database.prepare('SELECT soql, scope, batch_size, record_ids FROM sf_query_cursor WHERE id = ?').get(id);
    if (!row) return undefined;
    const { soql, scope, batch_size: batchSize, record_ids: ids } = cursorRow.parse(row);
    return { soql, scope, batchSize, ids: new IdList(ids) };
  }
}
