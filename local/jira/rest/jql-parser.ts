import { JiraRefusal, NotModelled } from './answers';
import { badJql, jqlTokens, placeIn, unexpected, type JqlToken } from './jql-tokens';

export type JqlOperator = '=' | '!=' | '>' | '>=' | '<' | '<=' | '~' | '!~' | 'in' | 'not in' | 'is' | 'is not';

export interface JqlField {
  /** As it was written. */
  readonly text: string;
  /** For `issue.property[key].path`; the path is empty where none is given. */
  readonly property: { readonly entity: string; readonly key: string; readonly path: string } | undefined;
}

export interface JqlCall {
  readonly kind: 'call';
  readonly name: string;
  readonly arguments: readonly string[];
}

export type JqlOperand = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'empty' } | JqlCall;

export interface JqlClause {
  readonly kind: 'clause';
  readonly field: JqlField;
  readonly operator: JqlOperator;
  /** One, or those of a list. */
  readonly operands: readonly JqlOperand[];
  readonly isList: boolean;
}

export type JqlNode =
  | JqlClause
  | { readonly kind: 'and' | 'or'; readonly nodes: readonly JqlNode[] }
  | { readonly kind: 'not'; readonly node: JqlNode }
  /** What an app's function was replaced by. */
  | { readonly kind: 'expansion'; readonly functionName: string; readonly node: JqlNode };

export interface JqlQuery {
  /** undefined when nothing restricts the search. */
  readonly where: JqlNode | undefined;
  readonly order: readonly { readonly field: JqlField; readonly descending: boolean }[];
}

/** "The orderBy clause can contain a maximum of 7 fields" (Jira Cloud REST API v3, search/jql). */
const mostOrderFields = 7;
const historyWords = new Set(['was', 'changed']);
const comparisons = ['=', '!=', '>', '>=', '<', '<=', '~', '!~'] as const;
const propertyPattern = /^(\w+)\.property\[(?:"([^"]*)"|'([^']*)'|([^\]]*))\](?:\.(.+))?$/iu;

/**
 * Reads JQL. NOT binds more tightly than AND, and AND than OR (support.atlassian.com, "Understanding Query Order of Operations").
 * @throws JiraRefusal 400 for text that is not JQL, NotModelled for JQL that the stand-in does not read: the operators on history.
 */
export function parseJql(jql: string): JqlQuery {
  return new JqlReader(jql, jqlTokens(jql)).query();
}

class JqlReader {
  private next = 0;

  constructor(
    private readonly jql: string,
    private readonly tokens: readonly JqlToken[],
  ) {}

  query(): JqlQuery {
    const where = this.tokens.length === 0 || this.isWord('order') ? undefined : this.joined('or');
    const order = this.takeWord('order') ? this.order() : [];
    const rest = this.tokens[this.next];
    if (rest !== undefined) throw unexpected(this.jql, rest);
    return { where, order };
  }

  private joined(kind: 'and' | 'or'): JqlNode {
    const part = (): JqlNode => (kind === 'or' ? this.joined('and') : this.negatable());
    const first = part();
    const nodes = [first];
    while (this.takeWord(kind)) nodes.push(part());
    return nodes.length === 1 ? first : { kind, nodes };
  }

  private negatable(): JqlNode {
    if (this.takeWord('not')) return { kind: 'not', node: this.negatable() };
    if (!this.takeSign('(')) return this.clause();
    const node = this.joined('or');
    this.expect(')');
    return node;
  }

  private clause(): JqlClause {
    const field = this.field();
    const operator = this.operator();
    if (operator === 'in' || operator === 'not in') return { kind: 'clause', field, operator, ...this.listOperand(field, operator) };
    if (this.isSign('(')) throw new JiraRefusal(400, [`Operator '${operator}' does not support a list for field '${field.text}'.`]);
    const at = this.tokens[this.next];
    const operand = this.operand();
    if (operator.startsWith('is') && operand.kind !== 'empty' && at !== undefined) throw unexpected(this.jql, at);
    return { kind: 'clause', field, operator, operands: [operand], isList: false };
  }

