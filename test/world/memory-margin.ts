import { defaultMarginSettings, noRates, unchecked, type CompanyRates } from '../../src/domain/project-margin';
import type { ProjectId } from '../../src/domain/ids';
import type { Worklog } from '../../src/domain/own-figures';
import { OutsideError, StoreConflict, type OutsideFailure } from '../../src/ports/errors';
import type { MarginStore } from '../../src/ports/margin-store';
import type { Worklogs } from '../../src/ports/worklogs';
import type { MemoryStorage } from './memory-storage';

/** What people logged in Tempo, and how Tempo refuses to tell it. */
export class MemoryWorklogs {
  readonly logged = new Map<ProjectId, readonly Worklog[]>();
  failure: OutsideFailure | undefined;
  reads = 0;

  port(): Worklogs {
    return {
      ofProject: async (projectId, from, to) => {
        this.reads += 1;
        if (this.failure !== undefined) throw new OutsideError('tempo', this.failure, 'as the test wants it');
        return (this.logged.get(projectId) ?? []).filter(({ day }) => from <= day && day <= to);
      },
    };
  }
}

export function memoryMargin(storage: MemoryStorage): MarginStore {
  const next = (what: string, before: number, revision: number): void => {
    if (before !== revision - 1) throw new StoreConflict(what);
  };
  const rates = (): CompanyRates => storage.rates.get('rates') ?? noRates;
  return {
    margin: async (projectId) => storage.margins.get(projectId),
    async save(margin) {
      next('project margin', storage.margins.get(margin.projectId)?.revision ?? 0, margin.revision);
      storage.write(storage.margins.put(margin.projectId, margin));
    },
    async enrol(projectId) {
      if (storage.margins.get(projectId) === undefined) storage.write(storage.margins.put(projectId, unchecked(projectId)));
    },
    due: async (before, most) =>
      storage.margins.all().filter(({ checkedAt }) => (checkedAt ?? '') <= before).sort((a, b) => ((a.checkedAt ?? '') < (b.checkedAt ?? '') ? -1 : 1)).slice(0, most),
    settings: async (projectId) => storage.marginSettings.get(projectId) ?? defaultMarginSettings,
    async saveSettings(projectId, settings) {
      next('margin settings', (storage.marginSettings.get(projectId) ?? defaultMarginSettings).revision, settings.revision);
      storage.write(storage.marginSettings.put(projectId, settings));
    },
    rates: async () => rates(),
    async saveRates(saved) {
      next('rates', rates().revision, saved.revision);
      storage.write(storage.rates.put('rates', saved));
    },
  };
}
