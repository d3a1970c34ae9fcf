import { consumptionOf, monthlyPriceOf, priceOf, times } from './forge-price';

const nothing = { gigabyteSeconds: 0, gigabytesRead: 0, gigabytesWritten: 0 };

test('seconds count by the memory of the function, and values by their size', () => {
  const storage = { reads: 1, writes: 1, bytesRead: 2e9, bytesWritten: 5e8 };
  const taken = consumptionOf([{ durationMilliseconds: 1500 }, { durationMilliseconds: 500 }], storage, 512);
  expect(taken).toEqual({ gigabyteSeconds: 1, gigabytesRead: 2, gigabytesWritten: 0.5 });
  expect(priceOf(times(taken, 2))).toBeCloseTo(2 * (0.000025 + 2 * 0.055 + 0.5 * 1.09), 10);
});

test('what is free each month is taken off each kind by itself, and never gives money back', () => {
  expect(monthlyPriceOf({ gigabyteSeconds: 200_000, gigabytesRead: 0.1, gigabytesWritten: 0.1 })).toBe(0);
  expect(monthlyPriceOf({ ...nothing, gigabytesWritten: 1.1 })).toBeCloseTo(1.09, 10);
  expect(monthlyPriceOf({ ...nothing, gigabyteSeconds: 240_000 })).toBeCloseTo(1, 10);
});
