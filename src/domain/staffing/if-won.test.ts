import * as fc from 'fast-check';
import { addDays } from '../calendar';
import { sampleDeal, sampleGuidelines, staffingLine } from '../fixture/guidelines';
import { accountId, day, dealId, instant, lineId, person, projectId } from '../fixture/values';
import { newLink, type LinkedDeal } from '../linked-deal';
import { alternativesTo } from './alternatives';
import { calendarOf, pictureOf, type Holder, type Supply } from './board';
import type { WeekCapacity } from './capacity';
import { allLoads, asItStands, ifWon, isAllClear, whoIsMissing, type Staffing } from './if-won';
import { addedUp, loadsOf, negotiations, roleKey, type StaffedDeal, type StaffedLine } from './lines';
import { difference, mostMissing } from './missing';
import { holdersOf, lastDayOf, staffedDeal, staffingOf } from './project-staffing';
import { risksOf } from './risks';
import { excerptFor } from './view';
import { ordinaryWeek, weeksFrom } from './weeks';
import { pictureIfWon } from './won-picture';

const today = day('2026-03-02');
const weeks = weeksFrom(today);
const monday = (at: number) => addDays(today, at * 7);
const hours = (count: number): number => count * 60;
const [won, sale, other] = [dealId(1), dealId(2), dealId(3)];
const deals: readonly StaffedDeal[] = [
  { id: won, name: 'Sold', stage: 'won', probability: 100, amount: null },
  { id: sale, name: 'Sale', stage: 'negotiation', probability: 50, amount: null },
  { id: other, name: 'Other', stage: 'negotiation', probability: 50, amount: null },
];
const project = projectId('10001');
const line = (changes: Partial<StaffedLine>): StaffedLine => ({ projectId: project, lineId: lineId('line1'), dealId: won, role: 'Developer', person: null, from: today, to: addDays(monday(26), -1), minutesPerDay: hours(8), ...changes });
const week = (free: number): WeekCapacity => ({ worked: ordinaryWeek, requiredMinutes: hours(40), freeMinutes: hours(free) });
const holder = (id: string, role = 'Developer', free = 40): Holder => ({ accountId: accountId(id), role, weeks: weeks.map(() => week(free)) });
const supply: Supply = { weeks, holders: [holder('ola'), holder('jan')] };
const staffing = (lines: readonly StaffedLine[], changes: Partial<Staffing> = {}): Staffing => ({ supply, deals, lines, others: [], ...changes });

/** Ola is sold for ten weeks; the sale asks for two developers in six of them. */
const busy = line({ person: person('ola'), to: addDays(monday(10), -1) });
const two = [line({ dealId: sale, lineId: lineId('line2'), from: monday(4), to: addDays(monday(10), -1) }), line({ dealId: sale, lineId: lineId('line3'), from: monday(4), to: addDays(monday(10), -1) })];

