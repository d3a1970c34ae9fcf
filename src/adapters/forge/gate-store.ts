import { Filter, FilterConditions, kvs } from '@forge/kvs';
import type { GateReview, GateStanding } from '../../domain/gate';
import type { GateStore } from '../../ports/gate-store';
import { queryAll } from './query-all';
import { entityNames, keys, type GateDecisionRecord, type GateReviewRecord, type GateStandingRecord, type SummaryRecord } from './records';
import { conditionally, ensure } from './storage-error';
import { ensureSummary } from './summary-store';

const standings = kvs.entity<GateStandingRecord>(entityNames.gateStanding);

const reviewRecord = (review: GateReview): GateReviewRecord => ({
  reviewId: review.id,
  projectId: review.projectId,
  deliverable: keys.deliverable(review.deliverable.issueId),
  state: review.state,
  requestedAt: review.requestedAt,
  content: review,
});

const standingRecord = (standing: GateStanding): GateStandingRecord => ({
  deliverable: keys.deliverable(standing.deliverable.issueId),
  projectId: standing.projectId,
  revision: standing.revision,
  content: standing,
});

const unchangedSince = (before: GateStanding) => ({
  entityName: entityNames.gateStanding,
  conditions: new Filter<GateStandingRecord>().and('revision', FilterConditions.equalTo(before.revision)),
});

export const gateStore: GateStore = {
  async standing(issueId) {
    return (await standings.get(keys.deliverable(issueId)))?.content;
  },

  async review(id) {
    return (await kvs.entity<GateReviewRecord>(entityNames.gateReview).get(id))?.content;
  },

  async waiting(projectId) {
    const records = await queryAll<GateReviewRecord>({ entity: entityNames.gateReview, index: 'by-state', partition: [projectId, 'waiting'] });
    return records.map((record) => record.content);
  },

  async decisions(projectId, limit) {
    const query = { entity: entityNames.gateDecision, index: 'by-project', partition: [projectId], newestFirst: true };
    return (await queryAll<GateDecisionRecord>(query, limit)).map((record) => record.content);
  },

  async saveReview(review, known) {
    const before = known ?? { projectId: review.projectId, deliverable: review.deliverable, revision: 0, review: null, decision: null };
    const key = keys.deliverable(review.deliverable.issueId);
    if (known === undefined) await ensure(() => standings.set(key, standingRecord(before), { keyPolicy: 'FAIL_IF_EXISTS' }));
    const after: GateStanding = { ...before, projectId: review.projectId, deliverable: review.deliverable, revision: before.revision + 1, review };
    await conditionally('gate review', () =>
      kvs
        .transact()
        .set(review.id, reviewRecord(review), { entityName: entityNames.gateReview })
        .set(key, standingRecord(after), unchangedSince(before))
        .execute(),
    );
  },

  async decide(review, decision, before) {
    const issueId = review.deliverable.issueId;
    const record: GateDecisionRecord = {
      projectId: review.projectId,
      deliverable: keys.deliverable(issueId),
      decidedAt: decision.decidedAt,
      content: { review, decision },
    };
    const after: GateStanding = { ...before, revision: before.revision + 1, review, decision };
    await ensureSummary(review.projectId);
    await conditionally('gate review', () =>
      kvs
        .transact()
        .set(review.id, reviewRecord(review), { entityName: entityNames.gateReview })
        .set(keys.decision(issueId, decision.decidedAt, review.id), record, { entityName: entityNames.gateDecision })
        .set(keys.deliverable(issueId), standingRecord(after), unchangedSince(before))
        // A go under guidelines that were replaced in this very moment would be a go to something else.
        .check<SummaryRecord>(review.projectId, {
          entityName: entityNames.summary,
          conditions: new Filter<SummaryRecord>().and('guidelinesVersion', FilterConditions.equalTo(decision.guidelinesVersion ?? 0)),
        })
        .execute(),
    );
  },
};
