import { kvs } from '@forge/kvs';
import type { LedgerRow } from '../../domain/plan-entry';
import type { Ledger } from '../../ports/ledger';
import { auditItem } from './audit-trail';
import { queryAll } from './query-all';
import { entityNames, keys, type PlanEntryRecord } from './records';
import { conditionally } from './storage-error';

const entries = kvs.entity<PlanEntryRecord>(entityNames.planEntry);

/** An attribute with an index holds something in every record. */
const noPlan = 'none';

const recordOf = (row: LedgerRow): PlanEntryRecord => ({
  tag: row.tag,
  dealId: row.dealId,
  projectId: row.projectId,
  state: row.state,
  planId: row.state === 'claimed' ? noPlan : (row.planId ?? noPlan),
  content: row,
});

export const ledgerStore: Ledger = {
  async ofDeal(dealId) {
    const records = await queryAll<PlanEntryRecord>({ entity: entityNames.planEntry, index: 'by-deal', partition: [dealId] });
    return records.map((record) => record.content);
  },
  claim: (row) => conditionally('plan entry', () => entries.set(keys.planEntry(row.tag), recordOf(row), { keyPolicy: 'FAIL_IF_EXISTS' })),
  async ofPlan(planId) {
    const records = await queryAll<PlanEntryRecord>({ entity: entityNames.planEntry, index: 'by-plan', partition: [planId] }, 1);
    return records[0]?.content;
  },
  async save(row, record) {
    if (record === undefined) return entries.set(keys.planEntry(row.tag), recordOf(row));
    const audit = auditItem(`deal:${row.dealId}`, record);
    await kvs
      .transact()
      .set(keys.planEntry(row.tag), recordOf(row), { entityName: entityNames.planEntry })
      .set(audit.key, audit.value, { entityName: entityNames.audit })
      .execute();
  },
};
