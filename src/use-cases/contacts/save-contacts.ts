import { everyHolder, isOrderly, type RoleHolders } from '../../domain/contact-structure';
import type { ContactId } from '../../domain/ids';
import type { World } from '../../ports/world';
import type { ProjectCall } from '../call';
import { refuseConflict } from '../refuse-conflict';
import { UseCaseError } from '../use-case-error';
import { readContacts } from './read-contacts';
import { itemsOf, seeProject } from './see-people';

interface Saved {
  readonly revision: number;
  readonly roles: RoleHolders;
  readonly leftOut: readonly ContactId[];
}

/**
 * Keeps who is who. A contact can be put in only from the project's clients or its deals' contact roles, so that nobody reads a
 * stranger's address by writing their id.
 * @throws UseCaseError `invalidRequest`, `notFound` for a contact of others, `conflict`
 */
export async function saveContacts(world: World, call: ProjectCall, { revision, roles, leftOut }: Saved) {
  const { projectId, accountId } = call;
  if (!isOrderly({ roles, leftOut })) throw new UseCaseError('invalidRequest', { field: 'roles' });
  const { people } = await seeProject(world, projectId);
  const { kept, clients, contactRoles } = people;
  if (kept.revision !== revision) throw new UseCaseError('conflict');
  const known = new Set<ContactId>([...everyHolder(kept.roles), ...kept.leftOut, ...contactRoles.map(({ contactId }) => contactId)]);
  const fresh = [...everyHolder(roles), ...leftOut].filter((contactId) => !known.has(contactId));
  const own = new Set<string>(clients.map(({ id }) => id));
  const found = itemsOf(await world.contacts.byIds(fresh)).filter(({ clientId }) => clientId !== null && own.has(clientId));
  if (found.length !== fresh.length) throw new UseCaseError('notFound');
  await refuseConflict('conflict', () => world.contactStructures.save(projectId, { ...kept, revision: revision + 1, roles, leftOut }));
  const details = Object.fromEntries(Object.entries({ ...roles, leftOut }).map(([role, ids]) => [role, ids.join(' ')]));
  await world.audit.append(`project:${projectId}`, [{ at: world.clock.now(), event: 'contacts.saved', by: accountId, details }]);
  return readContacts(world, call);
}
