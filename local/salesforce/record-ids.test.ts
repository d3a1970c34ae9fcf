import fc from 'fast-check';
import { canonicalId, recordId, withChecksum } from './record-ids';

test('the suffix says which letters are upper case', () => {
  expect(withChecksum('001A0000006Vm9u')).toBe('001A0000006Vm9uIAC');
});

test('an id is found under its 15 characters, its 18, and its 18 with the letter case lost', () => {
  fc.assert(fc.property(fc.stringMatching(/^[0-9A-Za-z]{15}$/), (id15) => {
    const id18 = withChecksum(id15);
    expect(canonicalId(id15)).toBe(id18);
    expect(canonicalId(id18)).toBe(id18);
    expect(canonicalId(id18.toUpperCase())).toBe(id18);
    expect(canonicalId(id18.toLowerCase())).toBe(id18);
  }));
});

test('what is no id is none', () => {
  for (const text of ['', '006', "006' OR Name = '", '006Op0000000001!', '006Op000000000199A', '006Op0000000001IA']) expect(canonicalId(text)).toBeUndefined();
});

test('numbers give different ids, and the same number the same one', () => {
  fc.assert(fc.property(fc.maxSafeNat(), fc.maxSafeNat(), (one, other) => {
    expect(recordId('006', one)).toMatch(/^006[0-9A-Za-z]{15}$/);
    expect(recordId('006', one) === recordId('006', other)).toBe(one === other);
  }));
  expect(() => recordId('006', -1)).toThrow(RangeError);
});
