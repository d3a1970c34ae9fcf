import { dayAt } from '../../domain/calendar';
import { defaultTargetMargin } from '../../domain/guidelines';
import type { AccountId, ProjectId } from '../../domain/ids';
import { clientsOf } from '../../domain/linked-deal';
import { readMargin } from '../../domain/margin-guard';
import { watch, type ThreatEvent } from '../../domain/margin-threat';
import { nextLook, sumsOf, unchecked, type MarginFailure, type ProjectMargin } from '../../domain/project-margin';
import { NotConnected, OutsideError, StoreConflict } from '../../ports/errors';
import type { World } from '../../ports/world';
import { NoFigures, readFigures } from './read-figures';

const tries = 3;

/**
 * Reads a project's money anew and keeps what it says. What could not be read leaves the figures from before, with the reason beside them.
 * @returns what stands now.
 */
export async function lookAtMargin(world: World, projectId: ProjectId, by: AccountId | 'reconcile'): Promise<ProjectMargin> {
  for (let attempt = 1; ; attempt += 1) {
    const before = (await world.margin.margin(projectId)) ?? unchecked(projectId);
    const { after, event } = await look(world, before);
    try {
      await world.margin.save(after);
    } catch (error) {
      if (error instanceof StoreConflict && attempt < tries) continue;
      throw error;
    }
    if (event !== null) {
      const details = { state: after.reading?.state ?? '', reasons: (after.threat?.reasons ?? []).map(({ kind }) => kind).join(' ') };
      await world.audit.append(`project:${projectId}`, [{ at: world.clock.now(), event, by, details }]);
    }
    return after;
  }
}

async function look(world: World, before: ProjectMargin): Promise<{ readonly after: ProjectMargin; readonly event: ThreatEvent | null }> {
  const { projectId } = before;
  const at = world.clock.now();
  const next = { ...before, revision: before.revision + 1, checkedAt: at };
  try {
    const [current, company, settings, rates, costs, project, deals] = await Promise.all([
      world.guidelines.current(projectId),
      world.settings.company(),
      world.margin.settings(projectId),
      world.margin.rates(),
      world.margin.costs(),
      world.tracker.project(projectId),
      world.dealStore.ofProject(projectId),
    ]);
    const guidelines = current?.guidelines ?? null;
    const known = {
      ...next,
      project: project === undefined ? before.project : { key: project.key, name: project.name },
      managerId: current?.publishedBy.accountId ?? null,
      clients: clientsOf(deals),
    };
    const today = dayAt(at, company.timeZone);
    try {
      const figures = await readFigures(world, { projectId, guidelines, deals, costs, rates, billing: settings.billing, today, at });
      const reading = readMargin({ figures, guidelines, target: guidelines?.budget.targetMargin ?? defaultTargetMargin, today });
      const { threat, event } = watch(before.threat, reading, at);
      return { after: { ...known, nextAt: nextLook(at, null), failure: null, sums: sumsOf(figures, guidelines?.budget.amount ?? null), figures, reading, threat }, event };
    } catch (error) {
      return { after: failed(known, failureOf(world, error)), event: null };
    }
  } catch (error) {
    return { after: failed(next, failureOf(world, error)), event: null };
  }

  function failed(kept: ProjectMargin, failure: MarginFailure): ProjectMargin {
    return { ...kept, nextAt: nextLook(at, failure), failure };
  }
}

function failureOf({ log, ids }: World, error: unknown): MarginFailure {
  if (error instanceof NoFigures || error instanceof OutsideError) return error.failure;
  if (error instanceof NotConnected) return 'notConnected';
  log.error('margin.failed', ids.next(), error);
  return 'unexpected';
}
