import fc from 'fast-check';
import { isAccountId, isDealId, isProjectId, isTag, parseClientId, parseDealId, parseOrganisationId } from './ids';
import { dealId, lineId } from './fixture/values';
import { findTag, tagOf } from './plan-entry';

const shortDealId = fc.stringMatching(/^[0-9A-Za-z]{12}$/).map((rest) => `006${rest}`);

describe('Salesforce ids', () => {
  it('knows the published example', () => {
    expect(parseDealId('006D000000CqlZd')).toBe('006D000000CqlZdIAJ');
    expect(parseDealId('006D000000CqlZdIAJ')).toBe('006D000000CqlZdIAJ');
  });

  it('has one long form, however often it is read', () => {
    fc.assert(
      fc.property(shortDealId, (short) => {
        const long = parseDealId(short);
        expect(long).toHaveLength(18);
        expect(long?.slice(0, 15)).toBe(short);
        expect(parseDealId(long ?? '')).toBe(long);
        expect(isDealId(short)).toBe(false);
      }),
    );
  });

  it('refuses every other checksum', () => {
    fc.assert(
      fc.property(shortDealId, fc.stringMatching(/^[A-Z0-5]{3}$/), (short, checksum) => {
        const long = parseDealId(short) ?? '';
        fc.pre(long.slice(15) !== checksum);
        expect(parseDealId(short + checksum)).toBeUndefined();
        expect(isDealId(short + checksum)).toBe(false);
      }),
    );
  });

  it('keeps kinds apart', () => {
    const id = dealId(7);
    expect([parseClientId(id), parseOrganisationId(id)]).toEqual([undefined, undefined]);
  });

  it.each(['', '006', '006D000000Cql', '006D000000CqlZdI', `006D000000Cqł`, "006' OR Id != '", '006D000000CqlZd\n'])('refuses %p', (text) => {
    expect(parseDealId(text)).toBeUndefined();
  });
});

it.each(['0', '-1', '1.5', '01', '1e5', '10000/../10001', '12345678901234567890', ' 1'])('does not take %p for an id of Jira', (text) => {
  expect(isProjectId(text)).toBe(false);
});

it('takes every form of an account id and nothing with a path in it', () => {
  expect([isAccountId('5b10a2844c20165700ede21g'), isAccountId('557058:f58131cb-b67d-43c7-b30d-6b58d40bd077')]).toEqual([true, true]);
  expect([isAccountId(''), isAccountId('a/b'), isAccountId('__proto__'), isAccountId('a'.repeat(129))]).toEqual([false, false, false, false]);
});

describe('a tag', () => {
  const tag = tagOf(dealId(1), lineId('line1'));

  it('is found again in whatever description it stands', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
        fc.pre(!`${before}${after}`.includes('[opiekun:'));
        expect(findTag(`${before}${tag}${after}`)).toBe(tag);
      }),
    );
  });

  it('is not found in descriptions that only look like it', () => {
    expect(['', '[opiekun]', '[opiekun:006:line]', tag.slice(1), tag.replace('line1', 'LINE1')].map(findTag)).toEqual(Array<undefined>(5).fill(undefined));
    expect(isTag(`${tag} `)).toBe(false);
  });
});
