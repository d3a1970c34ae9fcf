import * as fc from 'fast-check';
import { total } from './fixture/values';
import { operatingMargin, wholePercent } from './margin';
import { totalFromNumber, type Total } from './total';

const anyTotal = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map((hundredths) => total((hundredths / 100).toFixed(2).replace('-0.00', '0.00')));
const times = (sum: Total, factor: number): Total => totalFromNumber(Number(sum) * factor) ?? sum;

it.each([
  // revenue, cost, margin in hundredths of a per cent
  ['100000.00', '60000.00', 4_000],
  ['100000.00', '60001.00', 3_999],
  ['100000.00', '130000.00', -3_000],
  ['100000.00', '-5000.00', 10_500],
  ['0.01', '0.00', 10_000],
  ['3.00', '2.00', 3_333],
])('of %s earned and %s spent is %p', (revenue, cost, basisPoints) => expect(operatingMargin(total(revenue), total(cost))).toEqual({ kind: 'known', basisPoints }));

it.each([
  ['0.00', '500.00', 'noRevenue'],
  ['-100.00', '500.00', 'negativeRevenue'],
  [null, '500.00', 'revenueUnknown'],
  ['100.00', null, 'costUnknown'],
])('of %p earned and %p spent is unknown: %s', (revenue, cost, because) =>
  expect(operatingMargin(revenue === null ? null : total(revenue), cost === null ? null : total(cost))).toEqual({ kind: 'unknown', because }));

it('is a whole number for any input', () => {
  fc.assert(
    fc.property(anyTotal, anyTotal, (revenue, cost) => {
      const margin = operatingMargin(revenue, cost);
      if (margin.kind === 'known') expect(Number.isSafeInteger(margin.basisPoints)).toBe(true);
    }),
  );
});

it('does not depend on the currency that it is counted in', () => {
  fc.assert(fc.property(anyTotal, anyTotal, fc.integer({ min: 1, max: 100 }), (revenue, cost, factor) => expect(operatingMargin(times(revenue, factor), times(cost, factor))).toEqual(operatingMargin(revenue, cost))));
});

it('never reaches the target by rounding', () => expect([wholePercent(3_999), wholePercent(4_000), wholePercent(-1)]).toEqual([39, 40, -1]));
