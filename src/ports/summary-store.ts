import type { DeliverableId } from '../domain/deliverable';
import type { GateStanding } from '../domain/gate';
import type { ProjectId } from '../domain/ids';
import type { ProjectSummary } from '../domain/project-summary';
import type { Company } from './settings-store';

export interface GateRecords {
  readonly summary: ProjectSummary | undefined;
  readonly standings: readonly GateStanding[];
  readonly company: Company;
}

export interface SummaryStore {
  summary(projectId: ProjectId): Promise<ProjectSummary | undefined>;
  /** The project's summary, the standings of at most 20 deliverables and the company's settings in one read of storage. */
  forGate(projectId: ProjectId, deliverables: readonly DeliverableId[]): Promise<GateRecords>;
}
