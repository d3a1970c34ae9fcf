import { ExpressionNotModelled, ExpressionSyntaxError } from './errors';
import { tokenise, type Token } from './tokens';

export type BinaryOperator = '==' | '!=' | '+';

/** A parsed expression. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'member'; readonly of: Expression; readonly name: Expression; readonly optional: boolean }
  | { readonly kind: 'not'; readonly of: Expression }
  | { readonly kind: 'and' | 'or'; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'binary'; readonly operator: BinaryOperator; readonly left: Expression; readonly right: Expression };

const constants: ReadonlyMap<string, boolean | null> = new Map([['true', true], ['false', false], ['null', null]]);
/** Words of the language that stand for something the local site has not (developer.atlassian.com, "Jira expressions grammar"). */
const unmodelledWords = new Set(['let', 'if', 'try', 'return', 'throw', 'new', 'typeof', 'undefined']);
const unmodelledSigns = new Set(['===', '!==', '...', '??', '=>', '<=', '>=', '-', '*', '/', '%', '<', '>', '?', ':', '{', ';', '=', ',']);

/** Keeps the depth of brackets within what the stack bears. */
const mostWords = 2000;

/**
 * Parses the part of the Jira expression language that rules and filters need: member access with `.`, `[…]` and `?.`,
 * `==`, `!=`, `&&`, `||`, `!`, `+` of texts, brackets, and literals (developer.atlassian.com/cloud/jira/platform, "Jira expressions").
 * @throws ExpressionSyntaxError, ExpressionNotModelled for any other part of the language.
 */
export function parseExpression(source: string): Expression {
  const tokens = tokenise(source);
  if (tokens.length > mostWords) throw new ExpressionNotModelled(`more than ${mostWords} words`);
  return new Parser(tokens).whole();
}

class Parser {
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  whole(): Expression {
    const parsed = this.or();
    if (this.token.kind !== 'end') throw this.unexpected();
    return parsed;
  }

  private or(): Expression {
    let left = this.and();
    while (this.take('||')) left = { kind: 'or', left, right: this.and() };
    return left;
  }

  private and(): Expression {
    let left = this.equality();
    while (this.take('&&')) left = { kind: 'and', left, right: this.equality() };
    return left;
  }

  private equality(): Expression {
    let left = this.sum();
    for (;;) {
      const operator = this.take('==') ? '==' : this.take('!=') ? '!=' : undefined;
      if (operator === undefined) return left;
      left = { kind: 'binary', operator, left, right: this.sum() };
    }
  }

  private sum(): Expression {
    let left = this.unary();
    while (this.take('+')) left = { kind: 'binary', operator: '+', left, right: this.unary() };
    return left;
  }

  private unary(): Expression {
    return this.take('!') ? { kind: 'not', of: this.unary() } : this.members();
  }

  private members(): Expression {
    let of = this.primary();
    for (;;) {
      const optional = this.take('?.');
      if (this.take('[')) {
        of = { kind: 'member', of, name: this.or(), optional };
        this.expect(']');
      } else if (optional || this.take('.')) {
        of = { kind: 'member', of, name: { kind: 'literal', value: this.memberName() }, optional };
      } else if (this.is('(')) {
        throw new ExpressionNotModelled('calling a method');
      } else {
        return of;
      }
    }
  }

  private memberName(): string {
    const { token } = this;
    if (token.kind !== 'name') throw this.unexpected();
    this.at += 1;
    return token.text;
  }

  private primary(): Expression {
    if (this.take('(')) {
      const inner = this.or();
      this.expect(')');
      return inner;
    }
    if (this.is('[')) throw new ExpressionNotModelled('a list');
    const { token } = this;
    switch (token.kind) {
      case 'string':
        this.at += 1;
        return { kind: 'literal', value: token.text };
      case 'number':
        this.at += 1;
        return { kind: 'literal', value: token.value };
      case 'name': {
        if (unmodelledWords.has(token.text)) throw new ExpressionNotModelled(`"${token.text}"`);
        this.at += 1;
        const constant = constants.get(token.text);
        return constant === undefined ? { kind: 'variable', name: token.text } : { kind: 'literal', value: constant };
      }
      default:
        throw this.unexpected();
    }
  }

  private get token(): Token {
    return this.tokens[this.at] ?? { kind: 'end' };
  }

  private is(sign: string): boolean {
    return this.token.kind === 'sign' && this.token.text === sign;
  }

  private take(sign: string): boolean {
    if (!this.is(sign)) return false;
    this.at += 1;
    return true;
  }

  private expect(sign: string): void {
    if (!this.take(sign)) throw this.unexpected();
  }

  private unexpected(): Error {
    const { token } = this;
    if (token.kind === 'end') return new ExpressionSyntaxError('it ends too early');
    const text = token.kind === 'number' ? String(token.value) : token.text;
    if (token.kind === 'sign' && unmodelledSigns.has(text)) return new ExpressionNotModelled(`"${text}"`);
    return new ExpressionSyntaxError(`"${text}" was not expected`);
  }
}
