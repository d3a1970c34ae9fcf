import { deliverableId, nameOf, type Deliverable } from '../../domain/deliverable';
import { passage } from '../../domain/gate';
import { bypassBulletin } from '../../domain/gate-wording';
import type { ProjectId } from '../../domain/ids';
import type { ChangedIssue, TrackedVersion } from '../../ports/tracker';
import type { World } from '../../ports/world';
import { attempt } from './bulletins';
import { circumstances } from './circumstances';
import { validateDelivery } from './validate-delivery';

/** Seconds for which the same finding is not told twice. */
const onceIn = 86_400;

/**
 * An issue came to a status that only a guarded transition leads to. Jira asks no validator when an issue is moved or its type is changed,
 * so where it may not be there, the account manager hears of it.
 */
export async function issueArrived(world: World, issue: ChangedIssue): Promise<void> {
  const guard = (await world.gate.seenGuards(issue.projectId)).find(({ toStatus, isRemoved }) => !isRemoved && toStatus === issue.statusId);
  if (guard === undefined || (await validateDelivery(world, issue.key, guard.requirement)).allowed) return;
  await report(world, issue.projectId, { kind: 'issue', issueId: issue.id, issueKey: issue.key, summary: issue.summary }, issue.statusId);
}

/** A version was released. Jira has no rule for that, so a release without a go is told of. */
export async function versionReleased(world: World, version: TrackedVersion): Promise<void> {
  const { id: versionId } = version;
  const [standing, summary, company] = await Promise.all([world.gate.standing(`version:${versionId}`), world.summaries.summary(version.projectId), world.settings.company()]);
  // Of a project that no account manager has set guidelines for, nobody decides.
  if (summary?.guidelines == null) return;
  if (passage(standing, circumstances(summary, company, world.clock.now()), 'conditionalToo').allowed) return;
  await report(world, version.projectId, { kind: 'version', versionId, name: version.name }, 'released');
}

async function report(world: World, projectId: ProjectId, deliverable: Deliverable, how: string): Promise<void> {
  const { audit, clock, signals, summaries, settings, bulletins } = world;
  // Jira may deliver an event twice.
  if (!(await signals.firstSeen(`bypass:${deliverableId(deliverable)}:${how}`, onceIn))) return;
  const details = { deliverable: nameOf(deliverable), id: deliverableId(deliverable) };
  await audit.append(`project:${projectId}`, [{ at: clock.now(), event: 'gate.bypassed', by: 'project', details }]);
  if (deliverable.kind !== 'issue') return;
  const [summary, { language }] = await Promise.all([summaries.summary(projectId), settings.company()]);
  const manager = summary?.guidelines?.publishedBy.accountId;
  await attempt(world, () => bulletins.comment(deliverable.issueId, { mentions: manager === undefined ? [] : [manager], lines: bypassBulletin(language) }));
}
