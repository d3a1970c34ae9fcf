import type { ClientAgreement } from '../domain/client-work';
import type { CostSettings } from '../domain/cost-settings';
import type { ClientId, ProjectId } from '../domain/ids';
import type { Instant } from '../domain/plain-date';
import type { CompanyRates, MarginSettings, MarginStanding, ProjectMargin } from '../domain/project-margin';

export interface MarginStore {
  margin(projectId: ProjectId): Promise<ProjectMargin | undefined>;
  /** How it stands, without the figures behind it. */
  standing(projectId: ProjectId): Promise<MarginStanding | undefined>;
  /** Every project that is looked at, in no particular order. */
  standings(): Promise<readonly MarginStanding[]>;
  /** Keeps it as the next revision. @throws StoreConflict when it changed since it was read. */
  save(margin: ProjectMargin): Promise<void>;
  /** Has the project looked at from now on; one that is looked at already stays as it is. */
  enrol(projectId: ProjectId): Promise<void>;
  /** Projects that are to be looked at up to an instant, those due longest first, at most so many. */
  due(upTo: Instant, most: number): Promise<readonly Pick<MarginStanding, 'projectId' | 'checkedAt' | 'nextAt'>[]>;
  settings(projectId: ProjectId): Promise<MarginSettings>;
  /** @throws StoreConflict when they are not at the revision before this one's. */
  saveSettings(projectId: ProjectId, settings: MarginSettings): Promise<void>;
  costs(): Promise<CostSettings>;
  /** @throws StoreConflict when they are not at the revision before this one's. */
  saveCosts(settings: CostSettings): Promise<void>;
  rates(): Promise<CompanyRates>;
  /** @throws StoreConflict when they are not at the revision before this one's. */
  saveRates(rates: CompanyRates): Promise<void>;
  /** What was agreed with a client. */
  agreement(clientId: ClientId): Promise<ClientAgreement>;
  /** @throws StoreConflict when it is not at the revision before this one's. */
  saveAgreement(clientId: ClientId, agreement: ClientAgreement): Promise<void>;
}
