import type { LinkedDeal } from '../../src/domain/linked-deal';
import type { ProjectSummary } from '../../src/domain/project-summary';
import type { AuditRecord, AuditTrail } from '../../src/ports/audit';
import type { DealStore } from '../../src/ports/deal-store';
import { StoreConflict } from '../../src/ports/errors';
import type { Ledger } from '../../src/ports/ledger';
import { summaryWrite } from './memory-guidelines';
import type { MemoryStorage } from './memory-storage';

export function memoryDealStore(storage: MemoryStorage): DealStore {
  const links = (): readonly LinkedDeal[] => storage.deals.all();
  const withSummary = (summary: ProjectSummary | undefined) => (summary === undefined ? [] : [summaryWrite(storage, summary)]);
  return {
    link: async (id) => storage.deals.get(id),
    ofProject: async (projectId) => links().filter((link) => link.projectId === projectId).sort((a, b) => (a.linkedAt < b.linkedAt ? -1 : 1)),
    ofClient: async (clientId) => links().filter(({ deal }) => deal.client?.id === clientId).sort((a, b) => (a.linkedAt < b.linkedAt ? -1 : 1)),
    linkedAmong: async (ids) => links().filter((link) => ids.includes(link.deal.id)),
    after: async (id, most) => links().filter((link) => id === null || link.deal.id > id).slice(0, most),
    async add(deal, summary) {
      if (storage.deals.get(deal.deal.id) !== undefined) throw new StoreConflict('deal');
      storage.write(storage.deals.put(deal.deal.id, deal));
      const isCrossed = (storage.summaries.get(deal.projectId)?.revision ?? 0) !== (summary?.revision ?? 0) - 1;
      if (summary !== undefined && !isCrossed) storage.write(summaryWrite(storage, summary));
    },
    async save(deal, summary) {
      if (storage.deals.get(deal.deal.id)?.revision !== deal.revision) throw new StoreConflict('deal');
      storage.write(storage.deals.put(deal.deal.id, { ...deal, revision: deal.revision + 1 }), ...withSummary(summary));
    },
    async remove({ deal }, summary) {
      storage.write(storage.deals.put(deal.id, undefined), ...withSummary(summary));
    },
  };
}

/** Keys sort by time, and of one time by the order in which they were written. */
export const auditChange = (storage: MemoryStorage, subject: string, record: AuditRecord) =>
  storage.audit.put(`${record.at} ${String(storage.audit.size).padStart(8, '0')}`, { subject, record });

export function memoryAudit(storage: MemoryStorage): AuditTrail {
  return {
    async append(subject, records) {
      for (const record of records) storage.write(auditChange(storage, subject, record));
    },
    async read(subject, most, before) {
      const all = storage.audit.all().filter((one) => one.subject === subject).map(({ record }) => record).reverse();
      const start = Number(before ?? 0);
      return { records: all.slice(start, start + most), next: start + most < all.length ? String(start + most) : null };
    },
  };
}

export const memoryLedger = (storage: MemoryStorage): Ledger => ({
  ofDeal: async (dealId) => storage.ledger.all().filter((row) => row.dealId === dealId),
  async claim(row) {
    if (storage.ledger.get(row.tag) !== undefined) throw new StoreConflict('plan entry');
    storage.write(storage.ledger.put(row.tag, row));
  },
  ofPlan: async (planId) => storage.ledger.all().find((row) => row.state !== 'claimed' && row.planId === planId),
  async save(row, record) {
    storage.write(storage.ledger.put(row.tag, row), ...(record === undefined ? [] : [auditChange(storage, `deal:${row.dealId}`, record)]));
  },
});
