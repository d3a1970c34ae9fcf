import { addDays } from '../../src/domain/calendar';
import { sampleDeal, staffingLine } from '../../src/domain/fixture/guidelines';
import { dealId, lineId } from '../../src/domain/fixture/values';
import { linkDeal, unlinkDeal } from '../../src/use-cases/planner/link-deal';
import { projectChanged } from '../../src/use-cases/planner/project-changed';
import { syncDealNow } from '../../src/use-cases/planner/sync-deal-now';
import { syncDeals } from '../../src/use-cases/planner/sync-deals';
import { company, openCompany, ordered, trail } from '../world/memory-world';
import { asManager, clearOrders, deal, ledgerOf, linkOf, moveDeal, openPlannedProject, ourPlans, publish, sync, syncNow, work } from './planned-project';

const stages = ['Prospecting', 'Negotiation', 'Internally Won', 'Closed Won', 'Closed Lost'] as const;

describe('the planner follows the deal', () => {
  it('plans nothing while the deal is open', async () => {
    const memory = await openPlannedProject('Prospecting');
    await sync(memory);
    expect(memory.tempo.plans.size).toBe(0);
    expect((await linkOf(memory)).sync.kind).toBe('inStep');
  });

  it('plans roles tentatively in negotiation, and says so and how likely it is', async () => {
    const memory = await openPlannedProject();
    await sync(memory);
    expect(ourPlans(memory)).toEqual([
      expect.objectContaining({ assignee: { kind: 'role', role: 'Developer' }, description: expect.stringContaining('Negocjacje 60%') }),
      expect.objectContaining({ assignee: { kind: 'role', role: 'Tester' } }),
    ]);
  });

  it('plans named people when it is won internally, with a mark, and without one when it is won', async () => {
    const memory = await openPlannedProject();
    await sync(memory);
    const before = [...memory.tempo.plans.keys()];
    moveDeal(memory, 'Internally Won');
    await sync(memory);
    expect(ourPlans(memory)[0]).toMatchObject({ assignee: { kind: 'person', accountId: 'dev' }, description: expect.stringContaining('Wygrane wewnętrznie') });
    moveDeal(memory, 'Closed Won');
    await sync(memory);
    expect(ourPlans(memory)[0]?.description).not.toContain('Wygrane');
    expect(ourPlans(memory)[1]).toMatchObject({ assignee: { kind: 'role', role: 'Tester' } });
    expect([...memory.tempo.plans.keys()]).toEqual(before);
  });

  it('asks for approval of named people once it is won, where Tempo has that', async () => {
    const memory = await openPlannedProject('Internally Won');
    memory.tempo.isApprovalOn = true;
    await sync(memory);
    expect(memory.tempo.askedForApproval).toEqual([]);
    moveDeal(memory, 'Closed Won');
    await sync(memory);
    expect(memory.tempo.askedForApproval).toHaveLength(1);
  });

  it('takes back what has not begun when the deal is lost', async () => {
    const memory = await openPlannedProject();
    await sync(memory);
    moveDeal(memory, 'Closed Lost');
    await sync(memory);
    expect(memory.tempo.plans.size).toBe(0);
    expect((await ledgerOf(memory)).map((row) => row.state)).toEqual(['released', 'released']);
  });

  it('ends yesterday what is under way when the deal is lost, and lets it grow on when it comes back', async () => {
    const memory = await openPlannedProject('Closed Won');
    await sync(memory);
    const planned = ourPlans(memory);
    memory.clock.advanceDays(10);
    moveDeal(memory, 'Closed Lost');
    await sync(memory);
    expect(ourPlans(memory).map(({ to }) => to)).toEqual([memory.clock.dayFromNow(-1), memory.clock.dayFromNow(-1)]);
    memory.clock.advanceDays(3);
    moveDeal(memory, 'Closed Won');
    await sync(memory);
    expect(ourPlans(memory)).toEqual(planned);
  });

  it('leaves the past as it is when the deal is lost after all was worked', async () => {
    const memory = await openPlannedProject('Closed Won');
    await sync(memory);
    const planned = ourPlans(memory);
    memory.clock.advanceDays(100);
    moveDeal(memory, 'Closed Lost');
    await sync(memory);
    expect(ourPlans(memory)).toEqual(planned);
  });

  it.each(stages.flatMap((from) => stages.map((to) => [from, to] as const)))('from %s to %s comes to what the latter would have been from the start', async (from, to) => {
    const memory = await openPlannedProject(from);
    await sync(memory);
    moveDeal(memory, to);
    await sync(memory);
    const straight = await openPlannedProject(to);
    await sync(straight);
    expect(ourPlans(memory)).toEqual(ourPlans(straight));
  });

  it('writes nothing the second time', async () => {
    for (const stageName of stages) {
      const memory = await openPlannedProject(stageName);
      await sync(memory);
      const [kept, tempoWrites, writes] = [memory.storage.dump(), memory.tempo.writes, memory.storage.writes];
      memory.clock.advance(300);
      await sync(memory);
      expect([memory.storage.dump(), memory.tempo.writes, memory.storage.writes]).toEqual([kept, tempoWrites, writes]);
    }
  });

  it('follows new guidelines: a line more, a line gone, a line changed', async () => {
    const memory = await openPlannedProject('Internally Won');
    await sync(memory);
    const from = memory.clock.dayFromNow(7);
    await publish(memory, [
      staffingLine({ id: lineId('line1'), from, to: addDays(from, 10), minutesPerDay: 240 }),
      staffingLine({ id: lineId('line3'), from, to: addDays(from, 10), role: 'Analyst', person: null }),
    ]);
    await sync(memory);
    expect(ourPlans(memory)).toEqual([
      expect.objectContaining({ assignee: { kind: 'person', accountId: 'dev' }, minutesPerDay: 240, to: addDays(from, 10) }),
      expect.objectContaining({ assignee: { kind: 'role', role: 'Analyst' } }),
    ]);
  });

  it('does not touch plans of others, whatever they say', async () => {
    const memory = await openPlannedProject();
    const theirs = { assignee: { kind: 'role', role: 'Developer' }, projectId: company.project, from: memory.clock.dayFromNow(7), to: memory.clock.dayFromNow(30), minutesPerDay: 480, description: '[opiekun] by hand' } as const;
    const id = memory.tempo.put(theirs);
    await sync(memory);
    moveDeal(memory, 'Closed Lost');
    await sync(memory);
    expect([...memory.tempo.plans]).toEqual([[id, theirs]]);
  });
});

