import { addSeconds } from '../../src/domain/calendar';
import { day, issueId, lineId, versionId } from '../../src/domain/fixture/values';
import type { Verdict } from '../../src/domain/gate';
import { createGateEvent } from '../../src/handlers/gate-event';
import { createValidateDelivery } from '../../src/handlers/validate-delivery';
import { lookAfterGates } from '../../src/use-cases/gate/look-after-gates';
import { readGate } from '../../src/use-cases/gate/read-gate';
import { readHistory } from '../../src/use-cases/gate/read-history';
import { gateSettings, saveGateSettings } from '../../src/use-cases/gate/settings';
import { settleCondition } from '../../src/use-cases/gate/settle-condition';
import { withdrawProjectReview } from '../../src/use-cases/gate/withdraw-review';
import { readPanel } from '../../src/use-cases/read-panel';
import { bareIssue } from '../world/memory-jira';
import { company, type MemoryWorld } from '../world/memory-world';
import { asOwner, asProductOwner, decide, request, requestVersion } from './gate-steps';
import { asManager, openPlannedProject, publish } from './planned-project';

const version = versionId('30001');
const condition = lineId('cond1');
const conditional: Verdict = { kind: 'conditionalGo', conditions: [{ id: condition, text: 'Fix the typo', owner: 'Piotr', dueOn: day('2026-03-04') }] };

let memory: MemoryWorld;
beforeEach(async () => {
  memory = await openPlannedProject();
  memory.jira.versions.set(version, { id: version, projectId: company.project, name: '1.0', releasesOn: null, state: 'open' });
});

const manager = () => memory.as(company.accountManager);
const validate = (key = 'ALFA-1', requirement = 'goOnly') => createValidateDelivery(() => memory.as())({ issue: { key }, configuration: { requirement } });
const opens = async (key?: string, requirement?: string): Promise<boolean> => (await validate(key, requirement)).result;
const put = (id: string, changes: object): void => {
  memory.jira.issues.set(issueId(id), { ...bareIssue, id: issueId(id), key: `ALFA-${id}`, summary: `Issue ${id}`, projectId: company.project, ...changes });
};
const happened = (event: object): Promise<void> => createGateEvent(() => memory.as())(event);
const state = async () => (await readPanel(memory.as(), asOwner)).gate.state;
const events = async () => (await readHistory(manager(), asManager, { before: null })).events.map(({ event }) => event);

describe('conditions', () => {
  it('are met one after another, and then the go is a whole one; said twice it changes nothing', async () => {
    const reviewId = await request(memory);
    await decide(memory, reviewId, { verdict: conditional });
    expect([await opens(undefined, 'conditionalToo'), await opens()]).toEqual([true, false]);
    const settle = (isMet: boolean) => settleCondition(manager(), asManager, { reviewId, conditionId: condition, isMet });
    expect((await settle(true)).aftermath).toMatchObject({ state: 'go', met: [{ conditionId: condition, by: { name: 'Anna Nowak' } }] });
    const writes = memory.storage.writes;
    await settle(true);
    expect(memory.storage.writes).toBe(writes);
    expect(await opens()).toBe(true);
    expect((await settle(false)).aftermath.state).toBe('conditionalGo');
    expect((await events()).slice(0, 2)).toEqual(['gate.conditionReopened', 'gate.conditionMet']);
  });

  it('that are overdue shut the gate', async () => {
    await decide(memory, await request(memory), { verdict: conditional });
    memory.clock.advance(3 * 86_400);
    expect(await opens(undefined, 'conditionalToo')).toBe(false);
    expect(await state()).toBe('lapsed');
  });

  it('of a decision that was superseded, or of none, are not found', async () => {
    const reviewId = await request(memory);
    await decide(memory, reviewId, { verdict: conditional });
    memory.clock.advance(60);
    await decide(memory, await request(memory));
    await expect(settleCondition(manager(), asManager, { reviewId, conditionId: condition, isMet: true })).rejects.toMatchObject({ code: 'notFound' });
    await expect(settleCondition(manager(), asManager, { reviewId, conditionId: lineId('other'), isMet: true })).rejects.toMatchObject({ code: 'notFound' });
  });
});

