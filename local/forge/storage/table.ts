import * as z from 'zod/mini';
import type { Clock } from '../../clock';
import type { Database } from '../../database';
import type { EntityDefinition } from '../manifest';
import { StorageError } from './errors';
import type { JsonValue, MetadataField, WriteOptions } from './requests';

/** A stored value. Instants in milliseconds of the epoch. */
export interface StoredItem {
  readonly key: string;
  readonly value: JsonValue;
  readonly bytes: number;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly expireAt: number | null;
}

export const storedColumns = 'key, value, created_at, updated_at, expire_at';
const row = z.object({
  key: z.string(),
  value: z.string(),
  created_at: z.number(),
  updated_at: z.number(),
  expire_at: z.nullable(z.number()),
});
const json: z.ZodMiniType<JsonValue> = z.json();
const indexPrefix = 'forge_index ';
const unitMilliseconds = { SECONDS: 1000, MINUTES: 60_000, HOURS: 3_600_000, DAYS: 86_400_000 } as const;

/** What a place in storage is called inside the database; plain keys and secrets are kept apart from entities. */
export const plainSpace = '';
export const secretSpace = '#secret';

export function createTables(database: Database, entities: Iterable<EntityDefinition>): void {
  database.exec(`
    CREATE TABLE IF NOT EXISTS forge_item (
      space TEXT NOT NULL,
      key TEXT NOT NULL,
      value TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL,
      expire_at INTEGER,
      PRIMARY KEY (space, key)
    ) WITHOUT ROWID`);
  createIndexes(database, entities);
}

/** The expression that reads an attribute out of a stored value; the database's indexes are built on the same text. */
export function attributeExpression(attribute: string): string {
  return `json_extract(value, '$.${attribute}')`;
}

function createIndexes(database: Database, entities: Iterable<EntityDefinition>): void {
  const wanted = new Map<string, string>();
  for (const entity of entities) {
    for (const index of entity.indexes) {
      const columns = [...index.partition, ...index.range];
      const name = `${indexPrefix}${entity.name} ${columns.join(' ')}`;
      const expressions = [...columns.map(attributeExpression), 'key'].join(', ');
      wanted.set(name, `CREATE INDEX IF NOT EXISTS "${name}" ON forge_item (${expressions}) WHERE space = '${entity.name}'`);
    }
  }
  const existing = database.prepare(`SELECT name FROM sqlite_master WHERE type = 'index' AND name LIKE '${indexPrefix}%'`);
  for (const { name } of z.array(z.object({ name: z.string() })).parse(existing.all())) {
    if (!wanted.has(name)) database.exec(`DROP INDEX "${name}"`);
  }
  for (const statement of wanted.values()) database.exec(statement);
}

export class ItemTable {
  constructor(
    readonly database: Database,
    private readonly clock: Clock,
  ) {}

  now(): number {
    return this.clock.now().getTime();
  }

  /** What stands under the key, unless it has expired. */
  find(space: string, key: string): StoredItem | undefined {
    const found = this.database
      .prepare(`SELECT ${storedColumns} FROM forge_item WHERE space = ? AND key = ? AND (expire_at IS NULL OR expire_at > ?)`)
      .get(space, key, this.now());
    return found === undefined ? undefined : toItem(found);
  }

  /**
   * Stores a serialised value.
   * @returns what stood there before.
   * @throws StorageError KEY_ALREADY_EXISTS under the policy FAIL_IF_EXISTS.
   */
  put(space: string, key: string, text: string, options: WriteOptions | undefined): StoredItem | undefined {
    const previous = this.find(space, key);
    if (previous && options?.keyPolicy === 'FAIL_IF_EXISTS') {
      throw new StorageError('KEY_ALREADY_EXISTS', `The key "${key}" exists.`);
    }
    const now = this.now();
    const expireAt = options?.ttl ? now + options.ttl.value * unitMilliseconds[options.ttl.unit] : null;
    this.database
      .prepare(
        `INSERT INTO forge_item (space, key, value, created_at, updated_at, expire_at) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (space, key) DO UPDATE SET value = excluded.value, created_at = excluded.created_at,
           updated_at = excluded.updated_at, expire_at = excluded.expire_at`,
      )
      .run(space, key, text, previous?.createdAt ?? now, now, expireAt);
    return previous;
  }

  remove(space: string, key: string): void {
    this.database.prepare('DELETE FROM forge_item WHERE space = ? AND key = ?').run(space, key);
  }
}

export function toItem(found: unknown): StoredItem {
  const { key, value, created_at, updated_at, expire_at } = row.parse(found);
  return {
    key,
    value: json.parse(JSON.parse(value)),
    bytes: Buffer.byteLength(value),
    createdAt: created_at,
    updatedAt: updated_at,
    expireAt: expire_at,
  };
}

/** An item as an answer has it, with the metadata that was asked for. */
export function answerItem(item: StoredItem, fields: readonly MetadataField[] = []): Record<string, JsonValue> {
  return {
    key: item.key,
    value: item.value,
    ...(fields.includes('CREATED_AT') && { createdAt: item.createdAt }),
    ...(fields.includes('UPDATED_AT') && { updatedAt: item.updatedAt }),
    ...(fields.includes('EXPIRE_TIME') && item.expireAt !== null && { expireTime: new Date(item.expireAt).toISOString() }),
  };
}