describe('what the planner waits for', () => {
  it('guidelines', async () => {
    const memory = await openCompany();
    memory.salesforce.put(sampleDeal({ id: deal, stageName: 'Negotiation' }));
    await linkDeal(memory.as(company.accountManager), asManager, { dealId: deal });
    await sync(memory);
    expect((await linkOf(memory)).sync).toMatchObject({ kind: 'waiting', for: 'guidelines' });
  });

  it('a stage that nobody mapped, as after it was renamed; what stands is left alone', async () => {
    const memory = await openPlannedProject();
    await sync(memory);
    const planned = ourPlans(memory);
    moveDeal(memory, 'constructor');
    await sync(memory);
    expect((await linkOf(memory)).sync).toMatchObject({ kind: 'waiting', for: 'stageMapping' });
    expect(ourPlans(memory)).toEqual(planned);
  });

  it('a connection', async () => {
    const memory = await openPlannedProject();
    await memory.as().secrets.saveTempoToken(undefined);
    await sync(memory);
    expect((await linkOf(memory)).sync).toMatchObject({ kind: 'waiting', for: 'connection' });
  });

  it('a closed project to be opened again', async () => {
    const memory = await openPlannedProject();
    await projectChanged(memory.as(), company.project, 'closed');
    await sync(memory);
    expect(memory.tempo.plans.size).toBe(0);
    expect((await linkOf(memory)).sync).toMatchObject({ kind: 'waiting', for: 'project' });
    await projectChanged(memory.as(), company.project, 'opened');
    expect(ordered(memory)).toEqual([{ dealId: deal, reason: 'project', delaySeconds: 0 }]);
    await syncNow(memory.as(), 'project');
    expect(memory.tempo.plans.size).toBe(2);
  });
});

