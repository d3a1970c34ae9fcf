import fc from 'fast-check';
import { AmountError, decimalAmount, minorUnits } from './money';

test('an amount survives the way into hundredths and back', () => {
  fc.assert(fc.property(fc.integer({ min: -(10 ** 15), max: 10 ** 15 }), (minor) => {
    expect(minorUnits(decimalAmount(minor))).toBe(minor);
  }));
});

test.each([['12', 1200], ['12.5', 1250], ['-0.01', -1], ['1.2300', 123]])('%s is %d hundredths', (decimal, minor) => {
  expect(minorUnits(decimal)).toBe(minor);
});

test.each(['', 'x', '1,5', '1.234', '1e3', '99999999999999999'])('%p is no amount', (text) => {
  expect(() => minorUnits(text)).toThrow(AmountError);
});
