import { costFigures, type CostFacts, type CostSource, type PlannedCost } from './cost-figures';
import { forecastOf, marginToDate } from './figures';
import { accountId, amount, day, instant, planId, total } from './fixture/values';
import type { PlannedWork } from './own-figures';
import type { PricedWork } from './priced-work';

const hour = 3600;
const today = day('2026-05-04');
const work = (date: string, seconds: number, cost: string | null, revenue: string | null, role = 'Developer'): PricedWork => ({ day: day(date), seconds, author: accountId('dev'), role, cost: cost === null ? null : total(cost), revenue: revenue === null ? null : total(revenue) });
const planned = (seconds: number): PlannedWork => ({ role: 'Developer', day: day('2026-05-11'), seconds, planId: planId('1') });
const counted = (seconds: number, cost: string | null, revenue: string | null): PlannedCost => ({ day: day('2026-05-11'), planId: planId('1'), seconds, cost: cost === null ? null : total(cost), revenue: revenue === null ? null : total(revenue) });
const facts: CostFacts = {
  currency: 'PLN',
  isFixedPrice: false,
  refreshes: 'always',
  labour: total('1000.00'),
  expenses: total('200.00'),
  revenue: total('2000.00'),
  costBudget: total('6000.00'),
  work: [work('2026-04-20', 6 * hour, '600.00', '1200.00'), work('2026-04-27', 4 * hour, '400.00', '800.00')],
  dated: { expenses: [{ day: day('2026-04-28'), amount: total('200.00') }], fixedRevenue: [] },
  planned: [counted(10 * hour, '1000.00', '2000.00')],
};
const source: CostSource = { facts, price: { amount: amount('9000.00'), currency: 'PLN' }, planned: [planned(10 * hour)], tentative: new Set(), endsOn: day('2026-05-29'), rates: [], asOf: today, readAt: instant('2026-05-04T08:00:00.000Z') };
const figures = (changes: Partial<CostFacts> = {}, more: Partial<CostSource> = {}) => costFigures({ ...source, ...more, facts: { ...facts, ...changes } });

// By hand: (2000 − 1200) ÷ 2000 = 40 %; at completion (4000 − 2200) ÷ 4000 = 45 %.
it('takes the totals as they are, and what is planned as it counts it', () => {
  expect(marginToDate(figures())).toEqual({ kind: 'known', basisPoints: 4_000 });
  expect(forecastOf(figures())).toMatchObject({ kind: 'known', cost: '2200.00', revenue: '4000.00', margin: { basisPoints: 4_500 }, from: { pricedBy: 'financialManager' } });
});

it('makes weeks of its entries: work, expenses and what a fixed price brought', () => {
  expect(figures().weeks).toEqual([
    { monday: '2026-04-20', seconds: 6 * hour, cost: '600.00', revenue: '1200.00' },
    { monday: '2026-04-27', seconds: 4 * hour, cost: '600.00', revenue: '800.00' },
    { monday: '2026-05-04', seconds: 0, cost: '0.00', revenue: '0.00' },
  ]);
  const fixed = figures({ isFixedPrice: true, revenue: total('3000.00'), dated: { expenses: [], fixedRevenue: [{ day: day('2026-04-14'), amount: total('3000.00') }] } });
  expect(fixed.weeks.map(({ revenue }) => revenue)).toEqual(['3000.00', '0.00', '0.00', '0.00']);
});

// By hand: 9000 agreed, 3000 so far, so 6000 to come: (9000 − 2200) ÷ 9000 = 75.55 %.
it('takes the rest of a fixed price for what is to come', () => {
  const fixed = figures({ isFixedPrice: true, revenue: total('3000.00') });
  expect(forecastOf(fixed)).toMatchObject({ kind: 'known', revenue: '9000.00', cost: '2200.00', margin: { basisPoints: 7_555 } });
  expect(forecastOf(figures({ isFixedPrice: true, revenue: total('9900.00') }))).toMatchObject({ revenue: '9900.00' });
});

describe('is unknown', () => {
  it.each([
    ['in mixed currencies', figures({ currency: null }), 'mixedCurrencies'],
    ['without guidelines', figures({}, { planned: undefined }), 'plansUnknown'],
    ['where plans are left out and nobody has rates for them', figures({ planned: [] }), 'plansNotCounted'],
    ['where it does not tell of plans', figures({ planned: undefined }), 'plansNotCounted'],
    ['where a planned hour has no price', figures({ planned: [counted(10 * hour, null, null)] }), 'ratesMissing'],
    ['where a fixed price is in another currency', figures({ isFixedPrice: true }, { price: { amount: amount('1.00'), currency: 'EUR' } }), 'priceUnknown'],
  ] as const)('at completion %s', (_, given, because) => expect(forecastOf(given)).toEqual({ kind: 'unknown', because }));

  it('to date where hours have no rate, for its own sum leaves them out', () => {
    expect(marginToDate(figures({ work: [...facts.work, work('2026-04-28', hour, null, null)] }))).toEqual({ kind: 'unknown', because: 'costUnknown' });
  });

  it('to date where revenue is not tracked', () => {
    expect(marginToDate(figures({ revenue: null }))).toEqual({ kind: 'unknown', because: 'revenueUnknown' });
  });
});

// By hand: 10 h at 120 cost 1200, at 250 bring 2500: (4500 − 2400) ÷ 4500 = 46.66 %.
it('prices what it leaves out at the app’s own rates, and says so', () => {
  const rates = [{ role: 'developer', from: day('2026-01-01'), currency: 'PLN', cost: amount('120.00'), billing: amount('250.00') }] as const;
  expect(forecastOf(figures({ planned: [] }, { rates }))).toMatchObject({ cost: '2400.00', revenue: '4500.00', margin: { basisPoints: 4_666 }, from: { pricedBy: 'ownRates' } });
});

it('forgives a forecast that misses a holiday', () => {
  expect(figures({ planned: [counted(9 * hour, '900.00', '1800.00')] }).remaining).toMatchObject({ kind: 'known', pricedBy: 'financialManager' });
  expect(figures({ planned: [counted(9 * hour - 1, '900.00', '1800.00')] }).remaining).toMatchObject({ because: 'plansNotCounted' });
});

it('counts nothing that lies behind the day', () => {
  expect(figures({ work: [...facts.work, work('2026-05-05', hour, '100.00', '200.00')] }).seconds).toBe(10 * hour);
});
