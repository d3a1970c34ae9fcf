import { added } from '../../../src/domain/figures';
import { percentOf, type Total } from '../../../src/domain/total';
import type { PlainDate } from '../../../src/domain/plain-date';
import type { Figures } from './margin-view';

export interface BurnUpPoint {
  readonly monday: PlainDate;
  readonly revenue: Total;
  readonly cost: Total;
  /** What might have been spent by then, so that exactly the target is left of what was earned. */
  readonly allowed: Total;
}

/** Revenue and cost added up week by week; empty where one of them is unknown. */
export function burnUpLines({ weeks }: Pick<Figures, 'weeks'>, target: number): readonly BurnUpPoint[] {
  const points: BurnUpPoint[] = [];
  for (const [at, { monday }] of weeks.entries()) {
    const until = weeks.slice(0, at + 1);
    const [revenue, cost] = [added(until.map((week) => week.revenue)), added(until.map((week) => week.cost))];
    if (revenue === null || cost === null) return [];
    points.push({ monday, revenue, cost, allowed: percentOf(revenue, 100 - target) });
  }
  return points;
}
