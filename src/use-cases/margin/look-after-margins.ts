import type { ProjectId } from '../../domain/ids';
import { failsEverywhere, nextLook } from '../../domain/project-margin';
import type { Instant } from '../../domain/plain-date';
import { laneOf } from '../../domain/sync-order';
import type { World } from '../../ports/world';
import { lookAtMargin } from './look-at-margin';

/** More than one run comes to: a project takes several of Tempo's calls, of which it answers five a second. */
const mostInRun = 2_000;

/** Has the lanes read what is due, if anything is: one process may not send what hundreds of projects take. */
export async function orderMargins(world: World): Promise<void> {
  if ((await dueProjects(world)).length > 0) await world.jobs.lookAfterMargins(world.lanes);
}

/**
 * Reads the money of every project of the lane that is due, those due longest first, and of those that were read before rates or
 * the source of costs changed. A run that has no time left, or meets a Tempo that answers nobody, simply ends: what it did not
 * come to is what the next one begins with.
 * @param goesOn whether there is time for another project.
 * @returns how many were looked at.
 */
export async function lookAfterMargins(world: World, lane: number, goesOn: () => boolean): Promise<number> {
  let looked = 0;
  for (const projectId of await dueProjects(world)) {
    if (laneOf(projectId, world.lanes) !== lane) continue;
    if (!goesOn()) break;
    looked += 1;
    if (failsEverywhere(await lookAtMargin(world, projectId, 'reconcile'))) break;
  }
  return looked;
}

async function dueProjects(world: World): Promise<readonly ProjectId[]> {
  const now = world.clock.now();
  const changedAt = await lastChange(world);
  // What was read before the change is due at the latest a whole look after it.
  const upTo = changedAt === null ? now : latest(now, nextLook(changedAt, null));
  return (await world.margin.due(upTo, mostInRun))
    .filter(({ nextAt, checkedAt }) => nextAt === null || nextAt <= now || (changedAt !== null && (checkedAt ?? '') < changedAt))
    .map(({ projectId }) => projectId);
}

async function lastChange({ margin }: World): Promise<Instant | null> {
  const [costs, rates] = await Promise.all([margin.costs(), margin.rates()]);
  if (costs.changedAt === null || rates.changedAt === null) return costs.changedAt ?? rates.changedAt;
  return latest(costs.changedAt, rates.changedAt);
}

const latest = (a: Instant, b: Instant): Instant => (a < b ? b : a);
