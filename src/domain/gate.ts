import type { IssueId, LineId, ProjectId, ReviewId } from './ids';
import type { Person } from './person';
import type { Instant, PlainDate } from './plain-date';

/** What is handed to the client. */
export interface Deliverable {
  readonly issueId: IssueId;
  readonly issueKey: string;
  readonly summary: string;
}

/** A PO's request to hand a deliverable to the client. */
export interface GateReview {
  readonly id: ReviewId;
  readonly projectId: ProjectId;
  readonly deliverable: Deliverable;
  readonly requestedBy: Person;
  readonly requestedAt: Instant;
  /** By when the client expects it, if that was said. */
  readonly dueOn: PlainDate | null;
  readonly note: string;
  readonly state: 'waiting' | 'decided' | 'withdrawn';
}

export interface Condition {
  readonly id: LineId;
  readonly text: string;
  readonly owner: string;
  readonly dueOn: PlainDate;
}

export type Verdict =
  | { readonly kind: 'go' }
  | { readonly kind: 'conditionalGo'; readonly conditions: readonly Condition[] }
  | { readonly kind: 'noGo' };

/** The AM's decision: signed, never edited, superseded only by a later one. */
export interface GateDecision {
  readonly reviewId: ReviewId;
  readonly verdict: Verdict;
  readonly reason: string;
  readonly decidedBy: Person;
  readonly decidedAt: Instant;
  /** The guidelines that the decision was made under; null when there were none. */
  readonly guidelinesVersion: number | null;
  /** The last day on which a go holds; null without one. */
  readonly validUntil: PlainDate | null;
}

/** What stands for a deliverable now: the latest review and the latest decision. */
export interface GateStanding {
  readonly projectId: ProjectId;
  readonly deliverable: Deliverable;
  /** Counts changes, so that two of them cannot cross. */
  readonly revision: number;
  readonly review: GateReview | null;
  readonly decision: GateDecision | null;
}

export type Refusal = 'neverAsked' | 'waiting' | 'noGo' | 'conditionsOpen' | 'expired' | 'guidelinesChanged' | 'unreadable';

export type GateState = 'none' | 'waiting' | 'go' | 'conditionalGo' | 'noGo' | 'lapsed';

/** What a transition needs: a go, or a conditional go too. */
export type Requirement = 'goOnly' | 'conditionalToo';

export type Passage = { readonly allowed: true } | { readonly allowed: false; readonly refusal: Refusal };

interface Circumstances {
  readonly guidelinesVersion: number | null;
  readonly today: PlainDate;
}

/** Why a decision no longer holds, or undefined while it does. Only a go can lapse. */
export function lapse(decision: GateDecision, now: Circumstances): 'expired' | 'guidelinesChanged' | undefined {
  if (decision.verdict.kind === 'noGo') return undefined;
  if (decision.guidelinesVersion !== now.guidelinesVersion) return 'guidelinesChanged';
  return decision.validUntil !== null && decision.validUntil < now.today ? 'expired' : undefined;
}

/** Whether the deliverable may be handed to the client now. */
export function passage(standing: GateStanding | undefined, now: Circumstances, requirement: Requirement): Passage {
  const refuse = (refusal: Refusal): Passage => ({ allowed: false, refusal });
  if (standing === undefined) return refuse('neverAsked');
  const { review, decision } = standing;
  // A new request asks again: until it is decided or withdrawn, an older go no longer opens the gate.
  if (review?.state === 'waiting') return refuse('waiting');
  if (decision === null) return refuse('neverAsked');
  if (decision.verdict.kind === 'noGo') return refuse('noGo');
  const lapsed = lapse(decision, now);
  if (lapsed !== undefined) return refuse(lapsed);
  if (decision.verdict.kind === 'conditionalGo' && requirement === 'goOnly') return refuse('conditionsOpen');
  return { allowed: true };
}

/** The one word that a lozenge shows. */
export function gateState(standing: Pick<GateStanding, 'review' | 'decision'> | undefined, now: Circumstances): GateState {
  if (standing === undefined) return 'none';
  if (standing.review?.state === 'waiting') return 'waiting';
  if (standing.decision === null) return 'none';
  return lapse(standing.decision, now) === undefined ? standing.decision.verdict.kind : 'lapsed';
}

export type DecisionProblem = 'notWaiting' | 'ownRequest' | 'reasonMissing' | 'conditionsMissing' | 'validUntilPast';

/** What stands in the way of a decision; whoever asked does not decide. */
export function decisionProblem(
  review: GateReview,
  decision: Pick<GateDecision, 'verdict' | 'reason' | 'validUntil' | 'decidedBy'>,
  today: PlainDate,
): DecisionProblem | undefined {
  if (review.state !== 'waiting') return 'notWaiting';
  if (review.requestedBy.accountId === decision.decidedBy.accountId) return 'ownRequest';
  if (decision.reason.trim() === '') return 'reasonMissing';
  if (decision.verdict.kind === 'conditionalGo' && decision.verdict.conditions.length === 0) return 'conditionsMissing';
  if (decision.validUntil !== null && decision.validUntil < today) return 'validUntilPast';
  return undefined;
}

export const gateLimits = { note: 2_000, reason: 2_000, conditions: 20, conditionText: 500 } as const;
