import * as z from 'zod/mini';
import type { EntityDefinition } from '../manifest';
import { limits } from '../limits';
import { checkRange, compileConditions } from './conditions';
import { StorageError } from './errors';
import type { Condition, EntityQuery, KeyQuery } from './requests';
import { isOfType } from './rules';
import { attributeExpression, plainSpace, storedColumns, toItem, type ItemTable, type StoredItem } from './table';

type Parameter = string | number;

export interface QueryPage {
  readonly items: readonly StoredItem[];
  readonly cursor: string | undefined;
  /** Of all values that were looked at, which filters may have left out. */
  readonly bytesScanned: number;
}

const cursorSchema = z.object({
  query: z.string(),
  key: z.string(),
  range: z.array(z.union([z.string(), z.number()])),
});
const highestText = '\u{10FFFF}';
const comparisons: Readonly<Record<string, string>> = {
  EQUAL_TO: '=',
  GREATER_THAN: '>',
  GREATER_THAN_EQUAL_TO: '>=',
  LESS_THAN: '<',
  LESS_THAN_EQUAL_TO: '<=',
};

/** Lists plain keys, by prefix or all of them, in the order of the keys. */
export function queryKeys(table: ItemTable, query: KeyQuery): QueryPage {
  const where = query.where ?? [];
  const [prefix] = where;
  if (where.length > 1 || (prefix && (prefix.property !== 'key' || prefix.condition !== 'BEGINS_WITH'))) {
    throw new StorageError('BAD_REQUEST', 'A query of plain keys takes one condition: the beginning of the key.');
  }
  const clauses = prefix ? ['key >= ?', 'key < ?'] : [];
  const parameters = prefix ? [String(prefix.values[0]), `${String(prefix.values[0])}${highestText}`] : [];
  return readPage(table, {
    space: plainSpace,
    clauses,
    parameters,
    order: [],
    descending: false,
    limit: checkLimit(query.limit, 'BAD_REQUEST'),
    cursor: query.after,
    fingerprint: JSON.stringify(where),
    accepts: () => true,
  });
}

/** Reads by an index that the manifest declares; a value without one of the index's attributes is not in the index. */
export function queryEntity(table: ItemTable, entity: EntityDefinition, query: EntityQuery): QueryPage {
  const index = entity.indexes.find(({ name }) => name === query.indexName);
  if (!index) throw new StorageError('INVALID_ENTITY_INDEX', `Entity ${entity.name} has no index "${query.indexName}".`);
  const partition = query.partition ?? [];
  if (partition.length !== index.partition.length) {
    throw new StorageError('BAD_REQUEST', `Index ${index.name} needs ${index.partition.length} partition value(s).`);
  }
  const clauses: string[] = [];
  const parameters: Parameter[] = [];
  index.partition.forEach((attribute, position) => {
    const value = partition[position] ?? '';
    if (!isOfType(entity.attributes.get(attribute) ?? 'any', value)) {
      throw new StorageError('BAD_REQUEST', `The partition value for "${attribute}" is not of its type.`);
    }
    clauses.push(`${attributeExpression(attribute)} = ?`);
    parameters.push(toParameter(value));
  });
  for (const attribute of index.range) clauses.push(`${attributeExpression(attribute)} IS NOT NULL`);
  if (query.range) {
    const [attribute] = index.range;
    if (!attribute) throw new StorageError('BAD_REQUEST', `Index ${index.name} has no range to put a condition on.`);
    checkRange(entity, attribute, query.range);
    addRange(attributeExpression(attribute), query.range, clauses, parameters);
  }
  const { limit, cursor, ...asked } = query;
  return readPage(table, {
    space: entity.name,
    clauses,
    parameters,
    order: index.range,
    descending: query.sort === 'DESC',
    limit: checkLimit(limit, 'COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE'),
    cursor,
    fingerprint: JSON.stringify(asked),
    accepts: query.filters ? compileConditions(entity, query.filters) : () => true,
  });
}

