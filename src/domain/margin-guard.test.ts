import * as fc from 'fast-check';
import { addDays } from './calendar';
import type { Figures, WeekFigures } from './figures';
import { amount, day, instant, lineId, total } from './fixture/values';
import type { Guidelines } from './guidelines';
import { allowedCost, readMargin, type GuardedProject, type ThreatReason } from './margin-guard';
import { hundredthsOf, sumOf, type Total } from './total';

const hour = 3600;
const today = day('2026-03-27');
const monday = day('2026-03-23');

/** Half of the time from 2 March to 20 April is over; 200,000 less 40 % may be spent. */
const guidelines: Guidelines = {
  budget: { amount: { amount: amount('200000.00'), currency: 'PLN' }, hours: 1_000, targetMargin: 40, billable: 'Everything' },
  schedule: { start: day('2026-03-02'), end: day('2026-04-20'), milestones: [] },
  scope: { goal: 'Sell online', inScope: '', outOfScope: '' },
  priorities: [],
  staffing: [
    { id: lineId('line1'), role: 'Mid', person: null, from: day('2026-03-02'), to: day('2026-04-20'), minutesPerDay: 480, dealId: null },
    { id: lineId('line2'), role: 'Tester', person: null, from: day('2026-03-02'), to: day('2026-04-20'), minutesPerDay: 480, dealId: null },
  ],
};

const week = (back: number, cost: string, revenue: string): WeekFigures => ({ monday: addDays(monday, -7 * back), seconds: 40 * hour, cost: total(cost), revenue: total(revenue) });

const figures: Figures = {
  source: 'ownRates',
  refreshes: 'always',
  asOf: today,
  readAt: instant('2026-03-27T10:00:00.000Z'),
  currency: 'PLN',
  billing: 'timeAndMaterial',
  seconds: 500 * hour,
  labour: total('50000.00'),
  expenses: total('0.00'),
  revenue: total('100000.00'),
  costBudget: null,
  remaining: { kind: 'known', cost: total('50000.00'), revenue: total('100000.00'), pricedBy: 'ownRates' },
  roles: [{ role: 'mid', people: 2, seconds: 400 * hour, cost: total('40000.00'), revenue: null }, { role: 'Tester', people: 1, seconds: 100 * hour, cost: total('10000.00'), revenue: null }],
  weeks: [week(3, '25000.00', '50000.00'), week(0, '25000.00', '50000.00')],
};

const read = (changes: Partial<Figures> = {}, given: Partial<GuardedProject> = {}) => readMargin({ figures: { ...figures, ...changes }, guidelines, target: 40, today, ...given });
const kinds = (reasons: readonly ThreatReason[]) => reasons.map(({ kind }) => kind);

it('is healthy well above the target', () => {
  expect(read()).toMatchObject({ state: 'healthy', reasons: [], toDate: { basisPoints: 5_000 }, forecast: { margin: { basisPoints: 5_000 } }, spentPercent: 41, elapsedPercent: 50 });
});

it('is below the target when it will end there, whatever it is now', () => {
  expect(read({ remaining: { kind: 'known', cost: total('80000.00'), revenue: total('100000.00'), pricedBy: 'ownRates' } })).toMatchObject({ state: 'belowTarget', reasons: [{ kind: 'belowAtCompletion', basisPoints: 3_500 }] });
});

it('is below the target now, where no end can be foreseen', () => {
  const unknown = { remaining: { kind: 'unknown', because: 'plansUnknown' }, labour: total('60000.01') } as const;
  expect(read(unknown)).toMatchObject({ state: 'belowTarget', reasons: [{ kind: 'belowToDate', basisPoints: 3_999 }] });
  expect(read({ ...unknown, labour: total('60000.00') }).state).toBe('atRisk');
});

it('is at risk where it stands below now and is to recover', () => {
  expect(read({ labour: total('65000.00'), remaining: { kind: 'known', cost: total('20000.00'), revenue: total('100000.00'), pricedBy: 'ownRates' } })).toMatchObject({ state: 'atRisk', reasons: [{ kind: 'belowToDate' }] });
});

it('is at risk close above the target', () => {
  expect(read({ remaining: { kind: 'known', cost: total('65000.00'), revenue: total('100000.00'), pricedBy: 'ownRates' } }).reasons).toEqual([{ kind: 'thinCushion', basisPoints: 4_250 }]);
  expect(read({ remaining: { kind: 'known', cost: total('64000.00'), revenue: total('100000.00'), pricedBy: 'ownRates' } }).state).toBe('healthy');
});

it('is at risk when the margin falls over four weeks', () => {
  // 100,000 earned and 30,000 spent four weeks ago are 70 %; now it is 50 %.
  const weeks = [week(6, '30000.00', '100000.00'), week(0, '20000.00', '0.00')];
  expect(read({ weeks }).reasons).toContainEqual({ kind: 'falling', fellBy: 2_000, weeks: 4 });
  // What happened within the four weeks is what the fall is measured in.
  expect(kinds(read({ weeks: [week(4, '30000.00', '100000.00')] }).reasons)).toEqual([]);
});

