import { ExpressionNotModelled, ExpressionSyntaxError } from './errors';

export type Token =
  | { readonly kind: 'name' | 'string'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'sign'; readonly text: string }
  | { readonly kind: 'end' };

/** Longest first, so that `?.` is not read as `?` and a dot. */
const signs = ['===', '!==', '...', '?.', '??', '==', '!=', '&&', '||', '=>', '<=', '>=', '.', '[', ']', '(', ')', '!', '+', '-', '*', '/', '%', '<', '>', '?', ':', ',', ';', '{', '}', '='];
const pattern = /\s*(?:([A-Za-z_$][\w$]*)|(\d+(?:\.\d+)?)|('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"))/uy;
const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '\\': '\\', "'": "'", '"': '"' };

/** Cuts an expression into its words. @throws ExpressionSyntaxError, ExpressionNotModelled */
export function tokenise(source: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (;;) {
    at += /^\s*/u.exec(source.slice(at))?.[0].length ?? 0;
    if (at >= source.length) return [...tokens, { kind: 'end' }];
    pattern.lastIndex = at;
    const [whole, name, number, quoted] = pattern.exec(source) ?? [];
    const sign = whole === undefined ? signs.find((each) => source.startsWith(each, at)) : undefined;
    if (name !== undefined) tokens.push({ kind: 'name', text: name });
    else if (number !== undefined) tokens.push({ kind: 'number', value: Number(number) });
    else if (quoted !== undefined) tokens.push({ kind: 'string', text: unquote(quoted) });
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign });
    else if (source[at] === '`') throw new ExpressionNotModelled('template literals');
    else throw new ExpressionSyntaxError(`"${source.slice(at, at + 10)}" was not expected`);
    at += whole?.length ?? sign?.length ?? 0;
  }
}

function unquote(quoted: string): string {
  return quoted.slice(1, -1).replaceAll(/\\(.)/gu, (_, character: string) => {
    const meant = escapes[character];
    if (meant === undefined) throw new ExpressionNotModelled(`the escape \\${character}`);
    return meant;
  });
}
