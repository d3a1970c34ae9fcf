import { addSeconds, later } from '../../domain/calendar';
import type { World } from '../../ports/world';
import { lookAtRow } from './look-at-row';
import { lookAtTouched } from './look-at-touched';

/** Rows that one run makes anew at most. */
const mostInRun = 1_000;
/** A row is made anew once a day, whether anything of it was touched or not. */
const rowsLast = 86_400 - 1_800;

/**
 * Makes anew what was touched, what is a day old, and what was made before the company shared more or less of it.
 * @param goesOn whether there is time for another row.
 * @returns how many were made.
 */
export async function lookAfterRows(world: World, goesOn: () => boolean): Promise<number> {
  const { portfolio, clock, sharing } = world;
  let made = 0;
  for (const touched of await portfolio.touched(mostInRun)) {
    if (!goesOn()) return made;
    await lookAtTouched(world, touched);
    made += 1;
  }
  const dayOld = addSeconds(clock.now(), -rowsLast);
  const { changedAt } = await sharing.read('company');
  for (const subject of await portfolio.madeBefore(changedAt === null ? dayOld : later(dayOld, changedAt), mostInRun)) {
    if (!goesOn()) return made;
    await lookAtRow(world, subject);
    made += 1;
  }
  return made;
}
