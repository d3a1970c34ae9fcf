import { nameOf, type DeliverableId } from '../../domain/deliverable';
import { withBlocker } from '../../domain/gate';
import type { IssueId } from '../../domain/ids';
import type { World } from '../../ports/world';
import { isKept } from '../is-kept';
import { tellState } from './bulletins';

const tries = 5;

/**
 * Jira told that something changed which may stand in the way of an issue: whether it does is asked of Jira itself,
 * so that a late, doubled or forged message ends no go.
 */
export async function blockerSeen(world: World, issueId: IssueId): Promise<void> {
  const issue = await world.tracker.issueById(issueId);
  if (issue === undefined) return;
  const own = { issueId: issue.id, issueKey: issue.key };
  for (const blocker of issue.blockers) await ends(world, `issue:${issue.id}`, blocker);
  if (issue.isUrgent) for (const versionId of issue.versionIds) await ends(world, `version:${versionId}`, own);
  if (!issue.isDone) for (const blocked of issue.blocks) await ends(world, `issue:${blocked}`, own);
}

/** Whoever decides in the same moment wins: the new decision knew the blocker, or the next look finds it. */
async function ends(world: World, id: DeliverableId, blocker: { readonly issueId: IssueId; readonly issueKey: string }): Promise<void> {
  const { gate, clock, audit } = world;
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const before = await gate.standing(id);
    const after = before === undefined ? undefined : withBlocker(before, blocker, clock.now());
    if (before === undefined || after === undefined || after === before) return;
    if (!(await isKept(() => gate.saveStanding(after)))) continue;
    const details = { review: after.decision?.reviewId ?? '', deliverable: nameOf(after.deliverable), blocker: blocker.issueKey };
    await audit.append(`project:${after.projectId}`, [{ at: clock.now(), event: 'gate.blocked', by: 'project', details }]);
    await tellState(world, after);
    return;
  }
}
