import { setTimeout as pause } from 'node:timers/promises';
import { operations, runsOf, sum, Watch, type Activity } from './activity';
import { consumptionOf, times, type Consumption } from './forge-price';
import { stageNames, type BenchDeal } from './furnish-company';
import { openLargeCompany, type LargeCompany } from './large-company';
import { say } from './progress';
import { isSalesforceCall, isTempoWrite } from './vendor-calls';
import { WorkerMemory } from './worker-memory';

const tempoWritesASecond = 5;
const dealsOfOneCall = 200;
const changesOfOnePage = 2_000;
const inARow = 3;

/** What it took to bring the planner in step with deals that changed all at once. */
export interface SyncRun {
  readonly linked: number;
  readonly changed: number;
  /** Writes without which Tempo cannot be in step, and so many seconds as its limit lets them take at least. */
  readonly writesNeeded: number;
  readonly secondsNeeded: number;
  /** From the start of the poll that found them until no deal waited any more. */
  readonly seconds: number;
  readonly salesforceCallsNeeded: number;
  readonly salesforceCalls: number;
  /** Of these, those of polls that came by the clock meanwhile and were not asked for. */
  readonly salesforceCallsOfPolls: number;
  readonly tempoReads: number;
  readonly tempoWrites: number;
  readonly tempoRefusals: number;
  /** Bytes. */
  readonly memory: { readonly heap: number; readonly process: number };
  readonly activity: Activity;
  readonly consumption: Consumption;
  readonly idlePoll: IdlePoll;
  readonly idlePollAfterwards: IdlePoll;
}

/** A poll that found nothing; of several in a row the dearest. */
export interface IdlePoll {
  readonly salesforceCalls: number;
  readonly storageOperations: number;
}

/**
 * Moves every tenth linked deal to the next stage in one transaction of Salesforce, with no signal sent, and lets a poll find them.
 * @param also is measured in the same company, before anything moves.
 */
export async function runSync<Also>(linked: number, also: (company: LargeCompany) => Promise<Also>): Promise<{ readonly run: SyncRun; readonly also: Also }> {
  const company = await openLargeCompany(linked);
  const memory = new WorkerMemory();
  try {
    const idlePoll = await pollIdly(company);
    const before = await also(company);
    const moved = company.deals.filter((_, at) => at % 10 === 0);
    memory.take();
    const run = await bringInStep(company, moved);
    const peak = memory.take();
    const idlePollAfterwards = await pollIdly(company);
    return { run: { ...run, linked, memory: peak, idlePoll, idlePollAfterwards }, also: before };
  } finally {
    memory.close();
    await company.close();
  }
}

async function pollIdly({ site, calls, rest }: LargeCompany): Promise<IdlePoll> {
  const polls: IdlePoll[] = [];
  for (let count = 0; count < inARow; count += 1) {
    const watch = new Watch(site, calls);
    await site.host.runSchedule('poll');
    await rest();
    const activity = watch.end();
    polls.push({ salesforceCalls: activity.calls.filter(isSalesforceCall).length, storageOperations: sum(runsOf(activity, 'poll-deals').map(({ storage }) => operations(storage))) });
  }
  return { salesforceCalls: Math.max(...polls.map((poll) => poll.salesforceCalls)), storageOperations: Math.max(...polls.map((poll) => poll.storageOperations)) };
}

async function bringInStep(company: LargeCompany, moved: readonly BenchDeal[]): Promise<Omit<SyncRun, 'linked' | 'memory' | 'idlePoll' | 'idlePollAfterwards'>> {
  const { site, calls, data, rest } = company;
  const writesNeeded = moved.flatMap(({ planIds }) => planIds).length;
  const secondsNeeded = writesNeeded / tempoWritesASecond;
  site.salesforce.store.moveStages(moved.map(({ id }) => id), stageNames.internallyWon);
  const watch = new Watch(site, calls);
  const begun = performance.now();
  await site.host.runSchedule('poll');
  say(`the poll found ${data.ordersLeft()} of ${moved.length} deals that changed; Tempo's limit lets ${writesNeeded} writes take ${secondsNeeded.toFixed(0)} s at least`);
  const seconds = await untilNoOrders(company, watch, begun, secondsNeeded);
  await rest();
  proveMoved(company, moved);
  const activity = watch.end();
  const tempo = activity.calls.filter(({ system }) => system === 'tempo');
  const tempoWrites = tempo.filter(isTempoWrite).length;
  const [, ...laterPolls] = runsOf(activity, 'poll-deals');
  return {
    changed: moved.length,
    writesNeeded,
    secondsNeeded,
    seconds,
    salesforceCallsNeeded: Math.ceil(moved.length / changesOfOnePage) + Math.ceil(moved.length / dealsOfOneCall),
    salesforceCalls: activity.calls.filter(isSalesforceCall).length,
    salesforceCallsOfPolls: sum(laterPolls.map(({ egressCalls }) => egressCalls)),
    tempoReads: tempo.length - tempoWrites,
    tempoWrites,
    tempoRefusals: tempo.filter(({ status }) => status === 429).length,
    activity,
    consumption: times(consumptionOf(activity.runs, activity.storage, site.host.manifest.memoryMegabytes), 1000 / moved.length),
  };
}

const sayEverySeconds = 20;
/** So many times the time that is needed, and the measurement gives up. */
const patience = 4;

/** @returns seconds. @throws Error when it takes so long that something must be wrong. */
async function untilNoOrders({ data }: LargeCompany, watch: Watch, begun: number, secondsNeeded: number): Promise<number> {
  let nextWord = sayEverySeconds;
  for (;;) {
    const left = data.ordersLeft();
    const seconds = (performance.now() - begun) / 1000;
    if (left === 0) return seconds;
    if (seconds > secondsNeeded * patience + 60) throw new Error(`${left} deals still wait after ${seconds.toFixed(0)} s.`);
    if (seconds > nextWord) {
      nextWord += sayEverySeconds;
      say(`${seconds.toFixed(0)} s: ${watch.callsSoFar().filter(isTempoWrite).length} writes, ${left} deals wait, by lane ${data.ordersLeftByLane().join(', ')}`);
    }
    await pause(50);
  }
}

/** @throws Error when Tempo does not hold what these deals want now. */
function proveMoved({ site }: LargeCompany, moved: readonly BenchDeal[]): void {
  for (const { id, planIds, wantedAt } of moved) {
    const wanted = wantedAt('internallyWon', null).map(({ content }) => content);
    planIds.forEach((planId, at) => {
      const plan = site.tempo.store.plans.find(planId);
      const want = wanted[at];
      if (want === undefined || plan?.description !== want.description || plan.assigneeType !== (want.assignee.kind === 'person' ? 'USER' : 'GENERIC')) {
        throw new Error(`Plan ${planId} of deal ${id} is not as wanted: ${JSON.stringify(plan)}`);
      }
    });
  }
}
