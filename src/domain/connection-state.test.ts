import fc from 'fast-check';
import { addSeconds, secondsBetween } from './calendar';
import { callsOfDay, isPaused, isSpent, learned, mostFailuresInRow, unknownConnection, type ConnectionLesson, type ConnectionState } from './connection-state';
import { instant } from './fixture/values';

const start = instant('2026-03-02T09:30:00.000Z');
const at = (seconds: number) => addSeconds(start, seconds);
const down = (failures: number, seconds = 0): ConnectionLesson => ({
  calls: failures, errors: failures, lastSuccessAt: null, lastFailure: { at: at(seconds), code: 'unavailable', detail: 'status 503' }, failuresInRow: failures,
});
const well = (seconds = 0, calls = 1): ConnectionLesson => ({ calls, errors: 0, lastSuccessAt: at(seconds), lastFailure: null, failuresInRow: 0 });
const rest = ({ paused }: ConnectionState, seconds: number): number | null => (paused === null ? null : secondsBetween(at(seconds), paused.until));

describe('a rest', () => {
  it('begins with the fifth failure in a row, in whichever invocations they were', () => {
    let state = unknownConnection;
    for (let number = 1; number < mostFailuresInRow; number += 1) {
      state = learned(state, down(1, number), at(number));
      expect(state.paused).toBeNull();
    }
    state = learned(state, down(1, 5), at(5));
    expect(state).toMatchObject({ failuresInRow: 5, paused: { since: at(5), until: at(35) } });
    expect([isPaused(state, at(34)), isPaused(state, at(35))]).toEqual([true, false]);
    expect(learned(unknownConnection, down(5), start).paused).toEqual({ since: start, until: at(30) });
  });

  it('doubles with each further failure, up to a quarter of an hour, and is told from its beginning', () => {
    let state = learned(unknownConnection, down(5), start);
    const rests = [rest(state, 0)];
    for (let number = 1; number <= 40; number += 1) {
      state = learned(state, down(1, number * 1_000), at(number * 1_000));
      rests.push(rest(state, number * 1_000));
      expect(state.paused?.since).toBe(start);
    }
    expect(rests.slice(0, 7)).toEqual([30, 60, 120, 240, 480, 900, 900]);
    expect(rests.slice(7).every((one) => one === 900)).toBe(true);
  });

  it('ends with a success, and the next one is short again', () => {
    const tired = learned(learned(unknownConnection, down(9), start), down(1), at(1_000));
    const recovered = learned(tired, well(2_000), at(2_000));
    expect(recovered).toMatchObject({ failuresInRow: 0, paused: null, lastSuccessAt: at(2_000), lastFailure: tired.lastFailure });
    expect(rest(learned(recovered, down(5, 3_000), at(3_000)), 3_000)).toBe(30);
  });

  it('does not count what failed before the last success of an invocation', () => {
    const state = learned(learned(unknownConnection, down(4), start), { ...well(10), errors: 3, calls: 6, failuresInRow: 2 }, at(20));
    expect(state).toMatchObject({ failuresInRow: 2, paused: null });
  });

  it('is not prolonged by an invocation that saw no failure', () => {
    const tired = learned(unknownConnection, down(5), start);
    const refused: ConnectionLesson = { calls: 1, errors: 1, lastSuccessAt: null, lastFailure: { at: at(10), code: 'unauthorised', detail: 'status 401' }, failuresInRow: 0 };
    expect(learned(tired, refused, at(10)).paused).toEqual(tired.paused);
  });

  it('follows from the failures in a row alone, is never longer than a quarter of an hour, and never less for more of them', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 2_000 }), fc.integer({ min: 1, max: 50 }), (before, more) => {
      const state = learned({ ...unknownConnection, failuresInRow: before }, down(more), start);
      const next = learned(state, down(1), start);
      expect(state.failuresInRow).toBe(before + more);
      expect(state.paused === null).toBe(before + more < mostFailuresInRow);
      expect(rest(state, 0) ?? 30).toBeGreaterThanOrEqual(30);
      expect(rest(next, 0) ?? 0).toBeGreaterThanOrEqual(rest(state, 0) ?? 0);
      expect(rest(next, 0) ?? 0).toBeLessThanOrEqual(900);
    }));
  });
});

it('keeps how Tempo’s signals stand', () => {
  expect(learned({ ...unknownConnection, signals: 'active' }, down(9), start).signals).toBe('active');
});

describe('the calls of a day', () => {
  it('are those of the last 24 hours, by their hours', () => {
    let state = unknownConnection;
    for (let hour = 0; hour < 40; hour += 1) state = learned(state, { ...well(hour * 3_600, 10), errors: 1 }, at(hour * 3_600));
    const now = at(39 * 3_600);
    expect(state.hours).toHaveLength(24);
    expect(state.hours.map(({ hour }) => hour).slice(-2)).toEqual(['2026-03-03T23', '2026-03-04T00']);
    expect(callsOfDay(state, now)).toEqual({ calls: 240, errors: 24 });
    expect(callsOfDay(state, addSeconds(now, 12 * 3_600))).toEqual({ calls: 120, errors: 12 });
    expect(callsOfDay(state, addSeconds(now, 30 * 3_600))).toEqual({ calls: 0, errors: 0 });
  });

  it('add up within an hour', () => {
    const state = learned(learned(unknownConnection, well(0, 3), start), { ...down(2, 600), calls: 4 }, at(600));
    expect(state.hours).toEqual([{ hour: '2026-03-02T09', calls: 7, errors: 2 }]);
  });

  it('are never more than 24 entries, and lose nothing of the day, whenever calls come', () => {
    fc.assert(fc.property(fc.array(fc.record({ gap: fc.integer({ min: 0, max: 20_000 }), calls: fc.nat(50) }), { maxLength: 40 }), (lessons) => {
      let [state, seconds] = [unknownConnection, 0];
      const made: { readonly seconds: number; readonly calls: number }[] = [];
      for (const { gap, calls } of lessons) {
        seconds += gap;
        made.push({ seconds, calls });
        state = learned(state, well(seconds, calls), at(seconds));
      }
      const told = callsOfDay(state, at(seconds)).calls;
      const within = (hours: number): number => made.filter((one) => one.seconds > seconds - hours * 3_600).reduce((sum, one) => sum + one.calls, 0);
      expect(state.hours.length).toBeLessThanOrEqual(24);
      // The oldest hour counts whole or not at all.
      expect(told).toBeGreaterThanOrEqual(within(23));
      expect(told).toBeLessThanOrEqual(within(24));
    }));
  });
});

it.each([
  [null, false],
  [{ used: 79_999, allowed: 100_000 }, false],
  [{ used: 80_000, allowed: 100_000 }, true],
  [{ used: 120_000, allowed: 100_000 }, true],
  [{ used: 0, allowed: 0 }, false],
])('knows whether %j is most of the budget: %p', (budget, isMost) => expect(isSpent(budget)).toBe(isMost));
