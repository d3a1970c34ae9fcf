import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Plan } from '../../local/tempo/model';
import { bringBack, letGo, readPlanner, resolveDrift, syncDealNow, type LinkedDealView } from '../../src/contract/planner';
import { Chance } from './chance';
import { entryOf, linked, names, projectNames, tagIn, wantedEntries, withSecondDeal, type LinkedName } from './day-company';
import { day, dealIds, people, projects, stages, type ProjectName } from './small-company';
import { publish } from './small-guidelines';
import { StandInForms } from './stand-in-forms';
import { link, startTestSite, type TestSite } from './test-site';
import { until } from './until';

jest.setTimeout(240_000);

/** `DAY_SEED` walks another day. */
const seed = Number(process.env['DAY_SEED'] ?? 20_261_126);
const steps = 150;

let data: string;
let test: TestSite;

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'opiekun-day-'));
  test = await startTestSite({ data });
});
afterAll(async () => {
  await test.close();
  await rm(data, { recursive: true, force: true });
});

const forms = new StandInForms(() => test.site);
const spot = (project: ProjectName) => ({ project: projects[project].key });
const allPlans = (): readonly Plan[] => test.site.tempo.store.plans.search({});
const ours = (): readonly Plan[] => allPlans().filter((plan) => tagIn(plan) !== undefined);
const others = (): readonly Plan[] => allPlans().filter((plan) => tagIn(plan) === undefined);

async function views(): Promise<ReadonlyMap<LinkedName, LinkedDealView>> {
  const read = await Promise.all(projectNames.map((project) => test.as('lena').ask(spot(project), readPlanner)));
  const deals = read.flatMap((view) => view.deals);
  return new Map(names.flatMap((name) => deals.filter(({ deal }) => deal.id === dealIds[name]).map((view) => [name, view])));
}

const chance = new Chance(seed);
/** What was done, for whoever has to find out why it went wrong. */
const story: string[] = [];
/** Others' plans as the walk left them. */
const left = new Map<number, string>();

const keepOthers = (): void => {
  left.clear();
  for (const plan of others()) left.set(plan.id, JSON.stringify(plan));
};

function somePeriod(): { readonly from: string; readonly to: string } {
  const from = chance.below(60) - 10;
  return { from: day(from), to: day(from + chance.below(50)) };
}

async function editSomePlan(plan: Plan): Promise<void> {
  const change = chance.of([
    { hours: String(1 + chance.below(8)) },
    somePeriod(),
    { assignee: `USER:${chance.of([people.leon, people.marek, people.olga]).accountId}` },
    { item: `PROJECT:${projects[chance.of(projectNames)].id}` },
    { description: `Uwaga! ${plan.description}` },
  ]);
  story.push(`edit ${plan.id} ${JSON.stringify(change)}`);
  await forms.editPlan(plan, change);
}

async function someChoice(choices: readonly ('takeTheirs' | 'putOursBack')[]): Promise<void> {
  for (const [name, { lines }] of await views()) {
    for (const { drift, entry } of lines) {
      if (drift?.chosen !== null || entry === null) continue;
      const choice = chance.of(choices);
      story.push(`${choice} ${entry.tag}`);
      // It may have been settled since it was read.
      await test.as('lena').call(spot(linked[name]), resolveDrift, { dealId: dealIds[name], tag: entry.tag, choice });
    }
  }
}

async function someReprieve(): Promise<void> {
  for (const [name, view] of await views()) {
    const operation = view.reprieve !== null ? letGo : view.release !== null ? bringBack : undefined;
    if (operation === undefined) continue;
    story.push(`${operation.name} ${name}`);
    await test.as('lena').call(spot(linked[name]), operation, { dealId: dealIds[name] });
  }
}

