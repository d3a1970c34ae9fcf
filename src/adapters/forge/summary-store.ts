import { Filter, FilterConditions, kvs, type BatchGetItemResult } from '@forge/kvs';
import type { ProjectId } from '../../domain/ids';
import { emptySummary, type ProjectSummary } from '../../domain/project-summary';
import type { Company } from '../../ports/settings-store';
import type { SummaryStore } from '../../ports/summary-store';
import { refuseBroken } from './query-all';
import { entityNames, type GateStandingRecord, type SummaryRecord } from './records';
import { companyKey, defaultCompany } from './settings-store';
import { ensure } from './storage-error';

const entityName = entityNames.summary;

type GateRecord = SummaryRecord | GateStandingRecord | Company;

export const summaryStore: SummaryStore = {
  async summary(projectId) {
    return (await kvs.entity<SummaryRecord>(entityName).get(projectId))?.content;
  },

  async forGate(projectId, deliverables) {
    const { successfulKeys, failedKeys } = await kvs.batchGet<GateRecord>([
      { key: projectId, entityName },
      ...deliverables.map((key) => ({ key, entityName: entityNames.gateStanding })),
      { key: companyKey },
    ]);
    // A record that could not be read must not pass for "nothing decided".
    refuseBroken(failedKeys);
    return {
      summary: successfulKeys.map(({ value }) => value).find(isSummary)?.content,
      standings: successfulKeys.map(({ value }) => value).filter(isStanding).map(({ content }) => content),
      company: successfulKeys.find((found): found is BatchGetItemResult<Company> => found.key === companyKey)?.value ?? defaultCompany,
    };
  },
};

const isStanding = (record: GateRecord): record is GateStandingRecord => 'deliverable' in record;
const isSummary = (record: GateRecord): record is SummaryRecord => 'guidelinesVersion' in record;

/** A summary as a write of a transaction: it holds only while nobody else rewrote the summary. */
export function summaryWrite(summary: ProjectSummary) {
  return {
    key: summary.projectId,
    value: recordOf(summary),
    entity: { entityName, conditions: new Filter<SummaryRecord>().and('revision', FilterConditions.equalTo(summary.revision - 1)) },
  };
}

/** Conditions need a record to look at, so a project's first write makes an empty one. */
export async function ensureSummary(projectId: ProjectId): Promise<void> {
  await ensure(() => kvs.entity<SummaryRecord>(entityName).set(projectId, recordOf(emptySummary(projectId)), { keyPolicy: 'FAIL_IF_EXISTS' }));
}

const recordOf = (summary: ProjectSummary): SummaryRecord => ({
  projectId: summary.projectId,
  revision: summary.revision,
  guidelinesVersion: summary.guidelines?.version ?? 0,
  content: summary,
});
