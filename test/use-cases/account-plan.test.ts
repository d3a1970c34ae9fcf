import { emptyPlan, type PlanDraft, type PlanVerdict } from '../../src/domain/account-plan';
import { amount, lineId, person } from '../../src/domain/fixture/values';
import { beginPlan, decidePlanVersion, discardPlan, savePlan, submitPlanVersion } from '../../src/use-cases/account-plan/change-plan';
import { readPlan, readPlanVersion } from '../../src/use-cases/account-plan/read-plan';
import { readWaitingPlans } from '../../src/use-cases/account-plan/waiting-plans';
import { company, trail, type MemoryWorld } from '../world/memory-world';
import { caller, client, openLinkedClient } from './linked-client';

let memory: MemoryWorld;
beforeEach(async () => {
  memory = await openLinkedClient();
});
const named = { clientId: client.id, year: 2026 };
const whole: PlanDraft = { ...emptyPlan, budget: { amount: amount('120000.00'), currency: 'PLN' }, growth: 20, rules: 'Net 14', goals: [{ id: lineId('goal1'), text: 'Mobile app' }] };
const anna = () => caller(memory, 'accountManager');
const hanna = () => caller(memory, 'headOfSales');
const begin = () => beginPlan(...anna(), named);
const save = (number: number, revision: number, plan: PlanDraft) => savePlan(...anna(), { ...named, number, revision, plan });
const submit = (number: number, revision: number) => submitPlanVersion(...anna(), { ...named, number, revision });
const decide = (number: number, revision: number, verdict: PlanVerdict, by = hanna()) => decidePlanVersion(...by, { ...named, number, revision, verdict });

async function submitted(): Promise<void> {
  await begin();
  await save(1, 1, whole);
  await submit(1, 2);
}

it('goes from a draft to a signed plan, and starts the next version from it', async () => {
  expect(await begin()).toMatchObject({ mayEdit: true, mayDecide: false, missing: ['budget', 'growth', 'rules', 'goals'], current: { number: 1, revision: 1, state: 'draft', plan: emptyPlan, changes: null } });
  await save(1, 1, whole);
  memory.clock.advance(60);
  expect(await submit(1, 2)).toMatchObject({ current: { state: 'submitted', revision: 3, submitted: { by: person('anna', 'Anna Nowak'), at: memory.clock.now() } } });
  expect(await readWaitingPlans(...hanna())).toMatchObject({ plans: [{ client, year: 2026, number: 1, isOwn: false, submitted: { by: { name: 'Anna Nowak' } } }] });
  expect(await readPlan(...hanna(), named)).toMatchObject({ mayEdit: false, mayDecide: true });
  expect(await decide(1, 3, { kind: 'validated' })).toMatchObject({ mayDecide: false, current: { state: 'validated', decided: { by: { accountId: company.headOfSales } } } });
  expect(await readWaitingPlans(...hanna())).toEqual({ plans: [] });

  expect(await begin()).toMatchObject({ current: { number: 2, state: 'draft', plan: whole, changes: [] }, versions: [{ number: 2 }, { number: 1, state: 'validated' }] });
  await save(2, 1, { ...whole, growth: 30 });
  expect(await readPlanVersion(...anna(), { ...named, number: 2 })).toMatchObject({ changes: [{ field: 'growth', before: '20', after: '30' }] });
  expect(await readPlanVersion(...hanna(), { ...named, number: 1 })).toMatchObject({ plan: whole });
  expect(trail(memory).filter(({ event }) => event.startsWith('plan.')).map(({ event, by }) => [event, by])).toEqual([
    ['plan.begun', company.accountManager], ['plan.submitted', company.accountManager], ['plan.validated', company.headOfSales], ['plan.begun', company.accountManager],
  ]);
});

it('comes back with a reason, and is written anew', async () => {
  await submitted();
  await expect(decide(1, 3, { kind: 'returned', reason: ' ' })).rejects.toMatchObject({ code: 'invalidRequest' });
  expect(await decide(1, 3, { kind: 'returned', reason: 'More ambition' })).toMatchObject({ current: { state: 'returned', reason: 'More ambition' } });
  expect(await begin()).toMatchObject({ current: { number: 2, state: 'draft', plan: whole } });
  expect(await discardPlan(...anna(), { ...named, number: 2, revision: 1 })).toMatchObject({ current: { number: 1, state: 'returned' } });
});

it('never changes what was submitted', async () => {
  await submitted();
  const before = memory.storage.plans.all();
  for (const attempt of [() => save(1, 3, emptyPlan), () => submit(1, 3), () => discardPlan(...anna(), { ...named, number: 1, revision: 3 }), begin]) await expect(attempt()).rejects.toMatchObject({ code: 'conflict' });
  expect(memory.storage.plans.all()).toEqual(before);
});

it('is not submitted while something is missing', async () => {
  await begin();
  await save(1, 1, { ...whole, budget: null });
  await expect(submit(1, 2)).rejects.toMatchObject({ code: 'incomplete', about: { field: 'budget' } });
  await expect(save(1, 2, { ...whole, goals: [{ id: lineId('goal1'), text: 'a' }, { id: lineId('goal1'), text: 'b' }] })).rejects.toMatchObject({ code: 'invalidRequest' });
});

it('is validated by the head of sales alone, and never by who submitted it', async () => {
  await submitted();
  await expect(decide(1, 3, { kind: 'validated' }, anna())).rejects.toMatchObject({ code: 'forbidden' });
  for (const who of ['stranger', 'productOwner', 'administrator'] as const) {
    await expect(decide(1, 3, { kind: 'validated' }, caller(memory, who))).rejects.toMatchObject({ code: 'notFound' });
    await expect(readPlan(...caller(memory, who), named)).rejects.toMatchObject({ code: 'notFound' });
    expect(await readWaitingPlans(...caller(memory, who))).toEqual({ plans: [] });
  }
  await expect(beginPlan(...hanna(), { ...named, year: 2027 })).rejects.toMatchObject({ code: 'forbidden' });
  // An account manager of the same client is no head of sales.
  memory.jira.addPerson(person('stas', 'Staś Obcy'), { browse: [company.project], own: ['setGuidelines'] });
  await expect(decide(1, 3, { kind: 'validated' }, caller(memory, 'stranger'))).rejects.toMatchObject({ code: 'forbidden' });
  expect(await readWaitingPlans(...anna())).toEqual({ plans: [] });

  memory.jira.addPerson(person('anna', 'Anna Nowak'), { browse: [company.project], own: ['setGuidelines', 'seePortfolio'] });
  expect(await readPlan(...anna(), named)).toMatchObject({ mayEdit: true, mayDecide: false });
  expect(await readWaitingPlans(...anna())).toMatchObject({ plans: [{ isOwn: true }] });
  await expect(decide(1, 3, { kind: 'validated' }, anna())).rejects.toMatchObject({ code: 'forbidden' });
});

it('lets one of two in the same moment win', async () => {
  const begun = await Promise.allSettled([begin(), begin()]);
  expect(begun.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  await save(1, 1, whole);
  await submit(1, 2);
  const decided = await Promise.allSettled([decide(1, 3, { kind: 'validated' }), decide(1, 3, { kind: 'returned', reason: 'No' })]);
  expect(decided.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

it('begins a year from what was validated for the year before', async () => {
  await submitted();
  const next = { ...named, year: 2027 };
  await decide(1, 3, { kind: 'validated' });
  expect(await beginPlan(...anna(), next)).toMatchObject({ current: { number: 1, plan: whole, changes: null } });
  expect(await readPlan(...anna(), named)).toMatchObject({ current: { number: 1, state: 'validated' } });
});
