import * as fc from 'fast-check';
import { addDays, weekdaysBetween } from '../calendar';
import type { DealStage } from '../deal';
import { accountId, day, dealId, lineId, person, projectId } from '../fixture/values';
import type { AccountId } from '../ids';
import { calendarOf, pictureOf, type Holder, type RolePicture, type Supply } from './board';
import { capacityIn, capacityOf, companyDays, type WeekCapacity } from './capacity';
import { addedUp, loadsOf, minutesIn, negotiations, roleKey, type Load, type StaffedDeal, type StaffedLine } from './lines';
import { mostMissing, shortages } from './missing';
import { minutesByWeek, ordinaryWeek, weeksAhead, weeksFrom } from './weeks';

const today = day('2026-03-04');
const weeks = weeksFrom(today, 8);
const hours = (count: number): number => count * 60;
const fullTime: WeekCapacity = { worked: ordinaryWeek, requiredMinutes: hours(40), freeMinutes: hours(40) };
const holder = (id: string, role: string, week: WeekCapacity | undefined = fullTime): Holder => ({ accountId: accountId(id), role, weeks: weeks.map(() => week) });
const deal = (n: number, stage: DealStage | null, probability: number | null = 50): StaffedDeal => ({ id: dealId(n), name: `Deal ${n}`, stage, probability, amount: null });
const line = (changes: Partial<StaffedLine> = {}): StaffedLine => ({
  projectId: projectId('10001'), lineId: lineId('line1'), dealId: dealId(1), role: 'Developer', person: null, from: weeks[0] ?? today, to: addDays(weeks[0] ?? today, 8 * 7 - 1), minutesPerDay: hours(8), ...changes,
});
const loads = (supply: Supply, lines: readonly StaffedLine[], deals: readonly StaffedDeal[]): readonly Load[] => loadsOf(lines, new Map(deals.map((one) => [one.id, one])), calendarOf(supply));
const roleOf = (pictures: readonly RolePicture[], role: string) => pictures.find((one) => roleKey(one.role) === roleKey(role));

describe('weeks', () => {
  it('begin on Mondays, half a year of them', () => {
    expect(weeksFrom(day('2026-03-08'))).toHaveLength(weeksAhead);
    expect(weeksFrom(day('2026-03-08')).slice(0, 2)).toEqual(['2026-03-02', '2026-03-09']);
  });

  it.each([['2026-03-23', '2026-03-30'], ['2026-10-19', '2026-10-26']])('over a change of clocks have seven days: %s', (monday, next) => {
    expect(weeksFrom(day(monday), 2)[1]).toBe(next);
    expect(minutesByWeek({ from: day(monday), to: addDays(day(next), -1), minutesPerDay: 60 }, weeksFrom(day(monday), 2), () => '1111111')).toEqual([420, 0]);
  });

  it('count the days of a line that are worked', () => {
    expect(minutesByWeek({ from: day('2026-03-04'), to: day('2026-03-10'), minutesPerDay: 60 }, weeks, () => ordinaryWeek)).toEqual([180, 120, 0, 0, 0, 0, 0, 0]);
  });

  it('of an ordinary line add up to its weekdays', () => {
    const near = fc.integer({ min: -30, max: 90 }).map((days) => addDays(today, days));
    fc.assert(
      fc.property(near, near, fc.integer({ min: 1, max: 96 }), (a, b, quarters) => {
        const [from, to] = a <= b ? [a, b] : [b, a];
        const [first, last] = [weeks[0] ?? today, addDays(weeks.at(-1) ?? today, 6)];
        const seen = weekdaysBetween(from < first ? first : from, to > last ? last : to);
        const sum = minutesByWeek({ from, to, minutesPerDay: quarters * 15 }, weeks, () => ordinaryWeek).reduce((total, minutes) => total + minutes, 0);
        expect(sum).toBe(Math.max(0, seen) * quarters * 15);
      }),
    );
  });
});

