import { stageOf } from '../../domain/deal';
import { isAbandoned, isOpen, scopeTotals } from '../../domain/scope-change';
import type { World } from '../../ports/world';
import type { ProjectCall } from '../call';

/** In one answer. */
const most = 500;

/** A project's scope changes, those that are open first, and what all that there are come to beside what was sold. */
export async function readChanges(world: World, { projectId, accountId }: ProjectCall) {
  const [filed, versions, deals, mapping, mayDecide] = await Promise.all([
    world.changes.ofOwner(projectId),
    world.guidelines.versions(projectId),
    world.dealStore.ofProject(projectId),
    world.settings.mapping(),
    world.tracker.may('setGuidelines', projectId),
  ]);
  const [current, first] = [versions[0], versions.at(-1)];
  const now = world.clock.now();
  const changes = filed.map(({ content }) => content);
  return {
    mayDecide,
    currency: current?.guidelines.budget.amount.currency ?? null,
    schedule: current === undefined ? null : current.guidelines.schedule,
    totals: current === undefined || first === undefined ? null : scopeTotals(first.guidelines, current.guidelines, changes),
    deals: deals.map(({ deal }) => ({ id: deal.id, name: deal.name, stage: stageOf(deal, mapping) ?? null, stageName: deal.stageName })),
    notShown: Math.max(0, filed.length - most),
    changes: [...filed]
      .sort((a, b) => Number(isOpen(b.content)) - Number(isOpen(a.content)))
      .slice(0, most)
      .map(({ revision, content: { projectId: _, ...change } }) => ({ ...change, revision, isMine: change.proposedBy.accountId === accountId, isAbandoned: isAbandoned(change, versions, now) })),
  };
}