describe('a blocker that is added after a go', () => {
  beforeEach(async () => decide(memory, await request(memory)).then(() => undefined));

  it('shuts the gate at once, before any event is delivered', async () => {
    put('20012', { blocks: [company.issue] });
    expect(await validate()).toMatchObject({ result: false, errorMessage: expect.stringContaining('blokuje') });
  });

  it('ends the go for good once Jira tells of it, and the account manager sees why', async () => {
    put('20012', { blocks: [company.issue] });
    await happened({ eventType: 'avi:jira:created:issuelink', sourceIssueId: 20012, destinationIssueId: Number(company.issue) });
    memory.jira.change(issueId('20012'), { status: 'done' });
    expect(await opens()).toBe(false);
    expect((await readGate(manager(), asManager)).decided[0]?.aftermath).toMatchObject({ state: 'lapsed', lapse: 'blockerAdded', blocked: { issueKey: 'ALFA-20012' } });
    expect(memory.bulletins.properties.get(company.issue)).toMatchObject({ state: 'lapsed' });
    expect(await events()).toContain('gate.blocked');
  });

  it('is not believed from an event alone', async () => {
    await happened({ eventType: 'avi:jira:created:issuelink', sourceIssueId: 20012, destinationIssueId: Number(company.issue) });
    await happened({ issue: { id: company.issue, fields: { issuelinks: ['a lie'] } }, changelog: { items: [{ field: 'priority' }] } });
    expect(await opens()).toBe(true);
  });

  it('costs no look at Jira where the change cannot make one', async () => {
    const asked: string[] = [];
    const issueById = async (id: string): Promise<undefined> => {
      asked.push(id);
      return undefined;
    };
    const world = { ...memory.as(), tracker: { ...memory.as().tracker, issueById } };
    await createGateEvent(() => world)({ issue: { id: company.issue }, changelog: { items: [{ field: 'description' }, { field: 'assignee' }] } });
    await createGateEvent(() => world)({ issue: { id: '../1' } });
    await createGateEvent(() => world)(null);
    expect(asked).toEqual([]);
  });
});

describe('a version', () => {
  beforeEach(() => {
    put('20020', { versionIds: [version], status: 'done' });
    put('20021', { versionIds: [version], status: 'done' });
  });

  it('that has a go lets the issues pass that it had then', async () => {
    expect(await opens('ALFA-20020')).toBe(false);
    await decide(memory, await requestVersion(memory, version));
    expect([await opens('ALFA-20020'), await opens('ALFA-20021'), await opens('ALFA-1')]).toEqual([true, true, false]);
  });

  it('does not take along what is put into it afterwards', async () => {
    await decide(memory, await requestVersion(memory, version));
    memory.jira.change(company.issue, { versionIds: [version] });
    expect(await validate()).toMatchObject({ result: false, errorMessage: expect.stringContaining('wersję') });
  });

  it('keeps its go under another name, and lets nothing pass once it is gone', async () => {
    await decide(memory, await requestVersion(memory, version));
    memory.jira.versions.set(version, { id: version, projectId: company.project, name: 'Spring', releasesOn: null, state: 'open' });
    expect(await opens('ALFA-20020')).toBe(true);
    memory.jira.versions.delete(version);
    memory.jira.change(issueId('20020'), { versionIds: [] });
    expect(await opens('ALFA-20020')).toBe(false);
  });

  it('of another project is none of this one’s', async () => {
    memory.jira.versions.set(version, { id: version, projectId: company.otherProject, name: '1.0', releasesOn: null, state: 'open' });
    await expect(requestVersion(memory, version)).rejects.toMatchObject({ code: 'notFound' });
  });

  it('loses its go when one of its issues becomes urgent', async () => {
    await decide(memory, await requestVersion(memory, version));
    memory.jira.change(issueId('20021'), { isHighest: true, status: 'inProgress' });
    await happened({ issue: { id: '20021' }, changelog: { items: [{ field: 'priority' }] } });
    expect(await opens('ALFA-20020')).toBe(false);
  });

  it('is taken back by who asked, and by nobody else', async () => {
    const reviewId = await requestVersion(memory, version);
    await expect(withdrawProjectReview(manager(), asManager, { reviewId })).rejects.toMatchObject({ code: 'forbidden' });
    expect((await withdrawProjectReview(memory.as(company.productOwner), asProductOwner, { reviewId })).review.state).toBe('withdrawn');
    expect((await readGate(manager(), asManager)).waiting).toEqual([]);
  });
});