interface Plan {
  readonly space: string;
  readonly clauses: readonly string[];
  readonly parameters: readonly Parameter[];
  readonly order: readonly string[];
  readonly descending: boolean;
  readonly limit: number;
  readonly cursor: string | undefined;
  readonly fingerprint: string;
  readonly accepts: (value: StoredItem['value']) => boolean;
}

function readPage(table: ItemTable, plan: Plan): QueryPage {
  const order = [...plan.order.map(attributeExpression), 'key'];
  // The space is written out, not bound, or the database would not see that a partial index fits.
  const clauses = [`space = '${plan.space}'`, '(expire_at IS NULL OR expire_at > ?)', ...plan.clauses];
  const parameters: Parameter[] = [table.now(), ...plan.parameters];
  if (plan.cursor !== undefined) {
    const after = readCursor(plan.cursor, plan.fingerprint, plan.order.length);
    clauses.push(`(${order.join(', ')}) ${plan.descending ? '<' : '>'} (${order.map(() => '?').join(', ')})`);
    parameters.push(...after.range, after.key);
  }
  const direction = plan.descending ? 'DESC' : 'ASC';
  const ranges = plan.order.map((attribute, position) => `, ${attributeExpression(attribute)} AS range${position}`).join('');
  const rows = table.database
    .prepare(
      `SELECT ${storedColumns}${ranges} FROM forge_item WHERE ${clauses.join(' AND ')}
       ORDER BY ${order.map((each) => `${each} ${direction}`).join(', ')}`,
    )
    .iterate(...parameters);
  const items: StoredItem[] = [];
  let bytesScanned = 0;
  let last: { key: string; range: Parameter[] } | undefined;
  for (const found of rows) {
    const item = toItem(found);
    if (plan.accepts(item.value)) {
      if (items.length === plan.limit && last) {
        return { items, bytesScanned, cursor: writeCursor(plan.fingerprint, last) };
      }
      items.push(item);
      last = { key: item.key, range: plan.order.map((_, position) => rangeValue(found, position)) };
    }
    bytesScanned += item.bytes;
  }
  return { items, bytesScanned, cursor: undefined };
}

function addRange(expression: string, { condition, values }: Condition, clauses: string[], parameters: Parameter[]): void {
  const [first = '', second = ''] = values;
  const comparison = comparisons[condition];
  if (comparison) {
    clauses.push(`${expression} ${comparison} ?`);
    parameters.push(toParameter(first));
    return;
  }
  clauses.push(`${expression} >= ?`, `${expression} ${condition === 'BETWEEN' ? '<=' : '<'} ?`);
  parameters.push(toParameter(first), condition === 'BETWEEN' ? toParameter(second) : `${String(first)}${highestText}`);
}

function checkLimit(limit: number | undefined, code: 'BAD_REQUEST' | 'COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE'): number {
  const asked = limit ?? limits.queryDefault;
  if (!Number.isInteger(asked) || asked < 1 || asked > limits.queryMost) {
    throw new StorageError(code, `The page limit must be between 1 and ${limits.queryMost}.`);
  }
  return asked;
}

function readCursor(cursor: string, fingerprint: string, rangeLength: number): z.infer<typeof cursorSchema> {
  let decoded: unknown;
  try {
    decoded = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    decoded = undefined;
  }
  const parsed = cursorSchema.safeParse(decoded);
  if (!parsed.success || parsed.data.query !== fingerprint || parsed.data.range.length !== rangeLength) {
    throw new StorageError('BAD_REQUEST', 'The cursor is not one that this query gave.');
  }
  return parsed.data;
}

function writeCursor(query: string, last: { key: string; range: Parameter[] }): string {
  return Buffer.from(JSON.stringify({ query, ...last })).toString('base64url');
}

function rangeValue(found: unknown, position: number): Parameter {
  const name = `range${position}`;
  return z.looseObject({ [name]: z.union([z.string(), z.number()]) }).parse(found)[name] ?? '';
}

function toParameter(value: string | number | boolean): Parameter {
  return typeof value === 'boolean' ? Number(value) : value;
}
