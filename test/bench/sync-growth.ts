import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { places } from '../../local/places';
import { failedRuns, operations } from './activity';
import { plotGrowth, type Growth } from './growth-plot';
import type { Figure, Measurement } from './measurement';
import { say } from './progress';
import { runSync, type SyncRun } from './sync-run';

const sizes = [1_000, 10_000, 50_000] as const;
const picture = join(places.root, 'docs', 'pictures', 'sync-growth.svg');
const timeAbove = 1.1;
const tempoAbove = 1.02;
const idleOperations = 3;

/**
 * The work of `sync` in companies with 1,000, 10,000 and 50,000 linked deals of which every tenth changes at once, to see that
 * it grows with the changes and not with the deals. It takes as long as Tempo's limit makes it take, about half an hour, and
 * so runs only when it is named. It draws docs/pictures/sync-growth.svg anew.
 */
export const syncGrowth: Measurement = {
  name: 'sync-growth',
  isLong: true,
  async run() {
    const runs: SyncRun[] = [];
    for (const size of sizes) {
      say(`a company with ${size} linked deals`);
      runs.push((await runSync(size, () => Promise.resolve(undefined))).run);
    }
    const notes = [
      `Companies of ${sizes.map((size) => size.toLocaleString('en-US')).join(', ')} linked deals.`,
      'Every tenth moves to the next stage at the same',
      'time, and a poll finds them.',
      'Local site, Tempo’s five requests a second on.',
    ];
    await writeFile(picture, plotGrowth(runs.map(growthOf), notes));
    say(`drew ${picture}`);
    return runs.flatMap(figures);
  },
};

const growthOf = (run: SyncRun): Growth => ({
  linked: run.linked,
  changed: run.changed,
  seconds: run.seconds,
  salesforceCalls: run.salesforceCalls,
  tempoCalls: run.tempoReads + run.tempoWrites,
  storageOperations: operations(run.activity.storage),
  idlePoll: run.idlePoll.salesforceCalls + run.idlePoll.storageOperations,
});

function figures(run: SyncRun): Figure[] {
  const { seconds, salesforceCalls, tempoCalls, storageOperations } = growthOf(run);
  const { storage } = run.activity;
  const about = `sync-growth: ${run.linked.toLocaleString('en-US')} linked, ${run.changed.toLocaleString('en-US')} changed`;
  return [
    { name: `${about}: time against writes at five a second`, measured: seconds / run.secondsNeeded, unit: '×', limit: timeAbove },
    { name: `${about}: milliseconds a changed deal`, measured: (seconds * 1000) / run.changed, unit: 'ms' },
    { name: `${about}: Salesforce calls`, measured: salesforceCalls, unit: '' },
    { name: `${about}:   of them polls that came by the clock`, measured: run.salesforceCallsOfPolls, unit: '' },
    { name: `${about}:   the smallest number possible`, measured: run.salesforceCallsNeeded, unit: '' },
    { name: `${about}: Tempo calls against writes needed`, measured: tempoCalls / run.writesNeeded, unit: '×', limit: tempoAbove },
    { name: `${about}: Tempo calls a changed deal`, measured: tempoCalls / run.changed, unit: '' },
    { name: `${about}: storage operations a changed deal`, measured: storageOperations / run.changed, unit: '' },
    { name: `${about}: function calls that failed`, measured: failedRuns(run.activity), unit: '', limit: 0 },
    { name: `${about}: KB of storage read a changed deal`, measured: storage.bytesRead / 1000 / run.changed, unit: 'KB' },
    { name: `${about}: most memory of a function`, measured: run.memory.heap / 1_000_000, unit: 'MB' },
    { name: `${about}: storage operations of an idle poll`, measured: run.idlePoll.storageOperations, unit: '', limit: idleOperations },
    { name: `${about}: the same just after the changes`, measured: run.idlePollAfterwards.storageOperations, unit: '', limit: idleOperations },
  ];
}
