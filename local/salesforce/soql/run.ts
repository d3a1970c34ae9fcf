import type { Database, Row } from '../../database';
import { asSalesforceInstant } from '../instants';
import { compileQuery } from './compile';
import type { Compiled, CompiledChild, Scope } from './compile';
import { NotModelledError } from './errors';
import { IdList } from './id-list';
import type { Field, Objects } from './objects';
import { parseSoql } from './parse';
import { checkRequiredFilter } from './required-filter';

export type JsonValue = string | number | boolean | null | JsonRecord | JsonRecord[];
export interface JsonRecord {
  [name: string]: JsonValue;
}

export interface QueryResult {
  /** All matching records, not only those of this page. */
  readonly total: number;
  /** In the order of the query; empty for COUNT(). */
  readonly ids: IdList;
}

/** From here on Salesforce would give the children in pages of their own. */
const MOST_CHILDREN = 2_000;

/** The stand-in's SOQL: parses, checks and answers queries from the database. */
export class SoqlRunner {
  constructor(private readonly database: Database, private readonly objects: Objects) {}

  /** Which records match, in order. @throws SoqlError @throws NotModelledError */
  select(soql: string, scope: Scope): QueryResult {
    const query = parseSoql(soql);
    // All of the query is checked, and only what finds the records is run.
    checkRequiredFilter(compileQuery(this.objects, query, scope).object, query);
    const compiled = compileQuery(this.objects, { ...query, fields: [], child: undefined }, scope);
    const matching = `SELECT r.id AS id FROM ${compiled.table} ${compiled.joins} WHERE ${compiled.where} ORDER BY ${compiled.orderBy} LIMIT ? OFFSET ?`;
    const row = this.database
      .prepare(`SELECT COUNT(*) AS total, GROUP_CONCAT(id, '') AS ids FROM (${matching})`)
      .get(...compiled.values, query.limit ?? -1, query.offset);
    const ids = row?.['ids'];
    return { total: Number(row?.['total']), ids: new IdList(query.fields === 'count' || typeof ids !== 'string' ? '' : ids) };
  }

  /** The records with these ids, in this order; one that has left the scope since is left out. */
  read(soql: string, scope: Scope, ids: readonly string[], version: string): JsonRecord[] {
    const compiled = compileQuery(this.objects, { ...parseSoql(soql), where: undefined, orderBy: [] }, scope);
    const rows = this.rows(compiled, 'r.id', ids);
    const records = rows.map((row) => toRecord(compiled, row, version));
    if (compiled.child) {
      const children = this.children(compiled.child, ids, version);
      for (const [index, record] of records.entries()) {
        const own = children.get(String(rows[index]?.['id'])) ?? [];
        record[compiled.child.relationship] = own.length === 0 ? null : { totalSize: own.length, done: true, records: own };
      }
    }
    return records;
  }

  /** The children of all these parents at once, by the parent's id. */
  private children({ relationship, parentSql, rows: compiled }: CompiledChild, parentIds: readonly string[], version: string): ReadonlyMap<string, JsonRecord[]> {
    const byParent = new Map<string, JsonRecord[]>();
    for (const row of this.rows(compiled, parentSql, parentIds)) {
      const parentId = String(row['wanted']);
      const siblings = byParent.get(parentId) ?? [];
      siblings.push(toRecord(compiled, row, version));
      if (siblings.length > MOST_CHILDREN) throw new NotModelledError(`more than ${MOST_CHILDREN} ${relationship} of one record`);
      byParent.set(parentId, siblings);
    }
    return byParent;
  }

  /** The rows whose key is one of those wanted, in the order of the keys. */
  private rows(compiled: Compiled, keySql: string, wanted: readonly string[]): Row[] {
    const selected = [
      'wanted.value AS wanted',
      'r.id AS id',
      ...compiled.columns.map(({ sql, as }) => `${sql} AS ${as}`),
      ...[...compiled.parents.keys()].map((alias) => `${alias}.id AS ${alias}`),
    ];
    // CROSS JOIN keeps SQLite to this order: each wanted key is looked up once.
    return this.database
      .prepare(`SELECT ${selected.join(', ')} FROM json_each(?) AS wanted
        CROSS JOIN ${compiled.table} ON ${keySql} = wanted.value ${compiled.joins} WHERE ${compiled.where} ORDER BY wanted.key, ${compiled.orderBy}`)
      .all(JSON.stringify(wanted), ...compiled.values);
  }
}

/** The `attributes` member of a record. */
export function attributes(object: string, id: string, version: string): JsonRecord {
  return { type: object, url: `/services/data/${version}/sobjects/${object}/${id}` };
}

function toRecord(compiled: Compiled, row: Row, version: string): JsonRecord {
  const record: JsonRecord = { attributes: attributes(compiled.object.name, String(row['id']), version) };
  const holders = new Map<string, JsonRecord | undefined>([['r', record]]);
  for (const { field, as, alias } of compiled.columns) {
    const holder = holderAt(alias, holders, compiled, row, version);
    if (holder) holder[field.name] = toJson(field, row[as], version);
  }
  return record;
}

/** The record with this alias, made on first use in the record that it is a parent of; undefined, and null there, for a row that has none. */
function holderAt(alias: string, holders: Map<string, JsonRecord | undefined>, compiled: Compiled, row: Row, version: string): JsonRecord | undefined {
  const parent = compiled.parents.get(alias);
  if (!parent || holders.has(alias)) return holders.get(alias);
  const child = holderAt(parent.childAlias, holders, compiled, row, version);
  const parentId = row[alias];
  const made = child && typeof parentId === 'string' ? { attributes: attributes(parent.object, parentId, version) } : undefined;
  if (child) child[parent.relationship] = made ?? null;
  holders.set(alias, made);
  return made;
}

function toJson(field: Field, value: unknown, version: string): JsonValue {
  if (field.type === 'boolean') return value === 1;
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return null;
  if (field.type === 'content') return `/services/data/${version}/sobjects/ContentVersion/${value}/VersionData`;
  return field.type === 'dateTime' ? asSalesforceInstant(value) : value;
}
