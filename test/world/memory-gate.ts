import type { GateStanding } from '../../src/domain/gate';
import { StoreConflict } from '../../src/ports/errors';
import type { GateStore } from '../../src/ports/gate-store';
import type { MemoryStorage } from './memory-storage';

export function memoryGate(storage: MemoryStorage): GateStore {
  const expectStanding = (issueId: string, revision: number): void => {
    if ((storage.standings.get(issueId)?.revision ?? 0) !== revision) throw new StoreConflict('gate review');
  };
  return {
    standing: async (issueId) => storage.standings.get(issueId),
    review: async (id) => storage.reviews.get(id),
    waiting: async (projectId) =>
      storage.reviews
        .all()
        .filter((review) => review.projectId === projectId && review.state === 'waiting')
        .sort((a, b) => (a.requestedAt < b.requestedAt ? -1 : 1)),
    decisions: async (projectId, limit) =>
      storage.decisions
        .all()
        .filter(({ review }) => review.projectId === projectId)
        .sort((a, b) => (a.decision.decidedAt > b.decision.decidedAt ? -1 : 1))
        .slice(0, limit),
    async saveReview(review, before) {
      const { issueId } = review.deliverable;
      const revision = before?.revision ?? 0;
      expectStanding(issueId, revision);
      const { projectId, deliverable } = review;
      const standing: GateStanding = { projectId, deliverable, revision: revision + 1, review, decision: before?.decision ?? null };
      storage.write(storage.reviews.put(review.id, review), storage.standings.put(issueId, standing));
    },
    async decide(review, decision, before) {
      const { issueId } = review.deliverable;
      expectStanding(issueId, before.revision);
      const version = storage.summaries.get(review.projectId)?.guidelines?.version ?? null;
      if (version !== decision.guidelinesVersion) throw new StoreConflict('guidelines');
      const kept = { review, decision };
      const standing: GateStanding = { ...before, revision: before.revision + 1, review, decision };
      storage.write(storage.reviews.put(review.id, review), storage.decisions.put(`${issueId}:${decision.decidedAt}:${review.id}`, kept), storage.standings.put(issueId, standing));
    },
  };
}
