import { isRecordId, type RecordId } from '../../domain/ids';
import type { Instant } from '../../domain/plain-date';

const named: Readonly<Record<string, string>> = {
  '\\': '\\\\', "'": "\\'", '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\b': '\\b', '\f': '\\f',
};

/** One pass over the text, so that no backslash of an escape is ever escaped again. */
function escape(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[\p{Cc}\\'"]/gu, (character) => named[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Text as a string literal (SOQL and SOSL Reference, "Quoted String Escape Sequences"). */
export const literal = (text: string): string => `'${escape(text)}'`;

/** A LIKE pattern that matches what contains the text; the text's own wildcards stand for themselves. */
export const containing = (text: string): string => `'%${escape(text).replace(/[%_]/g, '\\$&')}%'`;

/**
 * A list for IN.
 * @throws RangeError for an empty list or an id that is none: nothing else may become part of a query unquoted.
 */
export function idList(ids: readonly RecordId[]): string {
  if (ids.length === 0 || !ids.every((id) => isRecordId(id))) throw new RangeError('A query needs ids of records.');
  return `(${ids.map((id) => `'${id}'`).join(',')})`;
}

/** An instant as a dateTime literal, cut to the second that it lies in: SOQL's filters know no milliseconds. */
export const dateTime = (instant: Instant): string => `${instant.slice(0, 19)}Z`;

/** Each id once, in lists of at most 300, which make some 7 KB of URL. */
export function chunksOf<Id extends RecordId>(ids: readonly Id[]): readonly (readonly Id[])[] {
  const size = 300;
  const unique = [...new Set(ids)];
  return Array.from({ length: Math.ceil(unique.length / size) }, (_, index) => unique.slice(index * size, (index + 1) * size));
}
