import { amount, day } from '../../../src/domain/fixture/values';
import { earlierRows, groupRates } from './rate-groups';
import { typedRate, type TypedRate } from './typed-rate';

const today = day('2026-03-15');
const rate = (key: number, role: string, from: string, part: Partial<TypedRate> = {}): TypedRate => ({
  ...typedRate(key, { role, from: day(from), currency: 'PLN', cost: amount('100.00'), billing: null }, 'pl'),
  ...part,
});
const shown = (rates: readonly TypedRate[]) =>
  groupRates(rates, today, 'pl').map(({ role, rows }) => [role, ...rows.map(({ rate: { from, key }, standing }) => `${from} ${String(standing)} #${key}`)]);

it('puts one role’s rates together, newest first, with the one that holds today', () => {
  const rates = [rate(0, 'Tester', '2024-01-01'), rate(1, 'Łącznik', '2026-03-15'), rate(2, 'tester ', '2026-04-01'), rate(3, 'Tester', '2026-01-01'), rate(4, 'Lektor', '2026-03-16')];
  expect(shown(rates)).toEqual([
    ['Lektor', '2026-03-16 later #4'],
    ['Łącznik', '2026-03-15 now #1'],
    ['tester', '2026-04-01 later #2', '2026-01-01 now #3', '2024-01-01 earlier #0'],
  ]);
});

it('leaves out of it what is removed or not typed to its end', () => {
  const rates = [rate(0, 'Tester', '2024-01-01'), rate(1, 'Tester', '2025-01-01', { isRemoved: true }), rate(2, 'Tester', '2026-01-01', { cost: '' })];
  expect(shown(rates)).toEqual([['Tester', '2026-01-01 null #2', '2025-01-01 null #1', '2024-01-01 now #0']]);
});

it('keeps a row in its place while its role and day are typed', () => {
  const rates = [rate(0, 'Tester', '2024-01-01', { role: 'Programista', from: '2027-01-01', isOpen: true }), rate(1, 'Tester', '2025-01-01')];
  expect(shown(rates)).toEqual([['Tester', '2025-01-01 now #1', '2027-01-01 later #0']]);
});

it('shows a role that is typed for the first time in no group yet', () => {
  expect(groupRates([rate(0, '', '2024-01-01', { place: null })], today, 'pl')).toEqual([]);
});

it('folds earlier rates away where there are several and nobody is at them', () => {
  const keys = (rates: readonly TypedRate[]) => groupRates(rates, today, 'pl').map((group) => earlierRows(group).map((row) => row.rate.key));
  const [old, older, oldest, now] = [rate(0, 'T', '2023-01-01'), rate(1, 'T', '2022-01-01'), rate(2, 'T', '2021-01-01'), rate(3, 'T', '2025-01-01')];
  expect(keys([now, old])).toEqual([[]]);
  expect(keys([now, old, older, oldest])).toEqual([[0, 1, 2]]);
  expect(keys([now, { ...old, isOpen: true }, { ...older, cost: '7' }, oldest])).toEqual([[]]);
});
