import type { InvocationRecord } from '../../local/forge/invocations';
import { issueId, projectId, reviewId } from '../../src/domain/fixture/values';
import { sampleDecision, sampleReview } from '../../src/domain/fixture/gate';
import { noStanding, withDecision } from '../../src/domain/gate';
import { entityNames, keys } from '../../src/adapters/forge/records';
import { openCompany, type BenchCompany } from './company';
import type { Figure, Measurement } from './measurement';
import { median } from './median';

const reviews = 5_000;
const answers = 200;

/**
 * What the workflow validator needs to answer in a project in which 5,000 reviews were decided: reads of storage, calls to
 * Jira, and the time of a warm function from Jira's question to its answer.
 */
export const gate: Measurement = {
  name: 'gate',
  async run() {
    const company = await openCompany();
    try {
      fill(company);
      const payload = { issue: { key: company.issueKey }, configuration: { requirement: 'goOnly' }, transition: { id: '41', name: 'Hand over', from: { id: '1' }, to: { id: '2' } }, modifiedFields: {} };
      const ask = async (): Promise<void> => {
        const { result } = await company.site.host.runWorkflowRule('delivery-gate', payload, undefined);
        if (result) throw new Error('the gate let an issue through whose review still waits');
      };
      await ask();
      const before = new Set(company.site.host.invocations());
      for (let count = 0; count < answers; count += 1) await ask();
      return figures(company.site.host.invocations().filter((record) => !before.has(record)));
    } finally {
      await company.close();
    }
  },
};

function fill({ data, site }: BenchCompany): void {
  const [project] = site.jira.store.projects.all();
  if (project === undefined) throw new Error('the company has no project');
  data.fill((put) => {
    for (let at = 1; at <= reviews; at += 1) {
      const id = String(500_000 + at);
      const review = { ...sampleReview, id: reviewId(`bench${at}`), projectId: projectId(project.id), state: 'decided' as const, deliverable: { kind: 'issue' as const, issueId: issueId(id), issueKey: `${project.key}-${id}`, summary: 'Delivered' } };
      const decision = { ...sampleDecision, reviewId: review.id };
      const deliverable = `issue:${id}`;
      const standing = withDecision(noStanding(review.projectId, review.deliverable), review, decision);
      const { requestedAt, state } = review;
      put(entityNames.gateReview, review.id, { reviewId: review.id, projectId: project.id, deliverable, state, requestedAt, content: review });
      put(entityNames.gateDecision, keys.decision(deliverable, decision.decidedAt, review.id), { projectId: project.id, deliverable, decidedAt: decision.decidedAt, content: { review, decision } });
      put(entityNames.gateStanding, deliverable, { deliverable, projectId: project.id, revision: standing.revision, watch: 'open', told: 'go', askedAt: requestedAt, content: standing });
    }
  });
}

function figures(records: readonly InvocationRecord[]): Figure[] {
  const most = (count: (record: InvocationRecord) => number): number => Math.max(...records.map(count));
  const times = records.map(({ durationMilliseconds }) => durationMilliseconds);
  return [
    { name: 'gate: answers measured', measured: records.length, unit: '' },
    { name: 'gate: storage reads an answer', measured: most(({ storage }) => storage.reads), unit: '', limit: 1 },
    { name: 'gate: storage writes an answer', measured: most(({ storage }) => storage.writes), unit: '', limit: 0 },
    { name: 'gate: bytes read an answer', measured: most(({ storage }) => storage.bytesRead), unit: 'B' },
    { name: 'gate: Jira REST calls an answer', measured: most(({ jiraCalls }) => jiraCalls), unit: '', limit: 1 },
    { name: 'gate: warm, median', measured: median(times), unit: 'ms' },
    { name: 'gate: warm, worst', measured: Math.max(...times), unit: 'ms' },
  ];
}
