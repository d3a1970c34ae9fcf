import { sampleDeal } from '../../src/domain/fixture/guidelines';
import { amount, clientId, day, dealId, total } from '../../src/domain/fixture/values';
import { unchecked } from '../../src/domain/project-margin';
import type { Figures } from '../../src/domain/figures';
import type { DealId } from '../../src/domain/ids';
import { sumOfSums } from '../../src/domain/kpi/sums';
import { emptyRollup, withParts } from '../../src/domain/kpi/rollup';
import { lookAtClient } from '../../src/use-cases/clients/look-at-client';
import { readKpis } from '../../src/use-cases/kpi/read-kpis';
import { readKpiLines } from '../../src/use-cases/kpi/read-lines';
import { readPipeline } from '../../src/use-cases/kpi/read-pipeline';
import { refreshKpis } from '../../src/use-cases/kpi/refresh-kpis';
import { setGoals } from '../../src/use-cases/kpi/set-goals';
import { linkDeal, unlinkDeal } from '../../src/use-cases/planner/link-deal';
import { StoreConflict } from '../../src/ports/errors';
import { noting } from '../../src/use-cases/noting';
import { newLink } from '../../src/domain/linked-deal';
import { lookAfterRows } from '../../src/use-cases/today/look-after-rows';
import { syncDeals } from '../../src/use-cases/planner/sync-deals';
import { quarter } from './kpi-facts';
import { company, openCompany, type MemoryWorld } from '../world/memory-world';
import { asManager, publish, twoLines } from '../use-cases/planned-project';

const baltyk = { id: clientId(1), name: 'Bałtyk S.A.' };
const own = { accountId: company.accountManager };
const head = { accountId: company.headOfSales };
const unit = { kind: 'client', clientId: baltyk.id } as const;

let memory: MemoryWorld;
beforeEach(async () => {
  // The clock stands on 2 March 2026.
  memory = await openCompany();
  await publish(memory, twoLines(memory));
  for (const [n, closeDate, stageName] of [[1, '2025-11-03', 'Closed Won'], [2, '2026-02-03', 'Closed Won'], [3, '2026-05-03', 'Negotiation']] as const) {
    await link(dealId(n), { closeDate: day(closeDate), stageName });
  }
  await money({ '2026-01-05': ['600000.00', '300000.00'], '2025-12-29': ['1.00', '1.00'] });
  await lookAtClient(memory.as(), baltyk.id);
});

async function link(id: DealId, changes: Parameters<typeof sampleDeal>[0]): Promise<void> {
  memory.salesforce.put(sampleDeal({ id, client: baltyk, amount: { amount: amount('1000.00'), currency: 'PLN' }, probability: 50, modifiedAt: memory.clock.now(), ...changes }));
  await linkDeal(memory.as(company.accountManager), asManager, { dealId: id });
}

async function money(weeks: Readonly<Record<string, readonly [string, string]>>): Promise<void> {
  const before = (await memory.as().margin.margin(company.project)) ?? unchecked(company.project);
  const figures: Figures = {
    source: 'ownRates', refreshes: 'always', asOf: day('2026-03-01'), readAt: memory.clock.now(), currency: 'PLN', billing: 'timeAndMaterial', seconds: 0, labour: null, expenses: null, revenue: null, costBudget: null,
    remaining: { kind: 'unknown', because: 'plansUnknown' }, roles: [],
    weeks: Object.entries(weeks).map(([monday, [revenue, cost]]) => ({ monday: day(monday), seconds: 0, revenue: total(revenue), cost: total(cost) })),
  };
  await memory.as().margin.save({ ...before, revision: before.revision + 1, managerId: company.accountManager, figures });
}

const syncOne = (id: DealId): Promise<void> => syncDeals(memory.as(), [{ dealId: id, reason: 'push' }]);
const kpis = (call = own, of: Parameters<typeof readKpis>[2]['of'] = null) => readKpis(memory.as(call.accountId), call, { of });

