import { Filter, FilterConditions, kvs } from '@forge/kvs';
import type { LinkedDeal } from '../../domain/linked-deal';
import { laneOf } from '../../domain/sync-order';
import type { ProjectSummary } from '../../domain/project-summary';
import type { DealStore } from '../../ports/deal-store';
import { StoreConflict } from '../../ports/errors';
import { readAmong } from './batches';
import { queryAll } from './query-all';
import { entityNames, type LinkedDealRecord } from './records';
import { conditionally } from './storage-error';
import { ensureSummary, summaryWrite } from './summary-store';

const entityName = entityNames.linkedDeal;
const links = kvs.entity<LinkedDealRecord>(entityName);

const recordIn = (deal: LinkedDeal, lane: number): LinkedDealRecord => ({
  dealId: deal.deal.id,
  projectId: deal.projectId,
  clientId: deal.deal.client?.id ?? '',
  standing: `linked-${lane}`,
  linkedAt: deal.linkedAt,
  revision: deal.revision,
  content: deal,
});

const atRevision = (revision: number) => ({
  entityName,
  conditions: new Filter<LinkedDealRecord>().and('revision', FilterConditions.equalTo(revision)),
});

async function saveSummary(summary: ProjectSummary | undefined, more: (transaction: ReturnType<typeof kvs.transact>) => void): Promise<void> {
  const transaction = kvs.transact();
  more(transaction);
  if (summary !== undefined) {
    await ensureSummary(summary.projectId);
    const next = summaryWrite(summary);
    transaction.set(next.key, next.value, next.entity);
  }
  await conditionally('summary', () => transaction.execute());
}

/** @param lanes how many workers there are. */
export function createDealStore(lanes: number): DealStore {
  const recordOf = (deal: LinkedDeal): LinkedDealRecord => recordIn(deal, laneOf(deal.deal.id, lanes));

  return {
    async link(id) {
      return (await links.get(id))?.content;
    },

    async ofProject(projectId) {
      const records = await queryAll<LinkedDealRecord>({ entity: entityName, index: 'by-project', partition: [projectId] });
      return records.map((record) => record.content);
    },

    async ofClient(clientId) {
      const records = await queryAll<LinkedDealRecord>({ entity: entityName, index: 'by-client', partition: [clientId] });
      return records.map((record) => record.content);
    },

    async linkedAmong(ids) {
      return (await readAmong<LinkedDealRecord>(entityName, ids)).map(({ content }) => content);
    },

    async after(id, most, lane = 0) {
      const query = { entity: entityName, index: 'by-standing', partition: [`linked-${lane}`], ...(id === null ? {} : { after: id }) };
      return (await queryAll<LinkedDealRecord>(query, most)).map((record) => record.content);
    },

    async add(deal, summary) {
      // The link itself decides who was first; the summary only shows it, and the deal's first sync mends it if this fails.
      await conditionally('deal', () => links.set(deal.deal.id, recordOf(deal), { keyPolicy: 'FAIL_IF_EXISTS' }));
      try {
        if (summary !== undefined) await saveSummary(summary, () => undefined);
      } catch (error) {
        if (!(error instanceof StoreConflict)) throw error;
      }
    },

    async save(deal, summary) {
      await saveSummary(summary, (transaction) => transaction.set(deal.deal.id, recordOf({ ...deal, revision: deal.revision + 1 }), atRevision(deal.revision)));
    },

    async remove({ deal: { id } }, summary) {
      await saveSummary(summary, (transaction) => transaction.delete(id, { entityName }));
    },
  };
}
