import * as z from 'zod/mini';
import type { Database } from '../database';
import { jsonColumn } from './rows';

export type PropertyOwner = 'issue' | 'project';

const valueRow = z.object({ value: z.string() });
const keyRow = z.object({ key: z.string() });
const ownedRow = z.object({ entityId: z.string(), value: jsonColumn(z.unknown()) });

/** Entity properties: JSON that apps and people hang on an issue or a project. */
export class EntityPropertyStore {
  constructor(private readonly database: Database) {}

  keys(owner: PropertyOwner, ownerId: string): string[] {
    return this.database
      .prepare('SELECT key FROM entity_property WHERE entityType = ? AND entityId = ? ORDER BY key')
      .all(owner, ownerId)
      .map((row) => z.parse(keyRow, row).key);
  }

  /** The stored JSON, wrapped so that a stored null differs from no property. */
  get(owner: PropertyOwner, ownerId: string, key: string): { value: unknown } | undefined {
    const row = this.database
      .prepare('SELECT value FROM entity_property WHERE entityType = ? AND entityId = ? AND key = ?')
      .get(owner, ownerId, key);
    return row === undefined ? undefined : { value: JSON.parse(z.parse(valueRow, row).value) };
  }

  /** A property of every issue or project that has it. */
  ofAll(owner: PropertyOwner, key: string): { readonly ownerId: string; readonly value: unknown }[] {
    return this.database
      .prepare('SELECT entityId, value FROM entity_property WHERE entityType = ? AND key = ?')
      .all(owner, key)
      .map((row) => {
        const { entityId, value } = z.parse(ownedRow, row);
        return { ownerId: entityId, value };
      });
  }

  /** @returns true when the property is new. */
  set(owner: PropertyOwner, ownerId: string, key: string, value: unknown): boolean {
    const isNew = this.get(owner, ownerId, key) === undefined;
    this.database
      .prepare('INSERT INTO entity_property VALUES (?, ?, ?, ?) ON CONFLICT (entityType, entityId, key) DO UPDATE SET value = excluded.value')
      .run(owner, ownerId, key, JSON.stringify(value));
    return isNew;
  }

  /** @returns false when there was none. */
  delete(owner: PropertyOwner, ownerId: string, key: string): boolean {
    const result = this.database
      .prepare('DELETE FROM entity_property WHERE entityType = ? AND entityId = ? AND key = ?')
      .run(owner, ownerId, key);
    return Number(result.changes) > 0;
  }
}
