import { isPlainDate, type PlainDate } from '../../../src/domain/plain-date';
import { daysOf, partsOf, placeOf, placeOfToday } from './release-bar';

function day(text: string): PlainDate {
  if (!isPlainDate(text)) throw new Error(`${text} is no day`);
  return text;
}

const entry = (what: 'deleted' | 'ended' | 'stays', from: string, to: string, endsOn: string | null = null) => ({
  what,
  plan: { assignee: { kind: 'role' as const, role: 'Developer' }, from: day(from), to: day(to), minutesPerDay: 360 },
  endsOn: endsOn === null ? null : day(endsOn),
});
const lengths = (one: ReturnType<typeof entry>): [number, number] => {
  const { kept, gone } = partsOf(one);
  return [kept.end - kept.start, gone.end - gone.start];
};

test('an entry that is deleted goes with all its days, one that stays keeps them', () => {
  expect(lengths(entry('deleted', '2026-03-02', '2026-03-11'))).toEqual([0, 10]);
  expect(lengths(entry('stays', '2026-03-02', '2026-03-11'))).toEqual([10, 0]);
});

test('one that is ended keeps its last day, and no day that it never had', () => {
  expect(lengths(entry('ended', '2026-03-02', '2026-03-11', '2026-03-04'))).toEqual([3, 7]);
  expect(lengths(entry('ended', '2026-03-02', '2026-03-11', '2026-03-01'))).toEqual([0, 10]);
  expect(lengths(entry('ended', '2026-03-02', '2026-03-11', '2026-04-01'))).toEqual([10, 0]);
});

test('the track is as long as all entries together, up to the last day of the calendar', () => {
  const whole = daysOf([entry('deleted', '2026-03-02', '2026-03-06'), entry('stays', '2026-03-07', '2026-03-11')]);
  expect(whole.end - whole.start).toBe(10);
  expect(placeOf(partsOf(entry('deleted', '2026-03-07', '2026-03-11')).gone, whole)).toEqual({ insetInlineStart: '50.00%', inlineSize: '50.00%' });
  const last = daysOf([entry('deleted', '2999-12-31', '2999-12-31')]);
  expect(last.end - last.start).toBe(1);
});

test.each([
  ['2026-03-01', null],
  ['2026-03-02', '0.00%'],
  ['2026-03-11', '90.00%'],
  ['2026-03-12', null],
])('on %s the line of today stands at %s', (today, place) => {
  expect(placeOfToday(day(today), daysOf([entry('stays', '2026-03-02', '2026-03-11')]))).toBe(place);
});
