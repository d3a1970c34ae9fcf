import type { Deliverable } from './deliverable';
import { conditionState, type Condition, type MetCondition } from './gate-conditions';
import type { IssueId, ProjectId, ReviewId } from './ids';
import type { Person } from './person';
import type { Instant, PlainDate } from './plain-date';

/** A PO's request to hand a deliverable to the client. */
export interface GateReview {
  readonly id: ReviewId;
  readonly projectId: ProjectId;
  readonly deliverable: Deliverable;
  readonly requestedBy: Person;
  readonly requestedAt: Instant;
  /** By when the client expects it, if that was said. */
  readonly dueOn: PlainDate | null;
  /** Who at the client gets it, in words; empty when that was not said. */
  readonly recipient: string;
  readonly note: string;
  readonly state: 'waiting' | 'decided' | 'withdrawn';
  /** When the account manager was reminded of it, once; null before. */
  readonly remindedAt: Instant | null;
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
  /** Whoever asked decided themselves, which the project allows. */
  readonly isOwnRequest: boolean;
  /** The guidelines that the decision was made under; null when there were none. */
  readonly guidelinesVersion: number | null;
  /** The last day on which a go holds; null without one. */
  readonly validUntil: PlainDate | null;
  /** What stood in the way when it was decided, and was known. */
  readonly blockers: readonly IssueId[];
  /** The issues that a version had when it was decided: a go for the version is a go for these. Empty for an issue. */
  readonly covers: readonly IssueId[];
}

/** What stands for a deliverable now: the latest review, the latest decision, and what has become of it. */
export interface GateStanding {
  readonly projectId: ProjectId;
  readonly deliverable: Deliverable;
  /** Counts changes, so that two of them cannot cross. */
  readonly revision: number;
  readonly review: GateReview | null;
  readonly decision: GateDecision | null;
  /** Conditions of the decision that are met. */
  readonly met: readonly MetCondition[];
  /** The first blocker that was added after a go, which ended it. */
  readonly blocked: { readonly issueKey: string; readonly at: Instant } | null;
  /** When the deliverable left the project after a go, which ended it for good. */
  readonly leftAt: Instant | null;
  /** The state that Jira's filters were last told; null before. */
  readonly told: GateState | null;
}

export const noStanding = (projectId: ProjectId, deliverable: Deliverable): GateStanding => ({
  projectId,
  deliverable,
  revision: 0,
  review: null,
  decision: null,
  met: [],
  blocked: null,
  leftAt: null,
  told: null,
});

export type Lapse = 'expired' | 'guidelinesChanged' | 'blockerAdded' | 'conditionOverdue' | 'moved';

export type Refusal = 'neverAsked' | 'waiting' | 'noGo' | 'conditionsOpen' | 'notCovered' | 'unreadable' | Lapse;

export type GateState = 'none' | 'waiting' | 'go' | 'conditionalGo' | 'noGo' | 'lapsed';

/** What a transition needs: a go, or a conditional go too. */
export type Requirement = 'goOnly' | 'conditionalToo';

export type Passage = { readonly allowed: true } | { readonly allowed: false; readonly refusal: Refusal };

export interface Circumstances {
  readonly guidelinesVersion: number | null;
  readonly today: PlainDate;
}

type Decided = Pick<GateStanding, 'met' | 'blocked' | 'leftAt'> & { readonly decision: GateDecision };

const conditionsOf = ({ verdict }: GateDecision): readonly Condition[] => (verdict.kind === 'conditionalGo' ? verdict.conditions : []);

/** Why a decision no longer holds, or undefined while it does. Only a go can lapse. */
export function lapse({ decision, met, blocked, leftAt }: Decided, now: Circumstances): Lapse | undefined {
  if (decision.verdict.kind === 'noGo') return undefined;
  if (leftAt !== null) return 'moved';
  if (decision.guidelinesVersion !== now.guidelinesVersion) return 'guidelinesChanged';
  if (blocked !== null) return 'blockerAdded';
  if (decision.validUntil !== null && decision.validUntil < now.today) return 'expired';
  return conditionsOf(decision).some((one) => conditionState(one, met, now.today) === 'overdue') ? 'conditionOverdue' : undefined;
}

/** A conditional go whose conditions are all met is a go. */
const isWhole = ({ decision, met }: Decided): boolean => conditionsOf(decision).every(({ id }) => met.some(({ conditionId }) => conditionId === id));

/** Whether the deliverable may be handed to the client now. */
export function passage(standing: GateStanding | undefined, now: Circumstances, requirement: Requirement): Passage {
  const refuse = (refusal: Refusal): Passage => ({ allowed: false, refusal });
  if (standing === undefined) return refuse('neverAsked');
  const { review, decision } = standing;
  // A new request asks again: until it is decided or withdrawn, an older go no longer opens the gate.
  if (review?.state === 'waiting') return refuse('waiting');
  if (decision === null) return refuse('neverAsked');
  if (decision.verdict.kind === 'noGo') return refuse('noGo');
  const decided = { ...standing, decision };
  const lapsed = lapse(decided, now);
  if (lapsed !== undefined) return refuse(lapsed);
  return requirement === 'conditionalToo' || isWhole(decided) ? { allowed: true } : refuse('conditionsOpen');
}

