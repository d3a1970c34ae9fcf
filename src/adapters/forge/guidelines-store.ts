import { Filter, FilterConditions, kvs } from '@forge/kvs';
import type { GuidelinesStore, StoredDraft } from '../../ports/guidelines-store';
import { queryAll } from './query-all';
import { entityNames, keys, type AcknowledgementRecord, type DraftRecord, type GuidelinesVersionRecord } from './records';
import { conditionally } from './storage-error';
import { ensureSummary, summaryWrite } from './summary-store';

const versions = kvs.entity<GuidelinesVersionRecord>(entityNames.guidelinesVersion);
const drafts = kvs.entity<DraftRecord>(entityNames.draft);

const atRevision = (revision: number) => ({
  entityName: entityNames.draft,
  conditions: new Filter<DraftRecord>().and('revision', FilterConditions.equalTo(revision)),
});

const draftRecord = (projectId: string, draft: StoredDraft): DraftRecord => ({
  projectId,
  revision: draft.revision,
  savedAt: draft.savedAt,
  savedBy: draft.savedBy.accountId,
  content: draft,
});

export const guidelinesStore: GuidelinesStore = {
  async current(projectId) {
    const query = { entity: entityNames.guidelinesVersion, index: 'by-project', partition: [projectId], newestFirst: true };
    return (await queryAll<GuidelinesVersionRecord>(query, 1))[0]?.content;
  },

  async version(projectId, version) {
    return (await versions.get(keys.guidelinesVersion(projectId, version)))?.content;
  },

  async versions(projectId) {
    const query = { entity: entityNames.guidelinesVersion, index: 'by-project', partition: [projectId], newestFirst: true };
    return (await queryAll<GuidelinesVersionRecord>(query)).map((record) => record.content);
  },

  async draft(projectId) {
    return (await drafts.get(projectId))?.content;
  },

  async saveDraft(projectId, expected, draft) {
    const record = draftRecord(projectId, draft);
    await conditionally('draft', () =>
      expected === 0
        ? drafts.set(projectId, record, { keyPolicy: 'FAIL_IF_EXISTS' })
        : kvs.transact().set(projectId, record, atRevision(expected)).execute(),
    );
  },

  async acknowledgements(projectId) {
    const query = { entity: entityNames.acknowledgement, index: 'by-project', partition: [projectId], newestFirst: true };
    return (await queryAll<AcknowledgementRecord>(query)).map((record) => record.content);
  },

  async publish(projectId, version, expected, closed, summary) {
    const record: GuidelinesVersionRecord = {
      projectId,
      version: version.version,
      publishedAt: version.publishedAt,
      publishedBy: version.publishedBy.accountId,
      content: version,
    };
    const next = summaryWrite(summary);
    await ensureSummary(projectId);
    await conditionally('guidelines', () =>
      kvs
        .transact()
        .set(keys.guidelinesVersion(projectId, version.version), record, { entityName: entityNames.guidelinesVersion })
        .set(projectId, draftRecord(projectId, closed), atRevision(expected))
        .set(next.key, next.value, next.entity)
        .execute(),
    );
  },

  async acknowledge(projectId, acknowledgement, summary) {
    const record: AcknowledgementRecord = {
      projectId,
      version: acknowledgement.version,
      accountId: acknowledgement.person.accountId,
      acknowledgedAt: acknowledgement.at,
      content: acknowledgement,
    };
    const next = summaryWrite(summary);
    await conditionally('summary', () =>
      kvs
        .transact()
        .set(keys.acknowledgement(projectId, record.version, record.accountId), record, { entityName: entityNames.acknowledgement })
        .set(next.key, next.value, next.entity)
        .execute(),
    );
  },
};
