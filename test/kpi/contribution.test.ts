import { day, instant } from '../../src/domain/fixture/values';
import { contributionOf } from '../../src/domain/kpi/contribution';
import { defaultGoals } from '../../src/domain/kpi/goals';
import { kpisOf } from '../../src/domain/kpi/kpis';
import type { KpiPart } from '../../src/domain/kpi/part';
import { pipelineOf } from '../../src/domain/kpi/pipeline';
import { quarterOf, quarterOfWeek, quartersFrom } from '../../src/domain/kpi/quarter';
import { emptyRollup, sumsFor, withParts, type KpiRollup } from '../../src/domain/kpi/rollup';
import { countOf, moneyIn } from '../../src/domain/kpi/sums';
import { anna, bartek, factDeal, factProject, factsOf, quarter as q } from './kpi-facts';

const rolled = (parts: readonly KpiPart[]): readonly KpiRollup[] => [...new Set(parts.map(({ period }) => period))].map((period) => withParts(emptyRollup(period), [], parts.filter((part) => part.period === period)));
const team = { kind: 'team' } as const;

it('puts a day and a week into their quarters, the week by its Thursday', () => {
  expect([quarterOf(day('2026-03-31')), quarterOf(day('2026-04-01')), quartersFrom(q('2026-Q1'), -1), quartersFrom(q('2025-Q4'), 5)]).toEqual(['2026-Q1', '2026-Q2', '2025-Q4', '2027-Q1']);
  // The week of 29 June 2026 has its Thursday in July, that of 28 September its Thursday on 1 October.
  expect([quarterOfWeek(day('2026-06-29')), quarterOfWeek(day('2026-09-28')), quarterOfWeek(day('2026-12-28')), quarterOfWeek(day('2026-03-30'))]).toEqual(['2026-Q3', '2026-Q4', '2026-Q4', '2026-Q2']);
});

it('counts a client’s later wins as upsell, and the client as returning once a quarter', () => {
  const deals = [factDeal(2, { stage: 'won', on: '2026-01-10', worth: '1000.00' }), factDeal(1, { stage: 'won', on: '2026-01-10', worth: '500.00' }), factDeal(3, { stage: 'won', on: '2026-04-02', worth: '200.00' }), factDeal(4, { stage: 'won', on: '2026-05-02', worth: null })];
  const rollups = rolled(contributionOf(factsOf(1, '2026-05-20', deals, [factProject(1, anna)]), []));
  const [first, second] = [kpisOf(rollups, q('2026-Q1'), team, defaultGoals), kpisOf(rollups, q('2026-Q2'), team, defaultGoals)];
  expect(first).toMatchObject({ upsell: { amount: '1000.00', of: '1500.00', share: 6_666 }, returning: { clients: 0, of: 1 }, sales: { won: '1500.00', deals: 2, goal: null } });
  expect(second).toMatchObject({ upsell: { amount: '200.00', of: '200.00', share: 10_000, gaps: [{ kind: 'wonWithoutAmount', count: 1 }] }, returning: { clients: 1, of: 1 }, sales: { deals: 2 } });
});

it('never adds currencies, and makes a margin only of what is known on both sides', () => {
  const projects = [
    factProject(1, anna, { '2026-01-05': ['1000.00', '600.00'], '2026-01-12': ['500.00', '300.00'] }),
    factProject(2, anna, { '2026-01-05': ['900.00', null] }),
    factProject(3, bartek, { '2026-01-05': ['50.00', '10.00'] }, 'EUR'),
    factProject(4, bartek, { '2026-01-05': ['70.00', '1.00'] }, null),
  ];
  const rollups = rolled(contributionOf(factsOf(1, '2026-02-20', [], projects), []));
  expect(kpisOf(rollups, q('2026-Q1'), team, defaultGoals)).toMatchObject({
    revenue: { amount: '2400.00', target: '2000000.00', managers: 2, others: [{ currency: 'EUR', amount: '50.00' }], gaps: [{ kind: 'otherCurrency', count: 1 }, { kind: 'mixedCurrencies', count: 1 }] },
    margin: { margin: { kind: 'known', basisPoints: 4_000 }, gaps: [{ kind: 'otherCurrency', count: 1 }, { kind: 'mixedCurrencies', count: 1 }, { kind: 'costUnknown', count: 1 }] },
  });
  expect(kpisOf(rollups, q('2026-Q1'), { kind: 'manager', manager: anna }, defaultGoals).margin.gaps).toEqual([{ kind: 'costUnknown', count: 1 }]);
  expect(kpisOf(rollups, q('2025-Q4'), team, defaultGoals).margin.margin).toEqual({ kind: 'unknown', because: 'noRevenue' });
});

