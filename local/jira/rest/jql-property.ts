import type { EntityPropertyDefinition, EntityPropertyValue } from '../../forge/module-definitions';
import type { PropertyOwner } from '../entity-property-store';
import { accountOf, type Principal } from '../model';
import type { JiraStore } from '../store';
import { JiraRefusal, NotModelled } from './answers';
import { instantOf, jqlMoment } from './jql-date';
import type { JqlFieldType } from './jql-fields';
import { unknownFunction } from './jql-names';
import type { JqlField, JqlOperand, JqlOperator } from './jql-parser';

/** A value inside an issue's or a project's property that an app had Jira index. */
export interface PropertyField {
  readonly kind: 'property';
  readonly owner: PropertyOwner;
  readonly type: JqlFieldType;
  readonly propertyKey: string;
  readonly path: string;
  readonly valueType: EntityPropertyValue['type'];
}

type Comparison = '=' | '>' | '>=' | '<' | '<=' | '~';
type Comparable = string | number;

/** What a type of value can be compared by (support.atlassian.com, "JQL fields", custom field: number, text, user, date). */
const comparisons: Readonly<Record<EntityPropertyValue['type'], readonly Comparison[]>> = {
  number: ['=', '>', '>=', '<', '<='],
  date: ['=', '>', '>=', '<', '<='],
  string: ['='],
  user: ['='],
  text: ['~'],
};
const types: Readonly<Record<EntityPropertyValue['type'], JqlFieldType>> = { number: 'number', date: 'date', string: 'text', text: 'text', user: 'user' };

/**
 * The indexed value that a field of a query names: an issue's by its alias or by `issue.property[key].path`, a project's by
 * `project.alias` or by `project.property[key].path` ("Jira entity property", developer.atlassian.com/platform/forge).
 * @throws NotModelled for properties of users, and for a project's alias by itself, of which that page says nothing.
 */
export function propertyField({ text, property }: JqlField, definitions: readonly EntityPropertyDefinition[]): PropertyField | undefined {
  if (property !== undefined && property.entity !== 'issue' && property.entity !== 'project') throw new NotModelled(`JQL property of '${property.entity}'`);
  const name = text.toLowerCase();
  for (const { entityType, propertyKey, values } of definitions) {
    const value = values.find(({ path, searchAlias }) => {
      if (property !== undefined) return entityType === property.entity && propertyKey === property.key && path === property.path;
      const alias = searchAlias?.toLowerCase();
      return alias !== undefined && (name === alias || (entityType === 'project' && name === `project.${alias}`));
    });
    if (value === undefined) continue;
    if (entityType === 'user' || (entityType === 'project' && property === undefined && !name.startsWith('project.'))) throw new NotModelled(`JQL field '${text}', a property of '${entityType}'`);
    return { kind: 'property', owner: entityType, type: types[value.type], propertyKey, path: value.path, valueType: value.type };
  }
  return undefined;
}

export interface PropertySearch {
  readonly store: JiraStore;
  readonly principal: Principal;
  readonly zone: string;
}

/** The ids of all issues, or projects, that have the value. */
export function ownersWithProperty(field: PropertyField, search: PropertySearch): string[] {
  return read(field, search).filter(({ values }) => values.length > 0).map(({ ownerId }) => ownerId);
}

/**
 * The ids of all issues, or projects, with a value that stands so to one of the operands.
 * @param operator a positive one.
 * @returns undefined for an operator that is not for the type.
 * @throws JiraRefusal 400 for an operand that is not of the type, NotModelled for the syntax of text searches.
 */
export function ownersByProperty(field: PropertyField, name: string, operator: JqlOperator, operands: readonly JqlOperand[], search: PropertySearch): string[] | undefined {
  const comparison = comparisons[field.valueType].find((each) => each === (operator === 'in' ? '=' : operator));
  if (comparison === undefined) return undefined;
  const wanted = operands.map((operand) => operandValue(field, name, operand, search));
  return read(field, search)
    .filter(({ values }) => values.some((value) => wanted.some((each) => compares(value, comparison, each))))
    .map(({ ownerId }) => ownerId);
}

