/// <reference types="jest" />
import { isAmount, type Money } from '../../src/domain/money';
import { isInstant, isPlainDate, type Instant, type PlainDate } from '../../src/domain/plain-date';
import { makeFormat } from './format';
import { addDays, dayAt, daysBetween, placeBetween } from './plain-days';

const day = (text: string): PlainDate => {
  if (!isPlainDate(text)) throw new Error(text);
  return text;
};
const at = (text: string): Instant => {
  if (!isInstant(text)) throw new Error(text);
  return text;
};
const pln = (amount: string): Money => {
  if (!isAmount(amount)) throw new Error(amount);
  return { amount, currency: 'PLN' };
};
/** Locale data uses several kinds of spaces; which one is not ours to fix. */
const spaced = (text: string): string => text.replace(/[\s\u2009]/gu, ' ');

const polish = makeFormat('pl-PL', 'Europe/Warsaw');
const english = makeFormat('en-US', 'America/New_York');

describe('days', () => {
  test('keep their date whatever the time zone of the reader', () => {
    expect(makeFormat('en-US', 'Pacific/Honolulu').date(day('2026-11-03'))).toBe('Nov 3, 2026');
    expect(makeFormat('en-US', 'Pacific/Kiritimati').date(day('2026-11-03'))).toBe('Nov 3, 2026');
  });

  test('leave the year out only within the current year', () => {
    expect(polish.shortDate(day('2026-11-03'), day('2026-01-01'))).toBe('3 lis');
    expect(polish.shortDate(day('2027-01-03'), day('2026-12-31'))).toBe('3 sty 2027');
  });

  test('make a range that names what they share once', () => {
    expect(spaced(english.dateRange(day('2026-11-03'), day('2026-12-18')))).toBe('Nov 3 – Dec 18, 2026');
  });

  test('are found inside a text', () => {
    expect(polish.daysIn('Dev, 2026-11-03 – 2026-11-05, 7.5 h, 2026-13-45')).toBe('Dev, 3 lis 2026 – 5 lis 2026, 7.5 h, 2026-13-45');
  });
});

describe('today', () => {
  test('is the day where the reader is', () => {
    const justAfterMidnightInWarsaw = new Date('2026-11-22T23:30:00Z');
    expect(polish.today(justAfterMidnightInWarsaw)).toBe('2026-11-23');
    expect(english.today(justAfterMidnightInWarsaw)).toBe('2026-11-22');
  });

  test('does not fail in a time zone that the browser does not know', () => {
    expect(makeFormat('pl-PL', 'Mars/Olympus').today(new Date('2026-11-22T12:00:00Z'))).toMatch(/^2026-11-2[123]$/);
  });
});

describe('money', () => {
  test('is written in the form of the locale, without empty hundredths', () => {
    expect(spaced(polish.money(pln('125000.00')))).toBe('125 000 zł');
    expect(spaced(polish.money(pln('125000.50')))).toBe('125 000,50 zł');
  });

  test('keeps every digit of the largest amount there is', () => {
    expect(spaced(polish.money(pln('9999999999999.99')))).toBe('9 999 999 999 999,99 zł');
  });
});

test('hours are written from minutes', () => {
  expect(spaced(polish.hours(450))).toBe('7,5 godz.');
  expect(english.hours(2_350 * 60)).toBe('2,350h');
});

describe('a moment', () => {
  const now = new Date('2026-11-23T12:00:00Z');
  test.each([
    ['2026-11-23T11:59:40.000Z', 'now'],
    ['2026-11-23T11:55:00.000Z', '5 minutes ago'],
    ['2026-11-23T09:00:00.000Z', '3 hours ago'],
    ['2026-11-22T20:00:00.000Z', 'yesterday'],
    ['2026-11-20T12:00:00.000Z', '3 days ago'],
    ['2026-10-01T12:00:00.000Z', 'Oct 1, 2026'],
  ])('%s reads as %s', (instant, expected) => {
    expect(english.relative(at(instant), now)).toBe(expected);
  });

  test('to come is told by its time today, and with its day on any other', () => {
    expect(polish.moment(at('2026-11-23T13:05:00.000Z'), now)).toBe('14:05');
    expect(spaced(polish.moment(at('2026-11-23T23:05:00.000Z'), now))).toBe('24 lis 2026, 00:05');
  });
});

describe('arithmetic on days', () => {
  test('crosses a change of the clock and a leap day', () => {
    expect(addDays(day('2026-10-24'), 2)).toBe('2026-10-26');
    expect(addDays(day('2028-02-28'), 1)).toBe('2028-02-29');
    expect(daysBetween(day('2026-03-28'), day('2026-03-30'))).toBe(2);
  });

  test('refuses a day beyond the calendar of the project', () => {
    expect(() => addDays(day('2999-12-31'), 1)).toThrow(RangeError);
  });

  test('finds the day of an instant in a zone', () => {
    expect(dayAt(new Date('2026-12-31T23:00:00Z'), 'Europe/Warsaw')).toBe('2027-01-01');
  });

  test.each([
    ['2026-11-01', 0],
    ['2026-11-06', 0.5],
    ['2026-11-11', 1],
    ['2026-10-01', 0],
    ['2027-01-01', 1],
  ])('places %s at %d of the schedule', (date, expected) => {
    expect(placeBetween(day(date), day('2026-11-01'), day('2026-11-11'))).toBe(expected);
  });

  test('places a schedule of one day', () => {
    expect(placeBetween(day('2026-11-01'), day('2026-11-01'), day('2026-11-01'))).toBe(1);
  });
});

test('several names are one list', () => {
  expect([polish.list(['Ewa', 'Adam']), english.list(['Eva', 'Adam', 'Ola'])]).toEqual(['Ewa i Adam', 'Eva, Adam, and Ola']);
});
