import { evidence } from '../../src/contract/gate-evidence';
import { sampleDeal } from '../../src/domain/fixture/guidelines';
import { clientId, day, dealId, issueId, lineId, versionId } from '../../src/domain/fixture/values';
import type { Mark } from '../../src/domain/gate-criteria';
import { lookAtClient } from '../../src/use-cases/clients/look-at-client';
import { acknowledgeGuidelines } from '../../src/use-cases/guidelines/acknowledge-guidelines';
import { decideReview } from '../../src/use-cases/gate/decide-review';
import { openReview } from '../../src/use-cases/gate/open-review';
import { readGate, readRecord } from '../../src/use-cases/gate/read-gate';
import { gateSettings, saveGateSettings } from '../../src/use-cases/gate/settings';
import { linkDeal } from '../../src/use-cases/planner/link-deal';
import { bareIssue } from '../world/memory-jira';
import { company, type MemoryWorld } from '../world/memory-world';
import { asOwner, asProductOwner, decide, lookAt, request, requestVersion } from './gate-steps';
import { asManager, openPlannedProject, publish } from './planned-project';

let memory: MemoryWorld;
beforeEach(async () => {
  memory = await openPlannedProject();
});

const manager = () => memory.as(company.accountManager);
const open = async (reviewId: Awaited<ReturnType<typeof request>>) => openReview(manager(), asManager, { reviewId });
const put = (id: string, changes: object): void => {
  memory.jira.issues.set(issueId(id), { ...bareIssue, id: issueId(id), key: `ALFA-${id}`, summary: `Issue ${id}`, projectId: company.project, ...changes });
};

it('shows the deliverable’s children, what blocks it, and who has read what', async () => {
  put('20010', { parent: company.issue, status: 'done' });
  put('20011', { parent: company.issue });
  put('20012', { blocks: [company.issue], status: 'toDo' });
  put('20013', { blocks: [company.issue], status: 'done' });
  await acknowledgeGuidelines(memory.as(company.productOwner), asOwner, { version: 1 });
  const { evidence, criteria } = await open(await request(memory));
  expect(evidence.work).toMatchObject({ done: 1, inProgress: 1, toDo: 0, unfinished: [{ issueKey: 'ALFA-20011' }], blockers: [{ issueKey: 'ALFA-20012' }] });
  expect(evidence.guidelines).toMatchObject({ version: 1, acknowledged: [{ accountId: 'piotr' }], behind: [] });
  expect([evidence.documents, evidence.margin]).toEqual([{ kind: 'notConnected' }, { kind: 'notConnected' }]);
  expect(criteria.flatMap(({ criterion, finding }) => (criterion.check === null ? [] : [[criterion.check, finding]]))).toEqual([
    ['workDone', 'notMet'], ['noBlockers', 'notMet'], ['acknowledged', 'met'], ['onSchedule', 'met'], ['withinHours', 'met'],
  ]);
});

it('names the formal documents that are missing once somebody looked, and keeps them with the decision', async () => {
  const client = { id: clientId(1), name: 'Bank Północny' };
  memory.salesforce.put(sampleDeal({ id: dealId(2), client, stageName: 'Negotiation', modifiedAt: memory.clock.now() }));
  await linkDeal(manager(), asManager, { dealId: dealId(2) });
  await lookAtClient(memory.as(), client.id);
  const reviewId = await request(memory);
  const missing = { kind: 'known', value: [{ requirement: 'nda', of: client.name }] };
  const { evidence: seen } = await open(reviewId);
  expect(seen.documents).toEqual(missing);
  expect(evidence().safeParse(seen).success).toBe(true);
  await decide(memory, reviewId);
  memory.files.put('NDA signed', [client.id]);
  await lookAtClient(memory.as(), client.id);
  expect((await readRecord(manager(), asManager, { reviewId })).evidence.documents).toEqual(missing);
});

it('keeps with the decision what was seen, whatever changes afterwards', async () => {
  put('20011', { parent: company.issue });
  const reviewId = await request(memory);
  const token = await lookAt(memory, reviewId);
  put('20014', { parent: company.issue, status: 'toDo' });
  await decide(memory, reviewId, { token });
  const record = await readRecord(manager(), asManager, { reviewId });
  expect(record.evidence.work).toMatchObject({ toDo: 0, inProgress: 1 });
  expect(record.criteria.find(({ criterion }) => criterion.check === 'workDone')).toMatchObject({ finding: 'notMet', mark: { kind: 'waived', reason: 'Agreed' } });
});

it('is not decided on without having been opened, by the same person, within the hour, under the guidelines of now', async () => {
  const reviewId = await request(memory);
  await expect(decide(memory, reviewId, { token: 'made-up' })).rejects.toMatchObject({ code: 'evidenceOld' });
  const token = await lookAt(memory, reviewId);
  const world = manager();
  memory.clock.advance(3601);
  await expect(decide(memory, reviewId, { token })).rejects.toMatchObject({ code: 'evidenceOld' });
  const again = await lookAt(memory, reviewId);
  await publish(memory, []);
  await expect(decide(memory, reviewId, { token: again }, world)).rejects.toMatchObject({ code: 'evidenceOld' });
  expect((await readGate(world, asManager)).decided).toEqual([]);
});

