import { consumptionOf, monthlyPriceOf, priceOf, times, type Consumption } from './forge-price';
import { failedRuns, operations, sum, Watch, type Activity } from './activity';
import type { LargeCompany } from './large-company';
import type { Figure, Measurement } from './measurement';
import { say } from './progress';
import { runSync, type SyncRun } from './sync-run';
import { isSalesforceCall } from './vendor-calls';

const linked = 10_000;
const pollsInHour = 12;
const hoursInDay = 24;
const daysInMonth = 30;
const dealsOfOneCall = 200;
const callsBesides = 2;
const tempoAbove = 1.02;
const timeAbove = 1.1;
const idleOperations = 3;
const kilobyte = 1000;
const megabyte = 1_000_000;

/**
 * What it takes to bring the planner in step when 1,000 of 10,000 linked deals move to the next stage at once and only the poll
 * finds out, and what it costs when nothing changes. Everything is real but the vendors: functions in threads of their own, Forge's
 * packages, HTTP, Tempo's five requests a second, Salesforce's pages, the limits of Forge. Each deal that moved needs one or two writes.
 */
export const sync: Measurement = {
  name: 'sync',
  async run() {
    const { run, also: idle } = await runSync(linked, hourOfNothing);
    return [...limitedFigures(run), ...usageFigures(run), ...idleFigures(run, idle)];
  },
};

/** Twelve polls and one comparison of an hour's slice, without waiting for their times. */
async function hourOfNothing({ site, calls, rest }: LargeCompany): Promise<{ readonly activity: Activity; readonly consumption: Consumption }> {
  say('an hour in which nothing changes: twelve polls, and a slice compared, which takes some minutes');
  const watch = new Watch(site, calls);
  for (let count = 0; count < pollsInHour; count += 1) {
    await site.host.runSchedule('poll');
    await site.host.idle();
  }
  await site.host.runSchedule('reconcile');
  await rest();
  const activity = watch.end();
  return { activity, consumption: consumptionOf(activity.runs, activity.storage, site.host.manifest.memoryMegabytes) };
}

/** What must hold, each beside the least that is possible. */
export const limitedFigures = (run: SyncRun): Figure[] => [
  { name: 'sync: Salesforce calls for 1,000 changed deals', measured: run.salesforceCalls, unit: '', limit: Math.ceil(run.changed / dealsOfOneCall) + callsBesides },
  { name: 'sync:   the smallest number possible', measured: run.salesforceCallsNeeded, unit: '' },
  { name: 'sync:   of them polls that came by the clock meanwhile', measured: run.salesforceCallsOfPolls, unit: '' },
  { name: 'sync: Tempo calls', measured: run.tempoReads + run.tempoWrites, unit: '', limit: Math.floor(run.writesNeeded * tempoAbove) },
  { name: 'sync:   of them writes', measured: run.tempoWrites, unit: '' },
  { name: 'sync:   the writes that are needed', measured: run.writesNeeded, unit: '' },
  { name: 'sync:   answered with 429', measured: run.tempoRefusals, unit: '' },
  { name: 'sync: time against the needed writes at five a second', measured: run.seconds / run.secondsNeeded, unit: '×', limit: timeAbove },
  { name: 'sync:   time until no deal waits', measured: run.seconds, unit: 's' },
  { name: 'sync:   the needed writes at five a second', measured: run.secondsNeeded, unit: 's' },
];

function usageFigures({ memory, activity, consumption }: SyncRun): Figure[] {
  const { runs, storage } = activity;
  return [
    { name: 'sync: most memory of a function, its heap with garbage', measured: memory.heap / megabyte, unit: 'MB' },
    { name: 'sync:   of the process with site, vendors and all functions', measured: memory.process / megabyte, unit: 'MB' },
    { name: 'sync: storage reads', measured: storage.reads, unit: '' },
    { name: 'sync: storage writes', measured: storage.writes, unit: '' },
    { name: 'sync: read from storage', measured: storage.bytesRead / kilobyte, unit: 'KB' },
    { name: 'sync: written to storage', measured: storage.bytesWritten / kilobyte, unit: 'KB' },
    { name: 'sync: function calls', measured: runs.length, unit: '' },
    { name: 'sync:   of them failed', measured: failedRuns(activity), unit: '', limit: 0 },
    { name: 'sync:   of them Tempo telling of the app’s own writes', measured: runs.filter(({ functionKey }) => functionKey === 'receive-plan-signal').length, unit: '' },
    { name: 'sync: seconds of functions', measured: sum(runs.map(({ durationMilliseconds }) => durationMilliseconds)) / 1000, unit: 's' },
    { name: 'sync: Forge’s price of 1,000 changes, nothing free', measured: priceOf(consumption), unit: '$' },
    { name: 'sync:   GB-seconds of functions in it', measured: consumption.gigabyteSeconds, unit: '' },
  ];
}

function idleFigures({ idlePoll, idlePollAfterwards }: SyncRun, { activity, consumption }: Awaited<ReturnType<typeof hourOfNothing>>): Figure[] {
  const day = times(consumption, hoursInDay);
  const tempo = activity.calls.filter(({ system }) => system === 'tempo');
  return [
    { name: 'sync: idle poll, Salesforce calls', measured: idlePoll.salesforceCalls, unit: '', limit: 1 },
    { name: 'sync: idle poll, storage operations', measured: idlePoll.storageOperations, unit: '', limit: idleOperations },
    { name: 'sync: idle poll just after the changes, Salesforce calls', measured: idlePollAfterwards.salesforceCalls, unit: '', limit: 1 },
    { name: 'sync: idle poll just after the changes, storage operations', measured: idlePollAfterwards.storageOperations, unit: '', limit: idleOperations },
    { name: 'sync: idle hour with its comparison, Salesforce calls', measured: activity.calls.filter(isSalesforceCall).length, unit: '' },
    { name: 'sync: idle hour, Tempo calls', measured: tempo.length, unit: '' },
    { name: 'sync: idle hour, storage operations', measured: operations(activity.storage), unit: '' },
    { name: 'sync: idle hour, seconds of functions', measured: sum(activity.runs.map(({ durationMilliseconds }) => durationMilliseconds)) / 1000, unit: 's' },
    { name: 'sync: Forge’s price of an idle day, nothing free', measured: priceOf(day), unit: '$' },
    { name: 'sync: Forge’s price of a month of idle days, what is free taken off', measured: monthlyPriceOf(times(day, daysInMonth)), unit: '$' },
  ];
}
