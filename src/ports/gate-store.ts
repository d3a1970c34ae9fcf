import type { DeliverableId } from '../domain/deliverable';
import type { GateDecision, GateReview, GateStanding, GateState } from '../domain/gate';
import type { SettledCriterion } from '../domain/gate-criteria';
import type { Evidence } from '../domain/gate-evidence';
import type { GateSettings } from '../domain/gate-settings';
import type { AccountId, ProjectId, ReviewId } from '../domain/ids';
import type { SeenGuard } from './workflows';

export interface DecidedReview {
  readonly review: GateReview;
  readonly decision: GateDecision;
}

/** What the account manager saw and how each criterion was settled: kept with the decision, and never changed. */
export interface DecisionRecord extends DecidedReview {
  readonly evidence: Evidence;
  readonly criteria: readonly SettledCriterion[];
}

/** Evidence as one person saw it. */
export interface SeenEvidence {
  readonly token: string;
  readonly evidence: Evidence;
  readonly blockers: GateDecision['blockers'];
  readonly covers: GateDecision['covers'];
}

export interface GateStore {
  standing(id: DeliverableId): Promise<GateStanding | undefined>;
  /** Those that there are, in no particular order. */
  standings(ids: readonly DeliverableId[]): Promise<readonly GateStanding[]>;
  review(id: string): Promise<GateReview | undefined>;
  /** Oldest first. */
  waiting(projectId: ProjectId): Promise<readonly GateReview[]>;
  /** Of every project, oldest first, at most so many. */
  waitingAnywhere(most: number): Promise<readonly GateReview[]>;
  /** Newest first. */
  decisions(projectId: ProjectId, limit: number): Promise<readonly DecidedReview[]>;
  /** Newest first. */
  decisionsOf(id: DeliverableId, limit: number): Promise<readonly DecidedReview[]>;
  record(id: ReviewId): Promise<DecisionRecord | undefined>;
  /** Keeps the review and makes it the deliverable's standing one. @throws StoreConflict when the standing changed since it was read. */
  saveReview(review: GateReview, before: GateStanding | undefined): Promise<void>;
  /** Keeps the decision with its record, closes the review and changes the standing, all or nothing. @throws StoreConflict when the review was decided or the guidelines changed meanwhile. */
  decide(record: DecisionRecord, before: GateStanding): Promise<void>;
  /** Keeps what became of a decision, as the standing's next revision. @throws StoreConflict when it changed since it was read. */
  saveStanding(standing: GateStanding): Promise<void>;
  /** Standings that may still change by themselves, at most so many: each look goes on behind the one before. */
  watched(most: number): Promise<readonly GateStanding[]>;
  /** Deliverables of every project of which this was told last, those asked for most recently first, at most so many. */
  told(state: GateState, most: number): Promise<readonly DeliverableId[]>;
  /** Kept for a day. */
  keepEvidence(id: ReviewId, seenBy: AccountId, seen: SeenEvidence): Promise<void>;
  evidence(id: ReviewId, seenBy: AccountId): Promise<SeenEvidence | undefined>;
  /** Undefined while the project has none of its own. */
  settings(projectId: ProjectId): Promise<GateSettings | undefined>;
  /** @throws StoreConflict when they are not at the revision before this one's. */
  saveSettings(projectId: ProjectId, settings: GateSettings): Promise<void>;
  /** Transitions that were ever seen to carry the gate. */
  seenGuards(projectId: ProjectId): Promise<readonly SeenGuard[]>;
  keepSeenGuards(projectId: ProjectId, guards: readonly SeenGuard[]): Promise<void>;
}
