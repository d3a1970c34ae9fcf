import { setTimeout as pause } from 'node:timers/promises';
import { entityNames } from '../../src/adapters/forge/records';
import { addDays, dayAt, instantOf } from '../../src/domain/calendar';
import { projectId } from '../../src/domain/fixture/values';
import { unchecked } from '../../src/domain/project-margin';
import { median } from './median';
import { dealsInProject, timeZone } from './furnish-company';
import { openLargeCompany, type LargeCompany } from './large-company';
import type { Figure, Measurement } from './measurement';
import { say } from './progress';

const projects = 500;
/** Days on each of which one person logged time, in every project. */
const worked = 20;
/** Summary, labour and plans of each project; the list of projects and that of roles once. */
const fewestCalls = projects * 3 + 2;
const requestsPerSecond = 5;

/**
 * The scheduled run that reads the money of 500 projects from Financial Manager, with Tempo's limit on: calls beside the fewest
 * that can tell as much, time beside what the limit allows, and a second run, which has nothing left to do.
 */
export const margins: Measurement = {
  name: 'margins',
  isLong: true,
  async run() {
    const company = await openLargeCompany(projects * dealsInProject);
    try {
      await furnish(company);
      const first = await run(company);
      const second = await run(company);
      const figures: Figure[] = [
        { name: 'margins: projects read', measured: read(company), unit: '', limit: projects },
        { name: 'margins: Tempo calls', measured: first.calls, unit: '' },
        { name: 'margins: Tempo calls, fewest possible', measured: fewestCalls, unit: '' },
        { name: 'margins: answered 429', measured: first.limited, unit: '', limit: 0 },
        { name: 'margins: time', measured: first.seconds, unit: 's', limit: 800 },
        { name: 'margins: time, calls ÷ 5 a second', measured: first.calls / requestsPerSecond, unit: 's' },
        { name: 'margins: call, median', measured: first.median, unit: 'ms' },
        { name: 'margins: storage reads a project', measured: first.reads / projects, unit: '' },
        { name: 'margins: storage writes a project', measured: first.writes / projects, unit: '' },
        { name: 'margins: Tempo calls of a run with nothing due', measured: second.calls, unit: '', limit: 0 },
        { name: 'margins: storage reads of a run with nothing due', measured: second.reads, unit: '' },
      ];
      return figures;
    } finally {
      await company.close();
    }
  },
};

async function furnish({ site, data, settings }: LargeCompany): Promise<void> {
  const { tempo, jira } = site;
  const today = dayAt(instantOf(new Date()), timeZone);
  const [person] = tempo.store.people.all();
  if (person === undefined) throw new Error('the company has nobody');
  const found = jira.store.projects.all();
  for (const [at, { id }] of found.entries()) {
    tempo.store.projects.create({ name: `Costs ${at}`, ownerId: person.accountId, scope: { type: 'JIRA_PROJECTS', jiraProjectIds: [id] }, defaultCostRate: 10_000, defaultBillingRate: 18_000 });
  }
  tempo.store.worklogs.addAll(
    found.flatMap(({ id }) => Array.from({ length: worked }, (_, back) => ({ issueId: '1', projectId: id, authorId: person.accountId, day: addDays(today, -1 - back), seconds: 3_600, billableSeconds: 3_600, description: '' }))),
  );
  data.fill((put) => {
    for (const { id } of found) {
      const { figures: _, ...standing } = unchecked(projectId(id));
      put(entityNames.projectMargin, id, { projectId: id, revision: 0, state: 'unknown', list: 'all', nextAt: '', content: standing });
    }
  });
  await settings('settings.saveCosts', { revision: 0, source: 'financialManager', chosen: [] });
  say(`${found.length} projects of Financial Manager with ${found.length * worked} worklogs stand`);
}

async function run({ site, calls, rest }: LargeCompany) {
  await rest();
  const [before, known, begun] = [calls.length, new Set(site.host.invocations()), performance.now()];
  await site.host.runSchedule('margins');
  await untilDone(site);
  const made = calls.since(before).filter(({ system }) => system === 'tempo');
  const runs = site.host.invocations().filter((record) => !known.has(record) && (record.functionKey === 'look-after-margins' || record.functionKey === 'look-at-margins'));
  const broken = runs.find(({ outcome }) => outcome !== 'returned');
  if (broken !== undefined) throw new Error(`the run ${broken.outcome}: ${broken.errorMessage ?? ''}`);
  return {
    calls: made.length,
    limited: made.filter(({ status }) => status === 429).length,
    seconds: (performance.now() - begun) / 1_000,
    median: made.length === 0 ? 0 : median(made.map(({ milliseconds }) => milliseconds)),
    reads: runs.reduce((sum, { storage }) => sum + storage.reads, 0),
    writes: runs.reduce((sum, { storage }) => sum + storage.writes, 0),
  };
}

/** The run hands the projects to jobs of their own, and is over when those are. */
async function untilDone({ host }: LargeCompany['site']): Promise<void> {
  do {
    await pause(250);
    await host.idle();
  } while (host.queueLength() > 0);
}

/** How many projects have figures now. */
function read({ site, data }: LargeCompany): number {
  return site.jira.store.projects.all().filter(({ id }) => data.has(entityNames.marginFigures, `${id}:figures`)).length;
}
