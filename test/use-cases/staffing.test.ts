import * as fc from 'fast-check';
import { addDays, mondayOf } from '../../src/domain/calendar';
import { sampleDeal, staffingLine, sampleGuidelines, versionOf } from '../../src/domain/fixture/guidelines';
import { accountId, dealId, lineId, person } from '../../src/domain/fixture/values';
import { newLink } from '../../src/domain/linked-deal';
import { emptySummary } from '../../src/domain/project-summary';
import type { ProjectStaffing } from '../../src/domain/staffing/project-staffing';
import { weeksAhead } from '../../src/domain/staffing/weeks';
import { StoreConflict } from '../../src/ports/errors';
import { noting } from '../../src/use-cases/noting';
import { lookAtMargin } from '../../src/use-cases/margin/look-at-margin';
import { linkDeal, unlinkDeal } from '../../src/use-cases/planner/link-deal';
import { syncDeals } from '../../src/use-cases/planner/sync-deals';
import { projectChanged } from '../../src/use-cases/planner/project-changed';
import { lookAfterStaffing } from '../../src/use-cases/staffing/look-after-staffing';
import { moveLines } from '../../src/use-cases/staffing/move-lines';
import { noteDeal, noteStaffing, staffingId } from '../../src/use-cases/staffing/note-staffing';
import { readDealRisks } from '../../src/use-cases/staffing/read-deal-risks';
import { lookAtRow } from '../../src/use-cases/today/look-at-row';
import { lookAtRole, readStaffing } from '../../src/use-cases/staffing/read-staffing';
import { company, type MemoryWorld } from '../world/memory-world';
import { asManager, deal, moveDeal, openPlannedProject, publish, sync, twoLines } from './planned-project';

const [dev, tester] = [accountId('dev'), accountId('tess')];
const always = (): boolean => true;
const [anna, stas, hanna, piotr] = [company.accountManager, company.stranger, company.headOfSales, company.productOwner].map((one) => ({ accountId: one }));
let memory: MemoryWorld;
beforeEach(async () => {
  memory = await openPlannedProject();
  await memory.as().margin.saveRates({ revision: 1, changedAt: memory.clock.now(), rates: [], people: [{ accountId: tester, role: 'Tester' }, { accountId: accountId('boss'), role: 'Manager' }] });
});

const noted = async (project = company.project): Promise<ProjectStaffing | undefined> => (await memory.as().staffing.one(project, staffingId))?.content;
const look = (goesOn = always) => lookAfterStaffing(memory.as(), goesOn);
const read = (who: typeof anna = anna) => readStaffing(memory.as(who?.accountId), { accountId: who?.accountId ?? company.accountManager });
const capacity = async (who: typeof dev) => (await memory.as().capacities.one(who, 'weeks'))?.content;

/** Another project, which the stranger manages, asks for the same developer. */
async function staffOther(stageName = 'Closed Won'): Promise<void> {
  const world = memory.as();
  const now = memory.clock.now();
  await world.dealStore.add(newLink(company.otherProject, sampleDeal({ id: dealId(7), name: 'Secret deal', stageName }), now), undefined);
  const from = memory.clock.dayFromNow(0);
  const version = versionOf(1, { ...sampleGuidelines, staffing: [staffingLine({ id: lineId('line9'), person: person('dev'), from, to: addDays(from, 60), minutesPerDay: 240 })] });
  const closed = { revision: 1, savedAt: now, savedBy: person('stas'), draft: null };
  await world.guidelines.publish(company.otherProject, version, 0, closed, { ...emptySummary(company.otherProject), revision: 1 });
  await noteStaffing(world, company.otherProject, { key: 'BETA', name: 'Secret project' });
}

