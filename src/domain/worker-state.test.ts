import fc from 'fast-check';
import { addSeconds } from './calendar';
import { instant } from './fixture/values';
import { idleWorker, isOverdue, isWorking, sliceOf } from './worker-state';

const now = instant('2026-03-02T09:00:00.000Z');
const at = (seconds: number) => addSeconds(now, seconds);
const leased = (seconds: number) => ({ ...idleWorker, lease: { holder: 'one', until: at(seconds) } });

describe('the worker', () => {
  it.each([[1, true], [0, false], [-1, false]])('is believed at work while its lease lasts: %i s', (seconds, isAtWork) => {
    expect(isWorking(leased(seconds), now)).toBe(isAtWork);
  });

  it('is not at work without a lease', () => expect(isWorking(idleWorker, now)).toBe(false));

  it.each([
    ['nobody wants it', null, null, false],
    ['its time has not come', 10, null, false],
    ['its time has just come', 0, null, false],
    ['a queue may still deliver', -29, null, false],
    ['nobody came', -30, null, true],
    ['nobody came for an hour', -3_600, null, true],
    ['somebody works', -3_600, 60, false],
    ['somebody worked and died', -3_600, -1, true],
  ])('is overdue only where it should work and does not: %s', (_, wakeIn, leaseFor, isLate) => {
    const lease = leaseFor === null ? null : { holder: 'one', until: at(leaseFor) };
    expect(isOverdue({ ...idleWorker, lease, wakeAt: wakeIn === null ? null : at(wakeIn) }, now)).toBe(isLate);
  });
});

describe('an hour’s slice', () => {
  it.each([[null, 100], [0, 100], [2_200, 100], [2_201, 101], [10_000, 455], [50_000, 2_273], [110_000, 5_000], [1_000_000, 5_000]])('of %p deals has %i', (deals, slice) => {
    expect(sliceOf(deals)).toBe(slice);
  });

  it('covers all within a day, with two hours to spare, up to what storage bears', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 110_000 }), (deals) => {
      expect(sliceOf(deals) * 22).toBeGreaterThanOrEqual(deals);
    }));
  });

  it('never makes a burst, and never shrinks as deals grow', () => {
    fc.assert(fc.property(fc.nat(1_000_000), fc.nat(1_000_000), (a, b) => {
      const [few, many] = [Math.min(a, b), Math.max(a, b)];
      expect(sliceOf(few)).toBeLessThanOrEqual(sliceOf(many));
      expect(sliceOf(many)).toBeLessThanOrEqual(5_000);
      expect(Number.isInteger(sliceOf(a))).toBe(true);
    }));
  });
});