describe('capacity', () => {
  const monday = day('2026-04-27');
  const schedule = (hoursOf: (at: number) => number) => Array.from({ length: weeksAhead * 7 }, (_, at) => ({ day: addDays(monday, at), seconds: hoursOf(at) * 3600 }));
  const partTime = (at: number): number => (at % 7 < 4 ? 6 : 0);

  it('is what the schedule asks for less other plans, day by day', () => {
    const taken = new Map([[day('2026-04-27'), 8 * 3600], [day('2026-04-28'), 2 * 3600], [day('2026-05-02'), 3600]]);
    // A holiday on Wednesday.
    const [first, second] = capacityOf(monday, schedule((at) => (at === 2 ? 0 : partTime(at))), taken);
    // Eight hours planned on a day of six take six, and the Saturday's hour takes nothing.
    expect(first).toEqual({ worked: '1101000', requiredMinutes: hours(18), freeMinutes: hours(10) });
    expect(second).toEqual({ worked: '1111000', requiredMinutes: hours(24), freeMinutes: hours(24) });
  });

  it('takes no schedule that lacks a day', () => {
    expect(() => capacityOf(monday, schedule(partTime).slice(1), new Map())).toThrow(RangeError);
  });

  it('is never more than the schedule, nor below nothing', () => {
    const anySchedule = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 7, maxLength: 7 });
    const anyPlans = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 16 })), { maxLength: 12 });
    fc.assert(
      fc.property(anySchedule, anyPlans, (days, plans) => {
        const taken = new Map(plans.map(([at, some]) => [addDays(monday, at), some * 3600]));
        for (const { requiredMinutes, freeMinutes } of capacityOf(monday, schedule((at) => days[at % 7] ?? 0), taken)) {
          expect(freeMinutes).toBeGreaterThanOrEqual(0);
          expect(freeMinutes).toBeLessThanOrEqual(requiredMinutes);
        }
      }),
    );
  });

  it('is unknown before it was read and behind what was read, and none of somebody who is gone', () => {
    const read = { failure: null, from: monday, weeks: capacityOf(monday, schedule(partTime), new Map()) };
    expect(capacityIn(read, addDays(monday, 7))?.freeMinutes).toBe(hours(24));
    expect(capacityIn(read, addDays(monday, weeksAhead * 7))).toBeUndefined();
    expect(capacityIn(read, addDays(monday, -7))).toBeUndefined();
    expect(capacityIn({ failure: 'refused', from: null, weeks: [] }, monday)).toBeUndefined();
    expect(capacityIn({ ...read, failure: 'unavailable' }, monday)?.freeMinutes).toBe(hours(24));
    expect(capacityIn({ ...read, failure: 'missing' }, monday)?.freeMinutes).toBe(0);
  });

  it('a company works on the days on which anybody does', () => {
    expect(companyDays([{ ...fullTime, worked: '1100000' }, undefined, { ...fullTime, worked: '0110000' }])).toBe('1110000');
    expect(companyDays([undefined])).toBe(ordinaryWeek);
    expect(companyDays([{ ...fullTime, worked: '0000000' }])).toBe('0000000');
  });
});

