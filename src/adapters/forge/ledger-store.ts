import { kvs } from '@forge/kvs';
import type { LedgerRow } from '../../domain/plan-entry';
import type { Ledger } from '../../ports';
import { queryAll } from './query-all';
import { entityNames, keys, type PlanEntryRecord } from './records';
import { conditionally } from './storage-error';

const entries = kvs.entity<PlanEntryRecord>(entityNames.planEntry);

const recordOf = (row: LedgerRow): PlanEntryRecord => ({
  tag: row.tag,
  dealId: row.dealId,
  projectId: row.projectId,
  state: row.state,
  content: row,
});

export const ledgerStore: Ledger = {
  async ofDeal(dealId) {
    const records = await queryAll<PlanEntryRecord>({ entity: entityNames.planEntry, index: 'by-deal', partition: [dealId] });
    return records.map((record) => record.content);
  },
  claim: (row) => conditionally('plan entry', () => entries.set(keys.planEntry(row.tag), recordOf(row), { keyPolicy: 'FAIL_IF_EXISTS' })),
  save: (row) => entries.set(keys.planEntry(row.tag), recordOf(row)),
};