it('is at risk when labour burns the budget faster than time passes', () => {
  const { reasons, state } = read({ costBudget: total('80000.00') });
  expect([state, reasons]).toEqual(['atRisk', [{ kind: 'burning', spentPercent: 62, elapsedPercent: 50 }]]);
  expect(read({ costBudget: total('83000.00') }).state).toBe('healthy');
});

it('explains a threat by roles that the guidelines do not name, and only a threat', () => {
  const roles = [{ role: 'Senior', people: 2, seconds: 300 * hour, cost: null, revenue: null }, { role: 'Tester', people: 1, seconds: 9 * hour, cost: null, revenue: null }, { role: 'Analyst', people: 1, seconds: 15 * hour, cost: null, revenue: null }];
  expect(read({ roles }).reasons).toEqual([]);
  expect(read({ roles, costBudget: total('80000.00') }).reasons[1]).toEqual({ kind: 'otherRole', role: 'Senior', people: 2, plannedRoles: ['Mid'] });
});

it('does not judge a fixed price by what lies between two invoices', () => {
  expect(read({ billing: 'fixedPrice', revenue: total('10000.00'), remaining: { kind: 'known', cost: total('50000.00'), revenue: total('190000.00'), pricedBy: 'ownRates' } })).toMatchObject({ state: 'healthy', reasons: [] });
});

it('says that it does not know', () => {
  expect(read({ labour: null })).toMatchObject({ state: 'unknown', reasons: [], spentPercent: null });
  expect(read({ currency: null })).toMatchObject({ state: 'unknown', toDate: { because: 'mixedCurrencies' }, forecast: { because: 'mixedCurrencies' }, spentPercent: null });
  expect(read({}, { guidelines: null })).toMatchObject({ state: 'healthy', elapsedPercent: null, spentPercent: null });
});

it('takes what may be spent from the source, else from the guidelines in the same currency', () => {
  expect(allowedCost(figures, guidelines, 40)).toBe('120000.00');
  expect(allowedCost({ ...figures, costBudget: total('1.00') }, guidelines, 40)).toBe('1.00');
  expect(allowedCost({ ...figures, currency: 'EUR' }, guidelines, 40)).toBeNull();
});

const anySum: fc.Arbitrary<Total> = fc.integer({ min: -100_000_000, max: 100_000_000 }).map((hundredths) => total((hundredths / 100).toFixed(2).replace('-0.00', '0.00')));
const maybe = fc.option(anySum, { nil: null });
const anyFigures: fc.Arbitrary<Figures> = fc.record({
  labour: maybe,
  expenses: maybe,
  revenue: maybe,
  costBudget: maybe,
  currency: fc.constantFrom('PLN', 'EUR', null),
  billing: fc.constantFrom('fixedPrice', 'timeAndMaterial'),
  remaining: fc.oneof(fc.record({ kind: fc.constant('known' as const), cost: anySum, revenue: anySum, pricedBy: fc.constant('ownRates' as const) }), fc.constant({ kind: 'unknown', because: 'plansUnknown' } as const)),
  weeks: fc.array(fc.record({ monday: fc.nat(8).map((back) => addDays(monday, -7 * back)), seconds: fc.nat(), cost: maybe, revenue: maybe }), { maxLength: 8 }),
}).map((changes) => ({ ...figures, ...changes }));

it('has a reason for every threat, a figure in every reason, and knows nothing of currencies that it may not add', () => {
  fc.assert(
    fc.property(anyFigures, fc.integer({ min: 0, max: 100 }), (given, target) => {
      const reading = readMargin({ figures: given, guidelines, target, today });
      expect(reading.reasons.length > 0).toBe(reading.state === 'atRisk' || reading.state === 'belowTarget');
      for (const reason of reading.reasons) for (const value of Object.values(reason)) if (typeof value === 'number') expect(Number.isSafeInteger(value)).toBe(true);
      if (given.currency === null) expect([reading.toDate.kind, reading.forecast.kind, reading.spentPercent]).toEqual(['unknown', 'unknown', null]);
    }),
  );
});

it('is never better for costing more', () => {
  const rank = { healthy: 0, atRisk: 1, belowTarget: 2, unknown: 3 };
  fc.assert(
    fc.property(anyFigures, anySum.filter((sum) => hundredthsOf(sum) > 0n), (given, more) => {
      fc.pre(given.labour !== null);
      const before = readMargin({ figures: { ...given, weeks: [] }, guidelines, target: 40, today }).state;
      const after = readMargin({ figures: { ...given, weeks: [], labour: sumOf([given.labour, more]) }, guidelines, target: 40, today }).state;
      expect(rank[after]).toBeGreaterThanOrEqual(rank[before] === 3 ? 0 : rank[before]);
    }),
  );
});
