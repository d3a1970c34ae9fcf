/// <reference types="jest" />
import { changeValue } from './change-value';
import { makeFormat } from './format';

const format = makeFormat('en-US', 'Europe/Warsaw');

test.each([
  ['budget.amount', '412500.00 PLN', 'PLN 412,500'],
  ['budget.amount', '412500.50 EUR', '€412,500.50'],
  ['budget.amount', 'a lot', 'a lot'],
  ['budget.hours', '2350', '2,350h'],
  ['budget.targetMargin', '40', '40%'],
  ['schedule.end', '2027-02-06', 'Feb 6, 2027'],
  ['schedule.end', 'soon', 'soon'],
  ['milestone', '2026-12-05 Beta 2026-99-99', 'Dec 5, 2026 Beta 2026-99-99'],
  ['staffing', 'Ewa Lis (Dev), 2026-12-01 – 2026-12-31, 7.5 h', 'Ewa Lis (Dev), Dec 1, 2026 – Dec 31, 2026, 7.5 h'],
  ['scope.goal', 'By 2026-12-05 at the latest', 'By 2026-12-05 at the latest'],
] as const)('%s %s reads as %s', (field, value, expected) => {
  expect(changeValue(format, field, value).replace(/\s/gu, ' ')).toBe(expected);
});
