import { portfolioStore } from '../../src/adapters/forge/portfolio-store';
import { entityNames, type PortfolioRowRecord } from '../../src/adapters/forge/records';
import { addDays, dayAt } from '../../src/domain/calendar';
import { accountId, amount, clientId, dealId, projectId } from '../../src/domain/fixture/values';
import { sortKey, subjectOf, type ProjectRow } from '../../src/domain/attention/portfolio-row';
import type { PlainDate } from '../../src/domain/plain-date';
import type { World } from '../../src/ports/world';
import { readProjects } from '../../src/use-cases/today/read-projects';
import { readToday } from '../../src/use-cases/today/read-today';
import { openStorage, type InProcessStorage } from '../forge-storage/kvs-in-process';
import { company, openCompany } from '../world/memory-world';
import type { Figure, Measurement } from './measurement';

const sizes = [500, 1_000, 2_500, 5_000] as const;
const projectsOfManager = 50;
const itemsEach = 3;
const anna = accountId('557058:bench-1');

/** Today and the list of projects in companies of 500 to 5,000 projects with three things waiting in each: what a page costs, and the whole list. */
export const portfolio: Measurement = {
  name: 'portfolio',
  async run() {
    const figures: Figure[] = [];
    for (const size of sizes) figures.push(...(await measured(size)));
    return figures;
  },
};

async function measured(size: number): Promise<readonly Figure[]> {
  const storage = openStorage();
  try {
    const world = await companyOf();
    const today = dayAt(world.clock.now(), 'Europe/Warsaw');
    storage.fill((put) => {
      for (let number = 1; number <= size; number += 1) {
        const row = rowOf(number, today, world);
        put(entityNames.portfolioRow, subjectOf(row), { subject: subjectOf(row), list: row.kind, managerId: row.managerId ?? '', urgency: sortKey(row, today), lookedAt: row.lookedAt, revision: 1, content: row } satisfies PortfolioRowRecord);
      }
    });
    const morning = await during(storage, () => readToday(world, { accountId: anna }, { whose: 'mine', kind: 'project', after: null }));
    const first = await during(storage, () => readProjects(world, { accountId: anna }, { after: null }));
    const whole = await during(storage, async () => {
      let after: string | null = null;
      do after = (await readProjects(world, { accountId: anna }, { after })).next;
      while (after !== null);
    });
    const of = `of ${size} projects`;
    return [
      { name: `Today ${of}: storage reads`, measured: morning.reads, unit: '', limit: 3 },
      { name: `Today ${of}: answer`, measured: morning.answer, unit: 'KB', limit: 5_000 },
      { name: `list ${of}, first page: storage reads`, measured: first.reads, unit: '', limit: 3 },
      { name: `list ${of}, first page: answer`, measured: first.answer, unit: 'KB', limit: 5_000 },
      { name: `list ${of}, all pages: storage reads`, measured: whole.reads, unit: '' },
      { name: `list ${of}, all pages: time in functions`, measured: whole.milliseconds, unit: 'ms' },
    ];
  } finally {
    storage.close();
  }
}

async function during(storage: InProcessStorage, work: () => Promise<unknown>): Promise<{ readonly reads: number; readonly answer: number; readonly milliseconds: number }> {
  storage.usage.reset();
  const begun = performance.now();
  const answer = Math.round(Buffer.byteLength(JSON.stringify((await work()) ?? null)) / 1_000);
  return { reads: storage.usage.snapshot().reads, answer, milliseconds: Math.round(performance.now() - begun) };
}

/** Jira answers for every project, as it does for a head of sales. */
async function companyOf(): Promise<World> {
  const memory = (await openCompany()).as(company.headOfSales);
  return { ...memory, portfolio: portfolioStore, tracker: { ...memory.tracker, projectsWithAny: async (_, ids) => new Set(ids) } };
}

function rowOf(number: number, today: PlainDate, { clock }: World): ProjectRow {
  const id = projectId(String(100_000 + number));
  return {
    kind: 'project', revision: 1, projectId: id, project: { key: `B${number}`, name: `Project number ${number}` },
    managerId: accountId(`557058:bench-${Math.ceil(number / projectsOfManager)}`),
    clients: [{ id: clientId(number), name: `Client number ${number}` }], stage: 'won', deals: 10,
    guidelines: { version: 3, readers: 2, budget: { amount: amount('480000.00'), currency: 'PLN' }, start: addDays(today, -60), end: addDays(today, number % 200), next: { name: 'Acceptance of the stage', date: addDays(today, 20) } },
    gate: { waiting: 1, go: 2, conditional: 0, noGo: 1, lapsed: 0 }, margin: { state: 'atRisk', basisPoints: 4_100 }, documents: 80, lastContactOn: addDays(today, -(number % 40)),
    attention: Array.from({ length: itemsEach }, (_, at) => ({
      id: `change-bench${at}`, what: { kind: 'stageUnmapped', dealId: dealId(number), deal: `Deal number ${number}`, stageName: 'Commit' }, dueOn: at === 0 ? addDays(today, (number % 30) - 3) : null, weight: 'week', since: addDays(today, -5), money: { amount: amount(`${10_000 + number}.00`), currency: 'PLN' },
    })),
    lookedAt: clock.now(),
  };
}