describe('if a deal is won', () => {
  it('says who is missing, in which weeks and by how much', () => {
    const missing = whoIsMissing(staffing([busy, ...two]), sale, 'weighted');
    expect(missing).toMatchObject([{ role: 'Developer', person: null, from: monday(4), to: monday(9), isCertain: true }]);
    expect(missing.map(mostMissing)).toEqual([hours(40)]);
    expect(whoIsMissing(staffing([busy, ...two]), won, 'out')).toEqual([]);
  });

  it('proposes the first later start at which it fits', () => {
    const all = staffing([busy, ...two]);
    expect(alternativesTo(all, sale, whoIsMissing(all, sale, 'out'), 'out')).toEqual([{ kind: 'laterStart', weeks: 6, from: monday(10), to: addDays(monday(16), -1), knownUntil: null }]);
  });

  it('proposes no start behind what is known of people’s time, and says where it knows a part', () => {
    const forever = staffing([{ ...busy, to: addDays(monday(40), -1) }, ...two]);
    expect(alternativesTo(forever, sale, whoIsMissing(forever, sale, 'out'), 'out')).toEqual([]);
    const long = two.map((one) => ({ ...one, to: addDays(monday(24), -1) }));
    const after = (busyWeeks: number) => {
      const all = staffing([{ ...busy, to: addDays(monday(busyWeeks), -1) }, ...long]);
      return alternativesTo(all, sale, whoIsMissing(all, sale, 'out'), 'out');
    };
    expect(after(16)).toEqual([{ kind: 'laterStart', weeks: 12, from: monday(16), to: addDays(monday(36), -1), knownUntil: addDays(monday(26), -1) }]);
    // Nine of twenty weeks would be known.
    expect(after(17)).toEqual([]);
  });

  it('proposes no start so late that nobody would wait for it', () => {
    const busyFor = (busyWeeks: number) => staffing([{ ...busy, to: addDays(monday(busyWeeks), -1) }, ...two.map((one) => ({ ...one, to: addDays(monday(6), -1) }))]);
    expect([17, 18].map((all) => alternativesTo(busyFor(all), sale, whoIsMissing(busyFor(all), sale, 'out'), 'out').length)).toEqual([1, 0]);
  });

  it('names whom it would overbook, and who in the role has the time', () => {
    const named = staffing([busy, line({ dealId: sale, lineId: lineId('line2'), person: person('ola'), from: monday(4), to: addDays(monday(6), -1), minutesPerDay: hours(4) })]);
    const missing = whoIsMissing(named, sale, 'out');
    expect(missing).toMatchObject([{ role: 'Developer', person: 'ola', from: monday(4), to: monday(5) }]);
    expect(alternativesTo(named, sale, missing, 'out')).toEqual([
      { kind: 'otherHolder', role: 'Developer', accountId: 'jan', theirRole: 'Developer', instead: 'ola', from: monday(4), to: monday(5), minutes: hours(40), mostMinutes: hours(40), weekMinutes: hours(40), extent: { kind: 'whole' } },
      { kind: 'laterStart', weeks: 6, from: monday(10), to: addDays(monday(12), -1), knownUntil: null },
    ]);
  });

  it('counts the other negotiations as it is asked to', () => {
    const crowded = [...two.slice(1), line({ dealId: other, lineId: lineId('line4'), from: monday(4), to: addDays(monday(10), -1) }), busy];
    const most = (counting: 'full' | 'weighted' | 'out') => whoIsMissing(staffing(crowded), sale, counting).map(mostMissing);
    expect([most('full'), most('weighted'), most('out')]).toEqual([[hours(40)], [hours(20)], []]);
  });

  it('does not count as missing what was missing anyhow', () => {
    const over = staffing([busy, line({ lineId: lineId('line5') }), line({ lineId: lineId('line6') }), line({ dealId: sale, lineId: lineId('line2'), role: 'Tester' })], { supply: { weeks, holders: [...supply.holders, holder('eva', 'Tester')] } });
    expect(whoIsMissing(over, sale, 'full')).toEqual([]);
  });

  it('says what is missing in all, and how much of it the deal adds', () => {
    const three = [...two, line({ lineId: lineId('line4') })];
    expect(whoIsMissing(staffing([busy, ...three]), sale, 'out')).toMatchObject([{ minutes: Array<number>(6).fill(hours(80)), inAll: Array<number>(6).fill(hours(80)) }]);
    const short = staffing([busy, ...three, line({ lineId: lineId('line5'), minutesPerDay: hours(1) })]);
    expect(whoIsMissing(short, sale, 'out')).toMatchObject([{ minutes: Array<number>(6).fill(hours(80)), inAll: Array<number>(6).fill(hours(85)) }]);
    // What is sold is told without any further win, and once: until ten weeks are over, five hours are.
    expect(asItStands(short, 'full')).toMatchObject({ sold: { missing: [{ inAll: Array<number>(10).fill(hours(5)), isOpenEnded: false }] }, negotiated: [{ minutes: Array<number>(6).fill(hours(80)) }] });
  });

  it('says who of another role has room, and how far that goes', () => {
    const [eva, adam] = [holder('eva', 'Tester', 15), { ...holder('adam', 'Tester'), weeks: weeks.map((_, at) => week(at < 6 ? 40 : 0)) }];
    const all = staffing([line({ person: person('ola') }), ...two], { supply: { weeks, holders: [...supply.holders, eva, adam] } });
    const alternatives = alternativesTo(all, sale, whoIsMissing(all, sale, 'out'), 'out');
    expect(alternatives.filter(({ kind }) => kind === 'together')).toEqual([
      { kind: 'together', role: 'Developer', instead: null, from: monday(4), accountIds: ['eva', 'adam'], extent: { kind: 'until', to: monday(5), restMinutes: hours(25) } },
    ]);
    const extents = alternatives.flatMap((one) => (one.kind === 'otherHolder' ? [[one.accountId, one.theirRole, one.minutes, one.extent]] : []));
    expect(extents).toEqual([
      ['eva', 'Tester', hours(15), { kind: 'part', minutes: hours(90), ofMinutes: hours(240) }],
      ['adam', 'Tester', 0, { kind: 'until', to: monday(5), restMinutes: hours(40) }],
    ]);
  });

  it('is no all-clear behind what is known, nor of somebody whose time nobody knows', () => {
    const end = addDays(monday(26), -1);
    const from = (at: number) => ifWon(staffing([line({ dealId: sale, from: monday(at), to: addDays(monday(at + 4), -1) })]), sale, 'full');
    expect([from(22), from(23), from(26)]).toMatchObject([
      { missing: [], reach: { kind: 'whole' } },
      { missing: [], reach: { kind: 'part', knownUntil: end, ends: addDays(monday(27), -1) } },
      { missing: [], reach: { kind: 'none', knownUntil: end, begins: monday(26) } },
    ]);
    expect([from(22), from(23), from(26)].map(isAllClear)).toEqual([true, false, false]);
    const unread = { ...holder('new'), weeks: weeks.map(() => undefined) };
    const named = ifWon(staffing([line({ dealId: sale, person: person('new') })], { supply: { weeks, holders: [...supply.holders, unread] } }), sale, 'full');
    expect([named, isAllClear(named)]).toMatchObject([{ missing: [], unread: ['new'] }, false]);
  });

  it('shows no shortage as over at the edge of what is known', () => {
    const open = (to: number) => whoIsMissing(staffing([line({ person: person('ola') }), ...two.map((one) => ({ ...one, to: addDays(monday(to), -1) }))]), sale, 'full').map((one) => one.isOpenEnded);
    expect([open(10), open(26), open(27)]).toEqual([[false], [false], [true]]);
  });

  it('lacks nothing at a start that it proposes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 8 }), fc.integer({ min: 4, max: 48 }), fc.integer({ min: 0, max: 20 }), (begins, length, quarters, busyWeeks) => {
        const own = line({ dealId: sale, lineId: lineId('line2'), from: monday(begins), to: addDays(monday(begins + length), -1), minutesPerDay: quarters * 15 });
        const all = staffing([line({ person: person('ola'), to: addDays(monday(busyWeeks), 4) }), own]);
        const found = alternativesTo(all, sale, whoIsMissing(all, sale, 'full'), 'full').find((one) => one.kind === 'laterStart');
        if (found?.kind !== 'laterStart') return;
        const moved = { ...own, from: addDays(own.from, found.weeks * 7), to: addDays(own.to, found.weeks * 7) };
        expect(whoIsMissing(staffing([all.lines[0] ?? own, moved]), sale, 'full')).toEqual([]);
      }),
    );
  });
});