/** What every roll-up must be at any moment. */
function expectWhole(): void {
  const parts = memory.storage.kpiParts.all();
  for (const { period, managers } of memory.storage.kpiRollups.all()) {
    expect(managers).toEqual(withParts(emptyRollup(period), [], parts.filter((part) => part.period === period)).managers);
  }
  expect(sumOfSums(memory.storage.kpiRollups.all().flatMap(({ managers }) => managers.map(({ sums }) => sums)))).toEqual(sumOfSums(parts.map(({ sums }) => sums)));
}

it('gives an account manager their own figures, this quarter beside the last four', async () => {
  const { quarters, subject, managers, manager, seesPortfolio } = await kpis();
  expect({ subject, managers, seesPortfolio }).toEqual({ subject: { kind: 'manager', manager: 'anna' }, managers: [], seesPortfolio: false });
  expect(manager?.name).toBe('Anna Nowak');
  expect(quarters.map(({ quarter }) => quarter)).toEqual(['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1']);
  // The week of 29 December has its Thursday in the new year.
  expect(quarters[4]).toMatchObject({ revenue: { amount: '600001.00', target: '1000000.00' }, margin: { margin: { basisPoints: 4_999 } }, upsell: { share: 10_000 }, returning: { clients: 1, of: 1 }, documents: { of: 1 } });
  expect(quarters[3]).toMatchObject({ sales: { won: '1000.00' }, upsell: { share: 0 }, returning: { clients: 0, of: 1 } });
});

