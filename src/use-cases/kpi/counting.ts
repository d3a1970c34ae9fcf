import type { ClientId, ProjectId } from '../../domain/ids';
import { clientsOf, firstDeal, type LinkedDeal } from '../../domain/linked-deal';
import type { World } from '../../ports/world';
import { followedBy } from '../followed-by';
import type { KpiUnit } from './kpi-facts';
import { refreshKpis } from './refresh-kpis';

/**
 * The world in which whatever changes the figures also counts them anew, so that no use case has to remember to. What fails is left
 * to the next look at the client, or at the project's money. A deal that goes on with its client, or without one, is counted with the
 * row that it touches (`look-at-touched`).
 */
export function counting(world: World): World {
  const { dealStore, margin, clients } = world;
  const counted = followedBy({ world, failed: 'kpis.notCounted' });
  const count = async (units: readonly KpiUnit[]): Promise<void> => {
    for (const unit of units) await refreshKpis(world, unit);
  };
  return {
    ...world,
    dealStore: {
      ...dealStore,
      add: counted(dealStore.add, (deal) => count(unitsOf(deal.projectId, [deal]))),
      save: counted(dealStore.save, (deal, _, before) => count(changedUnits(deal, before))),
      remove: counted(dealStore.remove, async (deal) => {
        const rest = await dealStore.ofProject(deal.projectId);
        const heir = firstDeal(rest);
        // The project's money passes to whose deal is the first now.
        const passes = heir !== undefined && firstDeal([deal, ...rest]) === deal;
        await count(unitsOf(deal.projectId, passes ? [deal, heir] : [deal]));
      }),
    },
    margin: {
      ...margin,
      // The money of a project that belongs to a client is counted as that client is looked at.
      save: counted(margin.save, ({ projectId, clients: of }) => count(of.length === 0 ? [ofProject(projectId)] : [])),
    },
    clients: {
      ...clients,
      // Where the next run looks at the client anyhow it is counted then.
      save: counted(clients.save, ({ clientId, nextAt }) => count(nextAt === null ? [] : [ofClient(clientId)])),
    },
  };
}

const ofProject = (projectId: ProjectId): KpiUnit => ({ kind: 'project', projectId });
const ofClient = (clientId: ClientId): KpiUnit => ({ kind: 'client', clientId });
const unitsOf = (projectId: ProjectId, deals: readonly LinkedDeal[]): readonly KpiUnit[] => [ofProject(projectId), ...clientsOf(deals).map(({ id }) => ofClient(id))];

/** What a deal that is saved changes at once: one that passes to another client takes its money along. All else is counted by the next look, because storage's limits do not bear it for thousands of deals that change in one moment. */
const changedUnits = (link: LinkedDeal, before: LinkedDeal | undefined): readonly KpiUnit[] =>
  before !== undefined && before.deal.client?.id !== link.deal.client?.id ? unitsOf(link.projectId, [before, link]) : [];
