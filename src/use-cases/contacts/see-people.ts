import type { ClientContact, ContactRole } from '../../domain/client-contact';
import { contactGaps, type ContactGap } from '../../domain/contact-gaps';
import { everyHolder, mergeStructure, type ContactStructure, type MergedStructure } from '../../domain/contact-structure';
import { stageOf, type Client } from '../../domain/deal';
import type { ClientId, ContactId, ProjectId } from '../../domain/ids';
import { clientsOf, type LinkedDeal } from '../../domain/linked-deal';
import type { Listed } from '../../ports/client-contacts';
import type { World } from '../../ports/world';

/** Who is who in one project, as it was kept and as Salesforce has it at this moment. */
export interface ProjectPeople {
  readonly projectId: ProjectId;
  readonly kept: ContactStructure;
  /** Those that are not lost, the first linked first. */
  readonly deals: readonly LinkedDeal[];
  /** Whose deals the project has, lost ones among them. */
  readonly clients: readonly Client[];
  readonly contactRoles: readonly ContactRole[];
  readonly merged: MergedStructure;
  readonly gaps: readonly ContactGap[];
}

export interface SeenProjects {
  /** Whether the organisation shows contacts to the app; where it does not, nothing is known of anybody. */
  readonly hasContacts: boolean;
  readonly hasContactRoles: boolean;
  /** Everybody who is kept in a project or has a contact role in one of its deals, and still exists. */
  readonly contacts: ReadonlyMap<ContactId, ClientContact>;
  readonly projects: readonly ProjectPeople[];
}

/** Reads who is who in projects: two calls to Salesforce for all of them together. @throws NotConnected, OutsideError */
export async function seePeople(world: World, projectIds: readonly ProjectId[]): Promise<SeenProjects> {
  const [mapping, stored] = await Promise.all([
    world.settings.mapping(),
    Promise.all(projectIds.map(async (projectId) => ({ projectId, kept: await world.contactStructures.read(projectId), linked: await world.dealStore.ofProject(projectId) }))),
  ]);
  const ours = stored.map(({ projectId, kept, linked }) => ({
    projectId,
    kept,
    deals: linked.filter(({ deal }) => stageOf(deal, mapping) !== 'lost'),
    clients: clientsOf(linked),
  }));
  const roles = await world.contacts.rolesOf(ours.flatMap(({ deals }) => deals.map(({ deal }) => deal.id)));
  const contactRoles = itemsOf(roles);
  const named = [...ours.flatMap(({ kept }) => [...everyHolder(kept.roles), ...kept.leftOut]), ...contactRoles.map(({ contactId }) => contactId)];
  const people = await world.contacts.byIds([...new Set(named)]);
  const contacts = new Map(itemsOf(people).map((contact) => [contact.id, contact]));
  const hasContacts = people.kind === 'read';
  return {
    hasContacts,
    hasContactRoles: roles.kind === 'read',
    contacts,
    projects: ours.map((one) => {
      const ids = new Set<string>(one.deals.map(({ deal }) => deal.id));
      const own = contactRoles.filter(({ dealId }) => ids.has(dealId));
      const merged = mergeStructure(one.kept, own, contacts);
      const clients: ReadonlySet<ClientId> = new Set(one.clients.map(({ id }) => id));
      return { ...one, contactRoles: own, merged, gaps: hasContacts ? contactGaps({ roles: merged.roles, contactRoles: own, contacts, clients }) : [] };
    }),
  };
}

export const itemsOf = <Item>(listed: Listed<Item>): readonly Item[] => (listed.kind === 'read' ? listed.items : []);

/** @throws TypeError, for `seePeople` gives every project that it is asked for. */
export async function seeProject(world: World, projectId: ProjectId): Promise<{ readonly seen: SeenProjects; readonly people: ProjectPeople }> {
  const seen = await seePeople(world, [projectId]);
  const [people] = seen.projects;
  if (people === undefined) throw new TypeError('the project was not read');
  return { seen, people };
}
