import type { GateDecision, GateReview, GateStanding } from '../domain/gate';
import type { IssueId, ProjectId } from '../domain/ids';

export interface GateStore {
  standing(issueId: IssueId): Promise<GateStanding | undefined>;
  review(id: string): Promise<GateReview | undefined>;
  /** Oldest first. */
  waiting(projectId: ProjectId): Promise<readonly GateReview[]>;
  /** Newest first. */
  decisions(projectId: ProjectId, limit: number): Promise<readonly { readonly review: GateReview; readonly decision: GateDecision }[]>;
  /** Keeps the review and makes it the deliverable's standing one. @throws StoreConflict when the standing changed since it was read. */
  saveReview(review: GateReview, before: GateStanding | undefined): Promise<void>;
  /** Keeps the decision, closes the review and changes the standing, all or nothing. @throws StoreConflict when the review was decided or the guidelines changed meanwhile. */
  decide(review: GateReview, decision: GateDecision, before: GateStanding): Promise<void>;
}
