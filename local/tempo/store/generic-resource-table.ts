import * as z from 'zod/mini';
import type { Database } from '../../database';
import type { GenericResource } from '../model';

const resourceRow = z.object({ id: z.number(), name: z.string() });

export class GenericResourceTable {
  constructor(private readonly database: Database) {}

  /** Names need not be unique: Tempo does not say that they are. */
  create(name: string): GenericResource {
    const result = this.database.prepare('INSERT INTO generic_resource (name) VALUES (?)').run(name);
    return { id: Number(result.lastInsertRowid), name };
  }

  find(id: number): GenericResource | undefined {
    const row: unknown = this.database.prepare('SELECT * FROM generic_resource WHERE id = ?').get(id);
    return row === undefined ? undefined : resourceRow.parse(row);
  }

  all(): GenericResource[] {
    return this.database.prepare('SELECT * FROM generic_resource ORDER BY id').all().map((row) => resourceRow.parse(row));
  }

  rename(id: number, name: string): boolean {
    return this.database.prepare('UPDATE generic_resource SET name = ? WHERE id = ?').run(name, id).changes > 0;
  }

  delete(id: number): boolean {
    return this.database.prepare('DELETE FROM generic_resource WHERE id = ?').run(id).changes > 0;
  }
}
