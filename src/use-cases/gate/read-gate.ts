import { deliverableId } from '../../domain/deliverable';
import type { ReviewId } from '../../domain/ids';
import type { World } from '../../ports/world';
import type { ProjectCall } from '../call';
import { UseCaseError } from '../use-case-error';
import { aftermathOf } from './aftermath';
import { circumstances } from './circumstances';
import { gateSettings } from './settings';

const mostDecisions = 100;

/** The Delivery gate section: what waits for the AM, what was decided and what became of it, and how the project wants it. */
export async function readGate(world: World, { projectId }: ProjectCall) {
  const { gate, summaries, settings, tracker, clock } = world;
  const [waiting, decisions, summary, company, mayDecide, own] = await Promise.all([
    gate.waiting(projectId),
    gate.decisions(projectId, mostDecisions),
    summaries.summary(projectId),
    settings.company(),
    tracker.may('decideGate', projectId),
    gateSettings(world, projectId),
  ]);
  const now = circumstances(summary, company, clock.now());
  const standings = await gate.standings([...new Set(decisions.map(({ review }) => deliverableId(review.deliverable)))]);
  const standing = new Map(standings.flatMap((one) => (one.decision === null ? [] : [[one.decision.reviewId, aftermathOf(one, now)] as const])));
  return {
    waiting,
    decided: decisions.map(({ review, decision }) => ({ review, decision, aftermath: standing.get(decision.reviewId) ?? null })),
    mayDecide,
    guidelinesVersion: now.guidelinesVersion,
    settings: own,
  };
}

/** A decision with what it was made on. Who may not decide does not see the margin. @throws UseCaseError `notFound` */
export async function readRecord({ gate, summaries, settings, tracker, clock }: World, { projectId }: ProjectCall, { reviewId }: { readonly reviewId: ReviewId }) {
  const record = await gate.record(reviewId);
  if (record?.review.projectId !== projectId) throw new UseCaseError('notFound', { field: 'reviewId' });
  const [standing, summary, company, mayDecide] = await Promise.all([
    gate.standing(deliverableId(record.review.deliverable)),
    summaries.summary(projectId),
    settings.company(),
    tracker.may('decideGate', projectId),
  ]);
  const stands = standing?.decision?.reviewId === reviewId ? standing : undefined;
  return {
    ...record,
    evidence: mayDecide ? record.evidence : { ...record.evidence, margin: { kind: 'notConnected' as const } },
    aftermath: stands === undefined ? null : aftermathOf(stands, circumstances(summary, company, clock.now())),
  };
}
