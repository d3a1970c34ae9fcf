import { NotModelledError, SoqlError } from './errors';
import { likePattern } from './literals';
import { UNMODELLED_OBJECTS } from './objects';
import type { Field, ObjectDescription, Objects, Parent } from './objects';
import type { ChildQuery, Condition, FieldPath, Literal, Operator, Query } from './query';
import { mismatch, refuseUnusable, valueFor } from './values';
import type { SqlValue } from './values';

/** Whether records in the recycle bin count: as in the Query or as in the QueryAll resource. */
export type Scope = 'live' | 'all';

export interface Column {
  readonly field: Field;
  /** The value as SQL, and the name of the result's column. */
  readonly sql: string;
  readonly as: string;
  /** The row that holds it: `r` for the record itself, or a parent's. */
  readonly alias: string;
}

export interface ParentRow {
  /** Its name in the child's record: 'Account'. */
  readonly relationship: string;
  readonly object: string;
  readonly alias: string;
  /** The row whose parent it is. */
  readonly childAlias: string;
}

export interface CompiledChild {
  readonly relationship: string;
  /** The parent's id in the child's row. */
  readonly parentSql: string;
  readonly rows: Compiled;
}

export interface Compiled {
  readonly object: ObjectDescription;
  readonly columns: readonly Column[];
  /** By alias. */
  readonly parents: ReadonlyMap<string, ParentRow>;
  readonly child: CompiledChild | undefined;
  /** The row's table as `r`, and what is joined to it. */
  readonly table: string;
  readonly joins: string;
  readonly where: string;
  readonly values: readonly SqlValue[];
  readonly orderBy: string;
}

interface Resolved {
  readonly field: Field;
  readonly alias: string;
  readonly sql: string;
  /** In Salesforce's own letters: Account.Name. */
  readonly name: string;
}

const onRow = (sql: string, alias: string): string => sql.replaceAll('{row}', alias);

class Compiler {
  private readonly parents = new Map<string, ParentRow>();
  private readonly joins = new Map<string, string>();
  private readonly values: SqlValue[] = [];

  constructor(private readonly objects: Objects, private readonly object: ObjectDescription, private readonly scope: Scope) {}

  compile(query: Query): Compiled {
    const columns = query.fields === 'count' ? [] : this.columns(query.fields);
    const where = query.where ? this.condition(query.where) : '1';
    const order = query.orderBy.map(({ field, descending, nullsLast }) => {
      const resolved = this.resolve(field);
      refuseUnusable(resolved.field, 'sorted');
      const value = onRow(resolved.field.sortSql ?? resolved.field.sql, resolved.alias);
      const comparable = resolved.field.type === 'string' ? `sf_fold(${value})` : value;
      return `${comparable} ${descending ? 'DESC' : 'ASC'} NULLS ${nullsLast ? 'LAST' : 'FIRST'}`;
    });
    // Equal records keep an order; a second term for the id would cost the index.
    const byId = query.orderBy.some(({ field }) => this.resolve(field).sql === 'r.id');
    return {
      object: this.object,
      columns,
      parents: this.parents,
      child: query.child && this.child(query.child),
      table: `${this.object.table} AS r`,
      joins: [...this.joins.values()].join(' '),
      where: this.scope === 'live' ? `${onRow(this.object.live, 'r')} AND ${where}` : where,
      values: this.values,
      orderBy: [...order, ...(byId ? [] : ['r.id'])].join(', '),
    };
  }

  private child(child: ChildQuery): CompiledChild {
    const withParent = child.from.length > 1 && child.from[0]?.toLowerCase() === this.object.name.toLowerCase();
    const name = (withParent ? child.from.slice(1) : child.from).join('.');
    const same = (one: string): boolean => one.toLowerCase() === name.toLowerCase();
    const children = this.object.children.find(({ relationship, object }) => same(relationship) && this.objects.find(object) !== undefined);
    if (!children) {
      const unmodelled = this.object.unmodelledChildren.find(same);
      if (unmodelled !== undefined) throw new NotModelledError(`relationship ${this.object.name}.${unmodelled} in a subquery`);
      throw new SoqlError('INVALID_TYPE', `Didn't understand relationship '${name}' in FROM part of query call. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names.`);
    }
    const query: Query = { ...child, from: children.object, child: undefined, where: undefined, limit: undefined, offset: 0 };
    return { relationship: children.relationship, parentSql: `r.${children.column}`, rows: compileQuery(this.objects, query, this.scope) };
  }

  private columns(fields: readonly FieldPath[]): Column[] {
    const seen = new Set<string>();
    return fields.map((path, index) => {
      const { field, alias, sql, name } = this.resolve(path);
      if (seen.has(name)) throw new SoqlError('INVALID_FIELD', `duplicate field selected: ${name}`);
      seen.add(name);
      return { field, alias, sql, as: `c${index}` };
    });
  }

