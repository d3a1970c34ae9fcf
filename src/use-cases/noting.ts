import type { World } from '../ports/world';
import { counting } from './kpi/counting';
import { notingStaffing } from './staffing/noting-staffing';
import { weighing } from './staffing/weighing';
import { touching } from './today/touching';

/**
 * The world in which a change leaves nothing for a use case to remember: rows are touched, whom a project needs is noted, and figures
 * are counted. Each is laid over the one before and writes into that, so that a note of staffing touches its row and none notes itself.
 */
export const noting = (world: World): World => counting(weighing(notingStaffing(touching(world)), world.staffing));