describe('demand', () => {
  const supply: Supply = { weeks, holders: [holder('ola', 'Developer'), holder('jan', 'Tester')] };

  it('is firm by stage, and names nobody while a deal is negotiated', () => {
    const named = line({ person: person('ola') });
    const stages: readonly DealStage[] = ['open', 'negotiation', 'internallyWon', 'won', 'lost'];
    expect(stages.map((stage) => loads(supply, [named], [deal(1, stage)]).map(({ firmness, person: who }) => `${firmness} ${who}`))).toEqual([[], ['tentative null'], ['firm ola'], ['confirmed ola'], []]);
    expect(loads(supply, [named], [deal(1, null)])).toEqual([]);
  });

  it('counts a negotiation in full, by its probability, or not at all', () => {
    const [one] = loads(supply, [line()], [deal(1, 'negotiation', 65)]);
    expect(one && negotiations.map((counting) => minutesIn(one, 0, counting))).toEqual([hours(40), hours(26), 0]);
    const [unknown] = loads(supply, [line()], [deal(1, 'negotiation', null)]);
    expect(unknown && minutesIn(unknown, 0, 'weighted')).toBe(hours(40));
  });

  it('of a holiday is no shortage: nobody works then, and nobody is asked to', () => {
    const holiday: WeekCapacity = { worked: '1110000', requiredMinutes: hours(24), freeMinutes: hours(24) };
    const short: Supply = { weeks, holders: [holder('ola', 'Developer', holiday)] };
    expect(shortages(short, loads(short, [line()], [deal(1, 'won')]), 'full')).toEqual([]);
  });

  it('of a named person in part time is more than they have, and says by how much', () => {
    const partTime: WeekCapacity = { worked: ordinaryWeek, requiredMinutes: hours(30), freeMinutes: hours(30) };
    const short: Supply = { weeks, holders: [holder('ola', 'Developer', partTime), holder('jan', 'Developer')] };
    const [missing, ...more] = shortages(short, loads(short, [line({ person: person('ola') })], [deal(1, 'won')]), 'full');
    expect(more).toEqual([]);
    expect(missing).toMatchObject({ role: 'Developer', person: 'ola', from: weeks[0], to: weeks[7] });
    expect(missing && mostMissing(missing)).toBe(hours(10));
  });

  it('of a role that nobody holds is missing as a whole', () => {
    expect(shortages(supply, loads(supply, [line({ role: 'Security' })], [deal(1, 'won')]), 'full')).toMatchObject([{ role: 'Security', person: null, isCertain: true }]);
  });

  it('is not certain to be missing where a holder’s time is not known', () => {
    const unread: Supply = { weeks, holders: [...supply.holders, { accountId: accountId('new'), role: 'developer ', weeks: weeks.map(() => undefined) }] };
    expect(shortages(unread, loads(unread, [line({ minutesPerDay: hours(12) })], [deal(1, 'won')]), 'full')).toMatchObject([{ role: 'Developer', isCertain: false }]);
    expect(roleOf(pictureOf(unread, [], 'full'), 'Developer')?.weeks[0]?.unknown).toBe(1);
  });

  it('in another role takes a person’s time from their own', () => {
    const all = loads(supply, [line({ role: 'Tester', person: person('ola'), minutesPerDay: hours(3) })], [deal(1, 'won')]);
    const pictures = pictureOf(supply, all, 'full');
    expect(roleOf(pictures, 'Developer')?.weeks[0]?.capacity).toBe(hours(25));
    expect(roleOf(pictures, 'Tester')?.weeks[0]).toMatchObject({ capacity: hours(55), confirmed: hours(15), missing: 0 });
  });
});

