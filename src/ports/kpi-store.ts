import type { KpiOwner, KpiPart } from '../domain/kpi/part';
import type { Period, Quarter } from '../domain/kpi/quarter';
import type { KpiRollup } from '../domain/kpi/rollup';
import type { AccountId } from '../domain/ids';

/** Parts of the figures, and for each quarter what they add up to. */
export interface KpiStore {
  /** Every part of an owner, in no particular order. */
  partsOf(owner: KpiOwner): Promise<readonly KpiPart[]>;
  /** An account manager's parts of one quarter by their owners, at most so many behind one; one read of storage. */
  partsIn(period: Period, manager: AccountId | null, most: number, behind: KpiOwner | null): Promise<readonly KpiPart[]>;
  /** At revision 0 while nothing is kept. */
  rollup(period: Period): Promise<KpiRollup>;
  /** That quarter and every later one, and what has no date, by period; one read of storage for a hundred quarters. */
  rollupsFrom(quarter: Quarter): Promise<readonly KpiRollup[]>;
  /**
   * Keeps a quarter's roll-up and those of its parts that changed, each as its next revision, all or nothing. A part that holds nothing is dropped.
   * @param parts at most `mostPartsAtOnce`.
   * @throws StoreConflict when one of them changed since it was read.
   */
  save(rollup: KpiRollup, parts: readonly KpiPart[]): Promise<void>;
}

/** One transaction of Forge's storage takes 25 records, the roll-up among them. */
export const mostPartsAtOnce = 20;
