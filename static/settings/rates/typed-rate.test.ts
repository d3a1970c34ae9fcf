import { amount, day } from '../../../src/domain/fixture/values';
import type { RoleRate } from '../../../src/domain/rates';
import { markOf, parseRate, typedAmount, typedProblems, typedRate, type TypedRate } from './typed-rate';

const stored: RoleRate = { role: 'Tester', from: day('2025-01-01'), currency: 'PLN', cost: amount('68.50'), billing: amount('150.00') };
const typed = (key: number, part: Partial<TypedRate> = {}): TypedRate => ({ ...typedRate(key, stored, 'pl'), ...part });
const fresh = (key: number, part: Partial<TypedRate> = {}): TypedRate => typed(key, { stored: null, place: null, isOpen: true, ...part });

it('writes an amount with the reader’s decimal sign, and without hundredths where there are none', () => {
  expect([typedAmount(amount('68.50'), 'pl'), typedAmount(amount('68.50'), 'en'), typedAmount(amount('1150.00'), 'pl')]).toEqual(['68,50', '68.50', '1150']);
});

describe('what was typed', () => {
  it.each([
    ['68,5', '68.50'],
    ['68.50', '68.50'],
    ['1 250,25', '1250.25'],
    ['1,250.25', '1250.25'],
    ['0', '0.00'],
  ])('%s is read as %s', (text, read) => {
    expect(parseRate(typed(0, { cost: text }))?.cost).toBe(read);
  });

  it('has its role without blanks, and is not sold where nothing stands', () => {
    expect(parseRate(typed(0, { role: ' Tester ', billing: ' ' }))).toEqual({ ...stored, billing: null });
  });

  it.each([{ cost: '' }, { cost: '-5' }, { cost: 'a lot' }, { billing: '1,2,3' }, { from: '2025-02-30' }, { from: '' }, { role: ' ' }, { role: 'x'.repeat(201) }])('%j is no rate', (part) => {
    expect(parseRate(typed(0, part))).toBeUndefined();
  });
});

describe('problems', () => {
  it('are said of each field', () => {
    const rates = [
      fresh(0, { role: '', from: '', cost: '' }),
      fresh(1, { role: 'x'.repeat(201), from: '2025-02-30', cost: '12zł', billing: '-1' }),
      fresh(2, { role: 'Analityk', billing: '' }),
    ];
    expect(Object.fromEntries(typedProblems(rates))).toEqual({
      0: { role: 'missing', from: 'missing', cost: 'missing' },
      1: { role: 'tooLong', from: 'notADate', cost: 'notAnAmount', billing: 'notAnAmount' },
    });
  });

  it('blame the one of two that was typed, whatever its capitals and place', () => {
    expect(Object.fromEntries(typedProblems([fresh(7, { role: ' tester ' }), typed(1)]))).toEqual({ 7: { from: 'twice' } });
    expect(typedProblems([fresh(7, { role: 'tester', from: '2025-02-01' }), typed(1)]).size).toBe(0);
  });

  it('are none of what is removed', () => {
    expect(typedProblems([fresh(7), typed(1, { isRemoved: true })]).size).toBe(0);
  });
});

it('marks what is stored otherwise, and not what is only written otherwise', () => {
  expect([typed(0), typed(0, { cost: '68.5' }), typed(0, { cost: '70' }), typed(0, { billing: '' }), typed(0, { cost: 'x' }), typed(0, { isRemoved: true }), fresh(0)].map(markOf)).toEqual([null, null, 'changed', 'changed', 'changed', 'removed', 'new']);
});
