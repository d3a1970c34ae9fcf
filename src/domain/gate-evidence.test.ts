import fc from 'fast-check';
import { addDays, daysBetween, mondayOf, weekdaysBetween } from './calendar';
import { sampleDecision } from './fixture/gate';
import { sampleGuidelines, staffingLine, versionOf } from './fixture/guidelines';
import { day, instant, issueId, person } from './fixture/values';
import { evidenceOf, plannedHours, type Facts } from './gate-evidence';

const item = (n: number, progress: 'toDo' | 'inProgress' | 'done') => ({ issueId: issueId(String(n)), issueKey: `ALFA-${n}`, summary: 'x', status: progress, progress });

const facts = (changes: Partial<Facts> = {}): Facts => ({
  now: instant('2026-03-10T09:00:00.000Z'),
  today: day('2026-03-10'),
  work: { status: 'In review', items: [item(1, 'done'), item(2, 'toDo'), item(3, 'inProgress')], blockers: [item(9, 'toDo')], dueOn: day('2026-03-31') },
  requestedFor: null,
  current: undefined,
  first: undefined,
  acknowledgements: [],
  earlier: [],
  deals: [],
  documents: { kind: 'notConnected' },
  margin: { kind: 'notConnected' },
  ...changes,
});

it('counts what is done, in progress and to do, and shows the rest', () => {
  const { work } = evidenceOf(facts());
  expect(work).toMatchObject({ done: 1, inProgress: 1, toDo: 1 });
  expect([work.unfinished.map(({ issueKey }) => issueKey), work.blockers.map(({ issueKey }) => issueKey)]).toEqual([['ALFA-2', 'ALFA-3'], ['ALFA-9']]);
});

it('shows fifty unfinished issues and counts them all', () => {
  const { work } = evidenceOf(facts({ work: { status: null, items: Array.from({ length: 70 }, (_, n) => item(n + 1, 'toDo')), blockers: [], dueOn: null } }));
  expect([work.toDo, work.unfinished.length]).toEqual([70, 50]);
});

it('takes the day of the request before that of Jira', () => {
  expect(evidenceOf(facts()).schedule.expectedOn).toBe('2026-03-31');
  expect(evidenceOf(facts({ requestedFor: day('2026-03-15') })).schedule.expectedOn).toBe('2026-03-15');
});

it('says who has not read the current guidelines though they read earlier ones', () => {
  const at = instant('2026-03-01T09:00:00.000Z');
  const acknowledgements = [{ person: person('piotr'), version: 2, at }, { person: person('ola'), version: 1, at }, { person: person('piotr'), version: 1, at }];
  const { guidelines } = evidenceOf(facts({ current: versionOf(2), first: versionOf(1), acknowledgements }));
  expect([guidelines?.acknowledged.map(({ accountId }) => accountId), guidelines?.behind.map(({ accountId }) => accountId)]).toEqual([['piotr'], ['ola']]);
});

it('says without guidelines that it does not know', () => {
  expect(evidenceOf(facts())).toMatchObject({ guidelines: null, hours: null, schedule: { start: null, end: null, elapsedPercent: null }, scopeChanges: { total: 0, changes: [] } });
});

it('tells what changed since the sale', () => {
  const first = versionOf(1);
  const current = { ...versionOf(2), guidelines: { ...first.guidelines, budget: { ...first.guidelines.budget, hours: first.guidelines.budget.hours + 40 } } };
  expect(evidenceOf(facts({ current, first })).scopeChanges).toMatchObject({ total: 1, changes: [{ field: 'budget.hours' }] });
});

it('keeps at most ten earlier decisions', () => {
  expect(evidenceOf(facts({ earlier: Array.from({ length: 12 }, () => sampleDecision) })).earlier).toHaveLength(10);
});

it.each([
  ['before it begins', '2026-01-01', 0],
  ['halfway', '2026-03-11', 50],
  ['long over', '2027-01-01', 100],
])('measures how much of the time is over: %s', (_, today, percent) => {
  const current = versionOf(1);
  const schedule = { ...sampleGuidelines.schedule, start: day('2026-03-01'), end: day('2026-03-20') };
  expect(evidenceOf(facts({ today: day(today), current: { ...current, guidelines: { ...current.guidelines, schedule } }, first: current })).schedule.elapsedPercent).toBe(percent);
});

const anyDay = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays(day('1990-01-01'), days));

it('counts weekdays as one would on a calendar', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -3, max: 60 }), (from, days) => {
      const all = Array.from({ length: Math.max(0, days + 1) }, (_, at) => addDays(from, at));
      expect(weekdaysBetween(from, addDays(from, days))).toBe(all.filter((one) => daysBetween(mondayOf(one), one) < 5).length);
    }),
  );
});

it('adds up planned hours, half an hour for a whole one', () => {
  const line = staffingLine({ from: day('2026-03-02'), to: day('2026-03-08'), minutesPerDay: 90 });
  expect(plannedHours([line])).toBe(8);
  expect(plannedHours([line, line])).toBe(15);
});
