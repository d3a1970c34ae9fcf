import type { Answer } from '../../src/contract/answer';
import { inProject } from '../../src/contract/in-project';
import { declineChange, negotiateChange, readChanges } from '../../src/contract/changes';
import { decideReview, openReview } from '../../src/contract/gate-operations';
import type { Operation } from '../../src/contract/operation';
import { readPlanner, resolveDrift } from '../../src/contract/planner';
import { emptyPlan } from '../../src/domain/account-plan';
import type { Subject } from '../../src/domain/attention/attention-item';
import { sampleReview } from '../../src/domain/fixture/gate';
import { amount, lineId, person, reviewId } from '../../src/domain/fixture/values';
import type { Handled } from '../../src/handlers/handle';
import { handledOperations } from '../../src/handlers/handled-operations';
import { beginPlan, decidePlanVersion, savePlan, submitPlanVersion } from '../../src/use-cases/account-plan/change-plan';
import { proposeChange } from '../../src/use-cases/changes/change-changes';
import { lookAtClient } from '../../src/use-cases/clients/look-at-client';
import { readToday } from '../../src/use-cases/today/read-today';
import { touching } from '../../src/use-cases/today/touching';
import { company, type MemoryWorld } from '../world/memory-world';
import { request } from './gate-steps';
import { client, openLinkedClient } from './linked-client';
import { clearOrders, linkOf, openPlannedProject, sync } from './planned-project';

type Somebody = 'accountManager' | 'productOwner' | 'headOfSales' | 'stranger';

let memory: MemoryWorld;
beforeEach(async () => {
  memory = await openPlannedProject();
  await sync(memory);
});

const world = (who: Somebody) => touching(memory.as(company[who]));
const alfa: Subject = `project:${company.project}`;
const today = (who: Somebody, whose: 'mine' | 'all' = 'mine', kind: 'project' | 'client' = 'project') => readToday(world(who), { accountId: company[who] }, { whose, kind, after: null });
const kinds = async (...asked: Parameters<typeof today>) => (await today(...asked)).items.map(({ what }) => what.kind);

/** As the page over all projects calls it: no project in the context, and the named one beside the request. */
async function call<Name extends string, Request, Data>(who: Somebody, operation: Operation<Name, 'project', Request, Data>, payload: Request, subject: Subject = alfa): Promise<Answer<Data>> {
  const { name, answer } = inProject(operation);
  const handled = Object.values<Handled<string>>(handledOperations).find((one) => one.name === name);
  if (handled === undefined) throw new Error(`${name} is not offered`);
  const given = await handled.run(world(who), { subject, request: payload }, { accountId: company[who], extension: { type: 'jira:globalPage' } });
  return given.ok ? { ok: true, data: answer.parse(given.data) } : given;
}

const good = <Data>(answer: Answer<Data>): Data => {
  if (!answer.ok) throw new Error(`refused: ${answer.error.code}`);
  return answer.data;
};
const failure = (answer: Answer<unknown>) => (answer.ok ? undefined : answer.error.code);