describe('the checklist', () => {
  const decideWith = async (reviewId: Awaited<ReturnType<typeof request>>, change: (check: string | null) => Mark | undefined, verdict: 'go' | 'noGo' = 'go') => {
    const { token, criteria } = await open(reviewId);
    const marks = criteria.flatMap(({ criterion }) => {
      const mark = change(criterion.check);
      return mark === undefined ? [] : [{ criterionId: criterion.id, mark }];
    });
    return decideReview(manager(), asManager, { reviewId, token, verdict: { kind: verdict }, reason: 'x', validUntil: null, marks });
  };

  it.each<[string, (check: string | null) => Mark | undefined]>([
    ['one is left out', (check) => (check === null ? undefined : { kind: 'met' })],
    ['one is said to be met that the app found not met', () => ({ kind: 'met' })],
    ['one is waived without a reason', (check) => (check === 'workDone' ? { kind: 'waived', reason: ' ' } : { kind: 'met' })],
    ['one is not met', (check) => (check === 'workDone' ? { kind: 'notMet' } : { kind: 'met' })],
  ])('keeps a go back where %s', async (_, change) => {
    put('20011', { parent: company.issue });
    await expect(decideWith(await request(memory), change)).rejects.toMatchObject({ code: 'criteriaUnsettled' });
  });

  it('may have gaps where the answer is no', async () => {
    put('20011', { parent: company.issue });
    await expect(decideWith(await request(memory), (check) => ({ kind: check === 'workDone' || check === 'acknowledged' ? 'notMet' : 'met' }), 'noGo')).resolves.toMatchObject({ decision: { verdict: { kind: 'noGo' } } });
  });

  it('is the project’s own once it was edited, and is not overwritten by somebody who saw an older one', async () => {
    const own = { ...(await gateSettings(manager(), company.project)), criteria: [{ id: lineId('mine'), text: ' Seen by the client ', check: null }] };
    const { settings } = await saveGateSettings(manager(), asManager, own);
    expect(settings).toMatchObject({ revision: 1, criteria: [{ text: 'Seen by the client' }] });
    await expect(saveGateSettings(manager(), asManager, own)).rejects.toMatchObject({ code: 'conflict' });
    expect((await open(await request(memory))).criteria.map(({ criterion }) => criterion.id)).toEqual(['mine']);
  });

  it.each([
    ['an id twice', [{ id: lineId('mine'), text: 'a', check: null }, { id: lineId('mine'), text: 'b', check: null }]],
    ['an empty line', [{ id: lineId('mine'), text: '  ', check: null }]],
  ])('is not kept with %s', async (_, criteria) => {
    const settings = await gateSettings(manager(), company.project);
    await expect(saveGateSettings(manager(), asManager, { ...settings, criteria })).rejects.toMatchObject({ code: 'invalidRequest' });
  });
});

it('lets who asked decide where the project allows it, and notes that', async () => {
  const settings = await gateSettings(manager(), company.project);
  await saveGateSettings(manager(), asManager, { ...settings, ownRequestAllowed: true });
  memory.jira.versions.set(versionId('30001'), { id: versionId('30001'), projectId: company.project, name: '1.0', releasesOn: day('2026-03-30'), state: 'open' });
  const reviewId = await requestVersion(memory, versionId('30001'));
  memory.jira.addPerson({ accountId: company.productOwner, name: 'Piotr Lis' }, { browse: [company.project], own: ['decideGate'] });
  const opened = await openReview(memory.as(company.productOwner), asProductOwner, { reviewId });
  expect(opened.ownRequest).toBe('allowed');
  const marks = opened.criteria.map(({ criterion, finding }) => ({ criterionId: criterion.id, mark: finding === 'notMet' ? ({ kind: 'waived', reason: 'x' } as const) : ({ kind: 'met' } as const) }));
  const { decision } = await decideReview(memory.as(company.productOwner), asProductOwner, { reviewId, token: opened.token, verdict: { kind: 'go' }, reason: 'x', validUntil: null, marks });
  expect(decision.isOwnRequest).toBe(true);
});

it('shows no margin to those who may not decide', async () => {
  const reviewId = await request(memory);
  const world = { ...manager(), margins: { ofProject: async () => ({ kind: 'known', value: { current: 31, target: 40 } }) as const } };
  const { token, criteria } = await openReview(world, asManager, { reviewId });
  const marks = criteria.map(({ criterion, finding }) => ({ criterionId: criterion.id, mark: finding === 'notMet' ? ({ kind: 'waived', reason: 'x' } as const) : ({ kind: 'met' } as const) }));
  await decideReview(world, asManager, { reviewId, token, verdict: { kind: 'go' }, reason: 'x', validUntil: null, marks });
  expect((await readRecord(manager(), asManager, { reviewId })).evidence.margin).toEqual({ kind: 'known', value: { current: 31, target: 40 } });
  expect((await readRecord(memory.as(company.productOwner), asProductOwner, { reviewId })).evidence.margin).toEqual({ kind: 'notConnected' });
  await expect(readRecord(memory.as(company.stranger), { projectId: company.otherProject, accountId: company.stranger }, { reviewId })).rejects.toMatchObject({ code: 'notFound' });
});
