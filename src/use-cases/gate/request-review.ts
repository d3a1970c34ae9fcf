import { deliverableId, nameOf, type Deliverable } from '../../domain/deliverable';
import { noStanding, withReview, type GateReview } from '../../domain/gate';
import { isReviewId, type IssueId, type VersionId } from '../../domain/ids';
import type { PlainDate } from '../../domain/plain-date';
import type { World } from '../../ports/world';
import type { IssueCall, ProjectCall } from '../call';
import { readPanel } from '../read-panel';
import { refuseConflict } from '../refuse-conflict';
import { UseCaseError } from '../use-case-error';
import { tellOfRequest, tellState } from './bulletins';

interface Asked {
  readonly note: string;
  readonly recipient: string;
  readonly dueOn: PlainDate | null;
}

/**
 * Asks the AM to decide whether the issue may be handed to the client.
 * @throws UseCaseError `alreadyWaiting`, `notFound` when the caller cannot see the issue.
 */
export async function requestReview(world: World, call: IssueCall, asked: Asked) {
  await request(world, call, await issueToHandOver(world, call, call.issueId), asked);
  return (await readPanel(world, call)).gate;
}

/**
 * Asks the AM to decide whether a version may be handed to the client.
 * @throws UseCaseError `alreadyWaiting`, `notFound` when the version is not the project's or hidden from the caller.
 */
export async function requestVersionReview(world: World, call: ProjectCall, { versionId, ...asked }: Asked & { readonly versionId: VersionId }) {
  return { review: await request(world, call, await versionToHandOver(world, call, versionId), asked) };
}

/** The issue as the caller sees it now. @throws UseCaseError `notFound` */
export async function issueToHandOver({ tracker }: World, { projectId }: ProjectCall, issueId: IssueId): Promise<Deliverable> {
  const issue = await tracker.myIssue(issueId);
  if (issue?.projectId !== projectId) throw new UseCaseError('notFound');
  return { kind: 'issue', issueId: issue.id, issueKey: issue.key, summary: issue.summary };
}

/** The version as the caller sees it now. @throws UseCaseError `notFound` when it is not the project's, archived or hidden from them. */
export async function versionToHandOver({ tracker }: World, { projectId }: ProjectCall, versionId: VersionId): Promise<Deliverable> {
  const version = await tracker.myVersion(versionId);
  if (version?.projectId !== projectId || version.state === 'archived') throw new UseCaseError('notFound', { field: 'versionId' });
  return { kind: 'version', versionId, name: version.name };
}

type Requested = Pick<GateReview, 'projectId' | 'deliverable' | 'requestedBy' | 'dueOn' | 'recipient' | 'note'>;

/** A review that waits from now on; it is not kept yet. */
export function newReview({ ids, clock }: Pick<World, 'ids' | 'clock'>, requested: Requested): GateReview {
  const id = ids.next();
  if (!isReviewId(id)) throw new TypeError('random ids make review ids');
  return { ...requested, id, requestedAt: clock.now(), state: 'waiting', remindedAt: null };
}

async function request(world: World, call: ProjectCall, deliverable: Deliverable, { note, recipient, dueOn }: Asked): Promise<GateReview> {
  const { gate, tracker, audit } = world;
  const [before, requestedBy] = await Promise.all([gate.standing(deliverableId(deliverable)), tracker.me()]);
  if (before?.projectId === call.projectId && before.review?.state === 'waiting') throw new UseCaseError('alreadyWaiting');
  const review = newReview(world, { projectId: call.projectId, deliverable, requestedBy, dueOn, recipient: recipient.trim(), note: note.trim() });
  await refuseConflict('alreadyWaiting', () => gate.saveReview(review, before));
  await audit.append(`project:${call.projectId}`, [
    { at: review.requestedAt, event: 'gate.requested', by: call.accountId, details: { review: review.id, deliverable: nameOf(deliverable) } },
  ]);
  await tellState(world, withReview(before ?? noStanding(call.projectId, deliverable), review));
  await tellOfRequest(world, review);
  return review;
}
