import type { LinkedDeal } from '../../domain/linked-deal';
import { staffingOf } from '../../domain/staffing/project-staffing';
import type { World } from '../../ports/world';
import { followedBy } from '../followed-by';
import { noteDeal, noteStaffing } from './note-staffing';

/**
 * The world in which whatever changes whom a project needs also notes it, so that no use case has to remember to. What fails, or dies
 * with its process, has its second chance when the project's money is looked at, which also says how the project is called now.
 */
export function notingStaffing(world: World): World {
  const { dealStore, guidelines, margin } = world;
  const noted = followedBy({ world, failed: 'staffing.notNoted' });
  return {
    ...world,
    guidelines: { ...guidelines, publish: noted(guidelines.publish, (projectId) => noteStaffing(world, projectId)) },
    dealStore: {
      ...dealStore,
      add: noted(dealStore.add, ({ projectId }) => noteStaffing(world, projectId)),
      save: noted(dealStore.save, async (deal, _, before) => {
        if (before === undefined) await noteStaffing(world, deal.projectId);
        else if (!saysSame(before, deal)) await noteDeal(world, deal, before);
      }),
      remove: noted(dealStore.remove, ({ projectId }) => noteStaffing(world, projectId)),
    },
    margin: { ...margin, save: noted(margin.save, ({ projectId, project }) => noteStaffing(world, projectId, project)) },
  };
}

/** Whether both say the same of whom the project needs. */
const saysSame = (a: LinkedDeal, b: LinkedDeal): boolean => JSON.stringify(whom(a)) === JSON.stringify(whom(b));
const whom = (link: LinkedDeal): unknown => staffingOf(link.projectId, undefined, [link]).deals;