  private resolve(written: FieldPath): Resolved {
    const path = written.length > 1 && written[0]?.toLowerCase() === this.object.name.toLowerCase() ? written.slice(1) : written;
    let object = this.object;
    let alias = 'r';
    const walked: string[] = [];
    for (const step of path.slice(0, -1)) {
      const parent = object.parents.find(({ relationship }) => relationship.toLowerCase() === step.toLowerCase());
      if (!parent) throw new SoqlError('INVALID_FIELD', `Didn't understand relationship '${step}' in the field path ${written.join('.')}`);
      walked.push(parent.relationship);
      [object, alias] = this.join(parent, walked, alias);
    }
    const name = path.at(-1) ?? '';
    const field = object.fields.find((one) => one.name.toLowerCase() === name.toLowerCase());
    if (field) return { field, alias, sql: onRow(field.sql, alias), name: [...walked, field.name].join('.') };
    if (object.unmodelledFields.some((one) => one.toLowerCase() === name.toLowerCase())) {
      throw new NotModelledError(`field ${object.name}.${name}`);
    }
    throw new SoqlError('INVALID_FIELD', `No such column '${name}' on entity '${object.name}'`);
  }

  private join(parent: Parent, walked: readonly string[], child: string): [ObjectDescription, string] {
    const description = this.objects.find(parent.object);
    if (!description) throw new NotModelledError(`object ${parent.object}`);
    const alias = `r_${walked.join('_').toLowerCase()}`;
    this.parents.set(alias, { relationship: parent.relationship, object: description.name, alias, childAlias: child });
    this.joins.set(alias, `LEFT JOIN ${description.table} AS ${alias} ON ${alias}.id = ${child}.${parent.column}`);
    return [description, alias];
  }

  private condition(condition: Condition): string {
    switch (condition.kind) {
      case 'and':
      case 'or':
        return `(${condition.operands.map((one) => this.condition(one)).join(condition.kind === 'and' ? ' AND ' : ' OR ')})`;
      case 'not':
        // SOQL knows true and false only, SQL a third: nothing compared with a value is false, so its NOT is true.
        return `(NOT COALESCE(${this.condition(condition.operand)}, 0))`;
      case 'compare':
        return this.comparison(this.resolve(condition.field), condition.operator, condition.value);
      case 'in':
        return this.membership(this.resolve(condition.field), condition.negated, condition.values);
    }
  }

  private comparison(resolved: Resolved, operator: Operator, literal: Literal): string {
    const { field } = resolved;
    refuseUnusable(field, 'filtered');
    const side = this.comparable(resolved);
    if (operator === 'LIKE') {
      if (field.type !== 'string' && field.type !== 'picklist') {
        throw new SoqlError('INVALID_QUERY_FILTER_OPERATOR', `LIKE cannot be used on the field ${field.name}`);
      }
      if (literal.kind !== 'string') throw mismatch(field);
      this.values.push(likePattern(literal.raw));
      return `sf_like(?, ${resolved.sql})`;
    }
    const value = valueFor(field, literal);
    if (value === null) {
      if (operator !== '=' && operator !== '!=') throw new NotModelledError(`comparing ${field.name} ${operator} null`);
      return `(${side} IS ${operator === '=' ? '' : 'NOT '}NULL)`;
    }
    if (field.type === 'boolean' && operator !== '=' && operator !== '!=') {
      throw new SoqlError('INVALID_FIELD', `operator ${operator} cannot be used on the boolean field ${field.name}`);
    }
    this.values.push(value);
    return `(${side} ${operator === '!=' ? 'IS NOT' : operator} ?)`;
  }

  private membership(resolved: Resolved, negated: boolean, literals: readonly Literal[]): string {
    refuseUnusable(resolved.field, 'filtered');
    const side = this.comparable(resolved);
    const values = literals.map((literal) => valueFor(resolved.field, literal));
    const holdsNull = values.includes(null);
    this.values.push(JSON.stringify(values.filter((value) => value !== null)));
    const within = `${side} IN (SELECT value FROM json_each(?))`;
    if (!negated) return holdsNull ? `(${within} OR ${side} IS NULL)` : `(${within})`;
    return holdsNull ? `(${side} IS NOT NULL AND NOT ${within})` : `(${side} IS NULL OR NOT ${within})`;
  }

  private comparable({ field, sql }: Resolved): string {
    return field.type === 'string' || field.type === 'picklist' ? `sf_fold(${sql})` : sql;
  }
}

/** @throws SoqlError INVALID_TYPE for an object the org does not have. @throws NotModelledError for one it would have. */
export function objectNamed(objects: Objects, name: string): ObjectDescription {
  const object = objects.find(name);
  if (object) return object;
  const unmodelled = UNMODELLED_OBJECTS.find((one) => one.toLowerCase() === name.toLowerCase());
  if (unmodelled) throw new NotModelledError(`object ${unmodelled}`);
  throw new SoqlError('INVALID_TYPE', `sObject type '${name}' is not supported`);
}

/** Turns a parsed query into SQL over the stand-in's tables. @throws SoqlError @throws NotModelledError */
export function compileQuery(objects: Objects, query: Query, scope: Scope): Compiled {
  return new Compiler(objects, objectNamed(objects, query.from), scope).compile(query);
}