describe('whatever is asked of whomever', () => {
  const anyLine = fc.record({ of: fc.constantFrom(won, sale, other), role: fc.constantFrom('Developer', 'Tester'), who: fc.option(fc.constantFrom('ola', 'eva', 'new')), begins: fc.integer({ min: 0, max: 40 }), length: fc.integer({ min: 1, max: 30 }), quarters: fc.integer({ min: 1, max: 60 }) })
    .map(({ of, role, who, begins, length, quarters }) => line({ dealId: of, role, person: who === null ? null : person(who), from: monday(begins), to: addDays(monday(begins + length), -1), minutesPerDay: quarters * 15 }));
  const anyFree = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 4, maxLength: 4 });
  const anyCompany = fc.record({ lines: fc.array(anyLine, { maxLength: 6 }), free: anyFree }).map(({ lines, free: [ola = 0, jan = 0, eva = 0, adam = 0] }) =>
    staffing(lines, { supply: { weeks, holders: [holder('ola', 'Developer', ola), holder('jan', 'Developer', jan), holder('eva', 'Tester', eva), holder('adam', 'Tester', adam), { ...holder('new', 'Tester'), weeks: weeks.map(() => undefined) }] } }));
  const counting = fc.constantFrom(...negotiations);

  it('nothing is said behind what is known, and all is clear only of a deal that ends within it', () => {
    fc.assert(fc.property(anyCompany, counting, (all, by) => {
      const answer = ifWon(all, sale, by);
      const own = all.lines.filter(({ dealId: of }) => of === sale);
      const end = addDays(monday(26), -1);
      for (const one of answer.missing) {
        expect(addDays(one.to, 6) <= end).toBe(true);
        expect(one.isOpenEnded).toBe(one.to === monday(25) && own.some(({ to }) => to > end));
      }
      if (isAllClear(answer)) expect(own.every(({ to }) => to <= end)).toBe(true);
      for (const one of alternativesTo(all, sale, answer.missing, by)) {
        if (one.kind === 'laterStart') expect(one.knownUntil).toBe(one.to <= end ? null : end);
        if (one.kind === 'otherHolder') expect(addDays(one.to, 6) <= end).toBe(true);
      }
    }));
  });

  it('what is missing is what is asked for beyond the capacity, and the deal’s part is no more than the whole: in sentence and picture alike', () => {
    fc.assert(fc.property(anyCompany, fc.constantFrom(sale, null), counting, (all, dealId, by) => {
      const pictures = pictureIfWon(all, dealId, by);
      const rows = new Map(pictures.flatMap(({ role, weeks: own, people }) => [[roleKey(role), own] as const, ...people.map((one) => [one.accountId, one.weeks] as const)]));
      for (const own of rows.values()) {
        for (const one of own) {
          expect(one.missing).toBe(Math.max(0, one.confirmed + one.won + one.firm + one.tentative - one.capacity));
          expect(one.added).toBeLessThanOrEqual(one.missing);
          expect(Math.min(one.won, one.added)).toBeGreaterThanOrEqual(0);
        }
      }
      for (const one of dealId === null ? asItStands(all, by).negotiated : ifWon(all, dealId, by).missing) {
        const first = weeks.indexOf(one.from);
        const shown = rows.get(one.person ?? roleKey(one.role))?.slice(first, first + one.minutes.length);
        expect(shown?.map(({ missing, added }) => [missing, added])).toEqual(one.inAll.map((missing, at) => [missing, one.minutes[at]]));
      }
    }));
  });

  it('whoever is said to cover all of it has the time, and their own role lacks no more', () => {
    fc.assert(fc.property(anyCompany, counting, (all, by) => {
      const missing = whoIsMissing(all, sale, by).filter(({ person: who }) => who === null);
      const asked = [...allLoads({ ...all, deals: all.deals.map((one) => (one.id === sale ? { ...one, stage: 'won' as const } : one)) })];
      for (const one of alternativesTo(all, sale, missing, by)) {
        if (one.kind !== 'otherHolder' || one.extent.kind !== 'whole') continue;
        const short = missing.find(({ role, from }) => role === one.role && from === one.from);
        const given = weeks.map((at) => (short === undefined ? 0 : (short.minutes[weeks.indexOf(at) - weeks.indexOf(short.from)] ?? 0)));
        const taken = { role: one.theirRole, person: one.accountId, firmness: 'confirmed' as const, probability: null, minutes: given };
        expect(difference(all.supply, asked, [taken], by)).toEqual([]);
      }
    }));
  });
});

