import { nothingTyped, readChange } from './typed-change';

const typed = { ...nothingTyped, title: ' Returns ', amount: '12 000,50', hours: '40' };

test('reads what people type', () => {
  expect(readChange({ ...typed, end: '2026-09-30', added: ' Returns ' }, 'PLN')).toEqual({
    kind: 'read', title: 'Returns', reason: '', effect: { budget: { amount: '12000.50', currency: 'PLN' }, hours: 40, end: '2026-09-30', added: 'Returns', removed: '' },
  });
});

test.each([['-500', '-500.00'], ['−1 000,5', '-1000.50'], ['+7', '7.00']])('an amount of %s is %s', (amount, expected) => {
  expect(readChange({ ...typed, amount }, 'EUR')).toMatchObject({ effect: { budget: { amount: expected, currency: 'EUR' } } });
});

test.each([['', null], ['0', null], ['-0', null]])('an amount of %j leaves the budget alone', (amount) => {
  expect(readChange({ ...typed, amount }, 'PLN')).toMatchObject({ kind: 'read', effect: { budget: null } });
});

test.each([
  [{ title: '  ' }, 'title', 'title'],
  [{ amount: 'much' }, 'amount', 'amount'],
  [{ amount: '1.2.3' }, 'amount', 'amount'],
  [{ hours: '1.5' }, 'hours', 'hours'],
  [{ hours: '1e9' }, 'hours', 'hours'],
  [{ hours: '100001' }, 'hours', 'hours'],
  [{ amount: '', hours: '' }, 'amount', 'noEffect'],
])('%j is told at its field', (changes, field, problem) => {
  expect(readChange({ ...typed, ...changes }, 'PLN')).toEqual({ kind: 'wrong', field, problem });
});

test('money cannot be named before there are guidelines', () => {
  expect(readChange(typed, null)).toMatchObject({ kind: 'wrong', field: 'amount' });
  expect(readChange({ ...typed, amount: '' }, null)).toMatchObject({ kind: 'read' });
});
