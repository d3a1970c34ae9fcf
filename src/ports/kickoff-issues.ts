import type { IssueId, ProjectId } from '../domain/ids';
import type { Block } from '../domain/kickoff-text';

export interface KickoffIssue {
  readonly issueId: IssueId;
  readonly issueKey: string;
}

/** Kick-offs in Jira, made as the app. */
export interface KickoffIssues {
  /** Creates one that carries the token. @throws OutsideError; after `unavailable` it may have been created all the same. */
  create(issue: { readonly projectId: ProjectId; readonly token: string; readonly summary: string; readonly body: readonly Block[] }): Promise<KickoffIssue>;
  /** The one that carries the token; Jira's search may be some minutes behind. */
  find(projectId: ProjectId, token: string): Promise<KickoffIssue | undefined>;
}
