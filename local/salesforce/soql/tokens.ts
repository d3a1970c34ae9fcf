import { isPlainDate } from '../../plain-date';
import { SoqlError } from './errors';

export type Token =
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'string'; readonly raw: string; readonly text: string }
  | { readonly kind: 'number'; readonly value: number; readonly text: string }
  | { readonly kind: 'date'; readonly value: string; readonly text: string }
  | { readonly kind: 'dateTime'; readonly value: string; readonly text: string }
  | { readonly kind: 'sign'; readonly text: string };

const WORD = /[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)*/y;
const STRING = /'((?:[^'\\]|\\.)*)'/sy;
const INSTANT = /(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?)(Z|[+-]\d{2}:?\d{2})/iy;
const DATE = /\d{4}-\d{2}-\d{2}(?![\dT])/y;
const NUMBER = /[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const SIGN = /<=|>=|!=|<>|[=<>(),:]/y;
const SPACE = /\s+/y;

function take(pattern: RegExp, soql: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(soql);
}

function plainDate(text: string): string {
  if (!isPlainDate(text)) throw new SoqlError('MALFORMED_QUERY', `${text} is not a date of the calendar`);
  return text;
}

function utcInstant(date: string, time: string, zone: string): string {
  const offset = zone.toUpperCase() === 'Z' ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2)}`;
  const instant = new Date(`${plainDate(date)}T${time}${offset}`);
  if (Number.isNaN(instant.getTime())) throw new SoqlError('MALFORMED_QUERY', `${date}T${time}${zone} is not a date and time`);
  return instant.toISOString();
}

function next(soql: string, at: number): Token | undefined {
  const word = take(WORD, soql, at);
  if (word) return { kind: 'word', text: word[0] };
  const string = take(STRING, soql, at);
  if (string) return { kind: 'string', raw: string[1] ?? '', text: string[0] };
  const instant = take(INSTANT, soql, at);
  if (instant) {
    return { kind: 'dateTime', value: utcInstant(instant[1] ?? '', instant[2] ?? '', instant[3] ?? ''), text: instant[0] };
  }
  const date = take(DATE, soql, at);
  if (date) return { kind: 'date', value: plainDate(date[0]), text: date[0] };
  const number = take(NUMBER, soql, at);
  if (number) return { kind: 'number', value: Number(number[0]), text: number[0] };
  const sign = take(SIGN, soql, at);
  return sign ? { kind: 'sign', text: sign[0] } : undefined;
}

/**
 * Cuts a query into tokens. Instants come out in UTC.
 * @throws SoqlError MALFORMED_QUERY at the first character that begins no token.
 */
export function tokenize(soql: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (;;) {
    const space = take(SPACE, soql, at);
    if (space) at += space[0].length;
    if (at >= soql.length) return tokens;
    const token = next(soql, at);
    if (!token) throw new SoqlError('MALFORMED_QUERY', `unexpected character at column ${at + 1}: ${soql.slice(at, at + 12)}`);
    const glued = (token.kind === 'number' || token.kind === 'date') && /[A-Za-z0-9_]/.test(soql.charAt(at + token.text.length));
    if (glued) throw new SoqlError('MALFORMED_QUERY', `unexpected characters after ${token.text} at column ${at + 1}`);
    tokens.push(token);
    at += token.text.length;
  }
}
