import fc from 'fast-check';
import { isPlainDate, type PlainDate } from '../../../src/domain/plain-date';
import { spanOf, timelineOf, type Timeline } from './weeks';

function day(text: string): PlainDate {
  if (!isPlainDate(text)) throw new Error(`${text} is no day`);
  return text;
}
const period = (from: string, to: string): { from: PlainDate; to: PlainDate } => ({ from: day(from), to: day(to) });

function drawn(periods: readonly { from: PlainDate; to: PlainDate }[], today: string): Timeline {
  const timeline = timelineOf(periods, day(today));
  if (timeline === undefined) throw new Error('nothing is drawn');
  return timeline;
}

describe('timelineOf', () => {
  it('holds whole weeks from Monday to Sunday', () => {
    const timeline = drawn([period('2026-03-04', '2026-03-20')], '2026-03-10');
    expect(timeline).toMatchObject({ first: '2026-03-02', last: '2026-03-22', days: 21, today: 8, shortened: false });
    expect(timeline.weeks.map((week) => week.monday)).toEqual(['2026-03-02', '2026-03-09', '2026-03-16']);
  });

  it('keeps a Monday and a Sunday where they are', () => {
    expect(drawn([period('2026-03-02', '2026-03-08')], '2026-03-02')).toMatchObject({ first: '2026-03-02', last: '2026-03-08', today: 0 });
  });

  it('breaks months where the calendar does, not where weeks do', () => {
    const { months } = drawn([period('2026-02-24', '2026-04-02')], '2026-03-10');
    expect(months).toEqual([
      { day: '2026-02-23', offset: 0, days: 6 },
      { day: '2026-03-01', offset: 6, days: 31 },
      { day: '2026-04-01', offset: 37, days: 5 },
    ]);
  });

  it('reaches to a near today and leaves a far one out', () => {
    expect(drawn([period('2026-03-09', '2026-03-20')], '2026-02-18')).toMatchObject({ first: '2026-02-16', today: 2 });
    expect(drawn([period('2026-03-09', '2026-03-20')], '2025-02-18')).toMatchObject({ first: '2026-03-09', today: null });
    expect(drawn([period('2026-03-09', '2026-03-20')], '2026-04-01')).toMatchObject({ last: '2026-04-05' });
  });

  it('draws nothing without a period, and ignores one that ends before it starts', () => {
    expect(timelineOf([], day('2026-03-10'))).toBeUndefined();
    expect(timelineOf([period('2026-03-10', '2026-03-09')], day('2026-03-10'))).toBeUndefined();
  });

  it('cuts what is longer than three years, and keeps today on it', () => {
    const timeline = drawn([period('2001-01-01', '2099-12-31')], '2026-03-10');
    expect(timeline).toMatchObject({ first: '2025-03-10', days: 157 * 7, shortened: true });
    expect(timeline.today).not.toBeNull();
  });

  it('starts with the first period when all of them are far ahead', () => {
    expect(drawn([period('2030-01-07', '2040-01-01')], '2026-03-10')).toMatchObject({ first: '2030-01-07', today: null, shortened: true });
  });

  it('crosses days before 1970 and leap days', () => {
    expect(drawn([period('1969-12-31', '1970-01-01')], '1970-01-01')).toMatchObject({ first: '1969-12-29', last: '1970-01-04' });
    expect(drawn([period('2028-02-28', '2028-03-01')], '2028-02-29')).toMatchObject({ first: '2028-02-28', today: 1 });
  });
});

describe('spanOf', () => {
  const timeline = { first: day('2026-03-02'), last: day('2026-03-22') };

  it('counts both the first and the last day', () => {
    expect(spanOf(timeline, period('2026-03-04', '2026-03-04'))).toEqual({ offset: 2, days: 1, clippedStart: false, clippedEnd: false });
  });

  it('clips what goes on outside, and says so', () => {
    expect(spanOf(timeline, period('2026-01-01', '2026-12-31'))).toEqual({ offset: 0, days: 21, clippedStart: true, clippedEnd: true });
  });

  it('has no place for what lies outside or ends before it starts', () => {
    expect(spanOf(timeline, period('2026-02-01', '2026-03-01'))).toBeUndefined();
    expect(spanOf(timeline, period('2026-03-23', '2026-04-01'))).toBeUndefined();
    expect(spanOf(timeline, period('2026-03-10', '2026-03-09'))).toBeUndefined();
  });
});

it('weeks, months and bars tile the same days', () => {
  const anyDay = fc
    .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
    .map((date) => day(date.toISOString().slice(0, 10)));
  const anyPeriod = fc.tuple(anyDay, anyDay).map(([a, b]) => (a <= b ? { from: a, to: b } : { from: b, to: a }));
  fc.assert(
    fc.property(fc.array(anyPeriod, { minLength: 1, maxLength: 6 }), anyDay, (periods, today) => {
      const timeline = drawn(periods, today);
      expect(timeline.weeks.length * 7).toBe(timeline.days);
      expect(timeline.months.reduce((sum, month) => sum + month.days, 0)).toBe(timeline.days);
      for (const one of periods) {
        const span = spanOf(timeline, one);
        if (span === undefined) expect(timeline.shortened).toBe(true);
        else {
          expect(span.offset).toBeGreaterThanOrEqual(0);
          expect(span.offset + span.days).toBeLessThanOrEqual(timeline.days);
          if (!timeline.shortened) expect(span.clippedStart || span.clippedEnd).toBe(false);
        }
      }
    }),
  );
});
