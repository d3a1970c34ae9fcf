import type { AccountId } from '../../domain/ids';
import { mostSalesGoals, salesGoalsIn, withSalesGoals, type KpiTargets } from '../../domain/kpi/goals';
import type { Quarter } from '../../domain/kpi/quarter';
import type { Amount } from '../../domain/money';
import type { World } from '../../ports/world';
import type { SiteCall } from '../call';
import { refuseConflict } from '../refuse-conflict';
import { UseCaseError } from '../use-case-error';
import { goalsSubject } from './read-kpis';

interface GoalsChange {
  readonly revision: number;
  readonly targets: KpiTargets;
  readonly quarter: Quarter;
  readonly sales: readonly { readonly manager: AccountId; readonly amount: Amount | null }[];
}

/** As head of sales. @throws UseCaseError `conflict` when somebody else changed them meanwhile, `tooLarge` with more goals than one record takes. */
export async function setGoals({ kpiGoals, audit, clock }: World, { accountId }: SiteCall, { revision, targets, quarter, sales }: GoalsChange) {
  const before = await kpiGoals.read(goalsSubject);
  if (before.revision !== revision) throw new UseCaseError('conflict');
  const after = { revision: revision + 1, targets, sales: withSalesGoals(before, quarter, sales) };
  if (salesGoalsIn(after, quarter).length > mostSalesGoals) throw new UseCaseError('tooLarge');
  await refuseConflict('conflict', () => kpiGoals.save(goalsSubject, after));
  await audit.append('company', [{ at: clock.now(), event: 'kpis.goalsSet', by: accountId, details: { quarter, goals: String(sales.length) } }]);
  return after;
}
