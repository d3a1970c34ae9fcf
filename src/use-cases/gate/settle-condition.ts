import { deliverableId, nameOf } from '../../domain/deliverable';
import type { GateStanding } from '../../domain/gate';
import type { LineId, ReviewId } from '../../domain/ids';
import type { World } from '../../ports/world';
import type { ProjectCall } from '../call';
import { refuseConflict } from '../refuse-conflict';
import { UseCaseError } from '../use-case-error';
import { aftermathOf } from './aftermath';
import { tellState } from './bulletins';
import { circumstances } from './circumstances';

/**
 * Says of a condition of the standing decision that it is met, or takes that back; once said, saying it again changes nothing.
 * @throws UseCaseError `notFound` where the decision does not stand any more or has no such condition, `conflict`
 */
export async function settleCondition(world: World, call: ProjectCall, { reviewId, conditionId, isMet }: { readonly reviewId: ReviewId; readonly conditionId: LineId; readonly isMet: boolean }) {
  const { gate, summaries, settings, tracker, clock, audit } = world;
  const review = await gate.review(reviewId);
  if (review?.projectId !== call.projectId) throw new UseCaseError('notFound', { field: 'reviewId' });
  const before = await gate.standing(deliverableId(review.deliverable));
  const verdict = before?.projectId === call.projectId && before.decision?.reviewId === reviewId ? before.decision.verdict : undefined;
  const condition = verdict?.kind === 'conditionalGo' ? verdict.conditions.find(({ id }) => id === conditionId) : undefined;
  if (before === undefined || condition === undefined) throw new UseCaseError('notFound', { field: 'conditionId' });

  const at = clock.now();
  const [by, summary, company] = await Promise.all([tracker.me(), summaries.summary(call.projectId), settings.company()]);
  const now = circumstances(summary, company, at);
  const others = before.met.filter((one) => one.conditionId !== conditionId);
  if ((others.length < before.met.length) === isMet) return { aftermath: required(before, now) };
  const after: GateStanding = { ...before, revision: before.revision + 1, met: isMet ? [...others, { conditionId, by, at }] : others };
  await refuseConflict('conflict', () => gate.saveStanding(after));
  const details = { review: reviewId, deliverable: nameOf(review.deliverable), condition: condition.text };
  await audit.append(`project:${call.projectId}`, [{ at, event: isMet ? 'gate.conditionMet' : 'gate.conditionReopened', by: call.accountId, details }]);
  await tellState(world, after);
  return { aftermath: required(after, now) };
}

function required(...[standing, now]: Parameters<typeof aftermathOf>): NonNullable<ReturnType<typeof aftermathOf>> {
  const aftermath = aftermathOf(standing, now);
  if (aftermath === null) throw new UseCaseError('notFound', { field: 'reviewId' });
  return aftermath;
}
