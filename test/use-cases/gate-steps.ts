import { day } from '../../src/domain/fixture/values';
import type { Verdict } from '../../src/domain/gate';
import { findingOf, type Mark } from '../../src/domain/gate-criteria';
import { isReviewId, type ReviewId, type VersionId } from '../../src/domain/ids';
import type { PlainDate } from '../../src/domain/plain-date';
import type { World } from '../../src/ports/world';
import type { ProjectCall } from '../../src/use-cases/call';
import { decideReview } from '../../src/use-cases/gate/decide-review';
import { openReview } from '../../src/use-cases/gate/open-review';
import { requestReview, requestVersionReview } from '../../src/use-cases/gate/request-review';
import { gateSettings } from '../../src/use-cases/gate/settings';
import { company, type MemoryWorld } from '../world/memory-world';
import { asManager } from './planned-project';

export const asOwner = { projectId: company.project, issueId: company.issue, accountId: company.productOwner };
export const asProductOwner = { projectId: company.project, accountId: company.productOwner };

/** The product owner asks for a review of the issue. */
export async function request(memory: MemoryWorld, dueOn: PlainDate | null = day('2026-03-20')): Promise<ReviewId> {
  const { review } = await requestReview(memory.as(company.productOwner), asOwner, { note: 'Please', recipient: 'Ewa', dueOn });
  if (review === null || !isReviewId(review.id)) throw new Error('nothing was requested');
  return review.id;
}

export async function requestVersion(memory: MemoryWorld, versionId: VersionId): Promise<ReviewId> {
  return (await requestVersionReview(memory.as(company.productOwner), asProductOwner, { versionId, note: '', recipient: '', dueOn: null })).review.id;
}

/** The account manager opens the review. @returns the evidence's token. */
export const lookAt = async (memory: MemoryWorld, reviewId: ReviewId): Promise<string> =>
  (await openReview(memory.as(company.accountManager), asManager, { reviewId })).token;

interface Decision {
  readonly verdict?: Verdict;
  readonly reason?: string;
  readonly validUntil?: PlainDate | null;
  readonly token?: string;
}

/** Decides on fresh evidence, or on that of the token; what the app found stays as it is, or is waived for a go. */
export async function decide(memory: MemoryWorld, reviewId: ReviewId, { token, ...changes }: Decision = {}, world: World = memory.as(company.accountManager), call: ProjectCall = asManager) {
  const given = token ?? (await openReview(memory.as(call.accountId), call, { reviewId })).token;
  const seen = await memory.as().gate.evidence(reviewId, company.accountManager);
  const { criteria } = await gateSettings(memory.as(), company.project);
  const marks = criteria.map(({ id, check }) => ({ criterionId: id, mark: markOf(check !== null && seen !== undefined && findingOf(check, seen.evidence) === 'notMet') }));
  return decideReview(world, call, { reviewId, verdict: { kind: 'go' }, reason: 'Tested with the client', validUntil: null, ...changes, token: given, marks });
}

const markOf = (isWaived: boolean): Mark => (isWaived ? { kind: 'waived', reason: 'Agreed' } : { kind: 'met' });
