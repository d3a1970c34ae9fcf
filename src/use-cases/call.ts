import type { AccountId, IssueId, ProjectId } from '../domain/ids';

/** Who calls and from where, out of Forge's verified context and never out of a payload. */
export interface SiteCall {
  readonly accountId: AccountId;
}

export interface ProjectCall extends SiteCall {
  readonly projectId: ProjectId;
}

export interface IssueCall extends ProjectCall {
  readonly issueId: IssueId;
}
