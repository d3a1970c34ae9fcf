import { amount, day } from '../../../src/domain/fixture/values';
import { byRole, readRates, standingOf, typedRate, type TypedRate } from './typed-rates';

const today = day('2026-05-04');
const rate = (key: string, changes: Partial<TypedRate> = {}): TypedRate => ({ key, role: 'Tester', from: '2026-01-01', currency: 'PLN', cost: '80,5', billing: '', ...changes });

it('reads money with a comma or a point, and an empty price as none', () => {
  expect(readRates([rate('a', { role: ' Tester ', billing: '1 200.00' }), rate('b', { from: '2026-02-01' })]).rates).toEqual([
    { role: 'Tester', from: '2026-01-01', currency: 'PLN', cost: '80.50', billing: '1200.00' },
    { role: 'Tester', from: '2026-02-01', currency: 'PLN', cost: '80.50', billing: null },
  ]);
});

it.each([
  ['role', 'roleMissing', { role: ' ' }],
  ['from', 'noDay', { from: '' }],
  ['cost', 'noAmount', { cost: '' }],
  ['billing', 'noAmount', { billing: '-1' }],
] as const)('has a problem in %s: %s', (field, problem, changes) => {
  const read = readRates([rate('a', changes)]);
  expect([read.rates, read.problems.get('a')]).toEqual([undefined, { field, problem }]);
});

it('says of the second of two from one day that it is one too many', () => {
  const read = readRates([rate('x', { cost: '' }), rate('a', { from: '2025-01-01' }), rate('b', { role: 'TESTER', from: '2025-01-01' })]);
  expect([...read.problems]).toEqual([['x', { field: 'cost', problem: 'noAmount' }], ['b', { field: 'from', problem: 'twice' }]]);
});

it('tells which rate of a role holds today', () => {
  const typed = [rate('a', { from: '2025-01-01' }), rate('b'), rate('c', { from: '2026-06-01' }), rate('d', { role: 'Other' }), rate('e', { from: '' })];
  expect(typed.map((one) => standingOf(one, typed, today))).toEqual(['earlier', 'now', 'later', 'now', undefined]);
});

it('begins with what is kept, in the reader’s form, the newest of a role first', () => {
  const kept = typedRate({ role: 'Tester', from: day('2026-01-01'), currency: 'EUR', cost: amount('80.50'), billing: null }, 'k', ',');
  expect(kept).toEqual({ key: 'k', role: 'Tester', from: '2026-01-01', currency: 'EUR', cost: '80,50', billing: '' });
  expect([rate('a'), rate('b', { from: '2026-02-01' }), rate('c', { role: 'Analyst' })].sort(byRole).map(({ key }) => key)).toEqual(['c', 'b', 'a']);
});
