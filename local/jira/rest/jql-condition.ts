import type { EntityPropertyDefinition } from '../../forge/module-definitions';
import type { IssueCondition } from '../issue-store';
import type { Principal } from '../model';
import type { JiraStore } from '../store';
import { JiraRefusal, NotModelled } from './answers';
import { jqlMoment } from './jql-date';
import { systemField, systemOrder, type DateField, type IdField } from './jql-fields';
import { unknownField, unknownFunction, unknownOrder } from './jql-names';
import type { JqlClause, JqlField, JqlNode, JqlOperand, JqlOperator, JqlQuery } from './jql-parser';
import { ownersByProperty, ownersWithProperty, propertyField, propertyOrder, type PropertyField } from './jql-property';

/** Who searches, and what apps had Jira index. */
export interface JqlSearch {
  readonly store: JiraStore;
  readonly principal: Principal;
  readonly properties: readonly EntityPropertyDefinition[];
}

interface Surroundings extends JqlSearch {
  readonly zone: string;
  /** Inside what an app's function answered; that was not made for this searcher, so values that they cannot see find nothing. */
  readonly isExpansion: boolean;
}

interface Sql {
  readonly where: string;
  readonly values: readonly string[];
}

const opposites: Readonly<Record<JqlOperator, JqlOperator>> = {
  '=': '!=', '!=': '=', '>': '<=', '>=': '<', '<': '>=', '<=': '>', '~': '!~', '!~': '~', in: 'not in', 'not in': 'in', is: 'is not', 'is not': 'is',
};
const negatives = new Set<JqlOperator>(['!=', '!~', 'not in', 'is not']);

/**
 * Turns a query into a condition on issues that the caller may browse.
 * @throws JiraRefusal 400 for a field, an operator or a value that does not exist (or is not for the caller's eyes), NotModelled for what Jira has and the stand-in has not.
 */
export function jqlCondition(query: JqlQuery, search: JqlSearch): IssueCondition {
  const { store, principal } = search;
  const person = principal.kind === 'user' ? store.people.find(principal.accountId) : undefined;
  const visible = store.projects.visibleTo(principal).map(({ id }) => id);
  const wanted = query.where && nodeSql(query.where, false, { ...search, zone: person?.timeZone ?? 'UTC', isExpansion: false });
  const order = query.order.flatMap(({ field, descending }) => orderColumns(field, search).map((column) => `${column} ${descending ? 'DESC' : 'ASC'}`));
  return {
    where: `issue.projectId IN (SELECT value FROM json_each(?))${wanted === undefined ? '' : ` AND ${wanted.where}`}`,
    values: [JSON.stringify(visible), ...(wanted?.values ?? [])],
    orderBy: [...order, 'CAST(issue.id AS INTEGER) DESC'].join(', '),
  };
}

/** What a field of a query is: one of Jira's own, or a value that an app had indexed. */
export function jqlField(field: JqlField, properties: readonly EntityPropertyDefinition[]): IdField | DateField | PropertyField {
  const found = (field.property === undefined ? systemField(field.text) : undefined) ?? propertyField(field, properties);
  if (found === undefined) throw unknownField(field.text);
  return found;
}

/** In Jira `NOT field = value` means what `field != value` does, so NOT is carried to the clauses ("JQL operators", not equals). */
function nodeSql(node: JqlNode, isNegated: boolean, around: Surroundings): Sql {
  switch (node.kind) {
    case 'not':
      return nodeSql(node.node, !isNegated, around);
    case 'and':
    case 'or':
      return joined(node.nodes.map((each) => nodeSql(each, isNegated, around)), (node.kind === 'and') !== isNegated ? 'AND' : 'OR');
    case 'expansion':
      return nodeSql(node.node, isNegated, { ...around, isExpansion: true });
    case 'clause':
      return clauseSql(isNegated ? { ...node, operator: opposites[node.operator] } : node, around);
  }
}

/** As a tree that is not deep: SQLite takes 1,000 steps down at most. */
function joined(parts: readonly Sql[], word: 'AND' | 'OR'): Sql {
  const [first] = parts;
  if (parts.length === 1 && first !== undefined) return first;
  const middle = Math.ceil(parts.length / 2);
  const [left, right] = [joined(parts.slice(0, middle), word), joined(parts.slice(middle), word)];
  return { where: `(${left.where} ${word} ${right.where})`, values: [...left.values, ...right.values] };
}

