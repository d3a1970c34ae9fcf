import { deliverableId, type Deliverable, type DeliverableWork } from '../../domain/deliverable';
import { isOwn, type GateReview } from '../../domain/gate';
import { findingOf } from '../../domain/gate-criteria';
import { evidenceOf, type Evidence } from '../../domain/gate-evidence';
import type { ReviewId } from '../../domain/ids';
import { shortened } from '../../domain/project-summary';
import type { World } from '../../ports/world';
import type { ProjectCall } from '../call';
import { UseCaseError } from '../use-case-error';
import { circumstances } from './circumstances';
import { gateSettings } from './settings';

const mostEarlier = 10;

/**
 * Gathers what the decision of a waiting review needs, and keeps it as the caller saw it: the decision is made on this and nothing newer.
 * @throws UseCaseError `notFound`, `notWaiting`, `tooLarge` for a version with more issues than anybody could review.
 */
export async function openReview(world: World, call: ProjectCall, { reviewId }: { readonly reviewId: ReviewId }) {
  const { gate, ids, tracker } = world;
  const review = await gate.review(reviewId);
  if (review?.projectId !== call.projectId) throw new UseCaseError('notFound', { field: 'reviewId' });
  if (review.state !== 'waiting') throw new UseCaseError('notWaiting');
  const [work, settings, me] = await Promise.all([workOf(world, review.deliverable), gateSettings(world, call.projectId), tracker.me()]);
  const evidence = await gather(world, review, work);
  const token = ids.next();
  const covers = review.deliverable.kind === 'version' ? work.items.map(({ issueId }) => issueId) : [];
  await gate.keepEvidence(reviewId, call.accountId, { token, evidence, blockers: work.blockers.map(({ issueId }) => issueId), covers });
  return {
    review,
    evidence,
    criteria: settings.criteria.map((criterion) => ({ criterion, finding: criterion.check === null ? null : findingOf(criterion.check, evidence) })),
    token,
    ownRequest: isOwn(review, me) ? (settings.ownRequestAllowed ? ('allowed' as const) : ('refused' as const)) : null,
  };
}

async function workOf({ tracker }: World, deliverable: Deliverable): Promise<DeliverableWork> {
  const work = await (deliverable.kind === 'issue' ? tracker.myIssueWork(deliverable.issueId) : tracker.myVersionWork(deliverable.versionId));
  if (work === 'tooLarge') throw new UseCaseError('tooLarge');
  if (work === undefined) throw new UseCaseError('notFound');
  return work;
}

async function gather({ gate, guidelines, summaries, settings, clock, margins, documents }: World, review: GateReview, work: DeliverableWork): Promise<Evidence> {
  const { projectId, deliverable, dueOn } = review;
  const now = clock.now();
  const [current, first, acknowledgements, earlier, summary, company, margin, missing] = await Promise.all([
    guidelines.current(projectId),
    guidelines.version(projectId, 1),
    guidelines.acknowledgements(projectId),
    gate.decisionsOf(deliverableId(deliverable), mostEarlier),
    summaries.summary(projectId),
    settings.company(),
    margins.ofProject(projectId),
    documents.missing(projectId),
  ]);
  const evidence = evidenceOf({
    now,
    today: circumstances(summary, company, now).today,
    work,
    requestedFor: dueOn,
    current,
    first,
    acknowledgements,
    earlier: earlier.map(({ decision }) => decision),
    deals: summary?.deals ?? [],
    documents: missing,
    margin,
  });
  return { ...evidence, scopeChanges: { ...evidence.scopeChanges, changes: shortened(evidence.scopeChanges.changes) } };
}
