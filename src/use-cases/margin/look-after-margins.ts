import { addSeconds } from '../../domain/calendar';
import type { World } from '../../ports/world';
import { lookAtMargin } from './look-at-margin';

const day = 86_400;
/** What one storage query gives; those that are left come in the next round of the same run. */
const atOnce = 100;

/**
 * Reads the money of every project that was not looked at for a day, those longest ago first. A run that has no time left simply
 * ends: what it did not come to is what the next one begins with.
 * @param goesOn whether there is time for another project.
 * @returns how many were looked at.
 */
export async function lookAfterMargins(world: World, goesOn: () => boolean): Promise<number> {
  // A little less than a day, so that an hourly run does not come a moment too early each time.
  const before = addSeconds(world.clock.now(), -day + 1_800);
  let looked = 0;
  for (;;) {
    const due = await world.margin.due(before, atOnce);
    if (due.length === 0) return looked;
    for (const { projectId } of due) {
      if (!goesOn()) return looked;
      await lookAtMargin(world, projectId, 'reconcile');
      looked += 1;
    }
  }
}
