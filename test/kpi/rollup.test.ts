import fc from 'fast-check';
import { dealStages } from '../../src/domain/deal';
import { total } from '../../src/domain/fixture/values';
import { contributionOf, type KpiFacts } from '../../src/domain/kpi/contribution';
import type { KpiPart } from '../../src/domain/kpi/part';
import { emptyRollup, sumsFor, withParts, type KpiRollup } from '../../src/domain/kpi/rollup';
import { countOf, countMeasures, moneyMeasures, noSums, ofCount, ofMoney, plus, sumOfSums, without, type Sums } from '../../src/domain/kpi/sums';
import { hundredthsOf } from '../../src/domain/total';
import { anna, bartek, factDeal, factProject, factsOf } from './kpi-facts';

const anySums: fc.Arbitrary<Sums> = fc
  .array(
    fc.oneof(
      fc.tuple(fc.constantFrom('PLN' as const, 'EUR' as const), fc.constantFrom(...moneyMeasures), fc.integer({ min: -9_999, max: 9_999 })).map(([currency, measure, n]) => ofMoney(currency, measure, total(`${n}.00`.replace(/^-0\./, '0.')))),
      fc.tuple(fc.constantFrom(...countMeasures), fc.integer({ min: 0, max: 9 })).map(([measure, n]) => ofCount(measure, n)),
    ),
    { maxLength: 8 },
  )
  .map(sumOfSums);

const anyDay = fc.integer({ min: 0, max: 900 }).map((n) => new Date(Date.UTC(2024, 6, 1 + n)).toISOString().slice(0, 10));
const anyFacts: fc.Arbitrary<readonly KpiFacts[]> = fc
  .array(
    fc.record({
      deals: fc.array(fc.record({ stage: fc.option(fc.constantFrom(...dealStages)), on: fc.option(anyDay), worth: fc.option(fc.integer({ min: 0, max: 99_999 }).map((n) => `${n}.25`)), currency: fc.constantFrom('PLN' as const, 'EUR' as const), probability: fc.option(fc.integer({ min: 0, max: 100 })), project: fc.integer({ min: 1, max: 3 }) }), { maxLength: 8 }),
      managers: fc.tuple(fc.constantFrom(anna, bartek, null), fc.constantFrom(anna, bartek, null), fc.constantFrom(anna, bartek, null)),
      weeks: fc.array(fc.tuple(fc.integer({ min: 0, max: 120 }), fc.option(fc.integer({ min: 0, max: 999 })), fc.option(fc.integer({ min: 0, max: 999 }))), { maxLength: 6 }),
    }),
    { maxLength: 4 },
  )
  .map((clients) =>
    clients.map(({ deals, managers, weeks }, at) =>
      factsOf(
        at + 1,
        '2026-05-20',
        deals.map((deal, n) => factDeal(at * 100 + n + 1, deal)),
        managers.map((manager, n) =>
          factProject(n + 1, manager, n > 0 ? {} : Object.fromEntries(weeks.map(([week, revenue, cost]) => [new Date(Date.UTC(2024, 0, 1 + week * 7)).toISOString().slice(0, 10), [revenue === null ? null : `${revenue}.10`, cost === null ? null : `${cost}.20`] as const]))),
        ),
      ),
    ),
  );

const rolled = (parts: readonly KpiPart[]): readonly KpiRollup[] => [...new Set(parts.map(({ period }) => period))].map((period) => withParts(emptyRollup(period), [], parts.filter((part) => part.period === period)));

it('adds in any order, and takes away exactly what was added', () => {
  fc.assert(
    fc.property(anySums, anySums, anySums, (a, b, c) => {
      expect(plus(plus(a, b), c)).toEqual(plus(a, plus(c, b)));
      expect(plus(a, noSums)).toEqual(a);
      expect(JSON.stringify(without(plus(a, b), b))).toBe(JSON.stringify(a));
    }),
  );
});

it('counts every deal once, in whatever quarter and with whomever', () => {
  fc.assert(
    fc.property(anyFacts, (clients) => {
      const parts = clients.flatMap((facts) => contributionOf(facts, []));
      const listed = parts.flatMap(({ deals }) => deals.map(({ id }) => id)).sort();
      expect(listed).toEqual(clients.flatMap(({ deals }) => deals.map(({ deal }) => deal.id)).sort());
      const all = sumOfSums(parts.map(({ sums }) => sums));
      expect([...dealStages, 'unmapped' as const].reduce((sum, stage) => sum + countOf(all, stage), 0)).toBe(listed.length);
      const revenue = clients.flatMap(({ projects }) => projects.flatMap(({ figures }) => (figures?.weeks ?? []).flatMap((week) => week.revenue ?? [])));
      expect(hundredthsOf(all.money.PLN?.revenue ?? total('0.00'))).toBe(revenue.reduce((sum, one) => sum + hundredthsOf(one), 0n));
    }),
  );
});

it('is for the team the sum of all account managers, and returning clients are some of those that bought', () => {
  fc.assert(
    fc.property(anyFacts, (clients) => {
      for (const rollup of rolled(clients.flatMap((facts) => contributionOf(facts, [])))) {
        const team = sumsFor(rollup, { kind: 'team' });
        expect(team).toEqual(sumOfSums([anna, bartek, null].map((manager) => sumsFor(rollup, { kind: 'manager', manager }))));
        expect(countOf(team, 'returning')).toBeLessThanOrEqual(countOf(team, 'buyers'));
        expect(countOf(team, 'grown')).toBeLessThanOrEqual(countOf(team, 'compared'));
      }
    }),
  );
});

it('says the same of the same facts when it is worked out again over what is kept', () => {
  fc.assert(
    fc.property(anyFacts, (clients) => {
      for (const facts of clients) {
        const once = contributionOf(facts, []);
        expect(contributionOf(facts, once)).toEqual(once);
      }
    }),
  );
});

it('reaches by changes one after another what adding everything up gives', () => {
  fc.assert(
    fc.property(anyFacts, anyFacts, (first, second) => {
      const [before, after] = [first.flatMap((facts) => contributionOf(facts, [])), second.flatMap((facts) => contributionOf(facts, []))];
      for (const period of new Set([...before, ...after].map((part) => part.period))) {
        const of = (parts: readonly KpiPart[]): readonly KpiPart[] => parts.filter((part) => part.period === period);
        const stepwise = withParts(withParts(emptyRollup(period), [], of(before)), of(before), of(after));
        expect(stepwise.managers).toEqual(withParts(emptyRollup(period), [], of(after)).managers);
      }
    }),
  );
});

it('knows a week of a year that has 53 of them', () => {
  const parts = contributionOf(factsOf(1, '2026-05-20', [], [factProject(1, anna, { '2020-12-28': ['1.00', '1.00'] })]), []);
  expect(parts.map(({ period }) => period)).toEqual(['2020-Q4']);
});
