import type { GuidelinesVersion } from '../../src/domain/guidelines';
import type { ProjectSummary } from '../../src/domain/project-summary';
import { StoreConflict } from '../../src/ports/errors';
import type { GuidelinesStore } from '../../src/ports/guidelines-store';
import type { SummaryStore } from '../../src/ports/summary-store';
import type { MemoryStorage } from './memory-storage';
import { defaultCompany, only } from './memory-settings';

/** A write of a summary that holds only while the stored one is the revision before. @throws StoreConflict */
export function summaryWrite(storage: MemoryStorage, summary: ProjectSummary): ReturnType<MemoryStorage['summaries']['put']> {
  const stored = storage.summaries.get(summary.projectId)?.revision ?? 0;
  if (stored !== summary.revision - 1) throw new StoreConflict('summary');
  return storage.summaries.put(summary.projectId, summary);
}

export function memoryGuidelines(storage: MemoryStorage): GuidelinesStore {
  const versionsOf = (projectId: string): readonly GuidelinesVersion[] =>
    storage.versions
      .all()
      .filter((kept) => kept.projectId === projectId)
      .map((kept) => kept.version)
      .sort((a, b) => b.version - a.version);
  const expectDraft = (projectId: string, expected: number): void => {
    if ((storage.drafts.get(projectId)?.revision ?? 0) !== expected) throw new StoreConflict('draft');
  };

  return {
    current: async (projectId) => versionsOf(projectId)[0],
    version: async (projectId, version) => versionsOf(projectId).find((one) => one.version === version),
    versions: async (projectId) => versionsOf(projectId),
    draft: async (projectId) => storage.drafts.get(projectId),
    async saveDraft(projectId, expected, draft) {
      expectDraft(projectId, expected);
      storage.write(storage.drafts.put(projectId, draft));
    },
    acknowledgements: async (projectId) =>
      storage.acknowledgements
        .all()
        .filter((kept) => kept.projectId === projectId)
        .map((kept) => kept.acknowledgement)
        .sort((a, b) => b.version - a.version),
    async publish(projectId, version, expected, closed, summary) {
      expectDraft(projectId, expected);
      const kept = { projectId, version };
      storage.write(storage.versions.put(`${projectId}:${String(version.version).padStart(6, '0')}`, kept), storage.drafts.put(projectId, closed), summaryWrite(storage, summary));
    },
    async acknowledge(projectId, acknowledgement, summary) {
      const key = `${projectId}:${acknowledgement.version}:${acknowledgement.person.accountId}`;
      const kept = { projectId, acknowledgement };
      storage.write(storage.acknowledgements.put(key, kept), summaryWrite(storage, summary));
    },
  };
}

export const memorySummaries = (storage: MemoryStorage): SummaryStore => ({
  summary: async (projectId) => storage.summaries.get(projectId),
  forGate: async (projectId, ids) => ({
    summary: storage.summaries.get(projectId),
    standings: ids.flatMap((id) => storage.standings.get(id) ?? []),
    company: storage.company.get(only) ?? defaultCompany,
  }),
});
