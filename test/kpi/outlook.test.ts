import { total } from '../../src/domain/fixture/values';
import type { Figures, Remaining } from '../../src/domain/figures';
import { contributionOf, type FactProject } from '../../src/domain/kpi/contribution';
import { defaultGoals } from '../../src/domain/kpi/goals';
import { kpisOf } from '../../src/domain/kpi/kpis';
import { outlookOf } from '../../src/domain/kpi/outlook';
import { emptyRollup, withParts } from '../../src/domain/kpi/rollup';
import { anna, bartek, factProject, factsOf, quarter as q } from './kpi-facts';

const known = (revenue: string, cost: string): Remaining => ({ kind: 'known', revenue: total(revenue), cost: total(cost), pricedBy: 'ownRates' });
const unknown: Remaining = { kind: 'unknown', because: 'ratesMissing' };
const now = q('2026-Q4');

type Plan = NonNullable<Figures['quarterPlan']>;
const withPlan = (project: FactProject, firm: Remaining, tentative: Remaining = known('0.00', '0.00'), quarter: Plan['quarter'] = now): FactProject => ({
  ...project,
  figures: project.figures && { ...project.figures, quarterPlan: { quarter, firm, tentative } },
});

function outlook(projects: readonly FactProject[], manager: typeof anna | 'team' = 'team') {
  const parts = contributionOf(factsOf(1, '2026-11-27', [], projects), []);
  const rollup = withParts(emptyRollup(now), [], parts.filter(({ period }) => period === now));
  const subject = manager === 'team' ? ({ kind: 'team' } as const) : ({ kind: 'manager', manager } as const);
  return outlookOf(kpisOf([rollup], now, subject, defaultGoals), rollup, subject);
}

const earned = (n: number, manager: typeof anna, revenue: string, cost: string): FactProject => factProject(n, manager, { '2026-11-02': [revenue, cost] });

it('adds what is earned and planned, and says how far the goal is', () => {
  // 600,000 earned and 250,000 planned are 850,000; with 200,000 in negotiation 1,050,000 of 1,000,000. (850,000 − 500,000) ÷ 850,000 = 41.17 %.
  expect(outlook([withPlan(earned(1, anna, '600000.00', '350000.00'), known('250000.00', '150000.00'), known('200000.00', '1.00'))])).toEqual({
    prospect: 'possible', earned: '600000.00', planned: '250000.00', tentative: '200000.00', expected: '850000.00', goal: '1000000.00', missing: '150000.00',
    margin: { kind: 'known', basisPoints: 4_117 }, targetMargin: 40, gaps: [],
  });
});

it.each([
  ['reached', '1000000.00', '0.00', '0.00'],
  ['planned', '999999.99', '0.01', '0.00'],
  ['possible', '999999.98', '0.01', '0.01'],
  ['missed', '999999.97', '0.01', '0.01'],
] as const)('is %s to the last hundredth', (prospect, revenue, firm, tentative) => {
  expect(outlook([withPlan(earned(1, anna, revenue, '0.00'), known(firm, '0.00'), known(tentative, '0.00'))]).prospect).toBe(prospect);
});

it('counts a project that is about to begin, and says of how many it does not know the rest', () => {
  const projects = [
    withPlan(factProject(1, anna), known('100.00', '60.00')),
    withPlan(earned(2, anna, '10.00', '5.00'), unknown),
    withPlan(earned(3, anna, '10.00', '5.00'), known('1.00', '1.00'), known('0.00', '0.00'), q('2026-Q3')),
    earned(4, bartek, '10.00', '5.00'),
  ];
  expect(outlook(projects)).toMatchObject({ earned: '30.00', planned: '100.00', margin: { basisPoints: 4_000 }, gaps: [{ kind: 'planUnknown', count: 3 }] });
  expect(outlook(projects, anna)).toMatchObject({ earned: '20.00', goal: '1000000.00', gaps: [{ kind: 'planUnknown', count: 2 }] });
});