it('gives the head of sales the team and each account manager, and an account manager nobody else', async () => {
  const team = await kpis(head);
  expect(team).toMatchObject({ subject: { kind: 'team' }, seesPortfolio: true, managers: [{ manager: { name: 'Anna Nowak' } }] });
  expect((await kpis(head, { kind: 'manager', manager: company.accountManager })).quarters).toEqual((await kpis()).quarters);
  for (const whose of [{ kind: 'team' }, { kind: 'manager', manager: null }, { kind: 'manager', manager: company.headOfSales }] as const) {
    await expect(kpis(own, whose)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(readPipeline(memory.as(own.accountId), own, { of: whose })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(readKpiLines(memory.as(own.accountId), own, { of: whose, period: quarter('2026-Q1'), number: 'sales', from: null })).rejects.toMatchObject({ code: 'forbidden' });
  }
});

it('writes nothing when nothing changed, and of a change the quarters that it touches', async () => {
  const before = memory.storage.dump();
  const writes = memory.storage.writes;
  await refreshKpis(memory.as(), unit);
  expect(memory.storage.dump()).toEqual(before);
  expect(memory.storage.writes).toBe(writes);
  memory.clock.advance(60);
  memory.salesforce.change(dealId(3), { stageName: 'Closed Won', closeDate: day('2026-02-20') });
  await syncOne(dealId(3));
  const after = memory.storage.writes;
  await refreshKpis(memory.as(), unit);
  expect(memory.storage.writes).toBe(after + 2);
  expect((await kpis()).quarters[4]).toMatchObject({ sales: { won: '2000.00', deals: 2 }, returning: { clients: 1, of: 1 } });
  expectWhole();
});

it('stays whole when two look at one client in the same moment, and when a deal is unlinked or passes to another client', async () => {
  memory.clock.advance(60);
  memory.salesforce.change(dealId(2), { amount: { amount: amount('2500.00'), currency: 'PLN' } });
  await syncOne(dealId(2));
  await Promise.all([refreshKpis(memory.as(), unit), refreshKpis(memory.as(), unit)]);
  expect((await kpis()).quarters[4]?.sales.won).toBe('2500.00');
  expectWhole();
  await unlinkDeal(memory.as(company.accountManager), asManager, { dealId: dealId(1) });
  memory.salesforce.change(dealId(2), { client: null });
  memory.clock.advance(60);
  await syncOne(dealId(2));
  await refreshKpis(memory.as(), unit);
  expectWhole();
  expect((await kpis()).quarters.map(({ sales }) => sales.deals)).toEqual([0, 0, 0, 0, 1]);
});

it('leaves what crosses others again and again to the next look', async () => {
  memory.clock.advance(60);
  memory.salesforce.change(dealId(3), { closeDate: day('2026-08-20') });
  await syncOne(dealId(3));
  const world = memory.as();
  let tried = 0;
  await refreshKpis({ ...world, kpis: { ...world.kpis, save: async () => { tried += 1; throw new StoreConflict('kpis'); } } }, unit);
  expect(tried).toBe(5);
  expectWhole();
});

it('shows the deals behind a number to who may see their project, and says how many others there are', async () => {
  const lines = (call: typeof own, number: 'sales' | 'revenue' | 'documents' | 'pipeline', period: string) =>
    readKpiLines(memory.as(call.accountId), call, { of: null, period: quarter(period), number, from: null });
  expect(await lines(own, 'sales', '2026-Q1')).toMatchObject({ lines: [{ kind: 'deal', id: dealId(2), client: baltyk, isUpsell: true }], hidden: 0, next: null, recordsAt: 'https://acme.my.salesforce.com/' });
  expect((await lines(own, 'revenue', '2026-Q1')).lines).toMatchObject([{ kind: 'project', name: 'Alfa', revenue: '600001.00', cost: '300001.00' }]);
  expect((await lines(head, 'documents', '2026-Q1')).lines).toMatchObject([{ kind: 'snapshot', manager: { name: 'Anna Nowak' } }]);
  expect((await lines(own, 'pipeline', '2026-Q2')).lines).toMatchObject([{ kind: 'deal', id: dealId(3), stage: 'negotiation' }]);
  memory.jira.addPerson({ accountId: company.accountManager, name: 'Anna Nowak' }, { browse: [company.project], own: [] });
  expect(await lines(own, 'sales', '2026-Q1')).toMatchObject({ lines: [], hidden: 1 });
});

it('goes through the lines of many clients page by page, each once', async () => {
  for (let n = 10; n < 130; n += 1) {
    const client = { id: clientId(n), name: `Client ${n}` };
    await memory.as().dealStore.add({ ...newLink(company.project, sampleDeal(), memory.clock.now()), deal: sampleDeal({ id: dealId(n), client, closeDate: day('2026-01-15'), stageName: 'Closed Won' }) }, undefined);
    await refreshKpis(memory.as(), { kind: 'client', clientId: client.id });
  }
  const seen: string[] = [];
  let from: Parameters<typeof readKpiLines>[2]['from'] = null;
  let pages = 0;
  do {
    const page = await readKpiLines(memory.as(head.accountId), head, { of: { kind: 'manager', manager: company.accountManager }, period: quarter('2026-Q1'), number: 'sales', from });
    seen.push(...page.lines.flatMap((line) => ('id' in line ? [line.id] : [])));
    from = page.next;
    pages += 1;
  } while (from !== null);
  expect([seen.length, new Set(seen).size, pages]).toEqual([121, 121, 3]);
});

it('keeps goals of one of two who began from the same, and shows an account manager no goals of others', async () => {
  const targets = { revenue: amount('800000.00'), margin: 35, upsell: 20 };
  const set = (revision: number, goal: string | null) => setGoals(memory.as(head.accountId), head, { revision, targets, quarter: quarter('2026-Q1'), sales: [{ manager: company.accountManager, amount: goal === null ? null : amount(goal) }, { manager: company.stranger, amount: amount('5.00') }] });
  expect((await set(0, '4000.00')).revision).toBe(1);
  await expect(set(0, '1.00')).rejects.toMatchObject({ code: 'conflict' });
  const { quarters, goals } = await kpis();
  expect(quarters[4]).toMatchObject({ revenue: { target: '800000.00', managers: 1 }, margin: { target: 35 }, upsell: { target: 20 }, sales: { goal: '4000.00' } });
  expect(goals.sales).toEqual([{ quarter: '2026-Q1', goals: [{ manager: 'anna', amount: '4000.00' }] }]);
  expect((await kpis(head)).quarters[4]).toMatchObject({ sales: { goal: '4005.00' }, revenue: { target: '1600000.00', managers: 2 } });
  await set(1, null);
  expect((await kpis()).quarters[4]?.sales.goal).toBeNull();
});

it('shows the pipeline with renewals, and asks storage for all of it at once', async () => {
  const { periods, quarter: now } = await readPipeline(memory.as(own.accountId), own, { of: null });
  expect(now).toBe('2026-Q1');
  expect(periods.map(({ period, weighted }) => [period, weighted])).toEqual([['2026-Q1', []], ['2026-Q2', [{ currency: 'PLN', amount: '1000.00', weighted: '500.00' }]]]);
});

describe('is counted by what changes it', () => {
  const revenue = async (): Promise<string | undefined> => (await kpis()).quarters[4]?.revenue.amount;
  const owners = (): readonly string[] => memory.storage.kpiParts.all().flatMap(({ owner, projects }) => (projects.length > 0 ? [owner] : [])).sort();

  it('the money of a project, whose it is: without a deal, with a first one, and with the next', async () => {
    const wisla = { id: clientId(2), name: 'Wisła' };
    await link(dealId(4), { client: wisla });
    expect(owners()).toEqual([baltyk.id]);
    for (const n of [1, 2, 3]) await unlinkDeal(memory.as(company.accountManager), asManager, { dealId: dealId(n) });
    expect([await revenue(), owners()]).toEqual(['600001.00', [wisla.id]]);
    await unlinkDeal(memory.as(company.accountManager), asManager, { dealId: dealId(4) });
    expect([await revenue(), owners()]).toEqual(['600001.00', [`project-${company.project}`]]);
    await money({ '2026-01-05': ['700000.00', '300000.00'] });
    expect(await revenue()).toBe('700000.00');
    await link(dealId(5), {});
    expect([await revenue(), owners()]).toEqual(['700000.00', [baltyk.id]]);
    expectWhole();
  });

  it('a deal, as it is linked, passes to another client, loses it, and changes without one', async () => {
    const sales = async (): Promise<string | undefined> => (await kpis()).quarters[4]?.sales.won;
    const change = async (fields: Parameters<typeof memory.salesforce.change>[1]): Promise<void> => {
      memory.clock.advance(60);
      memory.salesforce.change(dealId(1), fields);
      await syncOne(dealId(1));
    };
    await link(dealId(6), { closeDate: day('2026-02-04'), stageName: 'Closed Won' });
    expect(await sales()).toBe('2000.00');
    await change({ client: { id: clientId(2), name: 'Wisła' } });
    expect(owners()).toEqual([clientId(2)]);
    await change({ client: null });
    expect(owners()).toEqual([`project-${company.project}`]);
    // A deal that goes on with the same client, or without one, is counted with what else was touched.
    await change({ closeDate: day('2026-02-05') });
    await lookAfterRows(memory.as(), () => true);
    expect(await sales()).toBe('3000.00');
    await change({ client: { id: clientId(2), name: 'Wisła' } });
    await change({ amount: { amount: amount('7000.00'), currency: 'PLN' } });
    await lookAfterRows(memory.as(), () => true);
    expect(await sales()).toBe('9000.00');
    expectWhole();
  });

  it('and what cannot be counted is in the log, and done all the same', async () => {
    const world = memory.bare(company.accountManager);
    const broken = noting({ ...world, kpis: { ...world.kpis, partsOf: async () => Promise.reject(new Error('storage is down')) } });
    await unlinkDeal(broken, asManager, { dealId: dealId(1) });
    await lookAtClient(broken, baltyk.id);
    expect([await world.dealStore.link(dealId(1)), memory.errors.length]).toEqual([undefined, 2]);
  });
});
