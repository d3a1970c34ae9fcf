import { sampleDeal } from '../../src/domain/fixture/guidelines';
import { linkDeal } from '../../src/use-cases/planner/link-deal';
import { kickOffWhereOwed, settleKickoffs } from '../../src/use-cases/kickoff/kick-off';
import { createKickoff, readKickoff } from '../../src/use-cases/kickoff/read-kickoff';
import { saveKickoffSettings } from '../../src/use-cases/kickoff/kickoff-settings';
import { Crash, crashingWorld } from '../world/crash';
import { company, openCompany, trail, type MemoryWorld } from '../world/memory-world';
import { asManager, deal, linkOf, moveDeal, openPlannedProject, sync } from './planned-project';

const standing = (memory: MemoryWorld) => readKickoff(memory.as(company.accountManager), asManager);
const events = (memory: MemoryWorld): readonly string[] => trail(memory).flatMap(({ event }) => (event.startsWith('kickoff.') ? [event] : []));

async function wonProject(): Promise<MemoryWorld> {
  const memory = await openPlannedProject();
  await sync(memory);
  moveDeal(memory, 'Closed Won');
  return memory;
}

it('is created once when the deal is won, with the guidelines in it, and never again', async () => {
  const memory = await wonProject();
  await sync(memory);
  expect(memory.kickoffIssues.created).toHaveLength(1);
  expect(memory.kickoffIssues.created[0]).toMatchObject({ projectId: company.project, summary: 'Kick-off: Alfa', body: expect.arrayContaining([{ kind: 'heading', text: 'Wytyczne, wersja 1' }]) });
  expect(await standing(memory)).toMatchObject({ isWon: true, kickoff: { state: 'created', issueKey: 'ALFA-40001' } });
  moveDeal(memory, 'Negotiation');
  await sync(memory);
  moveDeal(memory, 'Closed Won');
  await sync(memory);
  await createKickoff(memory.as(company.accountManager), asManager);
  expect(memory.kickoffIssues.created).toHaveLength(1);
  expect(events(memory)).toEqual(['kickoff.created']);
});

it.each(['Negotiation', 'Internally Won', 'Closed Lost'])('is not created while the deal is %s', async (stageName) => {
  const memory = await openPlannedProject('Prospecting');
  await sync(memory);
  moveDeal(memory, stageName);
  await sync(memory);
  expect(memory.kickoffIssues.created).toEqual([]);
  await expect(createKickoff(memory.as(company.accountManager), asManager)).rejects.toMatchObject({ code: 'notFound' });
});

it('is not owed by a deal that was won before it was linked, and can be asked for then', async () => {
  const memory = await openCompany();
  memory.salesforce.put(sampleDeal({ id: deal, stageName: 'Closed Won', modifiedAt: memory.clock.now() }));
  memory.clock.advance(86_400);
  await linkDeal(memory.as(company.accountManager), asManager, { dealId: deal });
  await sync(memory);
  await kickOffWhereOwed(memory.as(), await linkOf(memory));
  expect(memory.kickoffIssues.created).toEqual([]);
  expect(await createKickoff(memory.as(company.accountManager), asManager)).toMatchObject({ kickoff: { state: 'created' } });
  expect(memory.kickoffIssues.created[0]?.body).toContainEqual(expect.objectContaining({ text: expect.stringContaining('nie opublikował jeszcze wytycznych') }));
});

it('is left to people where the company does without', async () => {
  const memory = await openPlannedProject();
  await saveKickoffSettings(memory.as(company.administrator), { accountId: company.administrator }, { revision: 0, isOn: false, summary: ' ', agenda: null });
  await sync(memory);
  moveDeal(memory, 'Closed Won');
  await sync(memory);
  expect(memory.kickoffIssues.created).toEqual([]);
  expect(await standing(memory)).toMatchObject({ isOn: false, kickoff: null });
});

it('whose creation was not answered is found again, not made again, and not before a search can find it', async () => {
  const memory = await wonProject();
  memory.kickoffIssues.faults.push('lost');
  await sync(memory);
  expect(await standing(memory)).toMatchObject({ kickoff: { state: 'claimed' } });
  memory.clock.advance(599);
  await settleKickoffs(memory.as());
  expect(await standing(memory)).toMatchObject({ kickoff: { state: 'claimed' } });
  memory.clock.advance(1);
  await settleKickoffs(memory.as());
  expect(await standing(memory)).toMatchObject({ kickoff: { state: 'created', issueKey: 'ALFA-40001' } });
  expect(memory.kickoffIssues.created).toHaveLength(1);
});

it('that Jira never got is created by the next look', async () => {
  const memory = await wonProject();
  memory.kickoffIssues.faults.push('unavailable');
  await sync(memory);
  memory.clock.advance(3_600);
  expect(await settleKickoffs(memory.as())).toBe(1);
  expect(memory.kickoffIssues.created).toHaveLength(1);
  expect(await settleKickoffs(memory.as())).toBe(0);
});

it('that Jira refuses is said with the reason, keeps the planner in step, and is created when asked for again', async () => {
  const memory = await wonProject();
  memory.kickoffIssues.faults.push('refused');
  await sync(memory);
  expect((await linkOf(memory)).sync.kind).toBe('inStep');
  expect(await standing(memory)).toMatchObject({ kickoff: { state: 'failed', failure: 'refused' } });
  expect(await createKickoff(memory.as(company.accountManager), asManager)).toMatchObject({ kickoff: { state: 'created' } });
  expect(events(memory)).toEqual(['kickoff.failed', 'kickoff.created']);
});

it('is there once, at whatever call the process dies and however often that happens', async () => {
  for (const when of ['before', 'after'] as const) {
    for (let at = 1; at < 100; at += 1) {
      const memory = await wonProject();
      await memory.as().dealStore.ofProject(company.project);
      const link = { ...(await linkOf(memory)), deal: sampleDeal({ id: deal, stageName: 'Closed Won' }), history: [{ stageName: 'Closed Won', at: memory.clock.now() }] };
      const { world, crashed } = crashingWorld(memory.as(), at, when);
      await kickOffWhereOwed(world, link).catch((error: unknown) => {
        if (!(error instanceof Crash)) throw error;
      });
      memory.clock.advance(3_600);
      await settleKickoffs(memory.as());
      await kickOffWhereOwed(memory.as(), link);
      expect([when, at, memory.kickoffIssues.created.length]).toEqual([when, at, 1]);
      expect((await standing(memory)).kickoff?.state).toBe('created');
      if (!crashed()) break;
    }
  }
});

it('keeps settings of one of two who began from the same', async () => {
  const memory = await openCompany();
  const save = (isOn: boolean) => saveKickoffSettings(memory.as(company.administrator), { accountId: company.administrator }, { revision: 0, isOn, summary: 'Start', agenda: '' });
  expect(await save(true)).toEqual({ revision: 1, isOn: true, summary: 'Start', agenda: null });
  await expect(save(false)).rejects.toMatchObject({ code: 'conflict' });
});
