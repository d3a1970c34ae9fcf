import type { ClientId } from '../../domain/ids';
import type { World } from '../../ports/world';
import type { SiteCall } from '../call';
import { openClient } from '../clients/client-access';
import { mostContacts, together } from './read-contacts';
import { itemsOf, seePeople } from './see-people';

/** All contacts of a client, with what each does in the client's projects. @throws UseCaseError `notFound` */
export async function readClientPeople(world: World, _call: SiteCall, { clientId }: { readonly clientId: ClientId }) {
  const { projects } = await openClient(world, clientId);
  const [seen, listed] = await Promise.all([seePeople(world, projects), world.contacts.ofClients([clientId], mostContacts + 1)]);
  const all = itemsOf(listed);
  const holders = new Set(seen.projects.flatMap(({ merged: { roles } }) => Object.values(roles).flat()));
  return {
    hasContacts: seen.hasContacts,
    projects: seen.projects.map(({ projectId, merged: { roles, isProposal }, gaps }) => ({ projectId, roles, isProposal, gaps })),
    contacts: together([...seen.contacts.values()].filter(({ id }) => holders.has(id)), all.slice(0, mostContacts)),
    hasMore: all.length > mostContacts,
  };
}