describe('what Jira is told', () => {
  it('is the state that filters find, from the request to the lapse', async () => {
    const reviewId = await request(memory);
    expect(memory.bulletins.properties.get(company.issue)).toEqual({ state: 'waiting', validUntil: null });
    await decide(memory, reviewId, { validUntil: day('2026-03-05') });
    expect(memory.bulletins.properties.get(company.issue)).toEqual({ state: 'go', validUntil: '2026-03-05' });
    await publish(memory, []);
    await lookAfterGates(memory.as());
    expect(memory.bulletins.properties.get(company.issue)).toMatchObject({ state: 'lapsed' });
    expect(await events()).toContain('gate.lapsed');
    const writes = memory.storage.writes;
    await lookAfterGates(memory.as());
    expect(memory.storage.writes).toBe(writes);
  });

  it('mentions the account manager once when a review is asked for and once before it is due', async () => {
    await request(memory, day('2026-03-05'));
    expect(memory.bulletins.comments).toMatchObject([{ issueId: company.issue, mentions: ['anna'], lines: [expect.stringContaining('Piotr Lis'), '„Please”', 'Termin: 5 marca 2026.', 'Odbiorca po stronie klienta: Ewa.', expect.any(String)] }]);
    await lookAfterGates(memory.as());
    expect(memory.bulletins.comments).toHaveLength(1);
    memory.clock.advance(2 * 86_400);
    await lookAfterGates(memory.as());
    await lookAfterGates(memory.as());
    expect(memory.bulletins.comments.map(({ lines }) => lines[0])).toEqual([expect.any(String), expect.stringContaining('Przypomnienie')]);
  });

  it('says what was decided, and to whom', async () => {
    await decide(memory, await request(memory), { verdict: conditional });
    expect(memory.bulletins.comments.at(-1)).toMatchObject({ mentions: ['piotr'], lines: ['Decyzja opiekuna klienta: przekazujemy warunkowo.', '„Tested with the client”', 'Warunek: Fix the typo (Piotr, do 4 marca 2026)', 'Zdecydował(a): Anna Nowak.'] });
  });

  it('is nothing where the project wants it so', async () => {
    const settings = await gateSettings(manager(), company.project);
    await saveGateSettings(manager(), asManager, { ...settings, announcesDecisions: false, tellsOfRequests: false });
    await decide(memory, await request(memory));
    expect(memory.bulletins.comments).toEqual([]);
  });

  it('takes nothing back when Jira cannot be told, and is told an hour later', async () => {
    const port = memory.bulletins.port();
    const down = async (): Promise<never> => Promise.reject(new Error('down'));
    const telling = jest.spyOn(memory.bulletins, 'port').mockReturnValue({ ...port, setGateProperty: down, comment: down });
    await decide(memory, await request(memory));
    expect(await opens()).toBe(true);
    expect(memory.bulletins.properties.size).toBe(0);
    telling.mockReturnValue(port);
    await lookAfterGates(memory.as());
    expect(memory.bulletins.properties.get(company.issue)).toMatchObject({ state: 'go' });
  });
});

it('tells what happened, newest first, with the names that people have now', async () => {
  await decide(memory, await request(memory));
  const { events: all } = await readHistory(manager(), asManager, { before: null });
  expect(all.slice(0, 2)).toMatchObject([
    { event: 'gate.go', by: { name: 'Anna Nowak' }, details: { deliverable: 'ALFA-1' } },
    { event: 'gate.requested', by: { name: 'Piotr Lis' } },
  ]);
  expect(all.every(({ at }) => at <= addSeconds(memory.clock.now(), 0))).toBe(true);
});
