import type { GateStanding } from '../domain/gate';
import type { IssueId, ProjectId } from '../domain/ids';
import type { ProjectSummary } from '../domain/project-summary';
import type { Company } from './settings-store';

export interface PanelRecords {
  readonly summary: ProjectSummary | undefined;
  readonly standing: GateStanding | undefined;
  readonly company: Company;
}

export interface SummaryStore {
  summary(projectId: ProjectId): Promise<ProjectSummary | undefined>;
  /** The project's summary, the deliverable's standing and the company's settings in one read of storage. */
  forPanel(projectId: ProjectId, issueId: IssueId): Promise<PanelRecords>;
}
