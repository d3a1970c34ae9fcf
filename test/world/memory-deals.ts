import type { LinkedDeal } from '../../src/domain/linked-deal';
import type { ProjectSummary } from '../../src/domain/project-summary';
import { StoreConflict, type DealStore, type Ledger } from '../../src/ports';
import { summaryWrite } from './memory-guidelines';
import type { MemoryStorage } from './memory-storage';

export function memoryDealStore(storage: MemoryStorage): DealStore {
  const links = (): readonly LinkedDeal[] => storage.deals.all();
  const withSummary = (summary: ProjectSummary | undefined) => (summary === undefined ? [] : [summaryWrite(storage, summary)]);
  return {
    link: async (id) => storage.deals.get(id),
    ofProject: async (projectId) => links().filter((link) => link.projectId === projectId).sort((a, b) => (a.linkedAt < b.linkedAt ? -1 : 1)),
    linkedAmong: async (ids) => links().filter((link) => ids.includes(link.deal.id)),
    async *all() {
      yield links();
    },
    async add(deal, summary) {
      if (storage.deals.get(deal.deal.id) !== undefined) throw new StoreConflict('deal');
      storage.write(storage.deals.put(deal.deal.id, deal));
      if (summary !== undefined) storage.write(summaryWrite(storage, summary));
    },
    async save(deal, summary) {
      if (storage.deals.get(deal.deal.id) === undefined) throw new StoreConflict('deal');
      storage.write(storage.deals.put(deal.deal.id, deal), ...withSummary(summary));
    },
    async remove(id, summary) {
      storage.write(storage.deals.put(id, undefined), ...withSummary(summary));
    },
  };
}

export const memoryLedger = (storage: MemoryStorage): Ledger => ({
  ofDeal: async (dealId) => storage.ledger.all().filter((row) => row.dealId === dealId),
  async claim(row) {
    if (storage.ledger.get(row.tag) !== undefined) throw new StoreConflict('plan entry');
    storage.write(storage.ledger.put(row.tag, row));
  },
  save: async (row) => storage.write(storage.ledger.put(row.tag, row)),
});
