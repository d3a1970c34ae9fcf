import { deliverableId, nameOf } from '../../domain/deliverable';
import { decisionProblem, isOwn, withDecision, type DecisionProblem, type GateDecision, type GateReview, type Verdict } from '../../domain/gate';
import { findingOf, isSatisfied, markProblem, type Criterion, type Mark, type SettledCriterion } from '../../domain/gate-criteria';
import type { Evidence } from '../../domain/gate-evidence';
import type { LineId, ReviewId } from '../../domain/ids';
import { secondsBetween } from '../../domain/calendar';
import type { PlainDate } from '../../domain/plain-date';
import type { World } from '../../ports/world';
import type { ProjectCall } from '../call';
import { refuseConflict } from '../refuse-conflict';
import { UseCaseError } from '../use-case-error';
import { tellOfDecision, tellState } from './bulletins';
import { circumstances } from './circumstances';
import { gateSettings } from './settings';

interface Request {
  readonly reviewId: ReviewId;
  readonly token: string;
  readonly verdict: Verdict;
  readonly reason: string;
  readonly validUntil: PlainDate | null;
  readonly marks: readonly { readonly criterionId: LineId; readonly mark: Mark }[];
}

/** Seconds for which what was seen may be decided on. */
const freshFor = 3600;

/**
 * Decides a waiting review on what the caller saw. The decision is signed and never edited; a later one supersedes it.
 * @throws UseCaseError `notFound`, `notWaiting`, `ownRequest`, `evidenceOld` when it has to be opened again,
 *   `criteriaUnsettled` with the criterion, `invalidRequest` with the field,
 *   `conflict` when it was decided or the guidelines were published in the same moment.
 */
export async function decideReview(world: World, call: ProjectCall, { reviewId, token, verdict, reason, validUntil, marks }: Request) {
  const { gate, summaries, settings, tracker, clock, audit } = world;
  const [review, summary, company, decidedBy, own] = await Promise.all([
    gate.review(reviewId),
    summaries.summary(call.projectId),
    settings.company(),
    tracker.me(),
    gateSettings(world, call.projectId),
  ]);
  if (review?.projectId !== call.projectId) throw new UseCaseError('notFound', { field: 'reviewId' });
  const before = await gate.standing(deliverableId(review.deliverable));
  if (before?.review?.id !== reviewId) throw new UseCaseError('notWaiting');

  const decidedAt = clock.now();
  const { guidelinesVersion, today } = circumstances(summary, company, decidedAt);
  const problem = decisionProblem(review, { verdict, reason, validUntil, decidedBy }, today, own.ownRequestAllowed);
  if (problem !== undefined) throw refusal(problem);
  const seen = await gate.evidence(reviewId, call.accountId);
  if (seen?.token !== token || secondsBetween(seen.evidence.gatheredAt, decidedAt) > freshFor || (seen.evidence.guidelines?.version ?? null) !== guidelinesVersion) {
    throw new UseCaseError('evidenceOld');
  }
  const criteria = settle(own.criteria, marks, seen.evidence, verdict);
  const decision: GateDecision = {
    reviewId,
    verdict,
    reason: reason.trim(),
    decidedBy,
    decidedAt,
    isOwnRequest: isOwn(review, decidedBy),
    guidelinesVersion,
    validUntil: verdict.kind === 'noGo' ? null : validUntil,
    blockers: seen.blockers,
    covers: seen.covers,
  };
  const decided: GateReview = { ...review, state: 'decided' };
  await refuseConflict('conflict', () => gate.decide({ review: decided, decision, evidence: seen.evidence, criteria }, before));
  const details = { review: reviewId, deliverable: nameOf(review.deliverable), ...(decision.isOwnRequest ? { ownRequest: 'yes' } : {}) };
  await audit.append(`project:${call.projectId}`, [{ at: decidedAt, event: `gate.${verdict.kind}`, by: call.accountId, details }]);
  await tellState(world, withDecision(before, decided, decision));
  if (own.announcesDecisions) await tellOfDecision(world, decided, decision);
  return { decision };
}

/** @throws UseCaseError `criteriaUnsettled` */
function settle(criteria: readonly Criterion[], marks: Request['marks'], evidence: Evidence, verdict: Verdict): readonly SettledCriterion[] {
  const byId = new Map(marks.map(({ criterionId, mark }) => [criterionId, mark]));
  const settled = criteria.map((criterion): SettledCriterion => {
    const finding = criterion.check === null ? null : findingOf(criterion.check, evidence);
    const mark = byId.get(criterion.id);
    if (mark === undefined || markProblem(mark, finding) !== undefined) throw new UseCaseError('criteriaUnsettled', { field: criterion.id });
    return { criterion, finding, mark };
  });
  if (verdict.kind === 'go' && !isSatisfied(settled)) {
    throw new UseCaseError('criteriaUnsettled', { field: settled.find(({ mark }) => mark.kind === 'notMet')?.criterion.id ?? 'marks' });
  }
  return settled;
}

function refusal(problem: DecisionProblem): UseCaseError {
  switch (problem) {
    case 'notWaiting':
    case 'ownRequest':
      return new UseCaseError(problem);
    case 'reasonMissing':
      return new UseCaseError('invalidRequest', { field: 'reason' });
    case 'conditionsMissing':
    case 'conditionPast':
      return new UseCaseError('invalidRequest', { field: 'verdict.conditions' });
    case 'validUntilPast':
      return new UseCaseError('invalidRequest', { field: 'validUntil' });
  }
}
