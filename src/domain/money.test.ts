import fc from 'fast-check';
import { hundredthsText } from './fixture/hundredths';
import { amount } from './fixture/values';
import { amountFromNumber, compareAmounts, isAmount, parseAmount } from './money';

describe('an amount as people write it', () => {
  it.each([
    ['125000', '125000.00'],
    ['125 000,50', '125000.50'],
    ['125\u00a0000,5', '125000.50'],
    ['125\u202f000.05', '125000.05'],
    ["125'000", '125000.00'],
    ['125,000.50', '125000.50'],
    ['1,250,000', '1250000.00'],
    ['125.000,50', '125000.50'],
    ['0,99', '0.99'],
    ['0', '0.00'],
    ['007', '7.00'],
    ['  42  ', '42.00'],
    ['9999999999999.99', '9999999999999.99'],
  ])('reads %p as %p', (typed, read) => {
    expect(parseAmount(typed)).toBe(read);
  });

  it.each(['', '-1', '-0,01', '−5', '1,2345', '1,23,456', '12,34,567.00', '1.234.56', 'PLN 5', '5 zł', '1e3', '0x10', 'NaN', '.5', '5.', '10000000000000', '٣٤', '1/2'])(
    'does not take %p for one',
    (typed) => {
      expect(parseAmount(typed)).toBeUndefined();
    },
  );

  it('comes back from every form of the same amount, to the hundredth', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 999_999_999_999_999n }), fc.constantFrom(' ', '\u00a0', '\u202f', '', "'"), (value, space) => {
        const { whole, hundredths, exact } = hundredthsText(value);
        const parted = whole.replace(/\B(?=(?:[0-9]{3})+$)/g, space);
        expect(parseAmount(`${parted},${hundredths}`)).toBe(exact);
        expect(parseAmount(`${parted}.${hundredths}`)).toBe(exact);
        expect(parseAmount(`${whole.replace(/\B(?=(?:[0-9]{3})+$)/g, ',')}.${hundredths}`)).toBe(exact);
      }),
    );
  });

  it('is either refused or in the one form that is kept', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double().map(String)), (typed) => {
        const read = parseAmount(typed);
        if (read === undefined) return;
        expect(isAmount(read)).toBe(true);
        expect(parseAmount(read)).toBe(read);
      }),
    );
  });
});

describe('an amount out of a JSON number', () => {
  it.each([
    [0.1 + 0.2, '0.30'],
    [1e12, '1000000000000.00'],
    [19.99, '19.99'],
    [-0, '0.00'],
  ])('keeps %p as %p', (value, read) => {
    expect(amountFromNumber(value)).toBe(read);
  });

  it.each([-0.01, Number.NaN, Number.POSITIVE_INFINITY, 1e13, 1e21])('refuses %p', (value) => {
    expect(amountFromNumber(value)).toBeUndefined();
  });

  it('is exact for every amount that a deal may have', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 99_999_999_999_999n }), (value) => {
        const { exact } = hundredthsText(value);
        expect(amountFromNumber(Number(exact))).toBe(exact);
      }),
    );
  });
});

it('orders amounts by what they are worth', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 999_999_999_999_999n }), fc.bigInt({ min: 0n, max: 999_999_999_999_999n }), (a, b) => {
      const expected = a === b ? 0 : a < b ? -1 : 1;
      expect(compareAmounts(amount(hundredthsText(a).exact), amount(hundredthsText(b).exact))).toBe(expected);
    }),
  );
});
