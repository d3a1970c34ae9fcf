import { fold } from '../schema';
import { SoqlError } from './errors';

const SINGLE = new Map([
  ['n', '\n'], ['N', '\n'], ['r', '\r'], ['R', '\r'], ['t', '\t'], ['T', '\t'],
  ['b', '\b'], ['B', '\b'], ['f', '\f'], ['F', '\f'], ['"', '"'], ["'", "'"], ['\\', '\\'],
]);

interface Piece { readonly text: string; readonly wildcard: '%' | '_' | undefined }

function* pieces(raw: string, inLike: boolean): Generator<Piece> {
  for (let at = 0; at < raw.length; at += 1) {
    const character = raw.charAt(at);
    if (character !== '\\') {
      yield { text: character, wildcard: inLike && (character === '%' || character === '_') ? character : undefined };
      continue;
    }
    at += 1;
    const escaped = raw.charAt(at);
    const single = SINGLE.get(escaped);
    const code = /^[uU]([0-9A-Fa-f]{4})$/.exec(raw.slice(at, at + 5));
    if (single !== undefined) yield { text: single, wildcard: undefined };
    else if (inLike && (escaped === '%' || escaped === '_')) yield { text: escaped, wildcard: undefined };
    else if (code?.[1] !== undefined) {
      yield { text: String.fromCharCode(Number.parseInt(code[1], 16)), wildcard: undefined };
      at += 4;
    } else throw new SoqlError('MALFORMED_QUERY', `\\${escaped} is not an escape sequence of a string literal`);
  }
}

/**
 * The text that a string literal stands for (SOQL and SOSL Reference, "Quoted String Escape Sequences").
 * @param raw what stands between the quotes.
 * @throws SoqlError MALFORMED_QUERY for a backslash that begins no known escape.
 */
export function textOf(raw: string): string {
  let text = '';
  for (const piece of pieces(raw, false)) text += piece.text;
  return text;
}

/** The source of a regular expression that a folded text must match for LIKE; wildcards are % and _. */
export function likePattern(raw: string): string {
  let source = '^';
  let plain = '';
  const flush = (): void => {
    source += fold(plain).replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
    plain = '';
  };
  for (const piece of pieces(raw, true)) {
    if (piece.wildcard === undefined) {
      plain += piece.text;
      continue;
    }
    flush();
    source += piece.wildcard === '%' ? '.*' : '.';
  }
  flush();
  return `${source}$`;
}
