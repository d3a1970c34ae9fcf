import { secondsBetween } from '../../domain/calendar';
import type { ProjectId } from '../../domain/ids';
import { isTold, statesOf, type ProjectStates, type ToldStates } from '../../domain/project-states';
import { OutsideError } from '../../ports/errors';
import type { World } from '../../ports/world';
import { isKept } from '../is-kept';

/** Longer than one request to Jira can take with all its repeats; who has been at it longer is dead. */
const longestTelling = 120;
/** A row that goes on changing while it is told is told again by the next look. */
const mostRounds = 3;

/**
 * Brings the property by which Jira finds a project up to date with the project's row, when Jira does not know it already.
 * A failure of Jira is logged and no more: until Jira has answered, what it knows counts as unknown, so the next look tells it again.
 */
export async function tellStates(world: World, projectId: ProjectId): Promise<void> {
  try {
    for (let round = 1; round <= mostRounds; round += 1) if (!(await tellOnce(world, projectId))) return;
  } catch (error) {
    world.log.error('project.untold', world.ids.next(), error);
    // A project that has left has no row that would be looked at once a day.
    if (mayPass(error) && (await world.portfolio.row(`project:${projectId}`)) === undefined) await world.portfolio.touch(`project:${projectId}`);
  }
}

/**
 * One at a time tells Jira of a project, so that an older state never arrives behind a newer one; whoever comes meanwhile leaves it
 * to that one, who looks at the row again once Jira has answered.
 * @returns whether Jira was told, so that the row is worth another look.
 */
async function tellOnce({ portfolio, sharing, toldStates, bulletins, clock }: World, projectId: ProjectId): Promise<boolean> {
  const [row, settings, known] = await Promise.all([portfolio.row(`project:${projectId}`), sharing.read('company'), toldStates.read(projectId)]);
  const states: ProjectStates | 'nothing' = row?.kind === 'project' ? statesOf(row, settings) : 'nothing';
  if (isTold(known.told, states)) return false;
  const now = clock.now();
  if (known.tellingSince !== null && secondsBetween(known.tellingSince, now) < longestTelling) return false;
  const claim: ToldStates = { revision: known.revision + 1, told: 'unknown', tellingSince: now };
  if (!(await isKept(() => toldStates.save(projectId, claim)))) return false;
  let told: ToldStates['told'] = 'unknown';
  try {
    await bulletins.setProjectStates(projectId, states === 'nothing' ? undefined : states);
    told = states;
  } finally {
    // Whoever took the claim away may have told Jira before us, and what came last nobody knows.
    if (!(await isKept(() => toldStates.save(projectId, { revision: claim.revision + 1, told, tellingSince: null })))) {
      const { revision } = await toldStates.read(projectId);
      await toldStates.save(projectId, { revision: revision + 1, told: 'unknown', tellingSince: null });
    }
  }
  return true;
}

const mayPass = (error: unknown): boolean => error instanceof OutsideError && (error.failure === 'unavailable' || error.failure === 'rateLimited');