  private listOperand(field: JqlField, operator: string): Pick<JqlClause, 'operands' | 'isList'> {
    if (!this.takeSign('(')) {
      const operand = this.operand();
      if (operand.kind === 'call') return { operands: [operand], isList: false };
      const written = operand.kind === 'text' ? `"${operand.text}"` : 'EMPTY';
      throw new JiraRefusal(400, [`Operator '${operator}' does not support the non-list value '${written}' for field '${field.text}'.`]);
    }
    const operands = [this.operand()];
    while (this.takeSign(',')) operands.push(this.operand());
    this.expect(')');
    return { operands, isList: true };
  }

  private field(): JqlField {
    const token = this.take();
    if (token.kind === 'sign') throw unexpected(this.jql, token);
    const match = token.kind === 'word' ? propertyPattern.exec(token.text) : null;
    if (match === null) return { text: token.text, property: undefined };
    const [, entity = '', double, single, bare, path = ''] = match;
    return { text: token.text, property: { entity: entity.toLowerCase(), key: double ?? single ?? bare ?? '', path } };
  }

  private operator(): JqlOperator {
    const token = this.take();
    const sign = comparisons.find((each) => token.kind === 'sign' && each === token.text);
    if (sign !== undefined) return sign;
    const word = token.kind === 'word' ? token.text.toLowerCase() : '';
    if (word === 'in') return 'in';
    if (word === 'not' && this.takeWord('in')) return 'not in';
    if (word === 'is') return this.takeWord('not') ? 'is not' : 'is';
    if (historyWords.has(word)) throw new NotModelled(`JQL operator '${word.toUpperCase()}'`);
    throw badJql(
      `Expecting operator but got '${token.text}'. The valid operators are '=', '!=', '<', '>', '<=', '>=', '~', '!~', 'IN', 'NOT IN', 'IS' and 'IS NOT'. ${placeIn(this.jql, token.at)}`,
    );
  }

  private operand(): JqlOperand {
    const token = this.take();
    if (token.kind === 'sign') throw unexpected(this.jql, token);
    if (token.kind === 'text') return { kind: 'text', text: token.text };
    if (this.takeSign('(')) return { kind: 'call', name: token.text, arguments: this.arguments() };
    if (['empty', 'null'].includes(token.text.toLowerCase())) return { kind: 'empty' };
    return { kind: 'text', text: token.text };
  }

  private arguments(): string[] {
    if (this.takeSign(')')) return [];
    const found: string[] = [];
    do {
      const token = this.take();
      if (token.kind === 'sign') throw unexpected(this.jql, token);
      found.push(token.text);
    } while (this.takeSign(','));
    this.expect(')');
    return found;
  }

  private order(): JqlQuery['order'] {
    if (!this.takeWord('by')) throw unexpected(this.jql, this.take());
    const order: { field: JqlField; descending: boolean }[] = [];
    do {
      const field = this.field();
      const descending = this.takeWord('desc');
      if (!descending) this.takeWord('asc');
      order.push({ field, descending });
    } while (this.takeSign(','));
    if (order.length > mostOrderFields) throw new JiraRefusal(400, [`The orderBy clause can contain a maximum of ${mostOrderFields} fields.`]);
    return order;
  }

  private take(): JqlToken {
    const token = this.tokens[this.next];
    if (token === undefined) throw badJql('The query ends too early.');
    this.next += 1;
    return token;
  }

  private expect(sign: string): void {
    const token = this.take();
    if (token.kind !== 'sign' || token.text !== sign) throw unexpected(this.jql, token);
  }

  private isWord(word: string): boolean {
    const token = this.tokens[this.next];
    return token?.kind === 'word' && token.text.toLowerCase() === word;
  }

  private takeWord(word: string): boolean {
    if (!this.isWord(word)) return false;
    this.next += 1;
    return true;
  }

  private isSign(sign: string): boolean {
    const token = this.tokens[this.next];
    return token?.kind === 'sign' && token.text === sign;
  }

  private takeSign(sign: string): boolean {
    if (!this.isSign(sign)) return false;
    this.next += 1;
    return true;
  }
}
