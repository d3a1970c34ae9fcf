import fc from 'fast-check';
import { fold } from '../schema';
import { SoqlError } from './errors';
import { likePattern, textOf } from './literals';
import { parseSoql } from './parse';

const escape = (text: string): string => text.replace(/\\/g, '\\\\').replace(/'/g, "\\'");
const escapeLike = (text: string): string => escape(text).replace(/[%_]/g, '\\$&');
const likes = (pattern: string, text: string): boolean => new RegExp(likePattern(pattern), 'su').test(fold(text));

test('any text survives escaping and parsing, and never leaves its quotes', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
    const query = parseSoql(`SELECT Id FROM Account WHERE Name = '${escape(text)}' AND OwnerId = null`);
    const first = query.where?.kind === 'and' ? query.where.operands[0] : undefined;
    expect(first?.kind === 'compare' && first.value.kind === 'string' ? textOf(first.value.raw) : undefined).toBe(text);
  }));
});

test('a text is LIKE itself when its wildcards are escaped', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
    expect(likes(escapeLike(text), text)).toBe(true);
    expect(likes(`%${escapeLike(text)}%`, `before ${text} after`)).toBe(true);
  }));
});

test('an escaped wildcard stands for itself', () => {
  expect(likes('100\\%', '100%')).toBe(true);
  expect(likes('100\\%', '1000')).toBe(false);
  expect(likes('a_c', 'ABC')).toBe(true);
  expect(likes('a\\_c', 'abc')).toBe(false);
});

test.each([['\\n', '\n'], ['\\t', '\t'], ['\\"', '"'], ["\\'", "'"], ['\\\\', '\\'], ['\\u0141', 'Ł']])('%s is an escape', (raw, text) => {
  expect(textOf(raw)).toBe(text);
});

test.each(['\\x', '\\%', '\\u12', '\\0'])('%s is an error outside LIKE', (raw) => {
  expect(() => textOf(raw)).toThrow(SoqlError);
});
