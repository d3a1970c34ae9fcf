import { addDays, isPlainDate } from './plain-date';

test.each(['2026-02-28', '2028-02-29', '0001-01-01'])('%s is a plain date', (text) => {
  expect(isPlainDate(text)).toBe(true);
});

test.each(['', '2026-02-29', '2026-13-01', '2026-2-3', '2026-02-28T00:00:00Z', ' 2026-02-28'])('%p is none', (text) => {
  expect(isPlainDate(text)).toBe(false);
});

test.each([
  ['2026-12-31', 1, '2027-01-01'],
  ['2026-03-01', -1, '2026-02-28'],
  ['1970-01-01', -1, '1969-12-31'],
])('%s and %i days is %s', (date, days, expected) => {
  expect(addDays(date, days)).toBe(expected);
});
