import type { Database } from '../../database';
import { asSalesforceInstant } from '../instants';
import { compileQuery } from './compile';
import type { Compiled } from './compile';
import type { Field, Objects } from './objects';
import { parseSoql } from './parse';

export type JsonValue = string | number | boolean | null | JsonRecord;
export interface JsonRecord {
  [name: string]: JsonValue;
}

export interface QueryResult {
  /** All matching records, not only those of this page. */
  readonly total: number;
  /** 18-character ids in the order of the query; empty for COUNT(). */
  readonly ids: readonly string[];
}

/** The stand-in's SOQL: parses, checks and answers queries from the database. */
export class SoqlRunner {
  constructor(private readonly database: Database, private readonly objects: Objects) {}

  /** Which records match, in order. @throws SoqlError @throws NotModelledError */
  select(soql: string): QueryResult {
    const query = parseSoql(soql);
    const compiled = compileQuery(this.objects, query);
    const limit = `LIMIT ${query.limit ?? -1} OFFSET ${query.offset}`;
    const rows = this.database
      .prepare(`SELECT r.id AS id FROM ${compiled.table} ${compiled.joins} WHERE ${compiled.where} ORDER BY ${compiled.orderBy} ${limit}`)
      .all(...compiled.values);
    const ids = rows.map((row) => String(row['id']));
    return { total: ids.length, ids: query.fields === 'count' ? [] : ids };
  }

  /** The records with these ids, in this order; one deleted since is left out. */
  read(soql: string, ids: readonly string[], version: string): JsonRecord[] {
    return this.rows(compileQuery(this.objects, { ...parseSoql(soql), where: undefined, orderBy: [] }), ids, version);
  }

  private rows(compiled: Compiled, ids: readonly string[], version: string): JsonRecord[] {
    const selected = [
      'r.id AS id',
      ...compiled.columns.map(({ sql }, index) => `${sql} AS c${index}`),
      ...compiled.parents.map(({ idSql }, index) => `${idSql} AS p${index}`),
    ];
    // CROSS JOIN keeps SQLite to this order: each wanted id is looked up once.
    const rows = this.database
      .prepare(`SELECT ${selected.join(', ')} FROM json_each(?) AS wanted 
        CROSS JOIN ${compiled.table} ON r.id = wanted.value ${compiled.joins} WHERE ${compiled.where} ORDER BY wanted.key`)
      .all(JSON.stringify(ids), ...compiled.values);
    return rows.map((row) => toRecord(compiled, row, version));
  }
}

/** The `attributes` member of a record. */
export function attributes(object: string, id: string, version: string): JsonRecord {
  return { type: object, url: `/services/data/${version}/sobjects/${object}/${id}` };
}

function toRecord(compiled: Compiled, row: Record<string, unknown>, version: string): JsonRecord {
  const record: JsonRecord = { attributes: attributes(compiled.object.name, String(row['id']), version) };
  compiled.columns.forEach(({ path, field }, index) => {
    let holder: JsonRecord | undefined = record;
    for (const depth of path.slice(0, -1).keys()) holder &&= parentIn(holder, compiled, row, path.slice(0, depth + 1), version);
    const name = path.at(-1);
    if (holder && name !== undefined) holder[name] = toJson(field, row[`c${index}`]);
  });
  return record;
}

/** The parent at the end of a path, put into the record that holds it; undefined, and null there, for a row that has none. */
function parentIn(holder: JsonRecord, compiled: Compiled, row: Record<string, unknown>, path: readonly string[], version: string): JsonRecord | undefined {
  const step = path.at(-1) ?? '';
  const existing = holder[step];
  if (typeof existing === 'object') return existing ?? undefined;
  const at = compiled.parents.findIndex((parent) => parent.path.join('.') === path.join('.'));
  const parentId = row[`p${at}`];
  const parent = typeof parentId === 'string' ? { attributes: attributes(compiled.parents[at]?.object ?? step, parentId, version) } : null;
  holder[step] = parent;
  return parent ?? undefined;
}

function toJson(field: Field, value: unknown): JsonValue {
  if (field.type === 'boolean') return value === 1;
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return null;
  return field.type === 'dateTime' ? asSalesforceInstant(value) : value;
}
