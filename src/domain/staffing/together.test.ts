import * as fc from 'fast-check';
import { accountId, day } from '../fixture/values';
import { extentOf, freeOf, restOf, whoTogether, type Room } from './together';

const from = day('2026-03-02');
const room = (id: string, own: readonly number[], role = id, spare = own): Room => ({ accountId: accountId(id), role, own, spare });
const sum = (minutes: readonly number[]): number => minutes.reduce((all, one) => all + one, 0);

describe('who is enough together', () => {
  it('is as few people as leave the least of it', () => {
    const missing = { from, minutes: [100, 100] };
    expect(whoTogether(missing, [room('eva', [60, 60]), room('adam', [40, 20]), room('ola', [40, 40])])).toEqual({ accountIds: ['eva', 'ola'], extent: { kind: 'whole' } });
    expect(whoTogether(missing, [room('eva', [60, 60]), room('adam', [30, 20]), room('ola', [20, 10])])).toEqual({ accountIds: ['eva', 'adam', 'ola'], extent: { kind: 'until', to: from, restMinutes: 10 } });
  });

  it('is nobody besides one who is enough alone, or whom nobody adds anything to', () => {
    const missing = { from, minutes: [100, 100] };
    expect(whoTogether(missing, [room('adam', [90, 90]), room('eva', [100, 100])])).toBeUndefined();
    expect(whoTogether(missing, [room('eva', [60, 60], 'tester'), room('adam', [60, 60], 'tester', [60, 60])])).toBeUndefined();
    expect([whoTogether(missing, [room('eva', [60, 60])]), whoTogether(missing, [])]).toEqual([undefined, undefined]);
  });

  it('spares of one role no more than the role has', () => {
    expect(freeOf({ minutes: [100] }, [room('eva', [40], 'tester', [50]), room('adam', [40], 'tester', [50]), room('ola', [30])])).toEqual([80]);
  });
});

const anyMinutes = fc.array(fc.integer({ min: 0, max: 2_400 }), { minLength: 4, maxLength: 4 });
const anyMissing = anyMinutes.map((minutes) => ({ from, minutes }));
const roles = ['tester', 'designer'] as const;
const anyRooms = fc.tuple(anyMinutes, anyMinutes, fc.array(fc.tuple(fc.constantFrom(0, 1), anyMinutes), { maxLength: 3 })).map(([first, second, people]) =>
  people.map(([role, own], at) => room(`person${at}`, own, roles[role], role === 0 ? first : second)));

describe('any of them', () => {
  it('leave less together than any by themselves, and no smaller group leaves as little', () => {
    fc.assert(fc.property(anyMissing, anyRooms, (missing, rooms) => {
      const found = whoTogether(missing, rooms);
      const leftBy = (some: readonly Room[]): number => sum(restOf(missing, some));
      const alone = Math.min(sum(missing.minutes), ...rooms.map((one) => leftBy([one])));
      const all = leftBy(rooms);
      if (found === undefined) return expect(all).toBe(alone);
      const chosen = rooms.filter((one) => found.accountIds.includes(one.accountId));
      expect([leftBy(chosen), leftBy(chosen) < alone]).toEqual([all, true]);
      for (const without of chosen) expect(leftBy(chosen.filter((one) => one !== without))).toBeGreaterThan(all);
      expect(found.extent).toEqual(extentOf(missing, restOf(missing, chosen)));
    }));
  });

  it('never give more than they have, nor take off more than is missing', () => {
    fc.assert(fc.property(anyMissing, anyRooms, (missing, rooms) => {
      const free = freeOf(missing, rooms);
      for (const [week, minutes] of free.entries()) {
        expect(minutes).toBeLessThanOrEqual(sum(rooms.map(({ own }) => own[week] ?? 0)));
        for (const role of roles) {
          const holders = rooms.filter((one) => one.role === role);
          expect(freeOf(missing, holders)[week]).toBeLessThanOrEqual(holders[0]?.spare[week] ?? 0);
        }
      }
      for (const [week, left] of restOf(missing, rooms).entries()) expect(left).toBe(Math.max(0, (missing.minutes[week] ?? 0) - (free[week] ?? 0)));
    }));
  });
});
