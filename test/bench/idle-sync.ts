import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { systemClock } from '../../local/clock';
import { demoCredentials } from '../../local/demo/credentials';
import type { InvocationRecord } from '../../local/forge/invocations';
import { openCompany, type BenchCompany } from './company';
import type { Figure, Measurement } from './measurement';

const secret = randomBytes(32).toString('hex');

/**
 * What a poll and a sync write when nothing changed, with the stand-ins behind real HTTP. The sync is woken by a signal
 * that Salesforce signed, as every push wakes it; the signal's own writes (it is remembered against replay) are not the
 * sync's and stand apart. The first poll and sync after the company was furnished are left out: only from then on is
 * there nothing to do.
 */
export const idleSync: Measurement = {
  name: 'idle-sync',
  async run() {
    const company = await openCompany();
    try {
      await company.call('settings', 'settings.setSignalSecret', { via: 'flow', secret });
      const poll = async (): Promise<void> => company.site.host.runSchedule('poll');
      const push = async (): Promise<void> => sendSignal(company);
      await watch(company, poll);
      await watch(company, push);
      const [polled, pushed] = [await watch(company, poll), await watch(company, push)];
      return [...figures('poll', polled, 'poll-deals', 1), ...figures('sync', pushed, 'sync-deal', 0), ...signalFigures(pushed)];
    } finally {
      await company.close();
    }
  },
};

/** Sends what Salesforce's Flow sends when a deal changes. @throws Error when the app does not accept it. */
async function sendSignal({ site, dealId }: BenchCompany): Promise<void> {
  const body = JSON.stringify({ orgId: demoCredentials.salesforce.id, opportunityId: dealId, timestamp: systemClock.now().toISOString(), eventId: randomUUID() });
  const signature = createHmac('sha256', secret).update(body).digest('hex');
  const { status } = await fetch(site.host.webTriggerUrl('salesforce-signal'), { method: 'POST', body, headers: { 'x-opiekun-signature': signature } });
  if (status !== 202) throw new Error(`The signal was answered ${status}.`);
}

/** What happened in Tempo, and in the functions that ran. */
interface Seen {
  readonly tempoReads: number;
  readonly tempoWrites: number;
  readonly runs: readonly InvocationRecord[];
}

async function watch({ site }: BenchCompany, work: () => Promise<void>): Promise<Seen> {
  await site.host.idle();
  site.tempo.store.resetCalls();
  const before = new Set(site.host.invocations());
  await work();
  await site.host.idle();
  const runs = site.host.invocations().filter((record) => !before.has(record));
  const broken = runs.find(({ outcome }) => outcome !== 'returned');
  if (broken !== undefined) throw new Error(`${broken.functionKey} ${broken.outcome}: ${broken.errorMessage ?? ''}`);
  const { total, byCall } = site.tempo.store.calls();
  // A search reads, though it is sent as POST.
  const reads = Object.entries(byCall).filter(([call]) => call.startsWith('GET ') || call.endsWith('/search'));
  const tempoReads = sum(reads.map(([, count]) => count));
  return { tempoReads, tempoWrites: total - tempoReads, runs };
}

/** @param watermark writes that say how far the work has looked, which are allowed. */
function figures(what: string, seen: Seen, functionKey: string, watermark: number): Figure[] {
  const runs = runsOf(seen, functionKey);
  if (runs.length !== 1) throw new Error(`A ${what} ran ${functionKey} ${runs.length} times.`);
  const writes = `idle-sync: storage writes of a ${what}${watermark > 0 ? ', one being the watermark' : ''}`;
  return [
    { name: `idle-sync: Tempo writes of a ${what}`, measured: seen.tempoWrites, unit: '', limit: 0 },
    { name: writes, measured: sum(runs.map(({ storage }) => storage.writes)), unit: '', limit: watermark },
    { name: `idle-sync: storage reads of a ${what}`, measured: sum(runs.map(({ storage }) => storage.reads)), unit: '' },
    { name: `idle-sync: Tempo reads of a ${what}`, measured: seen.tempoReads, unit: '' },
    { name: `idle-sync: Salesforce calls of a ${what}`, measured: sum(seen.runs.map(({ egressCalls }) => egressCalls)) - seen.tempoReads - seen.tempoWrites, unit: '' },
  ];
}

const signalFigures = (seen: Seen): Figure[] => [
  { name: 'idle-sync: storage writes of the signal itself', measured: sum(runsOf(seen, 'salesforce-signal').map(({ storage }) => storage.writes)), unit: '' },
];

const runsOf = ({ runs }: Seen, functionKey: string): readonly InvocationRecord[] => runs.filter((run) => run.functionKey === functionKey);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
