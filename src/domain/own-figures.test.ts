import * as fc from 'fast-check';
import { addDays } from './calendar';
import { costOf, forecastOf, marginToDate } from './figures';
import { accountId, amount, day, instant, planId, total } from './fixture/values';
import { ownFigures, type OwnSource, type Worklog } from './own-figures';
import type { RoleRate } from './rates';
import { compareTotals, nothing, sumOf } from './total';

const hour = 3600;
const anna = accountId('anna');
const bartek = accountId('bartek');
const nobody = accountId('nobody');
const rates: readonly RoleRate[] = [
  { role: 'Senior', from: day('2026-01-01'), currency: 'PLN', cost: amount('110.00'), billing: amount('200.00') },
  { role: 'Senior', from: day('2026-03-01'), currency: 'PLN', cost: amount('120.00'), billing: amount('200.00') },
  { role: 'Tester', from: day('2026-01-01'), currency: 'PLN', cost: amount('70.00'), billing: amount('120.00') },
];
const roles = new Map([[anna, 'senior'], [bartek, 'Tester']]);
const work = (author: Worklog['author'], date: string, hours: number, billable = hours): Worklog => ({ author, day: day(date), seconds: hours * hour, billableSeconds: billable * hour });

const source: OwnSource = {
  worklogs: [work(anna, '2026-02-26', 8), work(anna, '2026-03-02', 6, 4), work(bartek, '2026-03-10', 5)],
  planned: [{ role: 'Senior', day: day('2026-03-20'), seconds: 10 * hour, planId: planId('1') }],
  tentative: new Set(),
  endsOn: day('2026-06-30'),
  rates,
  roleOf: (person) => roles.get(person) ?? null,
  currency: 'PLN',
  billing: 'timeAndMaterial',
  price: total('9000.00'),
  invoiced: [],
  asOf: day('2026-03-15'),
  readAt: instant('2026-03-15T10:00:00.000Z'),
};

/*
 * In a spreadsheet:
 *   26 Feb  Anna    8 h × 110 =   880   8 h × 200 = 1600
 *    2 Mar  Anna    6 h × 120 =   720   4 h × 200 =  800
 *   10 Mar  Bartek  5 h ×  70 =   350   5 h × 120 =  600
 *   to date                     1950              3000   margin 35.00 %
 *   20 Mar  Senior 10 h × 120 = 1200  10 h × 200 = 2000
 *   at completion               3150              5000   margin 37.00 %
 */
it('prices hours by the rate of their day, and adds what is planned', () => {
  const figures = ownFigures(source);
  expect([figures.labour, figures.revenue, marginToDate(figures)]).toEqual(['1950.00', '3000.00', { kind: 'known', basisPoints: 3_500 }]);
  expect(forecastOf(figures)).toEqual({
    kind: 'known',
    cost: '3150.00',
    revenue: '5000.00',
    margin: { kind: 'known', basisPoints: 3_700 },
    from: { actualCost: '1950.00', actualRevenue: '3000.00', remainingCost: '1200.00', remainingRevenue: '2000.00', pricedBy: 'ownRates' },
  });
  expect(figures.roles).toEqual([
    { role: 'senior', people: 1, seconds: 14 * hour, cost: '1600.00', revenue: '2400.00' },
    { role: 'Tester', people: 1, seconds: 5 * hour, cost: '350.00', revenue: '600.00' },
  ]);
  expect(figures.weeks.map(({ monday, cost }) => [monday, cost])).toEqual([['2026-02-23', '880.00'], ['2026-03-02', '720.00'], ['2026-03-09', '350.00']]);
});

/*
 *   invoiced to 15 Mar: 4000 − 500 (credit note) = 3500; cost 1950; margin 44.285…, shown as 44.28 %
 *   at completion: price 9000, cost 3150: 65.00 %
 */
it('takes a fixed price from what was invoiced, and the rest of the price as what is to come', () => {
  const figures = ownFigures({ ...source, billing: 'fixedPrice', invoiced: [{ day: day('2026-03-01'), amount: total('4000.00') }, { day: day('2026-03-12'), amount: total('-500.00') }, { day: day('2026-04-01'), amount: total('100.00') }] });
  expect([figures.revenue, marginToDate(figures)]).toEqual(['3500.00', { kind: 'known', basisPoints: 4_428 }]);
  const forecast = forecastOf({ ...figures });
  expect(forecast).toMatchObject({ kind: 'known', cost: '3150.00', margin: { basisPoints: 6_500 } });
});

