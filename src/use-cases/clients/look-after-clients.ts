import { stopsEveryClient } from '../../domain/client-standing';
import type { World } from '../../ports/world';
import { lookAtClient } from './look-at-client';

/** More than one run comes to. */
const mostInRun = 2_000;

/**
 * Looks at every client that is due, those due longest first. A run that has no time left, or meets a Salesforce that answers
 * nobody, simply ends: what it did not come to is what the next one begins with.
 * @param goesOn whether there is time for another client.
 * @returns how many were looked at.
 */
export async function lookAfterClients(world: World, goesOn: () => boolean): Promise<number> {
  let looked = 0;
  for (const { clientId } of await world.clients.due(world.clock.now(), mostInRun)) {
    if (!goesOn()) break;
    looked += 1;
    if (stopsEveryClient(await lookAtClient(world, clientId))) break;
  }
  return looked;
}