describe('what a project needs is noted', () => {
  it('when guidelines are published, with the project’s name', async () => {
    expect(await noted()).toMatchObject({ project: { key: 'ALFA', name: 'Alfa' }, deals: [{ id: deal, stageName: 'Negotiation', probability: 60 }], lines: [{ lineId: 'line1', dealId: deal, role: 'Developer', person: { accountId: 'dev' } }, { lineId: 'line2', person: null }], risks: [] });
    await publish(memory, twoLines(memory).slice(1));
    expect((await noted())?.lines.map(({ lineId: id }) => id)).toEqual(['line2']);
  });

  it('of any way that deals go as it would be noted of all that is known, and for a stage alone without reading the guidelines', async () => {
    const second = dealId(2);
    memory.salesforce.put(sampleDeal({ id: second, name: 'Second', stageName: 'Negotiation', modifiedAt: memory.clock.now() }));
    await linkDeal(memory.as(company.accountManager), asManager, { dealId: second });
    const stages = ['Negotiation', 'Prospecting', 'Internally Won', 'Closed Won', 'Closed Lost', 'Unmapped'] as const;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.constantFrom(deal, second), fc.constantFrom(...stages), fc.integer({ min: 0, max: 100 })), { minLength: 1, maxLength: 6 }), async (steps) => {
        for (const [id, stageName, probability] of steps) {
          memory.clock.advance(60);
          memory.salesforce.change(id, { stageName, probability });
          await syncDeals(memory.as(), [{ dealId: id, reason: 'push' }]);
          const { writes } = memory.storage;
          await noteStaffing(memory.bare(), company.project);
          expect(memory.storage.writes).toBe(writes);
        }
      }),
      { numRuns: 30 },
    );
    memory.clock.advance(60);
    memory.salesforce.change(second, { stageName: 'Closed Won', probability: 1 });
    const unread = { ...memory.bare(), guidelines: { ...memory.bare().guidelines, current: () => Promise.reject(new Error('the guidelines were read')) } };
    const [link] = (await memory.as().dealStore.ofProject(company.project)).filter(({ deal: { id } }) => id === second);
    if (link === undefined) throw new Error('the second deal is not linked');
    await noteDeal(unread, { ...link, deal: { ...link.deal, stageName: 'Closed Won' } }, link);
    expect((await noted())?.deals.find(({ id }) => id === second)?.stageName).toBe('Closed Won');
  });

  it('when a deal’s stage is seen by a sync, and when it is unlinked', async () => {
    moveDeal(memory, 'Closed Won');
    await sync(memory);
    expect((await noted())?.deals).toMatchObject([{ stageName: 'Closed Won' }]);
    await unlinkDeal(memory.as(company.accountManager), asManager, { dealId: deal });
    expect(await noted()).toMatchObject({ deals: [], lines: [] });
  });

  it('when its project is closed, and needs nobody then', async () => {
    await projectChanged(memory.as(), company.project, 'closed');
    expect(await noted()).toMatchObject({ deals: [], lines: [] });
    await projectChanged(memory.as(), company.project, 'opened');
    expect((await noted())?.lines).toHaveLength(2);
  });

  it('by the regular look of its margin, where a process died before', async () => {
    const filed = await memory.as().staffing.one(company.project, staffingId);
    await memory.as().staffing.remove(company.project, staffingId, filed?.revision ?? 0);
    await lookAtMargin(memory.as(), company.project, 'reconcile');
    expect(await noted()).toMatchObject({ project: { name: 'Alfa' }, lines: [{}, {}] });
  });

  it('and doing it twice writes nothing the second time; a sync without news neither', async () => {
    await sync(memory);
    const { writes } = memory.storage;
    await noteStaffing(memory.bare(), company.project);
    await sync(memory);
    expect(memory.storage.writes).toBe(writes);
  });

  it('once by two who do it in the same moment, and a crossing that goes on stops nobody', async () => {
    const filed = await memory.as().staffing.one(company.project, staffingId);
    await memory.as().staffing.remove(company.project, staffingId, filed?.revision ?? 0);
    await Promise.all([noteStaffing(memory.bare(), company.project), noteStaffing(memory.bare(), company.project)]);
    expect((await memory.bare().staffing.one(company.project, staffingId))?.revision).toBe(1);
    const world = memory.bare();
    const crossed = { ...world, staffing: { ...world.staffing, save: async () => { throw new StoreConflict('staffing'); } } };
    await noteStaffing(crossed, company.project, { key: 'ALFA', name: 'Other name' });
    expect((await noted())?.project?.name).toBe('Alfa');
  });

  it('when a deal is linked, with the project’s name, and when another takes its place as the first', async () => {
    await unlinkDeal(memory.as(company.accountManager), asManager, { dealId: deal });
    const filed = await memory.as().staffing.one(company.project, staffingId);
    await memory.as().staffing.remove(company.project, staffingId, filed?.revision ?? 0);
    memory.salesforce.put(sampleDeal({ id: dealId(2), stageName: 'Negotiation', modifiedAt: memory.clock.now() }));
    await linkDeal(memory.as(company.accountManager), asManager, { dealId: dealId(2) });
    expect(await noted()).toMatchObject({ project: { key: 'ALFA', name: 'Alfa' }, deals: [{ id: dealId(2) }], lines: [{ dealId: dealId(2) }, { dealId: dealId(2) }] });
  });

  it('behind the change alone: what cannot be noted is in the log, and done all the same', async () => {
    const world = memory.bare(company.accountManager);
    const broken = noting({ ...world, staffing: { ...world.staffing, save: async () => Promise.reject(new Error('storage answered TOO_MANY_REQUESTS')) } });
    await unlinkDeal(broken, asManager, { dealId: deal });
    expect(await world.dealStore.link(deal)).toBeUndefined();
    expect(memory.errors).toHaveLength(1);
    expect((await noted())?.deals).toHaveLength(1);
  });
});

