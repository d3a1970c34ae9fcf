import { secondsBetween } from '../../domain/calendar';
import type { ProjectStaffing } from '../../domain/staffing/project-staffing';
import type { Filed } from '../../ports/filed-records';
import type { World } from '../../ports/world';
import { readBoard } from './read-board';
import { weighRisks } from './staffing-risks';

/** Seconds; somebody waits for it. What is not weighed by then the hourly run weighs. */
const longest = 5;

/**
 * The world in which whoever reads whom a project needs finds its risks weighed: what changed since is weighed when it is read, and
 * not as it changes, because it takes everybody's lines and time. All that waits is weighed together, of what storage has.
 * @param kept the records as they are kept without a note of it: the change itself has noted that the project's row is to be made anew.
 */
export function weighing(world: World, kept: World['staffing']): World {
  const weigh = async (filed: Filed<ProjectStaffing>): Promise<Filed<ProjectStaffing> | undefined> => {
    try {
      const [board, begun] = [await readBoard({ ...world, staffing: kept }), world.clock.now()];
      const others = board.projects.filter(({ owner, content }) => owner !== filed.owner && content.risks === null);
      await weighRisks({ staffing: kept }, { ...board, projects: [filed, ...others] }, () => secondsBetween(begun, world.clock.now()) < longest);
      return await kept.one(filed.owner, filed.id);
    } catch (error) {
      world.log.error('staffing.notWeighed', world.ids.next(), error);
      return filed;
    }
  };
  return {
    ...world,
    staffing: {
      ...world.staffing,
      one: async (owner, id) => {
        const filed = await kept.one(owner, id);
        return filed?.content.risks === null ? weigh(filed) : filed;
      },
    },
  };
}
