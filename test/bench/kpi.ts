import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { places } from '../../local/places';
import { entityNames } from '../../src/adapters/forge/records';
import { grouped } from '../../src/domain/grouped';
import { contributionOf } from '../../src/domain/kpi/contribution';
import type { KpiPart } from '../../src/domain/kpi/part';
import { kpiFacts } from '../../src/use-cases/kpi/kpi-facts';
import { kpiStore, partKey, partRecord, rollupKey, rollupRecord } from '../../src/adapters/forge/kpi-store';
import { addDays } from '../../src/domain/calendar';
import { accountId, amount, clientId, day, dealId, projectId, total } from '../../src/domain/fixture/values';
import { sampleDeal } from '../../src/domain/fixture/guidelines';
import type { ClientId, ProjectId } from '../../src/domain/ids';
import type { Figures } from '../../src/domain/figures';
import { withParts, emptyRollup } from '../../src/domain/kpi/rollup';
import { sumOfSums } from '../../src/domain/kpi/sums';
import { newLink, type LinkedDeal } from '../../src/domain/linked-deal';
import { unchecked, type ProjectMargin } from '../../src/domain/project-margin';
import type { World } from '../../src/ports/world';
import { readKpis } from '../../src/use-cases/kpi/read-kpis';
import { readKpiLines } from '../../src/use-cases/kpi/read-lines';
import { refreshKpis } from '../../src/use-cases/kpi/refresh-kpis';
import { openStorage, type InProcessStorage } from '../forge-storage/kvs-in-process';
import { quarter } from '../kpi/kpi-facts';
import { company, openCompany } from '../world/memory-world';
import { kpiPlot, type KpiGrowth } from './kpi-plot';
import type { Figure, Measurement } from './measurement';
import { say } from './progress';

const sizes = [500, 1_000, 2_500, 5_000] as const;
const dealsEach = 10;
const projectsOfManager = 100;
const firstMonday = day('2024-07-01');
const weeks = 86;
const picture = join(places.root, 'docs', 'pictures', 'kpi-growth.svg');
const head = { accountId: company.headOfSales };

/**
 * The figures of companies with 500 to 5,000 projects of ten deals and 86 weeks of money each, a hundred to an account manager, kept
 * under Forge's rules and read through the real storage client: what the first screen reads, what it costs to take one changed
 * deal in, and to see that nothing changed. It draws docs/pictures/kpi-growth.svg anew.
 */
export const kpi: Measurement = {
  name: 'kpi',
  isLong: true,
  async run() {
    const found: KpiGrowth[] = [];
    for (const size of sizes) found.push(await measured(size));
    await writeFile(picture, kpiPlot(found));
    say(`drew ${picture}`);
    return found.flatMap(figures);
  },
};

async function measured(projects: number): Promise<KpiGrowth> {
  const storage = openStorage();
  try {
    const { world, change } = await companyOf(projects);
    const begun = performance.now();
    const parts: KpiPart[] = [];
    for (let n = 1; n <= projects; n += 1) parts.push(...contributionOf(await kpiFacts(world, { kind: 'client', clientId: clientId(n) }), []));
    const workSeconds = (performance.now() - begun) / 1000;
    keep(storage, parts);
    say(`${projects} clients stand, ${parts.length} parts`);
    const screen = await during(storage, () => readKpis(world, head, { of: { kind: 'team' } }));
    const lines = await during(storage, () => readKpiLines(world, head, { of: { kind: 'team' }, period: quarter('2026-Q1'), number: 'sales', from: null }));
    const idle = await during(storage, () => refreshKpis(world, { kind: 'client', clientId: clientId(7) }));
    change(7);
    const update = await during(storage, () => refreshKpis(world, { kind: 'client', clientId: clientId(7) }));
    const largest = Math.max(...(await kpiStore.rollupsFrom(quarter('2024-Q1'))).map((rollup) => Buffer.byteLength(JSON.stringify(rollup))));
    await requireWhole();
    return { projects, deals: projects * dealsEach, screen, lines, idle, update, largest, workSeconds };
  } finally {
    storage.close();
  }
}

/** As they would stand after every client was looked at. */
function keep(storage: InProcessStorage, parts: readonly KpiPart[]): void {
  storage.fill((put) => {
    for (const part of parts) put(entityNames.filed, partKey({ ...part, revision: 1 }), partRecord({ ...part, revision: 1 }));
    for (const [period, of] of grouped(parts, (part) => part.period)) put(entityNames.filed, rollupKey(period), rollupRecord(withParts(emptyRollup(period), [], of)));
  });
}

/** Whatever was measured is worth nothing if it is wrong. */
async function requireWhole(): Promise<void> {
  for (const { period, managers } of await kpiStore.rollupsFrom(quarter('2020-Q1'))) {
    for (const { manager, sums } of managers) {
      const parts = await kpiStore.partsIn(period, manager, Number.POSITIVE_INFINITY, null);
      if (JSON.stringify(sumOfSums(parts.map((part) => part.sums))) !== JSON.stringify(sums)) throw new Error(`the roll-up of ${period} is not the sum of its parts`);
    }
  }
}