describe('people’s time', () => {
  it('is read for whoever could be needed, once a day, and for nobody else', async () => {
    expect(await look()).toMatchObject({ people: 2 });
    expect(memory.schedules.reads).toBe(3);
    expect((await capacity(dev))?.weeks).toHaveLength(weeksAhead);
    expect(await capacity(accountId('boss'))).toBeUndefined();
    expect(await look()).toMatchObject({ people: 0 });
    expect(memory.schedules.reads).toBe(3);
    memory.clock.advanceDays(1);
    expect(await look()).toMatchObject({ people: 2 });
  });

  it('is the schedule less other plans: part time, a holiday and an absence', async () => {
    const monday = mondayOf(memory.clock.today());
    memory.schedules.hours.set(dev, 6);
    memory.schedules.holidays.add(addDays(monday, 4));
    memory.schedules.planned.push({ accountId: dev, day: monday, seconds: 8 * 3600 }, { accountId: dev, day: addDays(monday, 1), seconds: 3600 }, { accountId: dev, day: addDays(monday, 1), seconds: 3600 });
    await look();
    expect((await capacity(dev))?.weeks[0]).toEqual({ worked: '1111000', requiredMinutes: 24 * 60, freeMinutes: 16 * 60 });
  });

  it.each(['unauthorised', 'refused', 'rateLimited', 'unavailable'] as const)('that Tempo does not tell (%s) leaves what was known, with the reason, and asks for nobody else', async (failure) => {
    await look();
    memory.clock.advanceDays(1);
    memory.schedules.failure = failure;
    memory.schedules.reads = 0;
    expect(await look()).toMatchObject({ people: 1 });
    expect(memory.schedules.reads).toBe(1);
    const kept = [await capacity(dev), await capacity(tester)];
    expect(kept.map((one) => one?.failure).sort()).toEqual([failure, null].sort());
    expect(kept.map((one) => one?.weeks.length)).toEqual([weeksAhead, weeksAhead]);
    memory.schedules.failure = undefined;
    memory.clock.advance(3_600);
    await look();
    expect([(await capacity(dev))?.failure, (await capacity(tester))?.failure]).toEqual([null, null]);
  });

  it('of somebody who is not in Tempo is none, and the others are read all the same', async () => {
    memory.schedules.gone.add(dev);
    expect(await look()).toMatchObject({ people: 2 });
    expect([(await capacity(dev))?.failure, (await capacity(tester))?.failure]).toEqual(['missing', null]);
    expect((await read()).people.find(({ person: who }) => who.accountId === dev)?.weeks[0]).toMatchObject({ freeMinutes: 0 });
  });

  it('is left to the next run where there is no time', async () => {
    let left = 2;
    expect(await look(() => (left -= 1) > 0)).toMatchObject({ people: 0 });
    expect(await look()).toMatchObject({ people: 2 });
  });
});

