import { JiraRefusal, NotModelled } from './answers';

export type JqlOperator = '=' | '!=' | 'in' | 'not in' | 'is empty' | 'is not empty';

export interface JqlClause {
  readonly field: string;
  readonly operator: JqlOperator;
  readonly values: readonly string[];
}

export interface JqlQuery {
  readonly clauses: readonly JqlClause[];
  readonly order: readonly { readonly field: string; readonly descending: boolean }[];
}

interface Token {
  readonly kind: 'word' | 'text' | 'sign';
  readonly text: string;
  readonly at: number;
}

const tokenPattern = /\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|(!=|!~|<=|>=|[=<>~(),])|([^\s"'=!<>~(),]+))/uy;
const notModelledWords = new Set(['or', 'not', 'was', 'changed']);
const notModelledSigns = new Set(['~', '!~', '<', '>', '<=', '>=']);

/**
 * Reads the part of JQL that the stand-in answers: clauses joined by AND, then ORDER BY.
 * @throws JiraRefusal 400 for text that is not JQL; NotModelled for JQL beyond that part.
 */
export function parseJql(text: string): JqlQuery {
  return new JqlReader(tokenise(text)).query();
}

function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  tokenPattern.lastIndex = 0;
  let end = 0;
  for (let match = tokenPattern.exec(text); match !== null; match = tokenPattern.exec(text)) {
    const [, double, single, sign, word] = match;
    const quoted = double ?? single;
    if (quoted !== undefined) tokens.push({ kind: 'text', text: quoted.replace(/\\(.)/gu, '$1'), at: end });
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign, at: end });
    else if (word !== undefined) tokens.push({ kind: 'word', text: word, at: end });
    end = tokenPattern.lastIndex;
  }
  if (text.slice(end).trim() !== '') throw badJql(text.slice(end).trim().charAt(0), end);
  return tokens;
}

function badJql(text: string, at: number): JiraRefusal {
  return new JiraRefusal(400, [`Error in the JQL Query: '${text}' is not expected here. (line 1, character ${at + 1})`]);
}

class JqlReader {
  private next = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  query(): JqlQuery {
    const clauses: JqlClause[] = [];
    if (this.tokens.length > 0 && !this.isWord('order')) {
      clauses.push(this.clause());
      while (this.takeWord('and')) clauses.push(this.clause());
    }
    const order = this.takeWord('order') ? this.order() : [];
    const rest = this.tokens[this.next];
    if (rest !== undefined) {
      if (notModelledWords.has(rest.text.toLowerCase())) throw new NotModelled(`JQL keyword '${rest.text.toUpperCase()}'`);
      throw badJql(rest.text, rest.at);
    }
    return { clauses, order };
  }

  private clause(): JqlClause {
    const token = this.take();
    if (token.kind === 'sign' && token.text === '(') throw new NotModelled('JQL parentheses');
    if (token.kind === 'word' && token.text.toLowerCase() === 'not') throw new NotModelled("JQL keyword 'NOT'");
    if (token.kind === 'sign') throw badJql(token.text, token.at);
    const operator = this.operator();
    const field = token.text.toLowerCase();
    if (operator === 'in' || operator === 'not in') return { field, operator, values: this.list() };
    if (operator === 'is empty' || operator === 'is not empty') return { field, operator, values: [] };
    return { field, operator, values: [this.value()] };
  }

  private operator(): JqlOperator {
    const token = this.take();
    if (token.text === '=' || token.text === '!=') return token.text;
    if (notModelledSigns.has(token.text)) throw new NotModelled(`JQL operator '${token.text}'`);
    const word = token.text.toLowerCase();
    if (word === 'in') return 'in';
    if (word === 'not' && this.takeWord('in')) return 'not in';
    if (word === 'is') {
      const negated = this.takeWord('not');
      const empty = this.take();
      if (!['empty', 'null'].includes(empty.text.toLowerCase())) throw badJql(empty.text, empty.at);
      return negated ? 'is not empty' : 'is empty';
    }
    if (notModelledWords.has(word)) throw new NotModelled(`JQL operator '${token.text.toUpperCase()}'`);
    throw badJql(token.text, token.at);
  }

  private list(): string[] {
    this.expect('(');
    const values = [this.value()];
    while (this.takeSign(',')) values.push(this.value());
    this.expect(')');
    return values;
  }

  private value(): string {
    const token = this.take();
    if (token.kind === 'sign') throw badJql(token.text, token.at);
    if (token.kind === 'word' && this.takeSign('(')) throw new NotModelled(`JQL function '${token.text}()'`);
    if (token.kind === 'word' && ['empty', 'null'].includes(token.text.toLowerCase())) throw new NotModelled('JQL value EMPTY without IS');
    return token.text;
  }

  private order(): { field: string; descending: boolean }[] {
    if (!this.takeWord('by')) {
      const token = this.take();
      throw badJql(token.text, token.at);
    }
    const order: { field: string; descending: boolean }[] = [];
    do {
      const token = this.take();
      if (token.kind === 'sign') throw badJql(token.text, token.at);
      const descending = this.takeWord('desc');
      if (!descending) this.takeWord('asc');
      order.push({ field: token.text.toLowerCase(), descending });
    } while (this.takeSign(','));
    return order;
  }

  private take(): Token {
    const token = this.tokens[this.next];
    if (token === undefined) throw new JiraRefusal(400, ['Error in the JQL Query: The query ends too early.']);
    this.next += 1;
    return token;
  }

  private expect(sign: string): void {
    const token = this.take();
    if (token.kind !== 'sign' || token.text !== sign) throw badJql(token.text, token.at);
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

  private takeSign(sign: string): boolean {
    const token = this.tokens[this.next];
    if (token?.kind !== 'sign' || token.text !== sign) return false;
    this.next += 1;
    return true;
  }
}