it('decides a review on its evidence, once, and no other project’s', async () => {
  const id = await request(memory);
  await world('accountManager').portfolio.touch(alfa);
  expect(await kinds('accountManager')).toEqual(['gateReview']);
  const { token, criteria } = good(await call('accountManager', openReview, { reviewId: id }));
  const marks = criteria.map(({ criterion, finding }) => ({ criterionId: criterion.id, mark: finding === 'notMet' ? ({ kind: 'waived', reason: 'Agreed' } as const) : ({ kind: 'met' } as const) }));
  const decision = { reviewId: id, token, verdict: { kind: 'noGo' } as const, reason: 'The menu is broken', validUntil: null, marks };
  const foreign = { ...sampleReview, id: reviewId('review9'), projectId: company.otherProject, deliverable: { kind: 'issue', issueId: company.otherIssue, issueKey: 'BETA-1', summary: 'Menu' } } as const;
  await memory.as().gate.saveReview(foreign, undefined);
  const before = memory.storage.writes;
  expect(failure(await call('accountManager', openReview, { reviewId: foreign.id }))).toBe('notFound');
  expect(failure(await call('accountManager', decideReview, { ...decision, reviewId: foreign.id }))).toBe('notFound');
  expect(failure(await call('accountManager', decideReview, { ...decision, token: 'another' }))).toBe('evidenceOld');
  expect(failure(await call('headOfSales', decideReview, decision))).toBe('forbidden');
  expect(failure(await call('productOwner', decideReview, decision))).toBe('notFound');
  expect(memory.storage.writes).toBe(before);

  const answers = await Promise.all([call('accountManager', decideReview, decision), call('accountManager', decideReview, decision)]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(failure(await call('accountManager', decideReview, decision))).toBe('notWaiting');
  expect(await memory.as().gate.decisions(company.project, 10)).toHaveLength(1);
  expect(await kinds('accountManager')).toEqual([]);
});

it('settles a drift by the choice for each entry, before the planner has followed', async () => {
  for (const [id, plan] of [...memory.tempo.plans]) memory.tempo.put({ ...plan, minutesPerDay: 60 }, id);
  await sync(memory);
  await world('accountManager').portfolio.touch(alfa);
  expect((await today('accountManager')).items).toMatchObject([{ what: { kind: 'drifted', entries: 2 } }]);
  const { deals } = good(await call('accountManager', readPlanner, {}));
  const tags = (deals[0]?.lines ?? []).flatMap(({ drift, entry }) => (drift === null || entry === null ? [] : [entry.tag]));
  clearOrders(memory);
  const choose = async (tag: (typeof tags)[number], who: Somebody = 'accountManager') => call(who, resolveDrift, { dealId: (await linkOf(memory)).deal.id, tag, choice: 'takeTheirs' });
  const [first, second] = tags;
  if (first === undefined || second === undefined) throw new Error('two entries were changed');
  expect(failure(await choose(first, 'headOfSales'))).toBe('forbidden');
  await choose(first);
  expect((await today('accountManager')).items).toMatchObject([{ what: { kind: 'drifted', entries: 1 } }]);
  await choose(second);
  expect((await linkOf(memory)).sync.kind).toBe('drifted');
  expect(await kinds('accountManager')).toEqual([]);
});

it('takes a scope change up and declines it, and nothing that has moved on meanwhile', async () => {
  const id = lineId('change1');
  await proposeChange(world('productOwner'), { projectId: company.project, accountId: company.productOwner }, { id, title: 'Returns', reason: '', effect: { budget: null, hours: 10, end: null, added: 'Returns', removed: '' } });
  expect(await kinds('accountManager')).toEqual(['scopeChange']);
  expect(good(await call('accountManager', readChanges, {}))).toMatchObject({ mayDecide: true, changes: [{ id, revision: 1 }] });
  good(await call('accountManager', negotiateChange, { id, revision: 1 }));
  expect((await today('accountManager')).items).toMatchObject([{ what: { kind: 'scopeChange', state: 'negotiation' } }]);
  const before = memory.storage.writes;
  expect(failure(await call('accountManager', negotiateChange, { id, revision: 1 }))).toBe('conflict');
  expect(failure(await call('accountManager', declineChange, { id, revision: 2, reason: ' ' }))).toBe('invalidRequest');
  expect(failure(await call('headOfSales', declineChange, { id, revision: 2, reason: 'Too dear' }))).toBe('forbidden');
  expect(memory.storage.writes).toBe(before);
  good(await call('accountManager', declineChange, { id, revision: 2, reason: 'Too dear' }));
  expect(await kinds('accountManager')).toEqual([]);
});

it('shows a plan that was submitted to the head of sales alone, until it is decided', async () => {
  memory = await openLinkedClient();
  await lookAtClient(memory.as(), client.id);
  const named = { clientId: client.id, year: 2026, number: 1 };
  const anna = { accountId: company.accountManager };
  await beginPlan(world('accountManager'), anna, named);
  await savePlan(world('accountManager'), anna, { ...named, revision: 1, plan: { ...emptyPlan, budget: { amount: amount('120000.00'), currency: 'PLN' }, growth: 20, rules: 'Net 14', goals: [{ id: lineId('goal1'), text: 'Mobile app' }] } });
  await submitPlanVersion(world('accountManager'), anna, { ...named, revision: 2 });

  const plan = { id: 'plan-2026-1', subject: `client:${client.id}`, what: { kind: 'accountPlan', year: 2026, number: 1, submittedBy: person('anna', 'Anna Nowak') }, money: { amount: '120000.00' } };
  const plansOf = async (...asked: Parameters<typeof today>) => (await today(...asked)).items.filter(({ what }) => what.kind === 'accountPlan');
  expect(await plansOf('headOfSales')).toMatchObject([plan]);
  expect(await plansOf('headOfSales', 'all', 'client')).toMatchObject([plan]);
  // An account manager who is granted the portfolio still cannot decide what they submitted.
  for (const who of ['accountManager', 'productOwner', 'stranger'] as const) {
    expect(await plansOf(who)).toEqual([]);
    expect(await plansOf(who, 'all', 'client')).toEqual([]);
  }
  memory.jira.addPerson(person('anna', 'Anna Nowak'), { browse: [company.project], own: ['setGuidelines', 'seePortfolio'] });
  expect(await plansOf('accountManager', 'all', 'client')).toEqual([]);
  await decidePlanVersion(world('headOfSales'), { accountId: company.headOfSales }, { ...named, revision: 3, verdict: { kind: 'returned', reason: 'More ambition' } });
  expect(await plansOf('headOfSales')).toEqual([]);
});

it('asks whether the caller is an administrator only where a stage waits to be mapped', async () => {
  expect((await today('accountManager')).administers).toBe(false);
  const link = await linkOf(memory);
  await world('accountManager').dealStore.save({ ...link, sync: { kind: 'waiting', for: 'stageMapping', since: memory.clock.now() } }, undefined);
  expect(await today('accountManager')).toMatchObject({ administers: false, items: [{ what: { kind: 'stageUnmapped' } }] });
  memory.jira.addPerson(person('anna', 'Anna Nowak'), { browse: [company.project], own: ['setGuidelines'], administers: true });
  expect((await today('accountManager')).administers).toBe(true);
});