describe('risks', () => {
  it('of a negotiation are kept with its project, and go when it is won', async () => {
    await staffOther();
    expect(await look()).toEqual({ people: 2, projects: 1 });
    const monday = addDays(mondayOf(memory.clock.today()), 7);
    expect((await noted())?.risks).toMatchObject([
      { dealId: deal, role: 'Developer', person: null, from: monday, mostMinutes: 20 * 60 },
      { dealId: deal, role: 'Developer', person: 'dev', alternatives: [{ kind: 'laterStart', weeks: 8 }] },
    ]);
    const row = await lookAtRow(memory.as(), `project:${company.project}`);
    expect(row?.attention).toContainEqual(expect.objectContaining({ id: `staffing-${deal}`, what: { kind: 'staffing', dealId: deal, deal: 'Order portal', role: 'Developer', from: monday, minutes: 20 * 60, more: 1 }, weight: 'week' }));
    expect(await look()).toEqual({ people: 0, projects: 0 });
    moveDeal(memory, 'Closed Won');
    await sync(memory);
    expect((await noted())?.risks).toEqual([]);
    expect((await lookAtRow(memory.as(), `project:${company.project}`))?.attention.filter(({ what }) => what.kind === 'staffing')).toEqual([]);
    expect(await look()).toMatchObject({ projects: 0 });
  });

  const atRisk = async (): Promise<readonly string[]> =>
    ((await lookAtRow(memory.as(), `project:${company.project}`))?.attention ?? []).flatMap(({ what }) => (what.kind === 'staffing' ? [`${what.deal} ${what.role} ${what.minutes}`] : []));

  it('are right at the next look of the row after each change, of what is kept and without a call to Tempo', async () => {
    await staffOther();
    await look();
    memory.schedules.reads = 0;
    await publish(memory, twoLines(memory).slice(1));
    expect(await atRisk()).toEqual([]);
    await publish(memory, twoLines(memory));
    expect(await atRisk()).toEqual(['Order portal Developer 1200']);
    moveDeal(memory, 'Prospecting');
    await sync(memory);
    expect(await atRisk()).toEqual([]);
    moveDeal(memory, 'Negotiation');
    await sync(memory);
    expect(await atRisk()).toEqual(['Order portal Developer 1200']);
    await unlinkDeal(memory.as(company.accountManager), asManager, { dealId: deal });
    expect(await atRisk()).toEqual([]);
    await linkDeal(memory.as(company.accountManager), asManager, { dealId: deal });
    expect(await atRisk()).toEqual(['Order portal Developer 1200']);
    expect(memory.schedules.reads).toBe(0);
  });

  it('stand at the deal for whoever sees the staffing of its project, with names, and for nobody else', async () => {
    memory.jira.addPerson({ accountId: dev, name: 'Olga' }, { browse: [] });
    await staffOther();
    await look();
    memory.schedules.reads = 0;
    const at = (who: typeof anna, dealOf = deal) => readDealRisks(memory.as(who?.accountId), { projectId: company.project, accountId: who?.accountId ?? company.accountManager }, { dealId: dealOf });
    const found = await at(anna);
    expect(found.risks).toMatchObject([{ role: 'Developer', person: null, mostMinutes: 1200 }, { role: 'Developer', person: dev }]);
    expect([found.alternatives.map(({ kind }) => kind), found.people]).toEqual([['laterStart'], [{ accountId: dev, name: 'Olga' }]]);
    expect(await at(hanna)).toEqual(found);
    const none = { risks: [], alternatives: [], people: [] };
    expect([await at(piotr), await at(stas), await at(anna, dealId(7))]).toEqual([none, none, none]);
    expect(memory.schedules.reads).toBe(0);
  });

  it('that wait are weighed together by the first who reads one, once, and touch no row again', async () => {
    await staffOther('Negotiation');
    await look();
    await publish(memory, twoLines(memory).slice(0, 1));
    moveDeal(memory, 'Prospecting');
    await sync(memory);
    moveDeal(memory, 'Negotiation');
    await sync(memory);
    const world = memory.as();
    await world.dealStore.save({ ...newLink(company.otherProject, sampleDeal({ id: dealId(7), name: 'Secret deal', stageName: 'Negotiation', probability: 90 }), memory.clock.now()) }, undefined);
    const waits = async (): Promise<readonly boolean[]> => Promise.all([company.project, company.otherProject].map(async (id) => (await memory.bare().staffing.one(id, staffingId))?.content.risks === null));
    expect(await waits()).toEqual([true, true]);
    const touched = JSON.stringify(await world.portfolio.touched(9));
    await noted();
    expect(await waits()).toEqual([false, false]);
    const { writes } = memory.storage;
    await noted(company.otherProject);
    expect([memory.storage.writes, JSON.stringify(await world.portfolio.touched(9))]).toEqual([writes, touched]);
  });

  it('stay unknown where they cannot be weighed, and the row is made all the same', async () => {
    await publish(memory, twoLines(memory));
    const world = memory.bare();
    const broken = noting({ ...world, capacities: { ...world.capacities, inList: async () => Promise.reject(new Error('storage is down')) } });
    expect((await lookAtRow(broken, `project:${company.project}`))?.attention).toEqual([]);
    expect([(await world.staffing.one(company.project, staffingId))?.content.risks, memory.errors.length]).toEqual([null, 1]);
  });
});