/** The one word that a lozenge shows. */
export function gateState(standing: Pick<GateStanding, 'review' | 'decision' | 'met' | 'blocked' | 'leftAt'> | undefined, now: Circumstances): GateState {
  if (standing === undefined) return 'none';
  const { review, decision } = standing;
  if (review?.state === 'waiting') return 'waiting';
  if (decision === null) return 'none';
  const decided = { ...standing, decision };
  if (lapse(decided, now) !== undefined) return 'lapsed';
  return decision.verdict.kind === 'conditionalGo' && isWhole(decided) ? 'go' : decision.verdict.kind;
}

/** What an issue has to pass by: what stands for itself, and for the versions that it is in. */
export interface IssueAtGate {
  readonly issueId: IssueId;
  /** Unresolved, and in the way of the issue now. */
  readonly blockers: readonly { readonly issueId: IssueId; readonly issueKey: string }[];
  readonly own: GateStanding | undefined;
  readonly versions: readonly GateStanding[];
}

/** Whether an issue may be handed over: by its own decision where it was ever asked for, else by one for a version that had it when it was decided. */
export function issuePassage({ issueId, blockers, own, versions }: IssueAtGate, now: Circumstances, requirement: Requirement): { readonly passage: Passage; readonly by: GateStanding | undefined } {
  const asked = own !== undefined && (own.decision !== null || own.review?.state === 'waiting');
  if (asked || versions.length === 0) return { by: own, passage: withBlockers(own, passage(own, now, requirement), blockers) };
  const looked = versions.map((by) => ({ by, passage: withBlockers(by, covered(by, issueId, passage(by, now, requirement)), blockers) }));
  return looked.find((one) => one.passage.allowed) ?? looked[0] ?? { by: own, passage: passage(own, now, requirement) };
}

function covered({ decision }: GateStanding, issueId: IssueId, found: Passage): Passage {
  return found.allowed && decision?.covers.includes(issueId) !== true ? { allowed: false, refusal: 'notCovered' } : found;
}

/** Nobody may have heard yet of a blocker that was added a moment ago. */
function withBlockers(standing: GateStanding | undefined, found: Passage, blockers: IssueAtGate['blockers']): Passage {
  const known = standing?.decision?.blockers ?? [];
  return found.allowed && blockers.some(({ issueId }) => !known.includes(issueId)) ? { allowed: false, refusal: 'blockerAdded' } : found;
}

/** The standing after a blocker was seen, or the same one where that ends no go. */
export function withBlocker(standing: GateStanding, blocker: { readonly issueId: IssueId; readonly issueKey: string }, at: Instant): GateStanding {
  const { decision, blocked } = standing;
  const ends = decision !== null && decision.verdict.kind !== 'noGo' && blocked === null && !decision.blockers.includes(blocker.issueId);
  return ends ? { ...standing, revision: standing.revision + 1, blocked: { issueKey: blocker.issueKey, at } } : standing;
}

/** The standing after its deliverable left the project, or the same one where that ends no go. */
export const withMove = (standing: GateStanding, at: Instant): GateStanding =>
  standing.decision === null || standing.decision.verdict.kind === 'noGo' || standing.leftAt !== null ? standing : { ...standing, revision: standing.revision + 1, leftAt: at };

/** The standing after a request, its withdrawal or its reminder. */
export const withReview = (standing: GateStanding, review: GateReview): GateStanding => ({
  ...standing,
  projectId: review.projectId,
  deliverable: review.deliverable,
  revision: standing.revision + 1,
  review,
});

/** The standing after a decision: what became of an earlier one is that one's. */
export const withDecision = (standing: GateStanding, review: GateReview, decision: GateDecision): GateStanding => ({
  ...withReview(standing, review),
  decision,
  met: [],
  blocked: null,
  leftAt: null,
});

/** Whether time or somebody else's doing can still change what it says, so that it is worth looking at again. */
export const mayChange = ({ review, decision }: GateStanding): boolean => review?.state === 'waiting' || (decision !== null && decision.verdict.kind !== 'noGo');

export type DecisionProblem = 'notWaiting' | 'ownRequest' | 'reasonMissing' | 'conditionsMissing' | 'validUntilPast' | 'conditionPast';

/**
 * What stands in the way of a decision; whoever asked does not decide, unless the project allows it.
 * @param ownAllowed whether it does.
 */
export function decisionProblem(
  review: GateReview,
  { verdict, reason, validUntil, decidedBy }: Pick<GateDecision, 'verdict' | 'reason' | 'validUntil' | 'decidedBy'>,
  today: PlainDate,
  ownAllowed: boolean,
): DecisionProblem | undefined {
  if (review.state !== 'waiting') return 'notWaiting';
  if (isOwn(review, decidedBy) && !ownAllowed) return 'ownRequest';
  if (reason.trim() === '') return 'reasonMissing';
  if (verdict.kind === 'conditionalGo') {
    if (verdict.conditions.length === 0) return 'conditionsMissing';
    if (verdict.conditions.some(({ dueOn }) => dueOn < today)) return 'conditionPast';
  }
  return validUntil !== null && validUntil < today ? 'validUntilPast' : undefined;
}

export const isOwn = (review: GateReview, decidedBy: Person): boolean => review.requestedBy.accountId === decidedBy.accountId;

export const gateLimits = { note: 2_000, recipient: 200, reason: 2_000, conditions: 20, conditionText: 500, owner: 200 } as const;
