import { requiredRoles } from '../../domain/contact-gaps';
import { everyHolder, projectRoles, rolesOf } from '../../domain/contact-structure';
import type { World } from '../../ports/world';
import type { IssueCall } from '../call';
import { seeProject } from './see-people';

/** Whom at the client's one turns to and for what, read from Salesforce at this moment. */
export async function readWhoIsWho(world: World, { projectId }: IssueCall) {
  const { seen, people } = await seeProject(world, projectId);
  const { roles } = people.merged;
  return {
    people: everyHolder(roles).flatMap((contactId) => {
      const contact = seen.contacts.get(contactId);
      if (contact === undefined) return [];
      const { name, title, email, phone } = contact;
      return [{ roles: [...rolesOf(roles, contactId)], name, title, email, phone }];
    }),
    /** Roles that a project cannot do without and that nobody has who still exists. */
    missing: seen.hasContacts ? projectRoles.filter((role) => requiredRoles.has(role) && !roles[role].some((contactId) => seen.contacts.has(contactId))) : [],
    hasContacts: seen.hasContacts,
  };
}
