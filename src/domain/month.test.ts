import fc from 'fast-check';
import { addDays, daysBetween, mondayOf } from './calendar';
import { day } from './fixture/values';
import { firstDayOf, isMonth, lastDayOf, lastWorkingDayOf, monthOf, monthsFrom, workingDayOf, type Month } from './month';
import { isReportable, isReportOverdue, monthToDraft, reportDueOn } from './month-report';

const month = (text: string): Month => {
  if (!isMonth(text)) throw new TypeError(`${text} is no month`);
  return text;
};

test.each([['2026-11', true], ['2024-02', true], ['2026-13', false], ['2026-00', false], ['2026-1', false], ['1899-12', false], ['2026-11-01', false], ['', false]])('%j is a month: %s', (text, expected) => {
  expect(isMonth(text)).toBe(expected);
});

test.each([
  ['2026-11', '2026-11-30', '2026-11-30', '2026-12-03'],
  ['2026-10', '2026-10-31', '2026-10-30', '2026-11-04'],
  ['2024-02', '2024-02-29', '2024-02-29', '2024-03-05'],
  ['2026-02', '2026-02-28', '2026-02-27', '2026-03-04'],
  ['2026-12', '2026-12-31', '2026-12-31', '2027-01-05'],
  ['2026-05', '2026-05-31', '2026-05-29', '2026-06-03'],
])('%s ends on %s, its last working day is %s, and its report is due on %s', (text, last, working, due) => {
  expect([lastDayOf(month(text)), lastWorkingDayOf(month(text)), reportDueOn(month(text))]).toEqual([last, working, due]);
  expect([isReportOverdue(month(text), day(due)), isReportOverdue(month(text), addDays(day(due), 1))]).toEqual([false, true]);
});

test.each([
  ['2026-11-29', '2026-10'],
  ['2026-11-30', '2026-11'],
  ['2026-12-01', '2026-11'],
  ['2027-01-01', '2026-12'],
  ['2024-02-29', '2024-02'],
  ['2026-10-30', '2026-10'],
  ['2026-10-31', '2026-10'],
])('on %s the reports of %s are drafted', (today, expected) => {
  expect(monthToDraft(day(today))).toBe(expected);
});

test('a report may be written for the month under way and for two years back', () => {
  const today = day('2026-11-26');
  expect(['2026-12', '2026-11', '2024-11', '2024-10'].map((text) => isReportable(month(text), today))).toEqual([false, true, true, false]);
});

const anyDay = fc.integer({ min: 0, max: 200_000 }).map((days) => addDays(day('1950-01-01'), days));

test('the last working day lies in the month, from Monday to Friday, and no other comes behind it', () => {
  fc.assert(
    fc.property(anyDay, (today) => {
      const of = monthOf(today);
      const last = lastWorkingDayOf(of);
      expect(monthOf(last)).toBe(of);
      expect(daysBetween(mondayOf(last), last)).toBeLessThan(5);
      for (let later = addDays(last, 1); later <= lastDayOf(of); later = addDays(later, 1)) expect(daysBetween(mondayOf(later), later)).toBeGreaterThanOrEqual(5);
      expect(monthsFrom(monthsFrom(of, 7), -7)).toBe(of);
      expect(workingDayOf(of, 1) >= firstDayOf(of)).toBe(true);
    }),
  );
});
