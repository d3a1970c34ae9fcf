import type { ClientContact } from '../../domain/client-contact';
import { everyHolder } from '../../domain/contact-structure';
import type { ContactId } from '../../domain/ids';
import type { World } from '../../ports/world';
import type { ProjectCall } from '../call';
import { recordsAt } from '../clients/records-at';
import { itemsOf, seeProject } from './see-people';

/** A page shows no more of the clients' contacts, by name. */
export const mostContacts = 1_000;

/** Who is who in the project: those in roles for everybody, and all contacts of the clients for who assigns them. */
export async function readContacts(world: World, { projectId }: ProjectCall) {
  const [{ seen, people }, mayEdit, records] = await Promise.all([seeProject(world, projectId), world.tracker.may('setGuidelines', projectId), recordsAt(world)]);
  const { kept, merged, clients, deals, gaps } = people;
  const ofClients = mayEdit && seen.hasContacts ? itemsOf(await world.contacts.ofClients(clients.map(({ id }) => id), mostContacts + 1)) : [];
  const holders = new Set(everyHolder(merged.roles));
  const named = [...seen.contacts.values()].filter(({ id }) => mayEdit || holders.has(id));
  return {
    revision: kept.revision,
    mayEdit,
    hasContacts: seen.hasContacts,
    hasContactRoles: seen.hasContactRoles,
    isProposal: merged.isProposal,
    recordsAt: records,
    clients,
    deals: deals.map(({ deal: { id, name } }) => ({ id, name })),
    roles: merged.roles,
    newcomers: mayEdit ? merged.newcomers : [],
    leftOut: mayEdit ? kept.leftOut : [],
    gaps: mayEdit ? gaps : gaps.filter(({ kind }) => kind !== 'roleOfGone'),
    contacts: together(named, ofClients.slice(0, mostContacts)),
    hasMore: ofClients.length > mostContacts,
  };
}

/** Each once. */
export function together(...lists: readonly (readonly ClientContact[])[]): readonly ClientContact[] {
  return [...new Map<ContactId, ClientContact>(lists.flat().map((contact) => [contact.id, contact])).values()];
}
