import type { GateReview } from '../../domain/gate';
import { isReviewId, type ReviewId } from '../../domain/ids';
import type { PlainDate } from '../../domain/plain-date';
import type { World } from '../../ports/world';
import type { IssueCall } from '../call';
import { readPanel } from '../read-panel';
import { refuseConflict } from '../refuse-conflict';
import { UseCaseError } from '../use-case-error';

/**
 * Asks the AM to decide whether the issue may be handed to the client.
 * @throws UseCaseError `alreadyWaiting`, `notFound` when the caller cannot see the issue.
 */
export async function requestReview(
  world: World,
  call: IssueCall,
  { note, dueOn }: { readonly note: string; readonly dueOn: PlainDate | null },
) {
  const { gate, tracker, clock, ids, audit } = world;
  const [issue, before, requestedBy] = await Promise.all([tracker.myIssue(call.issueId), gate.standing(call.issueId), tracker.me()]);
  if (issue?.projectId !== call.projectId) throw new UseCaseError('notFound');
  if (before?.review?.state === 'waiting') throw new UseCaseError('alreadyWaiting');
  const id = ids.next();
  if (!isReviewId(id)) throw new TypeError('random ids make review ids');
  const review: GateReview = {
    id,
    projectId: call.projectId,
    deliverable: { issueId: issue.id, issueKey: issue.key, summary: issue.summary },
    requestedBy,
    requestedAt: clock.now(),
    dueOn,
    note: note.trim(),
    state: 'waiting',
  };
  await refuseConflict('alreadyWaiting', () => gate.saveReview(review, before));
  await audit.append(`project:${call.projectId}`, [
    { at: review.requestedAt, event: 'gate.requested', by: call.accountId, details: { review: id, issue: issue.key } },
  ]);
  return (await readPanel(world, call)).gate;
}

/**
 * Takes back one's own request while it waits.
 * @throws UseCaseError `notWaiting`, `forbidden` when somebody else asked.
 */
export async function withdrawReview(world: World, call: IssueCall, { reviewId }: { readonly reviewId: ReviewId }) {
  const { gate, clock, audit } = world;
  const before = await gate.standing(call.issueId);
  if (before?.projectId !== call.projectId || before.review?.id !== reviewId) throw new UseCaseError('notFound', { field: 'reviewId' });
  if (before.review.state !== 'waiting') throw new UseCaseError('notWaiting');
  if (before.review.requestedBy.accountId !== call.accountId) throw new UseCaseError('forbidden');
  const withdrawn: GateReview = { ...before.review, state: 'withdrawn' };
  await refuseConflict('notWaiting', () => gate.saveReview(withdrawn, before));
  await audit.append(`project:${call.projectId}`, [
    { at: clock.now(), event: 'gate.withdrawn', by: call.accountId, details: { review: reviewId } },
  ]);
  return (await readPanel(world, call)).gate;
}
