import type { Subject } from '../../domain/attention/attention-item';
import { isProjectId } from '../../domain/ids';
import { clientsOf, type LinkedDeal } from '../../domain/linked-deal';
import type { Filed, FiledRecords } from '../../ports/filed-records';
import type { World } from '../../ports/world';
import { followedBy } from '../followed-by';

/**
 * The world in which whatever changes something that lists show also notes that it did, so that no use case has to remember to.
 * A note that cannot be written is logged and no more: what was changed was changed, and every row is made anew each day.
 */
export function touching(world: World): World {
  const { gate, guidelines, dealStore, margin, billing, clients, portfolio } = world;
  const touched = followedBy({ world, failed: 'portfolio.notTouched' });
  /** The change, and the note behind it. */
  const noting = <Given extends readonly unknown[]>(change: (...given: Given) => Promise<void>, of: (...given: Given) => readonly Subject[]) =>
    touched(change, async (...given: Given) => {
      await Promise.all([...new Set(of(...given))].map((subject) => portfolio.touch(subject)));
    });
  const ofDeal = ({ projectId, ...deal }: LinkedDeal): readonly Subject[] => [`project:${projectId}`, ...clientsOf([deal]).map((client): Subject => `client:${client.id}`)];
  const filing = <Content>(records: FiledRecords<Content>, of: (content: Content) => Subject): FiledRecords<Content> => ({
    ...records,
    save: noting((filed: Filed<Content>) => records.save(filed), ({ content }) => [of(content)]),
  });
  return {
    ...world,
    gate: {
      ...gate,
      saveReview: noting(gate.saveReview, ({ projectId }) => [`project:${projectId}`]),
      decide: noting(gate.decide, (_, { projectId }) => [`project:${projectId}`]),
      saveStanding: noting(gate.saveStanding, ({ projectId }) => [`project:${projectId}`]),
    },
    guidelines: {
      ...guidelines,
      publish: noting(guidelines.publish, (projectId) => [`project:${projectId}`]),
      acknowledge: noting(guidelines.acknowledge, (projectId) => [`project:${projectId}`]),
    },
    dealStore: {
      ...dealStore,
      add: noting(dealStore.add, ofDeal),
      // What is under way is noted when it is over.
      save: noting(dealStore.save, (deal) => (deal.sync.kind === 'working' ? [] : ofDeal(deal))),
      remove: noting(dealStore.remove, ofDeal),
    },
    margin: { ...margin, save: noting(margin.save, ({ projectId }) => [`project:${projectId}`]) },
    billing: { ...billing, change: noting(billing.change, (projectId) => [`project:${projectId}`]) },
    changes: filing(world.changes, ({ projectId }) => `project:${projectId}`),
    reminders: { ...world.reminders, save: noting(world.reminders.save, (projectId) => (isProjectId(projectId) ? [`project:${projectId}`] : [])) },
    staffing: filing(world.staffing, ({ projectId }) => `project:${projectId}`),
    plans: filing(world.plans, ({ clientId }) => `client:${clientId}`),
    reports: filing(world.reports, ({ clientId }) => `client:${clientId}`),
    // A client's documents and relation also stand in its projects' rows.
    clients: { ...clients, save: noting(clients.save, ({ clientId, projects }) => [`client:${clientId}`, ...projects.map((projectId): Subject => `project:${projectId}`)]) },
  };
}
