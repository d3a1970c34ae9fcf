import { deliverableId, nameOf, type Deliverable } from '../../domain/deliverable';
import { lapse, withReview, type GateStanding } from '../../domain/gate';
import type { ReviewId } from '../../domain/ids';
import { StoreConflict } from '../../ports/errors';
import type { World } from '../../ports/world';
import type { ProjectCall } from '../call';
import { UseCaseError } from '../use-case-error';
import { tellState } from './bulletins';
import { circumstances } from './circumstances';
import { issueToHandOver, newReview, versionToHandOver } from './request-review';

/**
 * Takes a deliverable up once more whose go lapsed, for the account manager to decide anew. It is still the request of whoever asked, so
 * the rule on deciding one's own request holds as it did. Where a review waits already, that one is given and nothing is written.
 * @param reviewId of the review whose go lapsed.
 * @throws UseCaseError `notFound`, `conflict` where that go still holds or does not stand any more.
 */
export async function reviewAgain(world: World, call: ProjectCall, { reviewId }: { readonly reviewId: ReviewId }): Promise<{ readonly reviewId: ReviewId }> {
  const { gate, audit } = world;
  const earlier = await gate.review(reviewId);
  if (earlier?.projectId !== call.projectId) throw new UseCaseError('notFound', { field: 'reviewId' });
  const { requestedBy, recipient, note } = earlier;
  const before = await gate.standing(deliverableId(earlier.deliverable));
  if (before?.projectId !== call.projectId) throw new UseCaseError('notFound', { field: 'reviewId' });
  if (before.review?.state === 'waiting') return { reviewId: before.review.id };
  await refuseUnlessLapsed(world, call, reviewId, before);
  const deliverable = await seenNow(world, call, earlier.deliverable);
  const review = newReview(world, { projectId: call.projectId, deliverable, requestedBy, dueOn: null, recipient, note });
  try {
    await gate.saveReview(review, before);
  } catch (error) {
    if (!(error instanceof StoreConflict)) throw error;
    return { reviewId: await waitingNow(world, deliverable) };
  }
  await audit.append(`project:${call.projectId}`, [{ at: review.requestedAt, event: 'gate.takenUpAgain', by: call.accountId, details: { review: review.id, deliverable: nameOf(deliverable) } }]);
  await tellState(world, withReview(before, review));
  return { reviewId: review.id };
}

async function refuseUnlessLapsed({ summaries, settings, clock }: World, { projectId }: ProjectCall, reviewId: ReviewId, standing: GateStanding): Promise<void> {
  const { decision } = standing;
  const [summary, company] = await Promise.all([summaries.summary(projectId), settings.company()]);
  const why = decision?.reviewId === reviewId ? lapse({ ...standing, decision }, circumstances(summary, company, clock.now())) : undefined;
  // What left the project is handed over from where it is now.
  if (why === undefined || why === 'moved') throw new UseCaseError('conflict');
}

const seenNow = (world: World, call: ProjectCall, deliverable: Deliverable): Promise<Deliverable> =>
  deliverable.kind === 'issue' ? issueToHandOver(world, call, deliverable.issueId) : versionToHandOver(world, call, deliverable.versionId);

/** Somebody asked in the same moment. */
async function waitingNow({ gate }: World, deliverable: Deliverable): Promise<ReviewId> {
  const standing = await gate.standing(deliverableId(deliverable));
  if (standing?.review?.state !== 'waiting') throw new UseCaseError('conflict');
  return standing.review.id;
}