describe('a deal that Salesforce no longer has', () => {
  it('is shown as gone, and its entries are left as they are', async () => {
    const memory = await openPlannedProject();
    await sync(memory);
    const planned = ourPlans(memory);
    memory.salesforce.remove(deal);
    await sync(memory);
    await sync(memory);
    expect((await linkOf(memory)).sync.kind).toBe('gone');
    expect(ourPlans(memory)).toEqual(planned);
    expect(trail(memory).filter(({ event }) => event === 'deal.gone')).toHaveLength(1);
  });
});

describe('an unlinked deal', () => {
  it('gives its entries back', async () => {
    const memory = await openPlannedProject();
    await sync(memory);
    await unlinkDeal(memory.as(company.accountManager), asManager, { dealId: deal });
    expect(ordered(memory)).toEqual([{ dealId: deal, reason: 'unlink', delaySeconds: 0 }]);
    await syncNow(memory.as(), 'unlink');
    expect(memory.tempo.plans.size).toBe(0);
    await syncNow(memory.as());
    expect((await ledgerOf(memory)).map((row) => row.state)).toEqual(['released', 'released']);
  });

  it('stays unlinked when a sync was under way', async () => {
    const memory = await openPlannedProject();
    const world = memory.as();
    const slow = {
      ...world,
      planner: {
        ...world.planner,
        plansOfProject: async (...range: Parameters<typeof world.planner.plansOfProject>) => {
          await unlinkDeal(memory.as(company.accountManager), asManager, { dealId: deal });
          return world.planner.plansOfProject(...range);
        },
      },
    };
    await syncNow(slow);
    expect(await world.dealStore.link(deal)).toBeUndefined();
    await syncNow(world, 'unlink');
    expect(memory.tempo.plans.size).toBe(0);
  });

  it('passes the lines that name no deal on to the next one', async () => {
    const memory = await openPlannedProject();
    const second = dealId(2);
    memory.clock.advance(60);
    memory.salesforce.put(sampleDeal({ id: second, name: 'Upsell', stageName: 'Closed Won', modifiedAt: memory.clock.now() }));
    const world = memory.as(company.accountManager);
    await linkDeal(world, asManager, { dealId: second });
    await syncDeals(memory.as(), [deal, second].map((id) => ({ dealId: id, reason: 'link' })));
    expect(ourPlans(memory).map(({ description }) => description)).toEqual([expect.stringContaining('Order portal'), expect.stringContaining('Order portal')]);
    clearOrders(memory);
    await unlinkDeal(world, asManager, { dealId: deal });
    await work(memory);
    expect(ourPlans(memory).map(({ description }) => description)).toEqual([expect.stringContaining('Upsell'), expect.stringContaining('Upsell')]);
  });
});

it('puts the sync on the queue when a person asks, and says that it works on it', async () => {
  const memory = await openPlannedProject();
  expect(await syncDealNow(memory.as(company.accountManager), asManager, { dealId: deal })).toMatchObject({ sync: { kind: 'working' } });
  expect(ordered(memory)).toHaveLength(1);
  await expect(syncDealNow(memory.as(company.accountManager), { ...asManager, projectId: company.otherProject }, { dealId: deal })).rejects.toMatchObject({ code: 'notFound' });
});

it('tells the panel of the stage', async () => {
  const memory = await openPlannedProject();
  moveDeal(memory, 'Closed Won');
  await sync(memory);
  expect((await memory.as().summaries.summary(company.project))?.deals).toEqual([expect.objectContaining({ stage: 'won', stageName: 'Closed Won' })]);
});

it('keeps the history of a deal that was moved twice within a second', async () => {
  const memory = await openPlannedProject();
  await sync(memory);
  const { modifiedAt } = (await linkOf(memory)).deal;
  memory.salesforce.change(deal, { stageName: 'Closed Won', modifiedAt });
  await sync(memory);
  expect((await linkOf(memory)).history.map(({ stageName }) => stageName)).toEqual(['Negotiation', 'Closed Won']);
});
