import fc from 'fast-check';
import { addDays, dayAt, daysBetween, instantOf, mondayOf } from './calendar';
import { isInstant, isPlainDate, type Instant, type PlainDate } from './plain-date';

const day = (text: string): PlainDate => {
  if (!isPlainDate(text)) throw new Error(`${text} is no day`);
  return text;
};
const instant = (text: string): Instant => {
  if (!isInstant(text)) throw new Error(`${text} is no instant`);
  return text;
};

const anyDay = fc
  .date({ min: new Date('1950-01-01T00:00:00Z'), max: new Date('2900-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => day(date.toISOString().slice(0, 10)));

describe('plain dates', () => {
  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '26-01-01', '2026-1-1', '2026-11-31', '2026-11-23T00:00:00Z', ''])('knows that %p is no day', (text) => {
    expect(isPlainDate(text)).toBe(false);
  });

  it('knows leap days', () => {
    expect([isPlainDate('2024-02-29'), isPlainDate('2000-02-29'), isPlainDate('2100-02-29')]).toEqual([true, true, false]);
  });

  it('adds days across month and year ends', () => {
    expect([addDays(day('2026-12-31'), 1), addDays(day('2024-03-01'), -1)]).toEqual(['2027-01-01', '2024-02-29']);
  });

  it('adds what lies between', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -4_000, max: 4_000 }), (start, days) => {
        expect(daysBetween(start, addDays(start, days))).toBe(days);
      }),
    );
  });

  it('finds the Monday at most six days back', () => {
    fc.assert(
      fc.property(anyDay, (one) => {
        const back = daysBetween(mondayOf(one), one);
        expect(back).toBeGreaterThanOrEqual(0);
        expect(back).toBeLessThanOrEqual(6);
        expect(mondayOf(mondayOf(one))).toBe(mondayOf(one));
      }),
    );
  });

  it('refuses to leave the years it can name', () => {
    expect(() => addDays(day('2999-12-31'), 1)).toThrow(RangeError);
  });
});

describe('the day at an instant', () => {
  it.each([
    ['2026-11-23T22:59:59.000Z', 'Europe/Warsaw', '2026-11-23'],
    ['2026-11-23T23:00:00.000Z', 'Europe/Warsaw', '2026-11-24'],
    ['2026-07-23T22:00:00.000Z', 'Europe/Warsaw', '2026-07-24'],
    ['2026-11-23T23:00:00.000Z', 'America/New_York', '2026-11-23'],
    // The night in which clocks go back has two hours with the same name.
    ['2026-10-25T00:30:00.000Z', 'Europe/Warsaw', '2026-10-25'],
    ['2026-10-25T01:30:00.000Z', 'Europe/Warsaw', '2026-10-25'],
  ])('%s in %s is %s', (at, zone, expected) => {
    expect(dayAt(instant(at), zone)).toBe(expected);
  });

  it('refuses a zone that does not exist', () => {
    expect(() => dayAt(instant('2026-11-23T00:00:00.000Z'), 'Europe/Nowhere')).toThrow(RangeError);
  });
});

describe('instants', () => {
  it('are UTC with milliseconds', () => {
    expect(instantOf(new Date(0))).toBe('1970-01-01T00:00:00.000Z');
    expect(isInstant('2026-11-23T10:00:00Z')).toBe(false);
  });
});
