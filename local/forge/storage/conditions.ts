import type { EntityDefinition } from '../manifest';
import { StorageError } from './errors';
import type { Condition, Conditions, JsonValue, PropertyCondition } from './requests';
import { isOfType } from './rules';

type Scalar = string | number | boolean;
type Test = (actual: JsonValue | undefined, values: readonly Scalar[]) => boolean;

/** What a filter or a transaction condition may ask. An attribute that is missing meets only NOT_EXISTS and the negations. */
const tests: Readonly<Record<string, Test>> = {
  EXISTS: (actual) => actual !== undefined,
  NOT_EXISTS: (actual) => actual === undefined,
  EQUAL_TO: (actual, [expected]) => actual === expected,
  NOT_EQUAL_TO: (actual, [expected]) => actual !== expected,
  CONTAINS: (actual, [part]) => contains(actual, part),
  NOT_CONTAINS: (actual, [part]) => !contains(actual, part),
  BEGINS_WITH: (actual, [prefix]) =>
    typeof actual === 'string' && typeof prefix === 'string' && actual.startsWith(prefix),
  BETWEEN: (actual, [low, high]) => order(actual, low, (by) => by >= 0) && order(actual, high, (by) => by <= 0),
  GREATER_THAN: (actual, [bound]) => order(actual, bound, (by) => by > 0),
  GREATER_THAN_EQUAL_TO: (actual, [bound]) => order(actual, bound, (by) => by >= 0),
  LESS_THAN: (actual, [bound]) => order(actual, bound, (by) => by < 0),
  LESS_THAN_EQUAL_TO: (actual, [bound]) => order(actual, bound, (by) => by <= 0),
};
const rangeTests = new Set([
  'EQUAL_TO',
  'BEGINS_WITH',
  'BETWEEN',
  'GREATER_THAN',
  'GREATER_THAN_EQUAL_TO',
  'LESS_THAN',
  'LESS_THAN_EQUAL_TO',
]);

/**
 * Makes a predicate of filters or transaction conditions.
 * @throws StorageError when they are malformed or name something that the entity does not declare.
 */
export function compileConditions(
  entity: EntityDefinition,
  conditions: Conditions,
): (value: JsonValue | undefined) => boolean {
  const { and, or } = conditions;
  if (and && or) {
    throw new StorageError('INVALID_FILTER_OPERATORS_COMBINATION', '"and" and "or" cannot stand at the same level.');
  }
  const list = and ?? or ?? [];
  if (list.length === 0) throw new StorageError('EMPTY_FILTER_OPERATOR', 'A filter operator cannot be empty.');
  const predicates = list.map((each) => compileOne(entity, each));
  return (value) =>
    and ? predicates.every((predicate) => predicate(value)) : predicates.some((predicate) => predicate(value));
}

/** @throws StorageError when an index's range cannot be asked this. */
export function checkRange(entity: EntityDefinition, attribute: string, condition: Condition): void {
  if (!rangeTests.has(condition.condition)) {
    throw new StorageError('BAD_REQUEST', `${condition.condition} is not a condition on an index's range.`);
  }
  checkValues(entity, attribute, condition);
}

function compileOne(
  entity: EntityDefinition,
  asked: PropertyCondition,
): (value: JsonValue | undefined) => boolean {
  const test = Object.hasOwn(tests, asked.condition) ? tests[asked.condition] : undefined;
  if (!test) throw new StorageError('BAD_REQUEST', `There is no condition ${asked.condition}.`);
  checkValues(entity, asked.property, asked);
  return (value) => test(attributeOf(value, asked.property), asked.values);
}

function checkValues(entity: EntityDefinition, attribute: string, { condition, values }: Condition): void {
  const type = entity.attributes.get(attribute);
  if (!type) throw new StorageError('BAD_REQUEST', `Entity ${entity.name} has no attribute "${attribute}".`);
  const wanted = condition === 'BETWEEN' ? 2 : 1;
  if (values.length < wanted) {
    throw new StorageError('INSUFFICIENT_FILTER_VALUES', `${condition} needs ${wanted} value(s).`);
  }
  if (condition === 'EXISTS' || condition === 'NOT_EXISTS') return;
  if (condition === 'BEGINS_WITH' && typeof values[0] !== 'string') {
    throw new StorageError('BAD_REQUEST', 'BEGINS_WITH compares text.');
  }
  if (values.some((value) => !isOfType(type, value))) {
    throw new StorageError('BAD_REQUEST', `A value compared with "${attribute}" is not of type ${type}.`);
  }
}

function attributeOf(value: JsonValue | undefined, name: string): JsonValue | undefined {
  if (value === undefined || value === null || typeof value !== 'object' || Array.isArray(value)) return undefined;
  return Object.hasOwn(value, name) ? value[name] : undefined;
}

function contains(actual: JsonValue | undefined, part: Scalar | undefined): boolean {
  if (part === undefined) return false;
  if (typeof actual === 'string') return typeof part === 'string' && actual.includes(part);
  return Array.isArray(actual) && actual.includes(part);
}

function order(actual: JsonValue | undefined, bound: Scalar | undefined, holds: (by: number) => boolean): boolean {
  if (typeof actual === 'number' && typeof bound === 'number') return holds(actual - bound);
  if (typeof actual === 'string' && typeof bound === 'string') {
    return holds(Buffer.compare(Buffer.from(actual), Buffer.from(bound)));
  }
  return false;
}
