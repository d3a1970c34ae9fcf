import { Filter, FilterConditions, kvs } from '@forge/kvs';
import { deliverableId } from '../../domain/deliverable';
import { mayChange, noStanding, withDecision, withReview, type GateReview, type GateStanding } from '../../domain/gate';
import type { GateSettings } from '../../domain/gate-settings';
import type { GateStore, SeenEvidence } from '../../ports/gate-store';
import type { SeenGuard } from '../../ports/workflows';
import { readAmong } from './batches';
import { queryAll } from './query-all';
import {
  entityNames,
  keys,
  type GateDecisionRecord,
  type GateEvidenceRecord,
  type GateReviewRecord,
  type GateSettingsRecord,
  type GateStandingRecord,
  type SummaryRecord,
} from './records';
import { conditionally, ensure } from './storage-error';
import { ensureSummary } from './summary-store';
import { watchedFrom } from './watched-gates';

const standings = kvs.entity<GateStandingRecord>(entityNames.gateStanding);
const ownSettings = kvs.entity<GateSettingsRecord>(entityNames.gateSettings);
const evidenceDays = 1;

const evidenceKey = (reviewId: string, accountId: string): string => `gate:evidence:${reviewId}:${accountId}`;
const guardsKey = (projectId: string): string => `gate:guards:${projectId}`;

const reviewRecord = (review: GateReview): GateReviewRecord => ({
  reviewId: review.id,
  projectId: review.projectId,
  deliverable: deliverableId(review.deliverable),
  state: review.state,
  requestedAt: review.requestedAt,
  content: review,
});

const standingRecord = (standing: GateStanding): GateStandingRecord => ({
  deliverable: deliverableId(standing.deliverable),
  projectId: standing.projectId,
  revision: standing.revision,
  watch: mayChange(standing) ? 'open' : 'closed',
  told: standing.told ?? 'none',
  askedAt: standing.review?.requestedAt ?? '',
  content: standing,
});

const atRevision = (revision: number) => ({
  entityName: entityNames.gateStanding,
  conditions: new Filter<GateStandingRecord>().and('revision', FilterConditions.equalTo(revision)),
});

const settingsRecord = (projectId: string, settings: GateSettings): GateSettingsRecord => ({ projectId, revision: settings.revision, content: settings });

export const gateStore: GateStore = {
  async standing(id) {
    return (await standings.get(id))?.content;
  },

  async standings(ids) {
    return (await readAmong<GateStandingRecord>(entityNames.gateStanding, ids)).map(({ content }) => content);
  },

  async review(id) {
    return (await kvs.entity<GateReviewRecord>(entityNames.gateReview).get(id))?.content;
  },

  async waiting(projectId) {
    const records = await queryAll<GateReviewRecord>({ entity: entityNames.gateReview, index: 'by-state', partition: [projectId, 'waiting'] });
    return records.map((record) => record.content);
  },

  async waitingAnywhere(most) {
    const records = await queryAll<GateReviewRecord>({ entity: entityNames.gateReview, index: 'by-state-anywhere', partition: ['waiting'] }, most);
    return records.map((record) => record.content);
  },

  async decisions(projectId, limit) {
    const query = { entity: entityNames.gateDecision, index: 'by-project', partition: [projectId], newestFirst: true };
    return (await queryAll<GateDecisionRecord>(query, limit)).map((record) => record.content);
  },

  async decisionsOf(id, limit) {
    const query = { entity: entityNames.gateDecision, index: 'by-deliverable', partition: [id], newestFirst: true };
    return (await queryAll<GateDecisionRecord>(query, limit)).map((record) => record.content);
  },

  async record(id) {
    return (await kvs.entity<GateEvidenceRecord>(entityNames.gateEvidence).get(keys.evidence(id)))?.content;
  },

  async saveReview(review, known) {
    const before = known ?? noStanding(review.projectId, review.deliverable);
    const key = deliverableId(review.deliverable);
    if (known === undefined) await ensure(() => standings.set(key, standingRecord(before), { keyPolicy: 'FAIL_IF_EXISTS' }));
    await conditionally('gate review', () =>
      kvs
        .transact()
        .set(review.id, reviewRecord(review), { entityName: entityNames.gateReview })
        .set(key, standingRecord(withReview(before, review)), atRevision(before.revision))
        .execute(),
    );
  },

  async decide(record, before) {
    const { review, decision } = record;
    const id = deliverableId(review.deliverable);
    const decided: GateDecisionRecord = { projectId: review.projectId, deliverable: id, decidedAt: decision.decidedAt, content: { review, decision } };
    const evidence: GateEvidenceRecord = { projectId: review.projectId, decidedAt: decision.decidedAt, content: record };
    await ensureSummary(review.projectId);
    await conditionally('gate review', () =>
      kvs
        .transact()
        .set(review.id, reviewRecord(review), { entityName: entityNames.gateReview })
        .set(keys.decision(id, decision.decidedAt, review.id), decided, { entityName: entityNames.gateDecision })
        .set(keys.evidence(review.id), evidence, { entityName: entityNames.gateEvidence })
        .set(id, standingRecord(withDecision(before, review, decision)), atRevision(before.revision))
        // A go under guidelines that were replaced in this very moment would be a go to something else.
        .check<SummaryRecord>(review.projectId, {
          entityName: entityNames.summary,
          conditions: new Filter<SummaryRecord>().and('guidelinesVersion', FilterConditions.equalTo(decision.guidelinesVersion ?? 0)),
        })
        .execute(),
    );
  },

  async saveStanding(standing) {
    await conditionally('gate standing', () =>
      kvs.transact().set(deliverableId(standing.deliverable), standingRecord(standing), atRevision(standing.revision - 1)).execute(),
    );
  },

  watched: watchedFrom,

  async told(state, most) {
    const query = { entity: entityNames.gateStanding, index: 'by-told', partition: [state], newestFirst: true };
    return (await queryAll<GateStandingRecord>(query, most)).map(({ content }) => deliverableId(content.deliverable));
  },

  async keepEvidence(id, seenBy, seen) {
    await kvs.set(evidenceKey(id, seenBy), seen, { ttl: { value: evidenceDays, unit: 'DAYS' } });
  },

  evidence: (id, seenBy) => kvs.get<SeenEvidence>(evidenceKey(id, seenBy)),

  async settings(projectId) {
    const record = await ownSettings.get(projectId);
    // The empty record that a first change needed is none of the project's own.
    return record === undefined || record.revision === 0 ? undefined : record.content;
  },

  async saveSettings(projectId, settings) {
    if (settings.revision === 1) await ensure(() => ownSettings.set(projectId, settingsRecord(projectId, { ...settings, revision: 0 }), { keyPolicy: 'FAIL_IF_EXISTS' }));
    const conditions = new Filter<GateSettingsRecord>().and('revision', FilterConditions.equalTo(settings.revision - 1));
    await conditionally('gate settings', () => kvs.transact().set(projectId, settingsRecord(projectId, settings), { entityName: entityNames.gateSettings, conditions }).execute());
  },

  seenGuards: async (projectId) => (await kvs.get<readonly SeenGuard[]>(guardsKey(projectId))) ?? [],
  keepSeenGuards: (projectId, guards) => kvs.set(guardsKey(projectId), guards),
};
