import { projectsOf } from '../../domain/linked-deal';
import type { World } from '../../ports/world';
import type { SiteCall } from '../call';

/** Nobody validates more in a morning. */
const most = 200;

/** Plans that wait to be validated, those waiting longest first, of the clients whose portfolio the caller sees. */
export async function readWaitingPlans({ plans, dealStore, tracker }: World, { accountId }: SiteCall) {
  const submitted = await plans.inList('submitted', most);
  const owners = [...new Set(submitted.map(({ content }) => content.clientId))];
  const known = await Promise.all(owners.map(async (clientId) => [clientId, await dealStore.ofClient(clientId)] as const));
  const projects = projectsOf(known.flatMap(([, deals]) => deals));
  const sees = projects.length === 0 ? new Set<string>() : await tracker.projectsWithAny(['seePortfolio'], projects);
  const clients = new Map(known.flatMap(([clientId, deals]) => {
    const client = deals.at(-1)?.deal.client;
    return client == null || !deals.some(({ projectId }) => sees.has(projectId)) ? [] : [[clientId, client] as const];
  }));
  return {
    plans: submitted.flatMap(({ content }) => {
      const client = clients.get(content.clientId);
      return content.state !== 'submitted' || client === undefined ? [] : [{ client, year: content.year, number: content.number, submitted: content.submitted, isOwn: content.submitted.by.accountId === accountId }];
    }),
  };
}
