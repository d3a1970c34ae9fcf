import { deliverableId } from '../../src/domain/deliverable';
import { mayChange, noStanding, withDecision, withReview } from '../../src/domain/gate';
import { StoreConflict } from '../../src/ports/errors';
import type { GateStore } from '../../src/ports/gate-store';
import type { MemoryStorage } from './memory-storage';

export function memoryGate(storage: MemoryStorage): GateStore {
  const expectRevision = (id: string, revision: number): void => {
    if ((storage.standings.get(id)?.revision ?? 0) !== revision) throw new StoreConflict('gate review');
  };
  const waiting = () => storage.reviews.all().filter(({ state }) => state === 'waiting').sort((a, b) => (a.requestedAt < b.requestedAt ? -1 : 1));
  const decisions = () => storage.decisions.all().map(({ review, decision }) => ({ review, decision })).sort((a, b) => (a.decision.decidedAt > b.decision.decidedAt ? -1 : 1));
  return {
    standing: async (id) => storage.standings.get(id),
    standings: async (ids) => ids.flatMap((id) => storage.standings.get(id) ?? []),
    review: async (id) => storage.reviews.get(id),
    waiting: async (projectId) => waiting().filter((review) => review.projectId === projectId),
    waitingAnywhere: async (most) => waiting().slice(0, most),
    decisions: async (projectId, limit) => decisions().filter(({ review }) => review.projectId === projectId).slice(0, limit),
    decisionsOf: async (id, limit) => decisions().filter(({ review }) => deliverableId(review.deliverable) === id).slice(0, limit),
    record: async (id) => storage.decisions.get(id),
    async saveReview(review, known) {
      const id = deliverableId(review.deliverable);
      const before = known ?? noStanding(review.projectId, review.deliverable);
      expectRevision(id, before.revision);
      storage.write(storage.reviews.put(review.id, review), storage.standings.put(id, withReview(before, review)));
    },
    async decide(record, before) {
      const { review, decision } = record;
      const id = deliverableId(review.deliverable);
      expectRevision(id, before.revision);
      const version = storage.summaries.get(review.projectId)?.guidelines?.version ?? null;
      if (version !== decision.guidelinesVersion) throw new StoreConflict('guidelines');
      storage.write(storage.reviews.put(review.id, review), storage.decisions.put(review.id, record), storage.standings.put(id, withDecision(before, review, decision)));
    },
    async saveStanding(standing) {
      const id = deliverableId(standing.deliverable);
      expectRevision(id, standing.revision - 1);
      storage.write(storage.standings.put(id, standing));
    },
    watched: async (most) => storage.standings.all().filter(mayChange).slice(0, most),
    told: async (state, most) =>
      storage.standings.all().filter(({ told }) => told === state).sort((a, b) => ((a.review?.requestedAt ?? '') > (b.review?.requestedAt ?? '') ? -1 : 1)).slice(0, most).map(({ deliverable }) => deliverableId(deliverable)),
    keepEvidence: async (id, seenBy, seen) => storage.write(storage.evidence.put(`${id}:${seenBy}`, seen)),
    evidence: async (id, seenBy) => storage.evidence.get(`${id}:${seenBy}`),
    settings: async (projectId) => storage.gateSettings.get(projectId),
    async saveSettings(projectId, settings) {
      if ((storage.gateSettings.get(projectId)?.revision ?? 0) !== settings.revision - 1) throw new StoreConflict('gate settings');
      storage.write(storage.gateSettings.put(projectId, settings));
    },
    seenGuards: async (projectId) => storage.guards.get(projectId) ?? [],
    keepSeenGuards: async (projectId, guards) => storage.write(storage.guards.put(projectId, guards)),
  };
}
