import type { ProjectId } from '../domain/ids';
import type { Instant } from '../domain/plain-date';
import type { CompanyRates, MarginSettings, ProjectMargin } from '../domain/project-margin';

export interface MarginStore {
  margin(projectId: ProjectId): Promise<ProjectMargin | undefined>;
  /** Keeps it as the next revision. @throws StoreConflict when it changed since it was read. */
  save(margin: ProjectMargin): Promise<void>;
  /** Has the project looked at from now on; one that is looked at already stays as it is. */
  enrol(projectId: ProjectId): Promise<void>;
  /** Projects last looked at before the instant, those longest ago first, at most so many. */
  due(before: Instant, most: number): Promise<readonly ProjectMargin[]>;
  settings(projectId: ProjectId): Promise<MarginSettings>;
  /** @throws StoreConflict when they are not at the revision before this one's. */
  saveSettings(projectId: ProjectId, settings: MarginSettings): Promise<void>;
  rates(): Promise<CompanyRates>;
  /** @throws StoreConflict when they are not at the revision before this one's. */
  saveRates(rates: CompanyRates): Promise<void>;
}
