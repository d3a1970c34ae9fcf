import fc from 'fast-check';
import { DecimalSignEvidence, readAmount } from './amounts';
import { DateOrderEvidence, readDate } from './dates';
import { ImportError, RowError } from './import-error';
import { guessStage } from './stage-guess';

const day = fc.date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));

test('any date is read back in the order it was written in', () => {
  fc.assert(fc.property(day, (date) => {
    const [year, month, dayOfMonth] = date.split('-').map(Number);
    expect(readDate(`${month}/${dayOfMonth}/${year}`, 'us')).toBe(date);
    expect(readDate(`${dayOfMonth}/${month}/${year}`, 'eu')).toBe(date);
    expect(readDate(`${dayOfMonth}.${month}.${year}`, 'us')).toBe(date);
    expect(readDate(`${date}T10:00:00Z`, 'eu')).toBe(date);
  }));
});

test.each(['2026-13-01', '31/31/2026', '1/2/26', 'soon', '2026', '1/2-2026'])('%p is no date', (text) => {
  expect(() => readDate(text, 'us')).toThrow(RowError);
});

function order(...dates: string[]): string {
  const evidence = new DateOrderEvidence();
  dates.forEach((date) => evidence.add(date));
  return evidence.conclude(undefined);
}

test('the order of dates is told by a day beyond the twelfth, and a lone mistake does not count', () => {
  expect(order('1/2/2026', '3/14/2026')).toBe('us');
  expect(order('1/2/2026', '14/3/2026')).toBe('eu');
  expect(order('2026-01-02', '3.4.2026')).toBe('iso');
  expect(order(...Array.from({ length: 30 }, () => '3/14/2026'), '14/3/2026')).toBe('us');
  expect(() => order('1/2/2026')).toThrow(ImportError);
  expect(() => order('3/14/2026', '14/3/2026')).toThrow(ImportError);
});

test.each([
  ['1,234.56', 'point', '1234.56', undefined], ['1 234,56', 'comma', '1234.56', undefined], ['1.234,56', 'comma', '1234.56', undefined], ['1\u00A0234\u202F567,8 zł', 'comma', '1234567.8', 'PLN'],
  ['$1,234', 'point', '1234', 'USD'], ['-$5.50', 'point', '-5.5', 'USD'], ['€ 12', 'point', '12', 'EUR'], ['PLN 3.00', 'point', '3', 'PLN'], ["1'000.25", 'point', '1000.25', undefined],
  ['(1,000.00)', 'point', '-1000', undefined], ['12,34,567.00', 'point', '1234567', undefined], ['0,5', 'comma', '0.5', undefined], ['.5', 'point', '0.5', undefined],
] as const)('%p with a decimal %s is %s', (text, sign, amount, currency) => {
  expect(readAmount(text, sign)).toEqual({ amount, currency });
});

test.each(['', 'x', '1.2.3', '1,23', '12,3456', '--5', '$5€', '1e5', '1,,000'])('%p is no amount with a decimal point', (text) => {
  expect(() => readAmount(text, 'point')).toThrow(RowError);
});

function sign(...amounts: string[]): string {
  const evidence = new DecimalSignEvidence();
  amounts.forEach((amount) => evidence.add(amount));
  return evidence.conclude(undefined);
}

test('the decimal sign is told by what can only be decimals, or only thousands', () => {
  expect(sign('100', '1,500', '2.50')).toBe('point');
  expect(sign('1.500', '2,5')).toBe('comma');
  expect(sign('1.234.567')).toBe('comma');
  expect(sign('100', '200')).toBe('point');
  expect(() => sign('1,500')).toThrow(ImportError);
  expect(() => sign('1,5', '1.5')).toThrow(ImportError);
});

test('an amount written either way is read back', () => {
  fc.assert(fc.property(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), (cents) => {
    const amount = (cents / 100).toFixed(2);
    const expected = amount.replace(/\.?0+$/, (end) => (end.startsWith('.') ? '' : end.replace(/0+$/, '')));
    const point = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2 }).format(cents / 100);
    const comma = new Intl.NumberFormat('de-DE', { minimumFractionDigits: 2 }).format(cents / 100);
    expect(Number(readAmount(point, 'point').amount)).toBe(Number(expected));
    expect(readAmount(comma, 'comma').amount).toBe(readAmount(point, 'point').amount);
  }));
});

test.each([
  ['Closed Won', 'won'], ['WON', 'won'], ['Wygrana', 'won'], ['Internally Won', 'open'], ['Verbal won', 'open'], ['Closed Lost', 'lost'], ['Przegrana', 'lost'],
  ['Zamknięta', 'lost'], ['Engaging', 'open'], ['Wonderful idea', 'open'], ['Negotiation/Review', 'open'],
])('%s is guessed %s', (name, kind) => {
  const stage = guessStage(name, 0);
  expect(stage.won ? 'won' : stage.closed ? 'lost' : 'open').toBe(kind);
});