describe('a picture of any company', () => {
  const roles = ['Developer', ' developer', 'Tester', 'Designer', 'Security'];
  const names: readonly AccountId[] = ['ola', 'jan', 'eva', 'new'].map(accountId);
  const anyWeek = fc.option(fc.record({ days: fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }), free: fc.integer({ min: 0, max: 2_400 }) }).map(({ days, free }) => ({
    worked: days.map((isWorked) => (isWorked ? '1' : '0')).join(''), requiredMinutes: 2_400, freeMinutes: free,
  })), { nil: undefined, freq: 8 });
  const anySupply: fc.Arbitrary<Supply> = fc.tuple(...names.map((accountId) => fc.record({ accountId: fc.constant(accountId), role: fc.constantFrom(...roles), weeks: fc.array(anyWeek, { minLength: 8, maxLength: 8 }) }))).map((holders) => ({ weeks, holders }));
  const anyDeals = fc.tuple(...[1, 2, 3].map((n) => fc.record({ stage: fc.constantFrom<DealStage | null>('open', 'negotiation', 'internallyWon', 'won', 'lost', null), probability: fc.option(fc.integer({ min: 0, max: 100 })) }).map(({ stage, probability }) => deal(n, stage, probability))));
  const anyLines = fc.array(fc.record({ deal: fc.integer({ min: 1, max: 3 }), role: fc.constantFrom(...roles), who: fc.option(fc.constantFrom(...names)), begins: fc.integer({ min: -20, max: 60 }), days: fc.integer({ min: 0, max: 40 }), quarters: fc.integer({ min: 1, max: 48 }) }).map(
    ({ deal: n, role, who, begins, days, quarters }) => line({ dealId: dealId(n), role, person: who === null ? null : { accountId: who, name: who }, from: addDays(today, begins), to: addDays(today, begins + days), minutesPerDay: quarters * 15 }),
  ), { maxLength: 8 });
  const anyCompany = fc.record({ supply: anySupply, deals: anyDeals, lines: anyLines });
  const counting = fc.constantFrom(...negotiations);
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

  it('asks for as much as all lines together, whichever way it is added up', () => {
    fc.assert(fc.property(anyCompany, counting, ({ supply, deals, lines }, by) => {
      const all = loads(supply, lines, deals);
      const demand = sum(all.flatMap((load) => weeks.map((_, at) => minutesIn(load, at, by))));
      expect(sum(pictureOf(supply, all, by).flatMap((role) => role.weeks.map(({ confirmed, firm, tentative }) => confirmed + firm + tentative)))).toBe(demand);
      const full = sum(all.flatMap(({ minutes }) => minutes));
      expect(sum(addedUp(all).flatMap(({ minutes }) => minutes))).toBe(full);
    }));
  });

  it('has no more time in all roles together than people have, week by week', () => {
    fc.assert(fc.property(anyCompany, counting, ({ supply, deals, lines }, by) => {
      const pictures = pictureOf(supply, loads(supply, lines, deals), by);
      weeks.forEach((_, at) => expect(sum(pictures.map((role) => role.weeks[at]?.capacity ?? 0))).toBe(sum(supply.holders.map((one) => one.weeks[at]?.freeMinutes ?? 0))));
    }));
  });

  it('never lacks more without negotiations than by their probability, nor then more than in full', () => {
    fc.assert(fc.property(anyCompany, ({ supply, deals, lines }) => {
      const all = loads(supply, lines, deals);
      const [full, weighted, out] = (['full', 'weighted', 'out'] as const).map((by) => pictureOf(supply, all, by).map((role) => role.weeks.map(({ missing }) => missing)));
      out?.forEach((role, of) => role.forEach((missing, at) => {
        expect(missing).toBeLessThanOrEqual(weighted?.[of]?.[at] ?? -1);
        expect(weighted?.[of]?.[at]).toBeLessThanOrEqual(full?.[of]?.[at] ?? -1);
      }));
    }));
  });

  it('is the same of sums as of lines', () => {
    fc.assert(fc.property(anyCompany, fc.constantFrom('full' as const, 'out' as const), ({ supply, deals, lines }, by) => {
      const all = loads(supply, lines, deals);
      expect(shortages(supply, addedUp(all), by)).toEqual(shortages(supply, all, by));
    }));
  });

  it('names each missing week once, within the weeks', () => {
    fc.assert(fc.property(anyCompany, counting, ({ supply, deals, lines }, by) => {
      const seen = new Set<string>();
      for (const { role, person: who, from, to, minutes } of shortages(supply, loads(supply, lines, deals), by)) {
        const [first, last] = [weeks.indexOf(from), weeks.indexOf(to)];
        expect(minutes).toHaveLength(last - first + 1);
        for (let at = first; at <= last; at += 1) {
          const key = `${roleKey(role)} ${who} ${at}`;
          expect(seen.has(key)).toBe(false);
          expect(minutes[at - first]).toBeGreaterThan(0);
          seen.add(key);
        }
      }
    }));
  });

  it('asks for as much of a line that moves by whole weeks of ordinary days', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 2 }), fc.integer({ min: 1, max: 48 }), (moved, begins, days, quarters) => {
      const supply: Supply = { weeks, holders: [holder('ola', 'Developer')] };
      const at = (later: number) => line({ from: addDays(weeks[0] ?? today, begins + later * 7), to: addDays(weeks[0] ?? today, begins + days + later * 7), minutesPerDay: quarters * 15 });
      const total = (later: number): number => sum(loads(supply, [at(later)], [deal(1, 'won')]).flatMap(({ minutes }) => minutes));
      expect(total(moved)).toBe(total(0));
    }));
  });
});
