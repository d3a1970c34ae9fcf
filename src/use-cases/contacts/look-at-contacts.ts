import { contactStanding, type ContactStanding } from '../../domain/contact-gaps';
import type { ProjectId } from '../../domain/ids';
import type { World } from '../../ports/world';
import { seePeople } from './see-people';

/**
 * How the contacts of a client's projects stand, with two calls to Salesforce.
 * @returns null where the organisation shows no contacts, or the client has no projects.
 * @throws NotConnected, OutsideError
 */
export async function lookAtContacts(world: World, projects: readonly ProjectId[]): Promise<ContactStanding | null> {
  if (projects.length === 0) return null;
  const { hasContacts, projects: seen } = await seePeople(world, projects);
  return hasContacts ? contactStanding(seen.map(({ gaps }) => gaps)) : null;
}
