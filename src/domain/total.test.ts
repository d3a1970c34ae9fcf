import * as fc from 'fast-check';
import { amount, total } from './fixture/values';
import { compareTotals, hundredthsOf, isTotal, minus, nothing, percentOf, proportion, sumOf, totalFromNumber, worth, type Total } from './total';

const anyTotal: fc.Arbitrary<Total> = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }).map((hundredths) => {
  const digits = (hundredths < 0n ? -hundredths : hundredths).toString().padStart(3, '0');
  return total(`${hundredths < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`);
});
const anyRate = fc.integer({ min: 0, max: 1_000_000 }).map((hundredths) => amount((hundredths / 100).toFixed(2)));

it.each(['0.00', '-0.01', '125000.50', '-999999999999999999.99'])('takes %s for a sum', (text) => expect(isTotal(text)).toBe(true));
it.each(['-0.00', '1.5', '01.00', '1,00', '', 'NaN', '1e3', '--1.00', '9999999999999999999.00'])('does not take %p for one', (text) => expect(isTotal(text)).toBe(false));

it('loses nothing in adding, in whatever order', () => {
  fc.assert(
    fc.property(fc.array(anyTotal, { maxLength: 50 }), (parts) => {
      const whole = parts.reduce((sum, part) => sum + hundredthsOf(part), 0n);
      expect(hundredthsOf(sumOf(parts))).toBe(whole);
      expect(sumOf([...parts].reverse())).toBe(sumOf(parts));
    }),
  );
});

it('takes away what it added', () => {
  fc.assert(fc.property(anyTotal, anyTotal, (a, b) => expect(minus(sumOf([a, b]), b)).toBe(a)));
});

it('orders sums as their differences say', () => {
  fc.assert(fc.property(anyTotal, anyTotal, (a, b) => expect(compareTotals(a, b)).toBe(compareTotals(minus(a, b), nothing))));
});

it('prices time exactly by the whole hour, and to the nearest hundredth otherwise', () => {
  fc.assert(
    fc.property(anyRate, fc.nat(400 * 3600), (rate, seconds) => {
      const exact = hundredthsOf(rate) * BigInt(seconds);
      const off = hundredthsOf(worth(rate, seconds)) * 3600n - exact;
      expect(off * 2n <= 3600n && off * 2n >= -3600n).toBe(true);
      expect(worth(rate, 3600)).toBe(rate);
    }),
  );
});

it.each([
  // 150.00 an hour for 50 minutes; 99.99 for a second; half a hundredth goes up.
  ['150.00', 3000, '125.00'],
  ['99.99', 1, '0.03'],
  ['18.00', 1, '0.01'],
  ['0.00', 3600, '0.00'],
])('prices an hour at %s for %p seconds at %s', (rate, seconds, price) => expect(worth(amount(rate), seconds)).toBe(price));

it.each([
  ['1.00', '3.00', 10_000, 3_333],
  ['2.00', '3.00', 10_000, 6_666],
  ['-1.00', '3.00', 10_000, -3_334],
  ['-3.00', '3.00', 100, -100],
  ['999999999999.99', '0.01', 10_000, 1_000_000_000],
])('%s of %s in %p parts are %p', (part, whole, parts, share) => expect(proportion(total(part), total(whole), parts)).toBe(share));

it('rounds a per cent half away from zero', () => {
  expect([percentOf(total('0.01'), 50), percentOf(total('-0.01'), 50), percentOf(total('200000.00'), 60)]).toEqual(['0.01', '-0.01', '120000.00']);
});

it.each([
  [1234.56, '1234.56'],
  [-0.001, '0.00'],
  [-12.5, '-12.50'],
  [Number.NaN, undefined],
  [Number.POSITIVE_INFINITY, undefined],
  [1e21, undefined],
])('reads %p as %p', (value, sum) => expect(totalFromNumber(value)).toBe(sum));