describe('the view', () => {
  it('shows a manager their own project by name, and others’ work in the same role in sums', async () => {
    await staffOther();
    await look();
    const view = await read();
    expect(view.projects).toMatchObject([{ projectId: company.project, project: { name: 'Alfa' }, mayPlan: true, lines: [{}, {}] }]);
    expect(view.people.map(({ person: { accountId: id }, role }) => `${id} ${role}`)).toEqual(['dev Developer', 'tess Tester']);
    expect(view.others).toMatchObject([{ role: 'Developer', person: 'dev', firmness: 'confirmed', probability: null }]);
    expect(view.others[0]?.minutes[0]).toBe(20 * 60);
    expect(JSON.stringify(view)).not.toMatch(/Secret|BETA|10002|line9/);
  });

  it('shows the head of sales every project by name, to move in none', async () => {
    await staffOther();
    const view = await read(hanna);
    expect(view.projects.map(({ projectId, mayPlan }) => `${projectId} ${mayPlan}`).sort()).toEqual(['10001 false', '10002 false']);
    expect(view.others).toEqual([]);
  });

  it('shows nobody to whoever sets no guidelines', async () => {
    await staffOther();
    await look();
    expect(await read(piotr)).toMatchObject({ projects: [], people: [], others: [], roles: [] });
  });

  it('asks Tempo for nobody, and leaves out what is over', async () => {
    await look();
    memory.schedules.reads = 0;
    memory.clock.advanceDays(30);
    expect((await read()).projects[0]?.lines.map(({ lineId: id }) => id)).toEqual(['line1']);
    memory.clock.advanceDays(60);
    expect((await read()).projects).toEqual([]);
    expect(memory.schedules.reads).toBe(0);
  });

  it('reads a role’s people anew when it is asked to, for whoever sees the role', async () => {
    const first = await lookAtRole(memory.as(company.accountManager), anna ?? asManager, { role: 'tester' });
    expect(memory.schedules.reads).toBe(2);
    expect(first.people.map(({ person: { accountId: id }, readAt }) => [id, readAt !== null])).toEqual([['dev', false], ['tess', true]]);
    memory.schedules.reads = 0;
    await lookAtRole(memory.as(company.stranger), stas ?? asManager, { role: 'Tester' });
    await lookAtRole(memory.as(company.accountManager), anna ?? asManager, { role: 'Manager' });
    expect(memory.schedules.reads).toBe(0);
  });
});

describe('moved lines', () => {
  const moved = { lineId: lineId('line1'), from: sampleGuidelines.schedule.start, to: sampleGuidelines.schedule.end, minutesPerDay: 450 };
  const move = (who: typeof anna = anna, lines = [moved]) => moveLines(memory.as(who?.accountId), { accountId: who?.accountId ?? company.accountManager }, { project: company.project, lines });

  it('stand in the draft, and nothing is published', async () => {
    const before = await noted();
    await move();
    const draft = (await memory.as().guidelines.draft(company.project))?.draft;
    expect(draft?.staffing[0]).toMatchObject({ id: 'line1', from: moved.from, to: moved.to, hoursPerDay: '7.5', person: { accountId: 'dev' } });
    expect(draft?.staffing[1]).toMatchObject({ id: 'line2', hoursPerDay: '8' });
    expect((await memory.as().guidelines.versions(company.project))).toHaveLength(1);
    expect(await noted()).toEqual(before);
  });

  it('go on with a draft that is there, and moving them again to the same place saves nothing', async () => {
    await move();
    await move(anna, [{ ...moved, lineId: lineId('line2') }]);
    const stored = await memory.as().guidelines.draft(company.project);
    expect(stored?.draft?.staffing.map(({ hoursPerDay }) => hoursPerDay)).toEqual(['7.5', '7.5']);
    await move();
    expect((await memory.as().guidelines.draft(company.project))?.revision).toBe(stored?.revision);
  });

  it.each([
    ['whoever sets no guidelines there', hanna, [moved], 'notFound'],
    ['a stranger', stas, [moved], 'notFound'],
    ['a line that is not there', anna, [{ ...moved, lineId: lineId('gone') }], 'notFound'],
    ['a line that ends before it begins', anna, [{ ...moved, from: moved.to, to: moved.from }], 'invalidRequest'],
    ['hours in other parts than quarters', anna, [{ ...moved, minutesPerDay: 50 }], 'invalidRequest'],
  ] as const)('are refused for %s, and nothing is saved', async (_, who, lines, code) => {
    const { writes } = memory.storage;
    await expect(move(who, [...lines])).rejects.toMatchObject({ code });
    expect(memory.storage.writes).toBe(writes);
  });

  it('that cross another’s save are a conflict', async () => {
    const world = memory.as(company.accountManager);
    const crossed = { ...world, guidelines: { ...world.guidelines, saveDraft: async () => { throw new StoreConflict('draft'); } } };
    await expect(moveLines(crossed, asManager, { project: company.project, lines: [moved] })).rejects.toMatchObject({ code: 'conflict' });
  });
});
