import { deliverableId, nameOf, type Deliverable } from '../../domain/deliverable';
import { noStanding, withReview, type GateReview } from '../../domain/gate';
import { isReviewId, type VersionId } from '../../domain/ids';
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
  const issue = await world.tracker.myIssue(call.issueId);
  if (issue?.projectId !== call.projectId) throw new UseCaseError('notFound');
  await request(world, call, { kind: 'issue', issueId: issue.id, issueKey: issue.key, summary: issue.summary }, asked);
  return (await readPanel(world, call)).gate;
}

/**
 * Asks the AM to decide whether a version may be handed to the client.
 * @throws UseCaseError `alreadyWaiting`, `notFound` when the version is not the project's or hidden from the caller.
 */
export async function requestVersionReview(world: World, call: ProjectCall, { versionId, ...asked }: Asked & { readonly versionId: VersionId }) {
  const version = await world.tracker.myVersion(versionId);
  if (version?.projectId !== call.projectId || version.state === 'archived') throw new UseCaseError('notFound', { field: 'versionId' });
  return { review: await request(world, call, { kind: 'version', versionId, name: version.name }, asked) };
}

async function request(world: World, call: ProjectCall, deliverable: Deliverable, { note, recipient, dueOn }: Asked): Promise<GateReview> {
  const { gate, tracker, clock, ids, audit } = world;
  const [before, requestedBy] = await Promise.all([gate.standing(deliverableId(deliverable)), tracker.me()]);
  if (before?.projectId === call.projectId && before.review?.state === 'waiting') throw new UseCaseError('alreadyWaiting');
  const id = ids.next();
  if (!isReviewId(id)) throw new TypeError('random ids make review ids');
  const review: GateReview = {
    id,
    projectId: call.projectId,
    deliverable,
    requestedBy,
    requestedAt: clock.now(),
    dueOn,
    recipient: recipient.trim(),
    note: note.trim(),
    state: 'waiting',
    remindedAt: null,
  };
  await refuseConflict('alreadyWaiting', () => gate.saveReview(review, before));
  await audit.append(`project:${call.projectId}`, [
    { at: review.requestedAt, event: 'gate.requested', by: call.accountId, details: { review: id, deliverable: nameOf(deliverable) } },
  ]);
  await tellState(world, withReview(before ?? noStanding(call.projectId, deliverable), review));
  await tellOfRequest(world, review);
  return review;
}