/** SQL for ORDER BY an issue's property. */
export function propertyOrder({ propertyKey, path }: PropertyField): string {
  const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
  const jsonPath = `$${path.split('.').map((name) => `."${name}"`).join('')}`;
  return `(SELECT json_extract(p.value, ${quoted(jsonPath)}) FROM entity_property p WHERE p.entityType = 'issue' AND p.entityId = issue.id AND p.key = ${quoted(propertyKey)})`;
}

function read(field: PropertyField, { store, zone }: PropertySearch): { ownerId: string; values: Comparable[] }[] {
  return store.properties.ofAll(field.owner, field.propertyKey).map(({ ownerId, value }) => ({
    ownerId,
    values: valuesAt(value, field.path).flatMap((each) => indexed(each, field.valueType, zone) ?? []),
  }));
}

/** A path may lead to a list; then each element counts. */
function valuesAt(value: unknown, path: string): readonly unknown[] {
  const found = path.split('.').reduce<unknown>((within, name) => memberOf(within, name), value);
  return Array.isArray(found) ? found : [found];
}

function memberOf(within: unknown, name: string): unknown {
  if (typeof within !== 'object' || within === null || Array.isArray(within)) return undefined;
  return Object.entries(within).find(([key]) => key === name)?.[1];
}

/** A value of another type than was declared is not found. */
function indexed(value: unknown, type: EntityPropertyValue['type'], zone: string): Comparable | undefined {
  if (type === 'number') return typeof value === 'number' ? value : undefined;
  if (typeof value !== 'string') return undefined;
  if (type === 'text') return value.toLowerCase();
  if (type !== 'date') return value;
  if (/^\d{4}-\d{2}-\d{2}$/u.test(value)) return instantOf(`${value}T00:00`, zone);
  const at = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/u.test(value) ? new Date(value) : new Date(Number.NaN);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}

function operandValue({ valueType }: PropertyField, name: string, operand: JqlOperand, { store, principal, zone }: PropertySearch): Comparable {
  if (operand.kind === 'empty') throw new NotModelled('JQL value EMPTY in a list');
  if (operand.kind === 'call') {
    if (valueType === 'user' && operand.name.toLowerCase() === 'currentuser' && operand.arguments.length === 0) return accountOf(principal);
    throw unknownFunction(operand);
  }
  const { text } = operand;
  switch (valueType) {
    case 'number':
      if (text.trim() === '' || !Number.isFinite(Number(text))) throw new JiraRefusal(400, [`The value '${text}' for field '${name}' is not a number.`]);
      return Number(text);
    case 'date':
      return jqlMoment(text, name, store.clock.now(), zone).instant;
    case 'text':
      if (text.trim() === '') throw new JiraRefusal(400, [`The field '${name}' does not support searching for an empty string.`]);
      if (/[^\p{L}\p{N}\s_.@'-]|(?:^|\s)-|\b(?:AND|OR|NOT)\b/u.test(text)) throw new NotModelled(`the syntax of the text search '${text}'`);
      return text.toLowerCase();
    case 'user':
      return store.people.find(text)?.accountId ?? store.people.all().find(({ displayName, emailAddress }) => [displayName, emailAddress].includes(text))?.accountId ?? missingUser(text, name);
    case 'string':
      return text;
  }
}

function missingUser(text: string, name: string): never {
  throw new JiraRefusal(400, [`The value '${text}' does not exist for the field '${name}'.`]);
}

function compares(value: Comparable, comparison: Comparison, wanted: Comparable): boolean {
  switch (comparison) {
    case '=':
      return value === wanted;
    case '>':
      return value > wanted;
    case '>=':
      return value >= wanted;
    case '<':
      return value < wanted;
    case '<=':
      return value <= wanted;
    case '~': {
      const has = wordsOf(String(value));
      return wordsOf(String(wanted)).every((word) => has.includes(word));
    }
  }
}

function wordsOf(text: string): string[] {
  return text.split(/[^\p{L}\p{N}_]+/u).filter((word) => word !== '');
}
