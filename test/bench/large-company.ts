import { lanes } from '../../src/adapters/forge/lanes';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod/mini';
import type { Clock } from '../../local/clock';
import { defaultAccountId, demoCredentials } from '../../local/demo/credentials';
import { LOCAL_CLOUD_ID, LOCAL_ENVIRONMENT_ID, LOCAL_ENVIRONMENT_TYPE } from '../../local/forge/installation';
import { noRealAccounts } from '../../local/real-accounts';
import { openSite, type Site } from '../../local/site';
import { instantOf } from '../../src/domain/calendar';
import type { WorkerState } from '../../src/domain/worker-state';
import { Watch } from './activity';
import { AppData } from './app-data';
import { furnishCompany, furnishDeals, stageMapping, timeZone, type BenchDeal } from './furnish-company';
import { say } from './progress';
import { isTempoWrite, VendorCalls } from './vendor-calls';

const twoDays = 2 * 86_400_000;

/** A whole site with many linked deals that are all in step: real functions, real HTTP, and the vendors' limits switched on. */
export interface LargeCompany {
  readonly site: Site;
  readonly deals: readonly BenchDeal[];
  readonly calls: VendorCalls;
  readonly data: AppData;
  /** Calls an operation of the settings page. @throws Error when the app refuses. */
  settings(operation: string, payload: Readonly<Record<string, unknown>>): Promise<void>;
  /** Settles when the app has nothing to do before its next schedule. */
  rest(): Promise<void>;
  close(): Promise<void>;
}

/** Furnishes the site two days ago, so that to Salesforce's clock no deal is fresh, and connects the app as an administrator does. */
export async function openLargeCompany(count: number): Promise<LargeCompany> {
  const folder = await mkdtemp(join(tmpdir(), 'opiekun-bench-'));
  const clock = new LateClock(twoDays);
  const site = await openSite({ data: folder, port: 0, clock, random: Math.random, real: noRealAccounts, log });
  const data = new AppData(folder, site.host.manifest);
  const calls = new VendorCalls(site);
  const close = async (): Promise<void> => {
    calls.close();
    await site.close();
    data.close();
    await rm(folder, { recursive: true, force: true });
  };
  const settings = settingsOf(site);
  const rest = async (): Promise<void> => {
    do {
      await site.host.idle();
      await pause(50);
    } while (!data.isAtRest());
    await site.host.idle();
  };
  try {
    const begun = performance.now();
    furnishCompany(site);
    const { myDomain, clientId, clientSecret } = demoCredentials.salesforce;
    await settings('settings.connectSalesforce', { myDomain, clientId, clientSecret });
    await settings('settings.connectTempo', { region: 'eu', token: demoCredentials.tempo.token });
    await settings('settings.mapStages', { mapping: stageMapping });
    const furnished: BenchDeal[] = [];
    data.fill((put) => furnished.push(...furnishDeals(site, put, count)));
    data.setWorkers(afterRoundOver(dealsOfOneCallEachHour / lanes));
    clock.catchUp();
    site.host.start();
    await rest();
    say(`${count} linked deals with ${furnished.flatMap(({ planIds }) => planIds).length} entries stand after ${((performance.now() - begun) / 1000).toFixed(1)} s`);
    const company: LargeCompany = { site, deals: furnished, calls, data, settings, rest, close };
    await proveInStep(company);
    data.setWorkers(afterRoundOver(Math.ceil(count / lanes)));
    return company;
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * Polls, and has the app compare an hour's slice of the deals with Salesforce and Tempo. The first poll also renews the session.
 * @throws Error when it finds anything to write: then what was furnished is not what the app itself would have made.
 */
async function proveInStep({ site, calls, data, rest }: LargeCompany): Promise<void> {
  const begun = Date.now();
  const watch = new Watch(site, calls);
  await site.host.runSchedule('poll');
  await rest();
  await site.host.runSchedule('reconcile');
  await rest();
  const { calls: made } = watch.end();
  const writes = made.filter(isTempoWrite).length;
  const rewritten = data.writtenSince(begun);
  if (writes > 0 || rewritten > 0) throw new Error(`The company is not in step as furnished: ${writes} writes to Tempo, ${rewritten} records rewritten (${data.namesWrittenSince(begun).join(', ')}).`);
  const compared = made.filter(({ system, method, path }) => system === 'tempo' && method === 'GET' && path === '/4/plans').length;
  if (compared === 0) throw new Error('The app compared nothing with Tempo.');
  say(`a slice of them compared with Salesforce and Tempo: nothing to write`);
}

/** With so many deals an hour's slice is what one call to Salesforce reads: enough of a sample, and there within seconds. */
const dealsOfOneCallEachHour = 4_400;

/** A round over so many deals lies behind, as it does after the first day. */
const afterRoundOver = (deals: number): WorkerState => ({
  lease: null, wakeAt: null, sweep: null, reconcile: { since: instantOf(new Date()), after: null, covered: 0, deals, pending: 0 },
});

/** An app's error is said in one line; how many functions failed stands among the figures. */
const log = (line: string): void => {
  const [first = ''] = line.split('\n');
  if (first.startsWith('error: ')) say(first);
};

/** Runs as fast as the real one, behind it until it catches up. */
class LateClock implements Clock {
  constructor(private behind: number) {}

  now(): Date {
    return new Date(Date.now() - this.behind);
  }

  catchUp(): void {
    this.behind = 0;
  }
}

const answered = z.discriminatedUnion('ok', [z.object({ ok: z.literal(true) }), z.object({ ok: z.literal(false), error: z.unknown() })]);

const settingsOf = (site: Site): LargeCompany['settings'] => async (operation, payload) => {
  const moduleKey = 'settings';
  const context = {
    accountId: defaultAccountId,
    cloudId: LOCAL_CLOUD_ID,
    siteUrl: site.urls.jira,
    localId: 'bench',
    environmentId: LOCAL_ENVIRONMENT_ID,
    environmentType: LOCAL_ENVIRONMENT_TYPE,
    moduleKey,
    locale: 'pl-PL',
    timezone: timeZone,
    extension: { type: 'jira:adminPage' },
  };
  const answer = answered.parse(await site.host.invokeResolver({ moduleKey, operation, payload, accountId: defaultAccountId, context }));
  if (!answer.ok) throw new Error(`${operation}: ${JSON.stringify(answer.error)}`);
};
