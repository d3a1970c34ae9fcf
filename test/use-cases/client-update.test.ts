import { readClientUpdate as operation } from '../../src/contract/client-update';
import { addDays, dayAt } from '../../src/domain/calendar';
import { clientUpdateSubject, clientUpdateText } from '../../src/domain/client-update-text';
import { nothingByHand } from '../../src/domain/formal-document';
import { sampleDeal, sampleGuidelines, staffingLine } from '../../src/domain/fixture/guidelines';
import { accountId, amount, clientId, dealId, issueId, lineId, person, total } from '../../src/domain/fixture/values';
import type { Verdict } from '../../src/domain/gate';
import type { Guidelines } from '../../src/domain/guidelines';
import { isReviewId, type ReviewId } from '../../src/domain/ids';
import { isMonth } from '../../src/domain/month';
import type { PlainDate } from '../../src/domain/plain-date';
import { draftFrom, emptyDraft } from '../../src/domain/draft';
import { saveDocument } from '../../src/use-cases/billing/change-billing';
import { readClientUpdate } from '../../src/use-cases/clients/read-client-update';
import { setClientLanguage } from '../../src/use-cases/clients/read-client';
import { agreeChange } from '../../src/use-cases/changes/agree-change';
import { declineChange, proposeChange } from '../../src/use-cases/changes/change-changes';
import { saveDocumentByHand } from '../../src/use-cases/documents/save-document';
import { requestReview } from '../../src/use-cases/gate/request-review';
import { saveDraft } from '../../src/use-cases/guidelines/drafts';
import { publishGuidelines } from '../../src/use-cases/guidelines/publish-guidelines';
import { answerThreat } from '../../src/use-cases/margin/answer-threat';
import { refreshMargin } from '../../src/use-cases/margin/refresh-margin';
import { linkDeal } from '../../src/use-cases/planner/link-deal';
import { openReport, saveReportWords } from '../../src/use-cases/reports/reports';
import { bareIssue } from '../world/memory-jira';
import { company, openCompany, type MemoryWorld } from '../world/memory-world';
import { asOwner, asProductOwner, decide } from './gate-steps';
import { asManager, deal } from './planned-project';

const baltyk = { id: clientId(1), name: 'Bałtyk S.A.' };
const mazur = { id: clientId(2), name: 'Mazur' };
const manager = { accountId: company.accountManager };

let memory: MemoryWorld;
let today: PlainDate;
beforeEach(async () => {
  memory = await openCompany();
  today = dayAt(memory.clock.now(), 'Europe/Warsaw');
  memory.salesforce.put(sampleDeal({ id: deal, client: baltyk, modifiedAt: memory.clock.now() }));
  await linkDeal(memory.as(company.accountManager), asManager, { dealId: deal });
});

type Period = Parameters<typeof readClientUpdate>[2]['period'];
const read = (period: Period = null, who: (typeof company)['accountManager'] = company.accountManager) => readClientUpdate(memory.as(who), { accountId: who }, { clientId: baltyk.id, period });
const told = async (period: Period = null) => (await read(period)).projects.flatMap(({ facts }) => facts.map(({ fact }) => fact));

/** Publishes guidelines as the account manager. */
async function publish(guidelines: Guidelines): Promise<void> {
  const world = memory.as(company.accountManager);
  const revision = (await world.guidelines.draft(company.project))?.revision ?? 0;
  const saved = await saveDraft(world, asManager, { revision, draft: { ...emptyDraft, ...draftFrom(guidelines) } });
  await publishGuidelines(world, asManager, { revision: saved.revision });
}

async function review(issue = company.issue, note = '', recipient = ''): Promise<ReviewId> {
  const { review: asked } = await requestReview(memory.as(company.productOwner), { ...asOwner, issueId: issue }, { note, recipient, dueOn: null });
  if (asked === null || !isReviewId(asked.id)) throw new Error('nothing was requested');
  return asked.id;
}

let proposals = 0;
/** The product owner proposes a change. @returns it as the account manager would decide about it. */
async function propose(title: string, reason = 'Asked for') {
  const effect = { budget: { amount: total('1000.50'), currency: 'PLN' }, hours: 3232, end: null, added: 'Cards', removed: '' } as const;
  await proposeChange(memory.as(company.productOwner), asProductOwner, { id: lineId(`change${(proposals += 1)}`), title, reason, effect });
  const filed = (await memory.as().changes.ofOwner(company.project)).find(({ content }) => content.title === title);
  if (filed === undefined) throw new Error('nothing was proposed');
  return { id: filed.content.id, revision: filed.revision };
}

const around = (guidelines: Guidelines = sampleGuidelines): Guidelines => ({
  ...guidelines,
  schedule: { start: addDays(today, -60), end: addDays(today, 200), milestones: [{ id: lineId('ms01'), name: 'First release', date: addDays(today, -3) }, { id: lineId('ms02'), name: 'Second release', date: addDays(today, 40) }, { id: lineId('ms00'), name: 'Long ago', date: addDays(today, -50) }] },
});

