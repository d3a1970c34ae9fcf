import type { DealId, PlanId } from '../domain/ids';
import type { LedgerRow } from '../domain/plan-entry';
import type { AuditRecord } from './audit';

export interface Ledger {
  ofDeal(dealId: DealId): Promise<readonly LedgerRow[]>;
  /** The entry whose plan in Tempo has this id. */
  ofPlan(planId: PlanId): Promise<LedgerRow | undefined>;
  /** Claims a tag before its plan is created. @throws StoreConflict when another job holds it. */
  claim(row: LedgerRow): Promise<void>;
  /** Keeps the row, and with it what the deal's trail says of it, all or nothing. */
  save(row: LedgerRow, record?: AuditRecord): Promise<void>;
}