describe('risks', () => {
  it('are those of the deals in negotiation alone, each with what can be done', () => {
    const all = staffing([busy, ...two]);
    const risks = risksOf(supply, addedUp(allLoads(all)), deals, all.lines);
    expect(risks).toEqual([
      { dealId: sale, dealName: 'Sale', role: 'Developer', person: null, from: monday(4), to: monday(9), mostMinutes: hours(40), alternatives: [{ kind: 'laterStart', weeks: 6, from: monday(10), to: addDays(monday(16), -1), knownUntil: null }] },
    ]);
  });

  it('say the same as the screen, out of sums', () => {
    const all = staffing([busy, ...two, line({ dealId: other, lineId: lineId('line9'), minutesPerDay: hours(3) })]);
    const [risk] = risksOf(supply, addedUp(allLoads(all)), deals, all.lines);
    const [missing] = whoIsMissing(all, sale, 'weighted');
    expect(risk?.mostMinutes).toBe(missing && mostMissing(missing));
  });

  it('are none where nobody knows a holder’s time', () => {
    const unread: Supply = { weeks, holders: [...supply.holders, { accountId: accountId('new'), role: 'Developer', weeks: weeks.map(() => undefined) }] };
    expect(risksOf(unread, addedUp(allLoads(staffing([busy, ...two], { supply: unread }))), deals, [busy, ...two])).toEqual([]);
  });
});