it('offers the goal, milestones and what passed the gate in the month up to today, in the client’s language or the company’s', async () => {
  await publish(around());
  await decide(memory, await review());
  expect(await read()).toMatchObject({ client: baltyk, today, period: { to: today }, language: 'pl', projects: [{ name: 'Alfa', isShared: false, leftOut: 0 }] });
  expect(await told()).toEqual([
    { kind: 'goal', text: 'Customers order without calling' },
    { kind: 'milestoneDone', name: 'First release', on: addDays(today, -3) },
    { kind: 'accepted', deliverable: 'ALFA-1 Order form', on: today, isConditional: false },
    { kind: 'milestoneNext', name: 'Second release', on: addDays(today, 40) },
  ]);
  await setClientLanguage(memory.as(company.accountManager), manager, { clientId: baltyk.id, revision: 0, language: 'en' });
  expect((await read()).language).toBe('en');
});

it('takes back what a later decision or a new request undid', async () => {
  await publish(around());
  const kinds = async () => (await told()).map(({ kind }) => kind).filter((kind) => kind === 'accepted');
  await decide(memory, await review());
  expect(await kinds()).toEqual(['accepted']);
  const again = await review();
  expect(await kinds()).toEqual([]);
  await decide(memory, again, { verdict: { kind: 'noGo' }, reason: 'Not yet' });
  expect(await kinds()).toEqual([]);
});

it('offers a scope change once it is agreed, with what the client agreed to', async () => {
  await publish(around());
  const [agreed, declined] = [await propose('Card payments'), await propose('A mobile app')];
  expect((await told()).map(({ kind }) => kind)).not.toContain('change');
  await agreeChange(memory.as(company.accountManager), asManager, { ...agreed, reason: 'Signed' });
  await declineChange(memory.as(company.accountManager), asManager, { ...declined, reason: 'Too much' });
  expect((await told()).filter(({ kind }) => kind === 'change')).toEqual([
    { kind: 'change', title: 'Card payments', on: today, effect: { budget: { amount: '1000.50', currency: 'PLN' }, end: null, added: 'Cards', removed: '' } },
  ]);
});

it('tells of the period that is asked for, and refuses one that is none', async () => {
  await publish(around());
  const names = async (from: number, to: number) => (await told({ from: addDays(today, from), to: addDays(today, to) })).flatMap((fact) => (fact.kind === 'milestoneDone' ? [fact.name] : []));
  expect(await names(-60, -10)).toEqual(['Long ago']);
  expect(await names(-60, 0)).toEqual(['Long ago', 'First release']);
  for (const [from, to] of [[0, 1], [0, -1], [-400, 0]] as const) await expect(names(from, to)).rejects.toMatchObject({ code: 'invalidRequest', about: { field: 'period' } });
});

it('is for whoever may see the client', async () => {
  expect(await read(null, company.headOfSales)).toMatchObject({ client: baltyk });
  for (const other of [company.productOwner, company.administrator, company.stranger]) await expect(read(null, other)).rejects.toMatchObject({ code: 'notFound' });
});

it('says which project is another client’s too, leaves out one that is gone, and has nothing where nobody has begun', async () => {
  expect(await read()).toMatchObject({ projects: [{ facts: [] }] });
  memory.salesforce.put(sampleDeal({ id: dealId(2), client: mazur, modifiedAt: memory.clock.now() }));
  await linkDeal(memory.as(company.accountManager), asManager, { dealId: dealId(2) });
  expect(await read()).toMatchObject({ projects: [{ name: 'Alfa', isShared: true }] });
  memory.jira.projects.delete(company.project);
  expect((await read()).projects).toEqual([]);
});