async function during(storage: InProcessStorage, work: () => Promise<unknown>) {
  storage.usage.reset();
  const begun = performance.now();
  await work();
  return { ...storage.usage.snapshot(), milliseconds: performance.now() - begun };
}

/** A company in memory whose figures alone are kept in Forge's storage. @returns it, and how to change a deal of a client's. */
async function companyOf(projects: number): Promise<{ readonly world: World; readonly change: (client: number) => void }> {
  const memory = (await openCompany()).as(company.headOfSales);
  const deals = new Map<ClientId, readonly LinkedDeal[]>();
  const margins = new Map<ProjectId, ProjectMargin>();
  const owners = new Map<ProjectId, ClientId>();
  for (let n = 1; n <= projects; n += 1) {
    const id = projectId(String(100_000 + n));
    owners.set(id, clientId(n));
    deals.set(clientId(n), Array.from({ length: dealsEach }, (_, at) => linked(id, n, at)));
    margins.set(id, { ...unchecked(id), managerId: accountId(`557058:12345678-1234-1234-1234-${String(Math.ceil(n / projectsOfManager)).padStart(12, '0')}`), figures: figuresOf(n) });
  }
  const ofProject = async (id: ProjectId): Promise<readonly LinkedDeal[]> => {
    const owner = owners.get(id);
    return owner === undefined ? [] : (deals.get(owner) ?? []);
  };
  const world: World = {
    ...memory,
    kpis: kpiStore,
    dealStore: { ...memory.dealStore, ofProject, ofClient: async (id) => deals.get(id) ?? [] },
    margin: { ...memory.margin, margin: async (id) => margins.get(id) },
    // The head of sales browses every project here.
    tracker: { ...memory.tracker, projectsWithAny: async (_, ids) => new Set(ids) },
  };
  const change = (client: number): void => {
    const [first, ...rest] = deals.get(clientId(client)) ?? [];
    if (first !== undefined) deals.set(clientId(client), [{ ...first, deal: { ...first.deal, amount: { amount: amount('123456.78'), currency: 'PLN' } } }, ...rest]);
  };
  return { world, change };
}

const stages = ['Closed Won', 'Closed Won', 'Closed Won', 'Negotiation', 'Internally Won', 'Prospecting', 'Closed Lost'] as const;

const linked = (project: ProjectId, client: number, at: number): LinkedDeal => {
  const n = client * dealsEach + at;
  const closeDate = addDays(firstMonday, (n * 37) % 790);
  return newLink(project, sampleDeal({ id: dealId(n), name: `Deal number ${n}`, client: { id: clientId(client), name: `Client number ${client}` }, stageName: stages[n % stages.length] ?? 'Prospecting', closeDate, probability: (n * 7) % 100, amount: { amount: amount(`${10_000 + n}.00`), currency: n % 11 === 0 ? 'EUR' : 'PLN' } }), memoryStart);
};
const memoryStart = ((): LinkedDeal['linkedAt'] => newLink(projectId('1'), sampleDeal(), sampleDeal().modifiedAt).linkedAt)();

const figuresOf = (n: number): Figures => ({
  source: 'ownRates', refreshes: 'always', asOf: day('2026-03-01'), readAt: memoryStart, currency: 'PLN', billing: 'timeAndMaterial', seconds: 0, labour: null, expenses: null, revenue: null, costBudget: null,
  remaining: { kind: 'unknown', because: 'plansUnknown' }, roles: [],
  weeks: Array.from({ length: weeks }, (_, at) => ({ monday: addDays(firstMonday, at * 7), seconds: 3_600, revenue: total(`${5_000 + n}.50`), cost: total(`${3_000 + ((n + at) % 900)}.25`) })),
});

function figures({ projects, deals, screen, lines, idle, update, largest, workSeconds }: KpiGrowth): readonly Figure[] {
  const about = `kpi: ${projects.toLocaleString('en-US')} projects, ${deals.toLocaleString('en-US')} deals`;
  return [
    { name: `${about}: first screen, storage reads of the figures`, measured: screen.reads, unit: '', limit: 1 },
    { name: `${about}: first screen, read`, measured: screen.bytesRead / 1000, unit: 'KB' },
    { name: `${about}: first screen, time`, measured: screen.milliseconds, unit: 'ms' },
    { name: `${about}: first page behind a number, storage reads`, measured: lines.reads, unit: '' },
    { name: `${about}: one changed deal, storage reads of the figures`, measured: update.reads, unit: '' },
    { name: `${about}: one changed deal, storage writes`, measured: update.writes, unit: '' },
    { name: `${about}: one changed deal, read and written`, measured: (update.bytesRead + update.bytesWritten) / 1000, unit: 'KB' },
    { name: `${about}: one changed deal, time`, measured: update.milliseconds, unit: 'ms' },
    { name: `${about}: nothing changed, storage writes`, measured: idle.writes, unit: '', limit: 0 },
    { name: `${about}: largest roll-up`, measured: largest / 1000, unit: 'KB', limit: 245 },
    { name: `${about}: working a client out`, measured: (workSeconds * 1000) / projects, unit: 'ms' },
  ];
}
