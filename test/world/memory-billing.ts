import type { ProjectId } from '../../src/domain/ids';
import type { BillingStore } from '../../src/ports/billing-store';
import { StoreConflict } from '../../src/ports/errors';
import type { MemoryStorage } from './memory-storage';

export function memoryBilling(storage: MemoryStorage): BillingStore {
  const key = (projectId: ProjectId, id: string): string => `${projectId}:${id}`;
  const all = () => [...storage.billing.all()].sort((a, b) => (a.document.dueOn < b.document.dueOn ? -1 : 1));
  return {
    book: async (projectId) => ({
      revision: storage.billingRevisions.get(projectId) ?? 0,
      documents: all().filter((one) => one.projectId === projectId).map(({ document }) => document),
    }),
    async change(projectId, revision, { put, remove }) {
      if ((storage.billingRevisions.get(projectId) ?? 0) !== revision) throw new StoreConflict('billing');
      storage.write(
        storage.billingRevisions.put(projectId, revision + 1),
        ...put.map((document) => storage.billing.put(key(projectId, document.id), { projectId, document })),
        ...remove.map((id) => storage.billing.put(key(projectId, id), undefined)),
      );
    },
    due: async (upTo, most) => all().filter(({ document }) => document.settledOn === null && document.dueOn <= upTo).slice(0, most),
  };
}