describe('nothing internal', () => {
  const planted: string[] = [];
  /** A word that stands in one internal field and nowhere else. */
  const secret = (where: string): string => {
    const word = `TAJNE${planted.length}${where}`;
    planted.push(word);
    return word;
  };
  const figures = ['987654', '987 654', '987,654', '4711', '3131', '2323', '5454', '3232'];
  const elsewhere = issueId('20077');

  /** Fills every internal field there is: a new one of the guidelines does not compile here until it is thought about. */
  async function plant(): Promise<void> {
    const world = memory.as(company.accountManager);
    memory.jira.addPerson({ accountId: company.accountManager, name: secret('manager') }, { browse: [company.project], own: ['setGuidelines', 'decideGate', 'seeMargin'] });
    memory.jira.addPerson({ accountId: company.productOwner, name: secret('owner') }, { browse: [company.project] });
    memory.salesforce.put(sampleDeal({ id: dealId(3), client: baltyk, name: secret('dealName'), ownerName: secret('dealOwner'), amount: { amount: amount('987654.00'), currency: 'PLN' }, modifiedAt: memory.clock.now() }));
    await linkDeal(world, asManager, { dealId: dealId(3) });
    const role = secret('role');
    await world.margin.saveRates({ revision: 1, changedAt: memory.clock.now(), rates: [{ role, from: addDays(today, -900), currency: 'PLN', cost: amount('3131.00'), billing: amount('2323.00') }], people: [{ accountId: accountId('dev'), role }] });
    const whole: Guidelines = {
      budget: { amount: { amount: amount('987654.00'), currency: 'PLN' }, hours: 4711, targetMargin: 37, billable: secret('billable') },
      schedule: around().schedule,
      scope: { goal: 'Customers order without calling', inScope: secret('inScope'), outOfScope: secret('outOfScope') },
      priorities: [{ id: lineId('pr01'), text: secret('priority') }],
      staffing: [staffingLine({ from: addDays(today, -20), to: addDays(today, 20), role, person: person('dev', secret('staffName')) })],
    };
    await publish(whole);
    await agreeChange(world, asManager, { ...(await propose('Card payments', secret('changeReason'))), reason: secret('agreedReason') });
    await declineChange(world, asManager, { ...(await propose(secret('declinedTitle'))), reason: secret('declinedReason') });
    const draft = { ...emptyDraft, ...draftFrom({ ...whole, scope: { ...whole.scope, goal: secret('draftGoal') } }) };
    await saveDraft(world, asManager, { revision: (await world.guidelines.draft(company.project))?.revision ?? 0, draft });
    const conditional: Verdict = { kind: 'conditionalGo', conditions: [{ id: lineId('cond1'), text: secret('condition'), owner: secret('conditionOwner'), dueOn: addDays(today, 3) }] };
    await decide(memory, await review(company.issue, secret('note'), secret('recipient')), { verdict: conditional, reason: secret('goReason') });
    memory.jira.issues.set(elsewhere, { ...bareIssue, id: elsewhere, key: 'ALFA-77', summary: secret('refusedSummary'), projectId: company.project });
    await decide(memory, await review(elsewhere), { verdict: { kind: 'noGo' }, reason: secret('noGoReason') });
    memory.worklogs.logged.set(company.project, [{ author: accountId('dev'), day: today, seconds: 5454 * 3600, billableSeconds: 3600 }]);
    await refreshMargin(world, asManager);
    await answerThreat(world, asManager, { plan: secret('threatPlan') });
    await saveDocument(world, asManager, { revision: 0, id: null, document: { dealId: deal, kind: 'invoice', number: secret('invoice'), amount: total('987654.00'), currency: 'PLN', issuedOn: addDays(today, -9), dueOn: addDays(today, -2), settledOn: null } });
    await saveDocumentByHand(world, manager, { clientId: baltyk.id, requirement: 'nda', dealId: null, revision: 0, byHand: { ...nothingByHand, need: { kind: 'notNeeded', because: secret('documentReason') } } });
    const month = today.slice(0, 7);
    if (!isMonth(month)) throw new Error('no month');
    const report = await openReport(world, manager, { clientId: baltyk.id, month });
    await saveReportWords(world, manager, { clientId: baltyk.id, month, revision: report.revision, words: { relation: secret('relation'), risks: secret('risks'), nextSteps: secret('nextSteps') } });
  }

  it('gets into what is offered, or into the text of all of it in either language', async () => {
    await plant();
    const stored = JSON.stringify(memory.storage.dump());
    expect(planted.filter((word) => !stored.includes(word))).toEqual([]);
    expect(figures.filter((figure) => stored.includes(figure))).toEqual(expect.arrayContaining(['987654', '4711', '3131', '2323']));

    const answer = operation.answer.parse(await read());
    const texts = (['pl', 'en'] as const).flatMap((language) => {
      const update = { client: answer.client.name, period: answer.period, projects: answer.projects.map(({ name, facts }) => ({ name, facts: facts.map(({ fact }) => fact) })), before: '', after: '', language };
      return [clientUpdateText(update), clientUpdateSubject(update)];
    });
    expect(texts[0]).toContain('ALFA-1 Order form');
    expect(texts[0]).toContain('Card payments');
    for (const seen of [JSON.stringify(answer), ...texts]) {
      expect(seen).not.toMatch(/TAJNE/u);
      expect(figures.filter((figure) => seen.includes(figure))).toEqual([]);
      expect(seen).not.toMatch(/37|40 ?%/u);
    }
  });

  it('is an answer that the contract takes', async () => {
    const answer = await read();
    await publish(around());
    const [project] = (await read()).projects;
    expect(operation.answer.safeParse({ ...answer, projects: [project] }).success).toBe(true);
    for (const extra of [{ reason: 'x' }, { cost: '1.00' }, { by: 'Anna' }]) {
      const facts = (project?.facts ?? []).map(({ id, fact }) => ({ id, fact: { ...fact, ...extra } }));
      expect(operation.answer.safeParse({ ...answer, projects: [{ ...project, facts }] }).success).toBe(false);
      expect(operation.answer.safeParse({ ...answer, projects: [{ ...project, ...extra }] }).success).toBe(false);
    }
  });
});
