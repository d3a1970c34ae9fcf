import { added, type WeekFigures } from '../figures';
import { grouped } from '../grouped';
import type { ProjectId } from '../ids';
import type { Currency } from '../money';
import { sumOf } from '../total';
import type { CountedProject } from './part';
import { quarterOfWeek, type Quarter } from './quarter';
import { ofCount, ofMoney, sumOfSums, type Sums } from './sums';

/** A project's money in one quarter, with what it adds to the figures. */
interface ProjectQuarter {
  readonly quarter: Quarter;
  readonly project: CountedProject;
  readonly sums: Sums;
}

/** A project's weeks by quarter. What one week does not know, the quarter says it does not know; what is known still counts as revenue. */
export const projectQuarters = (projectId: ProjectId, currency: Currency, weeks: readonly WeekFigures[]): readonly ProjectQuarter[] =>
  [...grouped(weeks, ({ monday }) => quarterOfWeek(monday))].map(([quarter, of]) => {
    const revenue = added(of.map((week) => week.revenue));
    const cost = added(of.map((week) => week.cost));
    const known = sumOf(of.flatMap((week) => week.revenue ?? []));
    return {
      quarter,
      project: { projectId, currency, revenue, cost },
      sums: sumOfSums([
        ofCount('projects'),
        ofMoney(currency, 'revenue', known),
        ...(revenue === null ? [ofCount('revenueUnknown')] : []),
        ...(cost === null ? [ofCount('costUnknown')] : []),
        ...(revenue === null || cost === null ? [] : [ofMoney(currency, 'pricedRevenue', revenue), ofMoney(currency, 'cost', cost)]),
      ]),
    };
  });