/** What people do on the pages, each as often as it stands here. */
const deeds: readonly (readonly [times: number, deed: () => Promise<void>])[] = [
  [11, async () => {
    const [name, stage] = [chance.of(names), chance.of(Object.values(stages))];
    story.push(`move ${name} to ${stage}`);
    await forms.moveDeal(dealIds[name], stage);
  }],
  [3, async () => {
    const name = chance.of(names);
    const change = chance.of([{ name: `${name} ${chance.below(1000)}` }, { amount: String(chance.below(900_000)) }, { closeDate: day(chance.below(200)) }]);
    story.push(`change ${name} ${JSON.stringify(change)}`);
    await forms.changeDeal(dealIds[name], change);
  }],
  [5, async () => {
    const plans = ours();
    if (plans.length > 0) await editSomePlan(chance.of(plans));
  }],
  [2, async () => {
    const plans = ours();
    if (plans.length === 0) return;
    const plan = chance.of(plans);
    story.push(`delete ${plan.id}`);
    await forms.deletePlan(plan);
  }],
  [2, async () => {
    story.push('create a plan of somebody else');
    const [person, project] = [chance.of([people.olga, people.leon]), chance.of(projectNames)];
    await forms.createPlan({
      ...somePeriod(), assignee: `USER:${person.accountId}`, item: `PROJECT:${projects[project].id}`, hours: '2', effort: 'SECONDS_PER_DAY', includeNonWorkingDays: false, description: 'Szkolenie', reviewerId: '',
    });
    keepOthers();
  }],
  [2, async () => {
    const plans = others();
    if (plans.length === 0) return;
    const plan = chance.of(plans);
    if (chance.below(3) > 0) await editSomePlan(plan);
    else await forms.deletePlan(plan);
    keepOthers();
  }],
  [2, async () => {
    const [kind, status, times] = [chance.of(['status', 'status', 'loseAnswer', 'halfAnswer', 'wrongShape']), chance.of([401, 429, 500, 503]), 1 + chance.below(3)];
    story.push(`Tempo: ${times} × ${kind} ${status}`);
    await forms.orderTempoFault(kind, { status: String(status), times: String(times) });
  }],
  [1, async () => {
    const kind = chance.of(['401', '429', '500', '503', 'halfAnswer', 'wrongShape']);
    story.push(`Salesforce: ${kind}`);
    await forms.orderSalesforceFault(kind, 1 + chance.below(2));
  }],
  [1, async () => {
    story.push('expire sessions');
    await forms.actOnSalesforce('expireSessions');
  }],
  [2, () => someChoice(['takeTheirs', 'putOursBack'])],
  [1, someReprieve],
  [1, () => test.site.host.runSchedule(chance.of(['poll', 'reconcile']))],
];
const deck = deeds.flatMap(([times, deed]) => Array.from({ length: times }, () => deed));

/** The machine is switched off in the middle of whatever it does, and on again with what it has on its disk. */
async function restart(): Promise<void> {
  story.push('restart');
  await test.close();
  test = await startTestSite({ data });
  // It has other ports now, so its administrator tells Salesforce and Tempo where it is.
  await forms.configureFlow(test.site.host.webTriggerUrl('salesforce-signal'));
  await test.site.host.runSchedule('reconcile');
}

/** Ends the faults, and has people settle what waits for them until all is at rest. */
async function settle(): Promise<void> {
  story.push('settle');
  await forms.clearTempoFaults();
  await forms.actOnSalesforce('clearFaults');
  // Theirs that was taken stands until the deal wants something else; with another name it does.
  for (const name of names) await forms.changeDeal(dealIds[name], { name: `${name} na koniec dnia` });
  await until('everything to be in step', async () => {
    await test.site.host.runSchedule('poll');
    await test.site.host.idle();
    await someChoice(['putOursBack']);
    const standing = [...(await views())];
    for (const [name, { sync }] of standing) {
      if (sync.kind === 'failed' || sync.kind === 'paused') await test.as('lena').ask(spot(linked[name]), syncDealNow, { dealId: dealIds[name] });
    }
    if (!standing.every(([, { sync, deal }]) => sync.kind === 'inStep' && deal.name.endsWith('dnia'))) return false;
    // What no signal told is found by the comparison.
    await test.site.host.runSchedule('reconcile');
    await test.site.host.idle();
    return [...(await views()).values()].every(({ sync }) => sync.kind === 'inStep');
  }, 45_000);
}

it('a day of random edits on both stand-in pages by hand ends in step', async () => {
  for (const project of projectNames) await publish(test, project, withSecondDeal(project));
  for (const name of names) await link(test, name, linked[name]);
  await test.site.host.idle();

  try {
    for (let step = 1; step <= steps; step += 1) {
      await chance.of(deck)();
      if (chance.below(3) === 0) await test.site.host.idle();
      if (step === steps / 2) await restart();
    }
    await settle();

    const tags = ours().map(tagIn);
    expect(tags).toEqual([...new Set(tags)]);
    expect(new Map(others().map((plan) => [plan.id, JSON.stringify(plan)]))).toEqual(left);
    for (const [name, { reprieve, lines }] of await views()) {
      // What was left to whoever changed it while nothing was wanted is none of ours any more.
      const isLeft = ({ id }: Plan): boolean => lines.some(({ entry }) => entry?.state === 'released' && entry.planId === String(id));
      const standing = ours().filter((plan) => tagIn(plan)?.includes(dealIds[name]) === true && plan.endDate >= day(0) && !isLeft(plan));
      const sorted = standing.map((plan) => entryOf(plan, test.site)).sort((a, b) => ((a.tag ?? '') < (b.tag ?? '') ? -1 : 1));
      expect({ name, entries: sorted }).toEqual({ name, entries: wantedEntries(name, reprieve, test.site) });
    }

    test.site.tempo.store.resetCalls();
    await test.site.host.runSchedule('poll');
    await test.site.host.runSchedule('reconcile');
    await test.site.host.idle();
    expect(Object.keys(test.site.tempo.store.calls().byCall).filter((call) => /^(?:PUT|PATCH|DELETE) |^POST \/4\/plans$/u.test(call))).toEqual([]);
  } catch (error) {
    throw new Error(`The day of DAY_SEED=${seed} did not end in step:\n${story.join('\n')}`, { cause: error });
  }
});
