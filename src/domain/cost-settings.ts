import type { FiguresSource } from './figures';
import type { CostProjectId, ProjectId } from './ids';
import type { Instant } from './plain-date';

/** Where the company's costs are read, and which project of Financial Manager is which where its scope does not tell. */
export interface CostSettings {
  /** 0 while nobody has set anything. */
  readonly revision: number;
  /** Figures that are older than that are read anew. */
  readonly changedAt: Instant | null;
  readonly source: FiguresSource;
  readonly chosen: readonly ChosenCostProject[];
}

export interface ChosenCostProject {
  readonly projectId: ProjectId;
  readonly costProjectId: CostProjectId;
}

/** Without a licence of Financial Manager the app's own rates are all there is, so they are what a company begins with. */
export const defaultCostSettings: CostSettings = { revision: 0, changedAt: null, source: 'ownRates', chosen: [] };

export const costLimits = { chosen: 2_000 } as const;