it('earns nothing with a role whose hours are not sold', () => {
  const own = [...rates, { role: 'Manager', from: day('2026-01-01'), currency: 'PLN' as const, cost: amount('100.00'), billing: null }];
  const figures = ownFigures({ ...source, rates: own, roleOf: () => 'Manager', planned: [] });
  expect([figures.labour, figures.revenue, figures.remaining]).toEqual(['1900.00', '0.00', { kind: 'known', cost: '0.00', revenue: '0.00', pricedBy: 'ownRates' }]);
});

describe('what is unknown', () => {
  it('is the cost of somebody whose role, or whose role’s rate, is unknown', () => {
    const unknown = ownFigures({ ...source, worklogs: [...source.worklogs, work(nobody, '2026-03-11', 1)] });
    expect([unknown.labour, unknown.revenue]).toEqual([null, null]);
    expect(marginToDate(unknown)).toEqual({ kind: 'unknown', because: 'revenueUnknown' });
    expect(forecastOf(unknown)).toEqual({ kind: 'unknown', because: 'actualUnknown' });
    expect(ownFigures({ ...source, worklogs: [work(anna, '2025-12-31', 1)] }).labour).toBeNull();
  });

  it('is a cost in another currency than the project’s', () => expect(ownFigures({ ...source, currency: 'EUR' }).labour).toBeNull());

  it.each([
    ['plansUnknown', { planned: undefined }],
    ['ratesMissing', { planned: [{ role: 'Architect', day: day('2026-03-20'), seconds: hour, planId: planId('1') }] }],
    ['priceUnknown', { billing: 'fixedPrice', price: null }],
  ] as const)('is the forecast: %s', (because, change) => expect(forecastOf(ownFigures({ ...source, ...change }))).toEqual({ kind: 'unknown', because }));

  it('is no margin where credit notes exceed the invoices', () => {
    const figures = ownFigures({ ...source, billing: 'fixedPrice', invoiced: [{ day: day('2026-03-01'), amount: total('-10.00') }] });
    expect(marginToDate(figures)).toEqual({ kind: 'unknown', because: 'negativeRevenue' });
  });

  it('is not the cost of a project where nobody has worked yet', () => {
    const figures = ownFigures({ ...source, worklogs: [] });
    expect([costOf(figures), marginToDate(figures)]).toEqual(['0.00', { kind: 'unknown', because: 'noRevenue' }]);
  });
});

it('says of more invoiced than the price only that nothing more is to come', () => {
  const figures = ownFigures({ ...source, billing: 'fixedPrice', invoiced: [{ day: day('2026-03-01'), amount: total('9500.00') }] });
  expect(figures.remaining).toMatchObject({ kind: 'known', revenue: nothing });
});

it('adds up: roles and weeks are the whole, to the last hundredth', () => {
  const anyWorklog = fc.record({
    author: fc.constantFrom(anna, bartek),
    day: fc.integer({ min: 0, max: 200 }).map((days) => addDays(day('2026-01-01'), days)),
    seconds: fc.integer({ min: 0, max: 86_400 }),
    billableSeconds: fc.integer({ min: 0, max: 86_400 }),
  });
  fc.assert(
    fc.property(fc.array(anyWorklog, { maxLength: 60 }), (worklogs) => {
      const { labour, revenue, roles: byRole, weeks, seconds } = ownFigures({ ...source, worklogs, asOf: day('2026-12-31') });
      const known = <Item extends { readonly cost: unknown }>(parts: readonly Item[], of: (part: Item) => typeof labour) => sumOf(parts.flatMap((part) => of(part) ?? []));
      expect(known(byRole, ({ cost }) => cost)).toBe(labour);
      expect(known(weeks, ({ cost }) => cost)).toBe(labour);
      expect(known(byRole, (one) => one.revenue)).toBe(revenue);
      expect(known(weeks, (one) => one.revenue)).toBe(revenue);
      expect(weeks.reduce((sum, one) => sum + one.seconds, 0)).toBe(seconds);
      expect(labour !== null && compareTotals(labour, nothing) >= 0).toBe(true);
    }),
  );
});
