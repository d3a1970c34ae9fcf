import { noAgreement } from '../../src/domain/client-work';
import { defaultCostSettings, type CostSettings } from '../../src/domain/cost-settings';
import { defaultMarginSettings, noRates, unchecked, type CompanyRates, type MarginStanding, type ProjectMargin } from '../../src/domain/project-margin';
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
  const costs = (): CostSettings => storage.costs.get('costs') ?? defaultCostSettings;
  return {
    margin: async (projectId) => storage.margins.get(projectId),
    standing: async (projectId) => standingOf(storage.margins.get(projectId)),
    standings: async () => storage.margins.all().flatMap((margin) => standingOf(margin) ?? []),
    async save(margin) {
      next('project margin', storage.margins.get(margin.projectId)?.revision ?? 0, margin.revision);
      storage.write(storage.margins.put(margin.projectId, margin));
    },
    async enrol(projectId) {
      if (storage.margins.get(projectId) === undefined) storage.write(storage.margins.put(projectId, unchecked(projectId)));
    },
    due: async (now, most) =>
      storage.margins.all().filter(({ nextAt }) => (nextAt ?? '') <= now).sort((a, b) => ((a.nextAt ?? '') < (b.nextAt ?? '') ? -1 : 1)).slice(0, most).flatMap((margin) => standingOf(margin) ?? []),
    settings: async (projectId) => storage.marginSettings.get(projectId) ?? defaultMarginSettings,
    async saveSettings(projectId, settings) {
      next('margin settings', (storage.marginSettings.get(projectId) ?? defaultMarginSettings).revision, settings.revision);
      storage.write(storage.marginSettings.put(projectId, settings));
    },
    costs: async () => costs(),
    async saveCosts(saved) {
      next('costs', costs().revision, saved.revision);
      storage.write(storage.costs.put('costs', saved));
    },
    agreement: async (clientId) => storage.agreements.get(clientId) ?? noAgreement,
    async saveAgreement(clientId, saved) {
      next('agreement', (storage.agreements.get(clientId) ?? noAgreement).revision, saved.revision);
      storage.write(storage.agreements.put(clientId, saved));
    },
    rates: async () => rates(),
    async saveRates(saved) {
      next('rates', rates().revision, saved.revision);
      storage.write(storage.rates.put('rates', saved));
    },
  };
}

/** As the store keeps it: without the figures, which stand elsewhere. */
function standingOf(margin: ProjectMargin | undefined): MarginStanding | undefined {
  if (margin === undefined) return undefined;
  const { figures: _, ...standing } = margin;
  return standing;
}
