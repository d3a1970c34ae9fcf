import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { failedRuns, sum, Watch } from './activity';
import { sendFlowSignal } from './flow-signal';
import { dealsInProject, stageNames, type BenchDeal } from './furnish-company';
import { openLargeCompany, type LargeCompany } from './large-company';
import type { Figure, Measurement } from './measurement';
import { median } from './median';
import { say } from './progress';

const signals = 200;
const tempoWritesASecond = 5;
/** Longer than the second in which Tempo counts, so that no signal waits for the writes of the one before. */
const quietMilliseconds = 1_200;
/** Looking at many takes a while itself, and must not hold up what it looks at. */
const lookEveryMilliseconds = { one: 1, many: 20 } as const;
const patienceMilliseconds = 600_000;

/** How long one signal took, and how long the vendors took to answer what was asked of them on its way. Milliseconds. */
interface Passage {
  readonly whole: number;
  readonly vendors: number;
}

/**
 * From the arrival of a Flow's signal at the web trigger to the entry in Tempo, which is looked for in the stand-in's own
 * store. A deal has one entry, its stage moves from negotiation to internally won, and what Salesforce itself takes before it
 * sends is left out. First one signal after another with the app at rest in between, then as many at once.
 */
export const latency: Measurement = {
  name: 'latency',
  async run() {
    const company = await openLargeCompany(signals * dealsInProject);
    try {
      const secret = randomBytes(32).toString('hex');
      await company.settings('settings.setSignalSecret', { via: 'flow', secret });
      const single = company.deals.filter(({ planIds }) => planIds.length === 1);
      // The signals at once are of deals in different projects, as those of one day's work are.
      const together = [...new Map(single.map((deal) => [deal.projectId, deal])).values()].slice(0, signals);
      const [first, ...alone] = single.filter((deal) => !together.includes(deal)).slice(0, signals + 1);
      if (first === undefined || together.length < signals || alone.length < signals) throw new Error('There are not enough deals.');
      // The first one after a start loads code that the others find there.
      await passAlone(company, first, secret);
      const passages: Passage[] = [];
      for (const deal of alone) {
        passages.push(await passAlone(company, deal, secret));
        if (passages.length % 50 === 0) say(`${passages.length} of ${signals} signals one after another: median ${median(passages.map(({ whole }) => whole)).toFixed(0)} ms`);
      }
      say(`${signals} signals at once`);
      const watch = new Watch(company.site, company.calls);
      const times = await passTogether(company, together, secret);
      return [...figuresAlone(passages), ...figuresTogether(times, failedRuns(watch.end()))];
    } finally {
      await company.close();
    }
  },
};

async function passAlone(company: LargeCompany, deal: BenchDeal, secret: string): Promise<Passage> {
  const { site, calls, rest } = company;
  await rest();
  await pause(quietMilliseconds);
  site.salesforce.store.moveStage(deal.id, stageNames.internallyWon);
  const before = calls.length;
  const begun = performance.now();
  const arrival = untilWritten(company, [deal]);
  await sendFlowSignal(site, deal.id, secret);
  const written = (await arrival).get(deal.id) ?? Number.POSITIVE_INFINITY;
  // The answer that confirms the write reaches the app just after the entry is there.
  await rest();
  const vendors = sum(calls.since(before).map(({ milliseconds }) => milliseconds));
  return { whole: written - begun, vendors };
}

async function passTogether(company: LargeCompany, deals: readonly BenchDeal[], secret: string): Promise<readonly number[]> {
  const { site, rest } = company;
  await rest();
  await pause(quietMilliseconds);
  site.salesforce.store.moveStages(deals.map(({ id }) => id), stageNames.internallyWon);
  const begun = performance.now();
  const arrival = untilWritten(company, deals);
  await Promise.all(deals.map(({ id }) => sendFlowSignal(site, id, secret)));
  const written = [...(await arrival).values()];
  await rest();
  return written.map((at) => at - begun);
}

/** When each deal's entry said what it should, by `performance.now()`. @throws Error when one never does. */
async function untilWritten({ site }: LargeCompany, deals: readonly BenchDeal[]): Promise<ReadonlyMap<string, number>> {
  const begun = performance.now();
  const written = new Map<string, number>();
  const waiting = new Map(deals.map(({ id, planIds: [planId], wantedAt }) => [id, { planId: planId ?? 0, wanted: wantedAt('internallyWon', null)[0] }]));
  while (waiting.size > 0) {
    await pause(deals.length === 1 ? lookEveryMilliseconds.one : lookEveryMilliseconds.many);
    for (const [id, { planId, wanted }] of waiting) {
      if (site.tempo.store.plans.find(planId)?.description !== wanted?.content.description) continue;
      written.set(id, performance.now());
      waiting.delete(id);
    }
    if (performance.now() - begun > patienceMilliseconds) throw new Error(`${waiting.size} entries were not written within ${patienceMilliseconds / 1000} s.`);
  }
  return written;
}

function figuresAlone(passages: readonly Passage[]): Figure[] {
  const own = passages.map(({ whole, vendors }) => whole - vendors);
  return [
    { name: `latency: signal to entry, one after another, median of ${signals}`, measured: median(passages.map(({ whole }) => whole)), unit: 'ms' },
    { name: 'latency: the same, worst', measured: Math.max(...passages.map(({ whole }) => whole)), unit: 'ms' },
    { name: 'latency: of it the vendors’ own answer times together, median', measured: median(passages.map(({ vendors }) => vendors)), unit: 'ms' },
    { name: 'latency: the same, worst', measured: Math.max(...passages.map(({ vendors }) => vendors)), unit: 'ms' },
    { name: 'latency: what is left for app and platform, median', measured: median(own), unit: 'ms' },
  ];
}

function figuresTogether(milliseconds: readonly number[], failed: number): Figure[] {
  const seconds = milliseconds.map((value) => value / 1000);
  return [
    { name: `latency: signal to entry, ${signals} at once, median`, measured: median(seconds), unit: 's' },
    { name: 'latency: the same, worst', measured: Math.max(...seconds), unit: 's' },
    { name: `latency: as long as Tempo’s limit makes the last of ${signals} writes wait`, measured: signals / tempoWritesASecond, unit: 's' },
    { name: 'latency: function calls that failed meanwhile', measured: failed, unit: '', limit: 0 },
  ];
}
