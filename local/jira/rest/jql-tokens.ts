import { JiraRefusal, NotModelled } from './answers';

export interface JqlToken {
  readonly kind: 'word' | 'text' | 'sign';
  readonly text: string;
  /** Where it begins in the query. */
  readonly at: number;
}

/** A word may hold brackets, and text in quotes inside them: `issue.property["a key"].path`, `cf[10001]`. */
const tokenPattern =
  /\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|(!=|!~|<=|>=|&&|\|\||[=<>~(),!&|])|((?:\[(?:"[^"]*"|'[^']*'|[^\]"']*)\]|[^\s"'=!<>~(),&|[])+))/uy;
const unmodelledSigns = new Set(['!', '&', '&&', '|', '||']);

/** @throws JiraRefusal 400 for text that is not made of JQL's words, NotModelled for signs that stand for words. */
export function jqlTokens(jql: string): JqlToken[] {
  const tokens: JqlToken[] = [];
  tokenPattern.lastIndex = 0;
  let end = 0;
  for (let match = tokenPattern.exec(jql); match !== null; match = tokenPattern.exec(jql)) {
    const [, double, single, sign, word] = match;
    const quoted = double ?? single;
    const written = quoted === undefined ? (sign ?? word ?? '') : `"${quoted}"`;
    const at = tokenPattern.lastIndex - written.length;
    if (sign !== undefined && unmodelledSigns.has(sign)) throw new NotModelled(`JQL sign '${sign}'`);
    if (quoted !== undefined) tokens.push({ kind: 'text', text: quoted.replace(/\\(.)/gu, '$1'), at });
    else tokens.push({ kind: sign === undefined ? 'word' : 'sign', text: written, at });
    end = tokenPattern.lastIndex;
  }
  const rest = jql.slice(end);
  if (rest.trim() !== '') throw unexpected(jql, { text: rest.trim().charAt(0), at: jql.length - rest.trimStart().length });
  return tokens;
}

export function unexpected(jql: string, token: Pick<JqlToken, 'text' | 'at'>): JiraRefusal {
  return badJql(`'${token.text}' is not expected here. ${placeIn(jql, token.at)}`);
}

export function badJql(reason: string): JiraRefusal {
  return new JiraRefusal(400, [`Error in the JQL Query: ${reason}`]);
}

/** `(line 1, character 9)`, both counted from 1. */
export function placeIn(jql: string, at: number): string {
  const before = jql.slice(0, at).split('\n');
  return `(line ${before.length}, character ${(before.at(-1) ?? '').length + 1})`;
}
