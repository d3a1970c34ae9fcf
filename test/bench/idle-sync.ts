import { randomBytes } from 'node:crypto';
import type { InvocationRecord } from '../../local/forge/invocations';
import { sum } from './activity';
import { openCompany, type BenchCompany } from './company';
import { sendFlowSignal } from './flow-signal';
import type { Figure, Measurement } from './measurement';

const secret = randomBytes(32).toString('hex');

/**
 * What a poll and a sync write when nothing changed, with the stand-ins behind real HTTP. The sync is woken by a signal
 * that Salesforce signed, as every push wakes it. What is kept of the deal must stay as it is; the worker's own notes (who
 * works, how fast Tempo is asked, what it answered) and the signal's (it is remembered against replay) stand apart. The first
 * poll and sync after the company was furnished are left out: only from then on is there nothing to do.
 */
export const idleSync: Measurement = {
  name: 'idle-sync',
  async run() {
    const company = await openCompany();
    try {
      await company.call('settings', 'settings.setSignalSecret', { via: 'flow', secret });
      const poll = async (): Promise<void> => company.site.host.runSchedule('poll');
      const push = async (): Promise<void> => sendFlowSignal(company.site, company.dealId, secret);
      await watch(company, poll);
      await watch(company, push);
      const [polled, pushed] = [await watch(company, poll), await watch(company, push)];
      return [...pollFigures(polled), ...syncFigures(pushed)];
    } finally {
      await company.close();
    }
  },
};

/** What happened in Tempo, and in the functions that ran. */
interface Seen {
  readonly tempoReads: number;
  readonly tempoWrites: number;
  /** Records about the deal that were written. */
  readonly rewritten: number;
  readonly runs: readonly InvocationRecord[];
}

async function watch({ site, data }: BenchCompany, work: () => Promise<void>): Promise<Seen> {
  await site.host.idle();
  site.tempo.store.resetCalls();
  const before = new Set(site.host.invocations());
  const begun = Date.now();
  await work();
  await site.host.idle();
  const runs = site.host.invocations().filter((record) => !before.has(record));
  const broken = runs.find(({ outcome }) => outcome !== 'returned');
  if (broken !== undefined) throw new Error(`${broken.functionKey} ${broken.outcome}: ${broken.errorMessage ?? ''}`);
  const { total, byCall } = site.tempo.store.calls();
  // A search reads, though it is sent as POST.
  const reads = Object.entries(byCall).filter(([call]) => call.startsWith('GET ') || call.endsWith('/search'));
  const tempoReads = sum(reads.map(([, count]) => count));
  return { tempoReads, tempoWrites: total - tempoReads, rewritten: data.writtenSince(begun), runs };
}

function pollFigures(seen: Seen): Figure[] {
  const { reads, writes } = storageOf(seen, 'poll-deals');
  return [
    ...outsideFigures('poll', seen),
    { name: 'idle-sync: storage writes of a poll, one being the watermark', measured: writes, unit: '', limit: 1 },
    { name: 'idle-sync: storage reads of a poll', measured: reads, unit: '' },
  ];
}

function syncFigures(seen: Seen): Figure[] {
  const [own, signal] = [storageOf(seen, 'sync-deal'), storageOf(seen, 'receive-signal')];
  return [
    ...outsideFigures('sync', seen),
    { name: 'idle-sync: records about the deal that a sync writes', measured: seen.rewritten, unit: '', limit: 0 },
    { name: 'idle-sync: storage writes of a sync, all for its own notes', measured: own.writes, unit: '' },
    { name: 'idle-sync: storage reads of a sync', measured: own.reads, unit: '' },
    { name: 'idle-sync: storage writes of the signal itself', measured: signal.writes, unit: '' },
  ];
}

const outsideFigures = (what: string, { runs, tempoReads, tempoWrites }: Seen): Figure[] => [
  { name: `idle-sync: Tempo writes of a ${what}`, measured: tempoWrites, unit: '', limit: 0 },
  { name: `idle-sync: Tempo reads of a ${what}`, measured: tempoReads, unit: '' },
  { name: `idle-sync: Salesforce calls of a ${what}`, measured: sum(runs.map(({ egressCalls }) => egressCalls)) - tempoReads - tempoWrites, unit: '' },
];

/** @throws Error when the function did not run exactly once: then something else was measured. */
function storageOf({ runs }: Seen, functionKey: string): InvocationRecord['storage'] {
  const [run, ...others] = runs.filter((one) => one.functionKey === functionKey);
  if (run === undefined || others.length > 0) throw new Error(`${functionKey} ran ${run === undefined ? 0 : others.length + 1} times.`);
  return run.storage;
}
