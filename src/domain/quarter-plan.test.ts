import * as fc from 'fast-check';
import { addDays, mondayOf } from './calendar';
import { day, planId, total } from './fixture/values';
import { lastDayOfWeeks, quarterOf, quarterOfWeek } from './kpi/quarter';
import { quarterPlan, type Placed, type QuarterPlanSource } from './quarter-plan';

const [won, open] = [planId('1'), planId('2')];
const at = (date: string, id = won): Placed => ({ day: day(date), planId: id });
const source = (placed: readonly Placed[], more: Partial<QuarterPlanSource> = {}): QuarterPlanSource => ({ asOf: day('2026-11-27'), billing: 'timeAndMaterial', endsOn: null, tentative: new Set([open]), placed, ...more });
/** A hundred for each day of a plan, at a cost of sixty. */
const worth = (given: QuarterPlanSource) =>
  quarterPlan(given, (isPart) => {
    const days = given.placed.filter(isPart).length;
    return { kind: 'known', cost: total(`${days * 60}.00`), revenue: total(`${days * 100}.00`), pricedBy: 'ownRates' };
  });
const revenues = (given: QuarterPlanSource) => {
  const { firm, tentative } = worth(given);
  return [firm, tentative].map((part) => (part.kind === 'known' ? part.revenue : part.because));
};

it('counts the plans of the quarter’s weeks, those of deals in negotiation apart', () => {
  // The last week of 2026 has its Thursday on 31 December, so Friday 1 January is still the quarter's; Monday 4 January is not.
  expect(revenues(source([at('2026-11-30'), at('2026-12-31'), at('2027-01-01'), at('2027-01-04'), at('2026-12-01', open)]))).toEqual(['300.00', '100.00']);
});

it('takes what does not say of which plan it is for a plan that may not come', () => {
  const unnamed: Placed = { day: day('2026-12-01'), planId: null };
  expect(revenues(source([unnamed]))).toEqual(['0.00', '100.00']);
  expect(revenues(source([unnamed], { tentative: new Set() }))).toEqual(['100.00', '0.00']);
});

it('knows nothing where days are missing', () => expect(revenues(source([{ day: null, planId: won }]))).toEqual(['plansUnknown', 'plansUnknown']));

it('knows of a fixed price what a project brings that ends within the quarter, and nothing of others', () => {
  const fixed = { billing: 'fixedPrice' } as const;
  expect(revenues(source([at('2026-12-01')], { ...fixed, endsOn: day('2026-12-31') }))).toEqual(['100.00', '0.00']);
  expect(revenues(source([at('2026-12-01')], { ...fixed, endsOn: day('2027-02-26') }))).toEqual(['priceUnknown', '0.00']);
  expect(revenues(source([at('2026-12-01'), at('2026-12-02', open)], { ...fixed, endsOn: day('2026-12-31') }))).toEqual(['priceUnknown', 'priceUnknown']);
});

it('counts each day of a plan in one part at most, and in one if it is of the quarter', () => {
  const placed = fc.array(fc.record({ day: fc.nat(200).map((later) => addDays(day('2026-11-27'), later)), planId: fc.constantFrom(won, open, null) }), { maxLength: 20 });
  fc.assert(
    fc.property(placed, (days) => {
      const [firm, tentative] = revenues(source(days)).map(Number);
      const inQuarter = days.filter((one) => quarterOfWeek(mondayOf(one.day)) === '2026-Q4').length;
      expect((firm ?? 0) + (tentative ?? 0)).toBe(inQuarter * 100);
    }),
  );
});

it('ends a quarter on the Sunday of its last week', () => {
  fc.assert(
    fc.property(fc.nat(20_000), (later) => {
      const last = lastDayOfWeeks(quarterOf(addDays(day('2000-01-01'), later)));
      const quarter = quarterOf(addDays(day('2000-01-01'), later));
      expect([quarterOfWeek(mondayOf(last)), quarterOfWeek(mondayOf(addDays(last, 1))) > quarter]).toEqual([quarter, true]);
    }),
  );
});