it('compares a client’s revenue with the same quarter a year before, where both are whole', () => {
  const projects = [factProject(1, anna, { '2025-01-06': ['100.00', '1.00'], '2026-01-05': ['150.00', '1.00'], '2025-04-07': ['100.00', '1.00'], '2026-04-06': [null, '1.00'] })];
  const parts = contributionOf(factsOf(1, '2026-05-20', [factDeal(1, { stage: 'won', on: '2025-01-01' })], projects), []);
  expect(parts.find(({ period }) => period === '2026-Q1')?.growth).toEqual({ currency: 'PLN', revenue: '150.00', before: '100.00' });
  expect(kpisOf(rolled(parts), q('2026-Q1'), team, defaultGoals).growth).toMatchObject({ basisPoints: 5_000, before: '100.00', grown: 1, of: 1 });
  expect(kpisOf(rolled(parts), q('2026-Q2'), team, defaultGoals).growth).toMatchObject({ grown: 0, of: 0, gaps: [{ kind: 'revenueUnknown', count: 1 }] });
});

it('shows open deals by stage, those whose day has passed with this quarter, and those without a day apart', () => {
  const deals = [
    factDeal(1, { stage: 'open', on: '2026-01-10', worth: '1000.00', probability: 10 }),
    factDeal(2, { stage: 'negotiation', on: '2026-08-10', worth: '0.05', probability: 50 }),
    factDeal(3, { stage: 'internallyWon', on: null, worth: null, probability: null }),
    factDeal(4, { stage: null, on: '2026-05-30' }),
    factDeal(5, { stage: 'lost', on: '2026-05-01', worth: '7.00' }),
  ];
  const pipeline = pipelineOf(rolled(contributionOf(factsOf(1, '2026-05-20', deals, [factProject(1, anna)]), [])), q('2026-Q2'), team);
  expect(pipeline.map(({ period, weighted }) => [period, weighted])).toEqual([
    ['2026-Q2', [{ currency: 'PLN', amount: '1000.00', weighted: '100.00' }]],
    ['2026-Q3', [{ currency: 'PLN', amount: '0.05', weighted: '0.03' }]],
    ['undated', []],
  ]);
  expect(pipeline[0]).toMatchObject({ overdue: 1, unmapped: 1 });
  expect(pipeline[2]).toMatchObject({ withoutAmount: 1, withoutProbability: 1 });
});

it('keeps whose a past quarter was, and how its documents ended, when the account changes hands', () => {
  const deals = [factDeal(1, { stage: 'won', on: '2026-02-10' }), factDeal(2, { stage: 'won', on: '2026-04-10' })];
  const weeks = { '2026-02-02': ['10.00', '5.00'], '2026-04-06': ['20.00', '5.00'] } as const;
  const documents = { percent: 100, missing: [], renewals: [{ requirement: 'nda', dealId: null, until: day('2026-07-15') }], asOf: instant('2026-03-20T08:00:00.000Z') } as const;
  const relation = { lastContactOn: day('2026-03-01'), openNeeds: 0, oldestNeedOn: null, lastSatisfaction: null };
  const before = contributionOf(factsOf(1, '2026-03-20', deals.slice(0, 1), [factProject(1, anna, weeks)], { managerId: anna, documents, relation }), []);
  const missing = { ...documents, missing: [{ requirement: 'order', dealId: null }] } as const;
  const after = contributionOf(factsOf(1, '2026-04-20', deals, [factProject(1, bartek, weeks)], { managerId: bartek, documents: missing, relation }), before);
  const rollups = rolled(after);
  const inQ1 = kpisOf(rollups, q('2026-Q1'), { kind: 'manager', manager: anna }, defaultGoals);
  expect(inQ1).toMatchObject({ revenue: { amount: '10.00' }, sales: { deals: 1 }, documents: { complete: 1, of: 1 }, relation: { documented: 1, of: 1 } });
  const inQ2 = kpisOf(rollups, q('2026-Q2'), { kind: 'manager', manager: bartek }, defaultGoals);
  expect(inQ2).toMatchObject({ revenue: { amount: '20.00' }, sales: { deals: 1 }, documents: { complete: 0, of: 1 }, relation: { documented: 0, of: 1 } });
  const sums = sumsFor(rollups.find(({ period }) => period === '2026-Q3') ?? emptyRollup(q('2026-Q3')), { kind: 'manager', manager: bartek });
  expect([countOf(sums, 'renewals'), moneyIn(sums, 'PLN', 'revenue')]).toEqual([1, '0.00']);
});
