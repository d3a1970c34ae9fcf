import { deliverableId, nameOf, type DeliverableId } from '../../domain/deliverable';
import { withReview, type GateReview } from '../../domain/gate';
import type { ReviewId } from '../../domain/ids';
import type { World } from '../../ports/world';
import type { IssueCall, ProjectCall } from '../call';
import { readPanel } from '../read-panel';
import { refuseConflict } from '../refuse-conflict';
import { UseCaseError } from '../use-case-error';
import { tellState } from './bulletins';

interface Which {
  readonly reviewId: ReviewId;
}

/** Takes back one's own request for the issue while it waits. @throws UseCaseError `notFound`, `notWaiting`, `forbidden` when somebody else asked. */
export async function withdrawReview(world: World, call: IssueCall, { reviewId }: Which) {
  await withdraw(world, call, `issue:${call.issueId}`, reviewId);
  return (await readPanel(world, call)).gate;
}

/** Takes back one's own request in the project while it waits. @throws UseCaseError as `withdrawReview`. */
export async function withdrawProjectReview(world: World, call: ProjectCall, { reviewId }: Which) {
  const review = await world.gate.review(reviewId);
  if (review?.projectId !== call.projectId) throw new UseCaseError('notFound', { field: 'reviewId' });
  return { review: await withdraw(world, call, deliverableId(review.deliverable), reviewId) };
}

async function withdraw(world: World, call: ProjectCall, id: DeliverableId, reviewId: ReviewId): Promise<GateReview> {
  const { gate, clock, audit } = world;
  const before = await gate.standing(id);
  if (before?.projectId !== call.projectId || before.review?.id !== reviewId) throw new UseCaseError('notFound', { field: 'reviewId' });
  if (before.review.state !== 'waiting') throw new UseCaseError('notWaiting');
  if (before.review.requestedBy.accountId !== call.accountId) throw new UseCaseError('forbidden');
  const withdrawn: GateReview = { ...before.review, state: 'withdrawn' };
  await refuseConflict('notWaiting', () => gate.saveReview(withdrawn, before));
  await audit.append(`project:${call.projectId}`, [
    { at: clock.now(), event: 'gate.withdrawn', by: call.accountId, details: { review: reviewId, deliverable: nameOf(withdrawn.deliverable) } },
  ]);
  await tellState(world, withReview(before, withdrawn));
  return withdrawn;
}
