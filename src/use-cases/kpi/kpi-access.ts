import type { AccountId } from '../../domain/ids';
import { quarterOf, quartersFrom, type Quarter } from '../../domain/kpi/quarter';
import type { KpiRollup, KpiSubject } from '../../domain/kpi/rollup';
import type { PlainDate } from '../../domain/plain-date';
import type { World } from '../../ports/world';
import type { SiteCall } from '../call';
import { companyDay } from '../company-day';
import { UseCaseError } from '../use-case-error';

/** How many quarters before this one are shown beside it. */
export const quartersBefore = 4;
/** Each of them is compared with the same quarter a year before. */
const quartersRead = quartersBefore + 4;

export interface OpenedKpis {
  readonly today: PlainDate;
  readonly quarter: Quarter;
  readonly rollups: readonly KpiRollup[];
  readonly subject: KpiSubject;
  readonly seesPortfolio: boolean;
}

/**
 * The roll-ups of the quarters that screens show, and whose figures the caller sees of them.
 * @throws UseCaseError `forbidden` for another's figures, or the team's, without seeing the portfolio.
 */
export async function openKpis(world: World, { accountId }: SiteCall, of: KpiSubject | null): Promise<OpenedKpis> {
  const [today, seesPortfolio] = await Promise.all([companyDay(world), world.tracker.seesPortfolio()]);
  refuseOthers(accountId, of, seesPortfolio);
  const quarter = quarterOf(today);
  const rollups = await world.kpis.rollupsFrom(quartersFrom(quarter, -quartersRead));
  return { today, quarter, rollups, seesPortfolio, subject: of ?? usualSubject(accountId, rollups, seesPortfolio) };
}

/** @throws UseCaseError `forbidden` */
export function refuseOthers(accountId: AccountId, of: KpiSubject | null, seesPortfolio: boolean): void {
  const isOwn = of === null || (of.kind === 'manager' && of.manager === accountId);
  if (!isOwn && !seesPortfolio) throw new UseCaseError('forbidden');
}

/** Who manages accounts comes for their own figures, and the head of sales for everybody's. */
export function usualSubject(accountId: AccountId, rollups: readonly KpiRollup[], seesPortfolio: boolean): KpiSubject {
  const hasOwn = rollups.some(({ managers }) => managers.some(({ manager }) => manager === accountId));
  return hasOwn || !seesPortfolio ? { kind: 'manager', manager: accountId } : { kind: 'team' };
}
