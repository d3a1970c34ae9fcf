import { NotModelledError, SoqlError } from './errors';
import type { ChildQuery, Condition, FieldPath, Literal, Operator, Order, Query } from './query';
import { tokenize } from './tokens';
import type { Token } from './tokens';

const LONGEST_QUERY = 100_000;
const LARGEST_OFFSET = 2_000;
const UNMODELLED_CLAUSES = new Set(['GROUP', 'HAVING', 'WITH', 'USING', 'FOR', 'UPDATE', 'ALL', 'TYPEOF']);
const COMPARISONS: ReadonlyMap<string, Operator> = new Map([
  ['=', '='], ['!=', '!='], ['<>', '!='], ['<', '<'], ['<=', '<='], ['>', '>'], ['>=', '>='],
]);
const DATE_LITERAL = /^(TODAY|YESTERDAY|TOMORROW|(LAST|THIS|NEXT)_[A-Z0-9_]+|N_[A-Z_]+_AGO)$/i;

class Parser {
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  query(): Query {
    this.expect('SELECT');
    const { fields, child } = this.selection();
    this.expect('FROM');
    const from = this.name('the object after FROM');
    const following = this.peek();
    if (following?.kind === 'sign' && following.text === ',') throw new NotModelledError('SOQL aliases and several objects in FROM');
    if (following?.kind === 'word' && !this.clauseAhead()) throw new NotModelledError(`SOQL alias ${following.text}`);
    const where = this.accept('WHERE') ? this.condition() : undefined;
    const orderBy = this.accept('ORDER') ? this.orders() : [];
    const limit = this.accept('LIMIT') ? this.count('LIMIT') : undefined;
    const offset = this.accept('OFFSET') ? this.count('OFFSET') : 0;
    if (offset > LARGEST_OFFSET) throw new SoqlError('NUMBER_OUTSIDE_VALID_RANGE', `OFFSET may be at most ${LARGEST_OFFSET}`);
    const rest = this.peek();
    if (rest?.kind === 'word' && UNMODELLED_CLAUSES.has(rest.text.toUpperCase())) {
      throw new NotModelledError(`SOQL clause ${rest.text.toUpperCase()}`);
    }
    if (rest) throw this.unexpected();
    return { fields, child, from, where, orderBy, limit, offset };
  }

  private selection(): Pick<Query, 'fields' | 'child'> {
    if (this.peekIs('COUNT') && this.peekSign('(', 1) && this.peekSign(')', 2)) {
      this.at += 3;
      return { fields: 'count', child: undefined };
    }
    const fields: FieldPath[] = [];
    let child: ChildQuery | undefined;
    do {
      if (this.peekIs('TYPEOF')) throw new NotModelledError('SOQL clause TYPEOF');
      if (this.peekSign('(')) {
        if (child) throw new NotModelledError('more than one SOQL subquery in SELECT');
        child = this.childQuery();
      } else {
        fields.push(this.fieldPath());
      }
      const alias = this.peek();
      if (alias?.kind === 'word' && alias.text.toUpperCase() !== 'FROM') throw this.unexpected();
    } while (this.acceptSign(','));
    return { fields, child };
  }

  private childQuery(): ChildQuery {
    this.expectSign('(');
    this.expect('SELECT');
    const { fields, child } = this.selection();
    if (child) throw new NotModelledError('SOQL subquery in a subquery');
    if (fields === 'count') throw new SoqlError('MALFORMED_QUERY', 'Only root queries support aggregate expressions');
    this.expect('FROM');
    const from = this.name('the relationship after FROM').split('.');
    if (this.peek()?.kind === 'word' && !this.clauseAhead() && !this.peekIs('FROM')) throw new NotModelledError('SOQL alias in a subquery');
    this.refuseInChild(['WHERE', 'LIMIT', 'OFFSET', ...UNMODELLED_CLAUSES]);
    const orderBy = this.accept('ORDER') ? this.orders() : [];
    this.refuseInChild(['LIMIT', 'OFFSET', ...UNMODELLED_CLAUSES]);
    this.expectSign(')');
    return { fields, from, orderBy };
  }

  private refuseInChild(clauses: readonly string[]): void {
    const clause = clauses.find((word) => this.peekIs(word));
    if (clause !== undefined) throw new NotModelledError(`SOQL clause ${clause} in a subquery`);
  }

  private fieldPath(): FieldPath {
    const name = this.name('a field');
    if (this.peekSign('(')) throw new NotModelledError(`SOQL function ${name.toUpperCase()}()`);
    return name.split('.');
  }

  /** AND and OR of one kind may be chained; where kinds mix, or NOT joins in, SOQL asks for parentheses. */
  private condition(): Condition {
    if (this.accept('NOT')) {
      const operand = this.simpleCondition();
      if (this.peekIs('AND') || this.peekIs('OR')) throw this.unexpected();
      return { kind: 'not', operand };
    }
    const first = this.simpleCondition();
    const kind = this.peekIs('AND') ? 'and' : this.peekIs('OR') ? 'or' : undefined;
    if (!kind) return first;
    const operands = [first];
    while (this.accept(kind.toUpperCase())) operands.push(this.simpleCondition());
    if (this.peekIs('AND') || this.peekIs('OR')) throw this.unexpected();
    return { kind, operands };
  }