function clauseSql(clause: JqlClause, around: Surroundings): Sql {
  const field = jqlField(clause.field, around.properties);
  const { operator, operands } = clause;
  const isNegative = negatives.has(operator);
  const present = presentSql(field, around);
  const isList = operator === 'in' || operator === 'not in';
  if (!isList && operands[0]?.kind === 'empty') {
    if (!['=', '!=', 'is', 'is not'].includes(operator)) throw unsupported(clause);
    if (present === undefined) throw new JiraRefusal(400, [`The field '${clause.field.text}' does not support searching for EMPTY values.`]);
    return isNegative ? present : { where: `NOT (${present.where})`, values: present.values };
  }
  if (operands.some(({ kind }) => kind === 'empty')) throw new NotModelled('JQL value EMPTY in a list');
  const matches = matchesSql(field, clause, isNegative ? opposites[operator] : operator, around);
  if (!isNegative) return matches;
  // As in Jira, "is not this" leaves out issues where the field is empty.
  const { where, values } = present ?? { where: 'TRUE', values: [] };
  return { where: `(${where} AND NOT (${matches.where}))`, values: [...values, ...matches.values] };
}

function presentSql(field: IdField | DateField | PropertyField, around: Surroundings): Sql | undefined {
  if (field.kind === 'property') return ofOwners(field, ownersWithProperty(field, around));
  return field.present === undefined ? undefined : { where: field.present, values: [] };
}

/** @param operator the clause's own, or the positive one that it negates. */
function matchesSql(field: IdField | DateField | PropertyField, clause: JqlClause, operator: JqlOperator, around: Surroundings): Sql {
  const { operands, field: { text: name } } = clause;
  switch (field.kind) {
    case 'property': {
      const found = ownersByProperty(field, name, operator, operands, around);
      if (found === undefined) throw unsupported(clause);
      return ofOwners(field, found);
    }
    case 'date':
      return dateSql(field, clause, operator, around);
    case 'ids': {
      if (operator !== '=' && operator !== 'in') throw field.isOrdered && operator !== '~' ? new NotModelled(`JQL operator '${clause.operator}' for field '${name}'`) : unsupported(clause);
      return { where: field.matches, values: [JSON.stringify(operands.flatMap((operand) => operandIds(field, clause, operand, around)))] };
    }
  }
}

function operandIds(field: IdField, { operator, field: { text: name } }: JqlClause, operand: JqlOperand, around: Surroundings): readonly string[] {
  if (operand.kind === 'empty') return [];
  if (operand.kind === 'call') {
    const found = field.call(operand, around);
    if (operator === '=' || operator === '!=') throw new JiraRefusal(400, [`Operator '${operator}' does not support the list value '${operand.name}(${operand.arguments.join(', ')})' for field '${name}'.`]);
    return found;
  }
  const found = field.ids(operand.text, around);
  if (found.length === 0 && !around.isExpansion) throw new JiraRefusal(400, [field.missing(operand.text, name)]);
  return found;
}

function dateSql(field: DateField, clause: JqlClause, operator: JqlOperator, { store, zone }: Surroundings): Sql {
  const { operands, field: { text: name } } = clause;
  if (operator === '~') throw unsupported(clause);
  const moments = operands.map((operand) => {
    if (operand.kind === 'call') throw unknownFunction(operand);
    return jqlMoment(operand.kind === 'text' ? operand.text : '', name, store.clock.now(), zone)[field.form];
  });
  if (operator === 'in') return { where: `${field.value} IN (SELECT value FROM json_each(?))`, values: [JSON.stringify(moments)] };
  return { where: `(${field.present} AND ${field.value} ${operator} ?)`, values: moments };
}

/** Issues by their ids, or all issues of projects. */
function ofOwners({ owner }: PropertyField, ids: readonly string[]): Sql {
  return { where: `issue.${owner === 'issue' ? 'id' : 'projectId'} IN (SELECT value FROM json_each(?))`, values: [JSON.stringify(ids)] };
}

function unsupported({ operator, field }: JqlClause): JiraRefusal {
  return new JiraRefusal(400, [`The operator '${operator}' is not supported by the '${field.text}' field.`]);
}

function orderColumns(field: JqlField, { properties }: JqlSearch): readonly string[] {
  const columns = field.property === undefined ? systemOrder(field.text) : undefined;
  if (columns !== undefined) return columns;
  const property = propertyField(field, properties);
  if (property === undefined) throw unknownOrder(field.text, systemField(field.text) !== undefined);
  if (property.owner === 'project' || (property.valueType !== 'number' && property.valueType !== 'date')) throw new NotModelled(`JQL ORDER BY field '${field.text}'`);
  return [propertyOrder(property)];
}
