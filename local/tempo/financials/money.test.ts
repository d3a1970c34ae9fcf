import { amountAnswer, difference, priceOf, sumOf } from './money';

const zloty = (minor: number) => ({ currency: 'PLN', minor });

describe('a price for time', () => {
  test.each([
    [3600, 10_000, 10_000],
    [1800, 8_333, 4_167],
    // A third of 100.00: 33.333…
    [1200, 10_000, 3_333],
    [60, 8_500, 142],
    [0, 8_500, 0],
    [86_400, 999_999, 23_999_976],
  ])('%i seconds at %i an hour', (seconds, rate, expected) => expect(priceOf(seconds, rate)).toBe(expected));
});

describe('a sum', () => {
  test('of one currency is exact where a sum of decimals is not', () => {
    expect(amountAnswer(sumOf([zloty(10), zloty(20)], 'PLN'))).toEqual({ currencyCode: 'PLN', value: 0.3 });
  });

  test('of two currencies is in none', () => {
    expect(sumOf([zloty(100), { currency: 'EUR', minor: 100 }], 'PLN').currency).toBe('MIX');
    expect(difference(zloty(100), { currency: 'EUR', minor: 100 }).currency).toBe('MIX');
  });

  test('that is nothing but was mixed stays mixed', () => {
    const mixed = sumOf([zloty(100), { currency: 'EUR', minor: -100 }], 'PLN');
    expect(sumOf([mixed, zloty(100)], 'PLN')).toEqual({ currency: 'MIX', minor: 100 });
  });

  test('of one in another and nothing is in the other; of nothing in the one asked for', () => {
    expect(sumOf([zloty(0), { currency: 'EUR', minor: -5 }], 'PLN')).toEqual({ currency: 'EUR', minor: -5 });
    expect(sumOf([], 'EUR')).toEqual({ currency: 'EUR', minor: 0 });
  });
});
