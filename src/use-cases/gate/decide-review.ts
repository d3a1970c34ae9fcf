import { dayAt } from '../../domain/calendar';
import { decisionProblem, type DecisionProblem, type GateDecision, type Verdict } from '../../domain/gate';
import type { ReviewId } from '../../domain/ids';
import type { PlainDate } from '../../domain/plain-date';
import type { World } from '../../ports/world';
import type { ProjectCall } from '../call';
import { refuseConflict } from '../refuse-conflict';
import { UseCaseError } from '../use-case-error';

interface Request {
  readonly reviewId: ReviewId;
  readonly verdict: Verdict;
  readonly reason: string;
  readonly validUntil: PlainDate | null;
}

/**
 * Decides a waiting review. The decision is signed and never edited; a later one supersedes it.
 * @throws UseCaseError `notFound`, `notWaiting`, `ownRequest`, `invalidRequest` with the field,
 *   `conflict` when it was decided or the guidelines were published in the same moment.
 */
export async function decideReview(world: World, call: ProjectCall, { reviewId, verdict, reason, validUntil }: Request) {
  const { gate, summaries, settings, tracker, clock, audit } = world;
  const [review, summary, company, decidedBy] = await Promise.all([
    gate.review(reviewId),
    summaries.summary(call.projectId),
    settings.company(),
    tracker.me(),
  ]);
  if (review?.projectId !== call.projectId) throw new UseCaseError('notFound', { field: 'reviewId' });
  const before = await gate.standing(review.deliverable.issueId);
  if (before?.review?.id !== reviewId) throw new UseCaseError('notWaiting');

  const decision: GateDecision = {
    reviewId,
    verdict,
    reason: reason.trim(),
    decidedBy,
    decidedAt: clock.now(),
    guidelinesVersion: summary?.guidelines?.version ?? null,
    validUntil: verdict.kind === 'noGo' ? null : validUntil,
  };
  const problem = decisionProblem(review, decision, dayAt(decision.decidedAt, company.timeZone));
  if (problem !== undefined) throw refusal(problem);
  await refuseConflict('conflict', () => gate.decide({ ...review, state: 'decided' }, decision, before));
  await audit.append(`project:${call.projectId}`, [
    { at: decision.decidedAt, event: `gate.${verdict.kind}`, by: call.accountId, details: { review: reviewId, issue: review.deliverable.issueKey } },
  ]);
  return { decision };
}

function refusal(problem: DecisionProblem): UseCaseError {
  switch (problem) {
    case 'notWaiting':
    case 'ownRequest':
      return new UseCaseError(problem);
    case 'reasonMissing':
      return new UseCaseError('invalidRequest', { field: 'reason' });
    case 'conditionsMissing':
      return new UseCaseError('invalidRequest', { field: 'verdict.conditions' });
    case 'validUntilPast':
      return new UseCaseError('invalidRequest', { field: 'validUntil' });
  }
}
