import type { ClientDocuments } from '../../domain/formal-document';
import type { World } from '../../ports/world';
import type { SiteCall } from '../call';
import { seesClient } from './client-access';

/** Every client whose file the caller may see, by name. */
export async function readClients(world: World, { accountId }: SiteCall) {
  const standings = await world.clients.standings();
  const projects = [...new Set(standings.flatMap(({ projects: of }) => of))];
  const sees = projects.length === 0 ? new Set<string>() : await world.tracker.projectsWithAny(seesClient, projects);
  const seen = standings.filter(({ projects: of }) => of.some((projectId) => sees.has(projectId)));
  const managers = new Map((await world.tracker.people([...new Set(seen.flatMap(({ managerId }) => managerId ?? []))])).map((person) => [person.accountId, person]));
  return {
    clients: seen
      .flatMap(({ client, managerId, projects: of, documents, checkedAt, failure }) =>
        client === null ? [] : [{ client, manager: managerId === null ? null : (managers.get(managerId) ?? null), isMine: managerId === accountId, projects: of.length, documents: listedDocuments(documents), checkedAt, failure }],
      )
      .sort((a, b) => (a.client.name < b.client.name ? -1 : 1)),
  };
}

/** Of what is missing a list shows how much. */
const listedDocuments = (documents: ClientDocuments | null) =>
  documents === null ? null : { percent: documents.percent, missing: documents.missing.length, renewals: documents.renewals, asOf: documents.asOf };
