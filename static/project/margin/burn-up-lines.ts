import { operatingMargin } from '../../../src/domain/margin';
import type { PlainDate } from '../../../src/domain/plain-date';
import { nothing, percentOf, sumOf, type Total } from '../../../src/domain/total';
import type { Figures } from './margin-view';

export interface BurnUpPoint {
  readonly monday: PlainDate;
  readonly revenue: Total;
  readonly cost: Total;
  /** What might have been spent by then, so that exactly the target is left of what was earned. */
  readonly allowed: Total;
}

/** Revenue and cost added up week by week; empty where one of them is unknown. @param target in whole per cent. */
export function burnUpLines({ weeks }: Pick<Figures, 'weeks'>, target: number): readonly BurnUpPoint[] {
  let [revenue, cost]: [Total, Total] = [nothing, nothing];
  const points: BurnUpPoint[] = [];
  for (const week of weeks) {
    if (week.revenue === null || week.cost === null) return [];
    [revenue, cost] = [sumOf([revenue, week.revenue]), sumOf([cost, week.cost])];
    points.push({ monday: week.monday, revenue, cost, allowed: percentOf(revenue, 100 - target) });
  }
  return points;
}

export interface TrendPoint {
  readonly monday: PlainDate;
  readonly basisPoints: number;
}

/** The margin to date at the end of each week, from the first week in which there was one. */
export const trendPoints = (points: readonly BurnUpPoint[]): readonly TrendPoint[] =>
  points.flatMap(({ monday, revenue, cost }) => {
    const margin = operatingMargin(revenue, cost);
    return margin.kind === 'known' ? [{ monday, basisPoints: margin.basisPoints }] : [];
  });
