import fc from 'fast-check';
import { differences } from './difference';
import { anyGuidelines } from './fixture/arbitraries';
import { sampleGuidelines, staffingLine } from './fixture/guidelines';
import { amount, day, lineId, person } from './fixture/values';
import type { Guidelines } from './guidelines';

const changed = (changes: Partial<Guidelines>) => differences(sampleGuidelines, { ...sampleGuidelines, ...changes });
const [date, quality, scope] = sampleGuidelines.priorities;
if (date === undefined || quality === undefined || scope === undefined) throw new Error('the sample has three priorities');

it('finds nothing between a version and itself', () => {
  fc.assert(fc.property(anyGuidelines, (guidelines) => expect(differences(guidelines, structuredClone(guidelines))).toEqual([])));
});

it('says of each change the reverse, looked at from the other side', () => {
  fc.assert(
    fc.property(anyGuidelines, anyGuidelines, (a, b) => {
      const key = (one: readonly (string | null)[]): string => JSON.stringify(one);
      const there = differences(a, b).map(({ field, before, after }) => key([field, before, after])).sort();
      const back = differences(b, a).map(({ field, before, after }) => key([field, after, before])).sort();
      expect(there).toEqual(back);
    }),
  );
});

it('names what was added, removed and changed', () => {
  const line = staffingLine();
  const other = staffingLine({ id: lineId('line2'), person: null, role: 'Tester' });
  const before = { ...sampleGuidelines, staffing: [line, other] };
  const after = { ...sampleGuidelines, staffing: [{ ...line, minutesPerDay: 450 }, staffingLine({ id: lineId('line3'), person: person('ola', 'Ola') })] };
  expect(differences(before, after)).toEqual([
    { field: 'staffing', subject: 'Name of dev', before: expect.stringContaining('8 h'), after: expect.stringContaining('7.5 h') },
    { field: 'staffing', subject: 'Ola', before: null, after: expect.stringContaining('Ola (Developer), 2026-03-09 – 2026-04-30') },
    { field: 'staffing', subject: 'Tester', before: expect.stringContaining('Tester'), after: null },
  ]);
});

it('takes a new order of priorities for a change, and a new one among them for an addition only', () => {
  expect(changed({ priorities: [quality, date, scope] })).toEqual([
    { field: 'priorityOrder', subject: null, before: '1. Date\n2. Quality\n3. Scope', after: '1. Quality\n2. Date\n3. Scope' },
  ]);
  expect(changed({ priorities: [date, { id: lineId('pr09'), text: 'Price' }, quality, scope] }).map(({ field }) => field)).toEqual(['priority']);
  expect(changed({ priorities: [scope, date] }).map(({ field }) => field)).toEqual(['priority', 'priorityOrder']);
});

it('goes field by field, in the order in which guidelines are read', () => {
  const other: Guidelines = {
    ...sampleGuidelines,
    budget: { amount: { amount: amount('1.00'), currency: 'EUR' }, hours: 1, targetMargin: 41, billable: '' },
    schedule: { start: day('2026-04-01'), end: day('2026-04-02'), milestones: [] },
    scope: { goal: 'G', inScope: 'I', outOfScope: 'O' },
    priorities: [],
  };
  expect(differences(sampleGuidelines, other).map(({ field }) => field)).toEqual([
    'budget.amount',
    'budget.hours',
    'budget.targetMargin',
    'budget.billable',
    'schedule.start',
    'schedule.end',
    'milestone',
    'scope.goal',
    'scope.inScope',
    'scope.outOfScope',
    'priority',
    'priority',
    'priority',
  ]);
});

it('tells the same amount of another currency apart', () => {
  const { budget } = sampleGuidelines;
  expect(changed({ budget: { ...budget, amount: { ...budget.amount, currency: 'EUR' } } })).toEqual([
    { field: 'budget.amount', subject: null, before: '240000.00 PLN', after: '240000.00 EUR' },
  ]);
});
