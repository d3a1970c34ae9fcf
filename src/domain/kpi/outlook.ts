import { operatingMargin, type Margin } from '../margin';
import { compareTotals, minus, nothing, sumOf, type Total } from '../total';
import { companyCurrency, type KpiGap, type QuarterKpis } from './kpis';
import { sumsFor, type KpiRollup, type KpiSubject } from './rollup';
import { countOf, moneyIn } from './sums';

/** Whether the goal of a quarter is reached, will be with what is planned, would be if every deal in negotiation were won, or will not. */
export const prospects = ['reached', 'planned', 'possible', 'missed'] as const;
export type Prospect = (typeof prospects)[number];

/** How a quarter will end, by what is earned and what Tempo Planner holds for the rest of it; in the company's currency. */
export interface QuarterOutlook {
  readonly prospect: Prospect | null;
  readonly earned: Total;
  /** What is planned until the quarter ends, without deals in negotiation. */
  readonly planned: Total;
  /** What is planned in case deals in negotiation are won, in full. */
  readonly tentative: Total;
  /** Earned and planned, added. */
  readonly expected: Total;
  readonly goal: Total;
  /** What the goal still lacks beyond what is expected; nothing once that reaches it. */
  readonly missing: Total;
  /** At the end of the quarter, of the projects alone whose revenue, cost and plans are known. */
  readonly margin: Margin;
  readonly targetMargin: number;
  readonly gaps: readonly KpiGap[];
}

/** @param kpis of the quarter that is under way. @param rollup of the same quarter. */
export function outlookOf({ revenue: { amount: earned, target: goal, gaps }, margin: { target: targetMargin } }: QuarterKpis, rollup: KpiRollup, subject: KpiSubject): QuarterOutlook {
  const sums = sumsFor(rollup, subject);
  const [planned, tentative] = [moneyIn(sums, companyCurrency, 'planned'), moneyIn(sums, companyCurrency, 'tentative')];
  const expected = sumOf([earned, planned]);
  const unknownPlans = countOf(sums, 'planUnknown');
  return {
    prospect: prospectOf(goal, earned, expected, sumOf([expected, tentative])),
    earned,
    planned,
    tentative,
    expected,
    goal,
    missing: compareTotals(expected, goal) >= 0 ? nothing : minus(goal, expected),
    margin: operatingMargin(moneyIn(sums, companyCurrency, 'expectedRevenue'), moneyIn(sums, companyCurrency, 'expectedCost')),
    targetMargin,
    gaps: [...gaps, ...(unknownPlans === 0 ? [] : [{ kind: 'planUnknown', count: unknownPlans } as const])],
  };
}

/** Null where there is no goal to reach. */
function prospectOf(goal: Total, earned: Total, expected: Total, possible: Total): Prospect | null {
  if (compareTotals(goal, nothing) <= 0) return null;
  if (compareTotals(earned, goal) >= 0) return 'reached';
  if (compareTotals(expected, goal) >= 0) return 'planned';
  return compareTotals(possible, goal) >= 0 ? 'possible' : 'missed';
}