  private simpleCondition(): Condition {
    if (this.acceptSign('(')) {
      const inner = this.condition();
      this.expectSign(')');
      return inner;
    }
    if (this.peekIs('NOT')) throw this.unexpected();
    const field = this.fieldPath();
    if (this.peekIs('INCLUDES') || this.peekIs('EXCLUDES')) throw new NotModelledError('SOQL operators INCLUDES and EXCLUDES');
    if (this.accept('LIKE')) return { kind: 'compare', field, operator: 'LIKE', value: this.literal() };
    if (this.accept('IN')) return { kind: 'in', field, negated: false, values: this.list() };
    if (this.accept('NOT')) {
      this.expect('IN');
      return { kind: 'in', field, negated: true, values: this.list() };
    }
    const token = this.peek();
    const operator = token?.kind === 'sign' ? COMPARISONS.get(token.text) : undefined;
    if (!operator) throw this.unexpected();
    this.at += 1;
    return { kind: 'compare', field, operator, value: this.literal() };
  }

  private list(): readonly Literal[] {
    this.expectSign('(');
    if (this.peekIs('SELECT')) throw new NotModelledError('SOQL semi-join');
    const values = [this.literal()];
    while (this.acceptSign(',')) values.push(this.literal());
    this.expectSign(')');
    return values;
  }

  private literal(): Literal {
    const token = this.peek();
    if (!token || token.kind === 'sign') throw this.unexpected();
    if (token.kind === 'word') {
      const word = token.text.toUpperCase();
      if (DATE_LITERAL.test(word)) throw new NotModelledError(`SOQL date literal ${word}`);
      if (/^[A-Z]{3}\d/.test(word)) throw new NotModelledError('SOQL currency literal');
      if (word !== 'NULL' && word !== 'TRUE' && word !== 'FALSE') throw this.unexpected();
      this.at += 1;
      return word === 'NULL' ? { kind: 'null' } : { kind: 'boolean', value: word === 'TRUE' };
    }
    this.at += 1;
    switch (token.kind) {
      case 'string': return { kind: 'string', raw: token.raw };
      case 'number': return { kind: 'number', value: token.value };
      case 'date': return { kind: 'date', value: token.value };
      case 'dateTime': return { kind: 'dateTime', value: token.value };
    }
  }

  private orders(): Order[] {
    this.expect('BY');
    const orders: Order[] = [];
    do {
      const field = this.fieldPath();
      const descending = this.accept('DESC');
      if (!descending) this.accept('ASC');
      let nullsLast = false;
      if (this.accept('NULLS')) {
        nullsLast = this.accept('LAST');
        if (!nullsLast) this.expect('FIRST');
      }
      orders.push({ field, descending, nullsLast });
    } while (this.acceptSign(','));
    return orders;
  }

  private count(clause: string): number {
    const token = this.peek();
    if (token?.kind !== 'number' || !Number.isInteger(token.value) || token.value < 0) {
      throw new SoqlError('MALFORMED_QUERY', `${clause} needs a whole number`);
    }
    this.at += 1;
    return token.value;
  }

  private clauseAhead(): boolean {
    return ['WHERE', 'ORDER', 'LIMIT', 'OFFSET', ...UNMODELLED_CLAUSES].some((word) => this.peekIs(word));
  }

  private name(what: string): string {
    const token = this.peek();
    if (token?.kind !== 'word') throw new SoqlError('MALFORMED_QUERY', `expected ${what}, found ${token?.text ?? 'the end of the query'}`);
    if (['SELECT', 'FROM', 'WHERE', 'AND', 'OR', 'NOT'].includes(token.text.toUpperCase())) throw this.unexpected();
    this.at += 1;
    return token.text;
  }

  private peek(): Token | undefined {
    return this.tokens[this.at];
  }

  private peekIs(word: string): boolean {
    const token = this.peek();
    return token?.kind === 'word' && token.text.toUpperCase() === word;
  }

  private peekSign(sign: string, ahead = 0): boolean {
    const token = this.tokens[this.at + ahead];
    return token?.kind === 'sign' && token.text === sign;
  }

  private accept(word: string): boolean {
    if (!this.peekIs(word)) return false;
    this.at += 1;
    return true;
  }

  private acceptSign(sign: string): boolean {
    if (!this.peekSign(sign)) return false;
    this.at += 1;
    return true;
  }

  private expect(word: string): void {
    if (!this.accept(word)) throw this.unexpected();
  }

  private expectSign(sign: string): void {
    if (!this.acceptSign(sign)) throw this.unexpected();
  }

  private unexpected(): SoqlError {
    const token = this.peek();
    return new SoqlError('MALFORMED_QUERY', token ? `unexpected token: '${token.text}'` : 'unexpected end of the query');
  }
}

/**
 * Parses the part of SOQL that an integration needs.
 * @throws SoqlError where Salesforce would refuse the text.
 * @throws NotModelledError for what is SOQL and not modelled.
 */
export function parseSoql(soql: string): Query {
  if (soql.length > LONGEST_QUERY) throw new SoqlError('MALFORMED_QUERY', `a query may have at most ${LONGEST_QUERY} characters`);
  return new Parser(tokenize(soql)).query();
}