describe('a project’s staffing', () => {
  const link = (n: number, linkedAt: string): LinkedDeal => newLink(project, sampleDeal({ id: dealId(n) }), instant(linkedAt));
  const first = link(1, '2026-03-01T10:00:00.000Z');
  const second = link(2, '2026-03-02T10:00:00.000Z');
  const guidelines = { ...sampleGuidelines, staffing: [staffingLine(), staffingLine({ id: lineId('line2'), dealId: second.deal.id }), staffingLine({ id: lineId('line3'), dealId: dealId(9) })] };

  it('gives lines that name no deal to the first one, and leaves out those of deals that are not linked', () => {
    expect(staffingOf(project, guidelines, [second, first]).lines.map(({ lineId: id, dealId: of }) => `${id} ${of}`)).toEqual([`line1 ${first.deal.id}`, `line2 ${second.deal.id}`]);
    expect(staffingOf(project, undefined, [first]).lines).toEqual([]);
    expect(staffingOf(project, guidelines, []).lines).toEqual([]);
  });

  it('needs nobody for a deal that is gone, nor in a closed project', () => {
    const since = instant('2026-03-02T10:00:00.000Z');
    expect(staffingOf(project, guidelines, [{ ...first, sync: { kind: 'gone', since } }, second])).toMatchObject({ deals: [{ id: second.deal.id }], lines: [{ lineId: 'line2' }] });
    expect(staffingOf(project, guidelines, [{ ...first, sync: { kind: 'waiting', for: 'project', since } }])).toEqual({ deals: [], lines: [] });
  });

  it('follows the mapping, and a stage under which entries were brought back', () => {
    const noted = { id: won, name: 'Sold', stageName: 'Closed Lost', reprieve: null, probability: 0, amount: null };
    expect(staffedDeal(noted, { 'Closed Lost': 'lost' }).stage).toBe('lost');
    expect(staffedDeal({ ...noted, reprieve: 'won' }, { 'Closed Lost': 'lost' }).stage).toBe('won');
    expect(staffedDeal(noted, {}).stage).toBeNull();
  });

  it('ends with its last line', () => {
    expect(lastDayOf([busy, line({})])).toBe(addDays(monday(26), -1));
    expect(lastDayOf([])).toBeUndefined();
  });
});

it('people are in the role that the company says, and otherwise in the one that names them most', () => {
  const lines = [line({ person: person('ola') }), line({ role: 'Tester', person: person('ola') }), line({ role: 'developer', person: person('ola') }), line({ role: 'Tester', person: person('jan') })];
  const rates = [{ accountId: accountId('jan'), role: 'Designer' }, { accountId: accountId('eva'), role: 'tester' }, { accountId: accountId('boss'), role: 'Manager' }];
  expect([...holdersOf(lines, rates)].sort()).toEqual([['eva', 'tester'], ['jan', 'Designer'], ['ola', 'Developer']]);
});

it('a reader is shown the roles of their own lines, and others’ work in them without a name', () => {
  const holders = [...supply.holders, holder('eva', 'Tester'), holder('boss', 'Manager')];
  const others = loadsOf([line({ person: person('jan') }), line({ role: 'Manager', person: person('boss') }), line({ role: 'Tester', person: person('ola') })], new Map(deals.map((one) => [one.id, one])), calendarOf({ weeks, holders }));
  const shown = excerptFor([line({ dealId: sale })], holders, others);
  expect([...shown.roles]).toEqual(['developer']);
  expect(shown.holders.map((one) => one.accountId)).toEqual(['ola', 'jan']);
  expect(shown.others.map(({ role, person: who }) => `${role} ${who}`)).toEqual(['Developer jan', 'Tester ola']);
  expect(excerptFor([], holders, others)).toMatchObject({ holders: [], others: [] });
});

it('counts the example of docs/staffing.md', () => {
  const [olga, oliwia] = [accountId('olga'), accountId('oliwia')];
  const mondays = weeksFrom(day('2026-11-30'), 4);
  const time = (perDay: number) => mondays.map((_, at): WeekCapacity => {
    const days = at === 3 ? 3 : 5;
    return { worked: at === 3 ? '1110000' : ordinaryWeek, requiredMinutes: hours(perDay * days), freeMinutes: hours(perDay * days) };
  });
  const company: Supply = { weeks: mondays, holders: [{ accountId: olga, role: 'Developer', weeks: time(8) }, { accountId: oliwia, role: 'Developer', weeks: time(6) }] };
  const named = line({ person: person('olga'), from: day('2026-11-30'), to: day('2027-01-31'), minutesPerDay: hours(6) });
  const asked = (id: string) => line({ dealId: sale, lineId: lineId(id), from: day('2026-12-07'), to: day('2027-01-31') });
  const all = staffing([named, asked('line2'), asked('line3')], { supply: company });
  const weeksOf = (staffed: Staffing) => pictureOf(company, allLoads(staffed), 'weighted').find(({ role }) => role === 'Developer')?.weeks ?? [];
  expect(weeksOf(all).map((one) => [(one.confirmed + one.tentative) / 60, one.capacity / 60])).toEqual([[30, 70], [70, 70], [70, 70], [42, 42]]);
  expect(whoIsMissing(all, sale, 'weighted')).toMatchObject([{ role: 'Developer', from: '2026-12-07', to: '2026-12-21', minutes: [hours(40), hours(40), hours(24)] }]);
});
