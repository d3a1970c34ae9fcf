import fc from 'fast-check';
import { addDays } from '../calendar';
import { amount, clientId, day, instant } from '../fixture/values';
import { anyDay } from '../fixture/arbitraries';
import { byUrgency, isMoreUrgent, mostUrgent, urgencies, urgencyOf, type AttentionItem } from './attention-item';
import { sortKey, type PortfolioRow } from './portfolio-row';
import { noSnoozes, snoozeLimits, snoozeOf, snoozeProblem, withSnooze, withoutSnooze } from './snooze';

const today = day('2026-03-02');
const item = (changes: Partial<AttentionItem> = {}): AttentionItem => ({ id: 'margin', what: { kind: 'records', missing: 1, stale: 0 }, dueOn: null, weight: 'week', since: null, money: null, ...changes });
const pln = (whole: number) => ({ amount: amount(`${whole}.00`), currency: 'PLN' }) as const;

const anyItem: fc.Arbitrary<AttentionItem> = fc.record({
  id: fc.stringMatching(/^[a-z]{1,6}-[0-9]{1,4}$/),
  what: fc.constant({ kind: 'records', missing: 1, stale: 0 } as const),
  dueOn: fc.option(fc.integer({ min: -40, max: 40 }).map((days) => addDays(today, days))),
  weight: fc.constantFrom('today' as const, 'week' as const, 'later' as const),
  since: fc.option(anyDay),
  money: fc.option(fc.integer({ min: 0, max: 9_999_999 }).map(pln)),
});

it.each([[-1, 'overdue'], [0, 'today'], [1, 'week'], [7, 'week'], [8, 'later']] as const)('what is due in %i days is %s', (days, urgency) => {
  expect(urgencyOf(item({ dueOn: addDays(today, days), weight: 'later' }), today)).toBe(urgency);
});

it('goes by its weight where no day is set', () => {
  expect((['today', 'week', 'later'] as const).map((weight) => urgencyOf(item({ weight }), today))).toEqual(['today', 'week', 'later']);
});

it('puts the most urgent first, then what is worth the most, and what is worth nothing known last', () => {
  const items = [item({ id: 'a', weight: 'later', money: pln(900) }), item({ id: 'b' }), item({ id: 'c', money: pln(10) }), item({ id: 'd', money: pln(20) }), item({ id: 'e', dueOn: addDays(today, -1) })];
  expect([...items].sort(byUrgency(today)).map(({ id }) => id)).toEqual(['e', 'd', 'c', 'b', 'a']);
});

it('orders any items the same, however they came', () => {
  fc.assert(fc.property(fc.uniqueArray(anyItem, { selector: ({ id }) => id, maxLength: 20 }), (items) => {
    const sorted = [...items].sort(byUrgency(today));
    expect([...items].reverse().sort(byUrgency(today))).toEqual(sorted);
    expect(mostUrgent(items, today)).toBe(sorted[0] === undefined ? null : urgencyOf(sorted[0], today));
    for (const [place, one] of sorted.entries()) {
      const next = sorted[place + 1];
      if (next !== undefined) expect(isMoreUrgent(urgencyOf(next, today), urgencyOf(one, today))).toBe(false);
    }
  }));
});

it('sorts rows in storage as their most urgent items are sorted, and those that need nobody last', () => {
  const row = (number: number, attention: readonly AttentionItem[]): PortfolioRow => ({ kind: 'client', revision: 1, clientId: clientId(number), client: { id: clientId(number), name: 'Client' }, managerId: null, projects: [], attention, lookedAt: instant('2026-03-02T09:00:00.000Z') });
  fc.assert(fc.property(fc.array(anyItem, { maxLength: 5 }), fc.array(anyItem, { maxLength: 5 }), (a, b) => {
    const [left, right] = [mostUrgent(a, today), mostUrgent(b, today)];
    const [first, second] = [sortKey(row(1, a), today), sortKey(row(2, b), today)];
    expect(first).not.toBe(second);
    const place = (urgency: typeof left): number => (urgency === null ? urgencies.length : urgencies.indexOf(urgency));
    if (place(left) < place(right)) expect(first < second).toBe(true);
  }));
});

const at = instant('2026-03-02T09:00:00.000Z');
const subject = `client:${clientId(1)}` as const;
const putOff = (until = addDays(today, 5), urgency = 'week' as const) => withSnooze(noSnoozes, { subject, itemId: 'margin', until, reason: ' The client\nis away ', urgency, at }, today);

it('keeps an item off the list until its day, and brings it back on it', () => {
  const { snoozes } = putOff();
  expect(snoozeOf(subject, item(), snoozes, addDays(today, 4))).toMatchObject({ reason: 'The client is away' });
  expect(snoozeOf(subject, item(), snoozes, addDays(today, 5))).toBeUndefined();
  expect(snoozeOf(subject, item({ id: 'other' }), snoozes, today)).toBeUndefined();
  expect(snoozeOf(`client:${clientId(2)}`, item(), snoozes, today)).toBeUndefined();
});

it('brings an item back before its day once it is more urgent', () => {
  const { snoozes } = putOff();
  expect(snoozeOf(subject, item({ weight: 'today' }), snoozes, today)).toBeUndefined();
  expect(snoozeOf(subject, item({ weight: 'later' }), snoozes, today)).toBeDefined();
});

it('forgets what is over, and takes one back', () => {
  const kept = withSnooze(putOff(addDays(today, 1)), { subject, itemId: 'other', until: addDays(today, 9), reason: 'x', urgency: 'week', at }, addDays(today, 2));
  expect(kept.snoozes.map(({ itemId }) => itemId)).toEqual(['other']);
  expect(withoutSnooze(kept, subject, 'other', today)).toEqual({ revision: 3, snoozes: [] });
});

it.each([
  [{ until: addDays(today, 1), reason: ' ' }, 'reasonMissing'],
  [{ until: addDays(today, 1), reason: 'x'.repeat(snoozeLimits.reason + 1) }, 'reasonTooLong'],
  [{ until: today, reason: 'x' }, 'notLater'],
  [{ until: addDays(today, snoozeLimits.days + 1), reason: 'x' }, 'tooFar'],
  [{ until: addDays(today, 1), reason: 'x' }, undefined],
] as const)('%o is %s', (snooze, problem) => expect(snoozeProblem(snooze, [], today)).toBe(problem));
