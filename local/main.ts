import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { systemClock } from './clock';
import { readOptions, usage, UsageError, type StartOptions } from './options';
import { CorruptDatabaseError } from './database';
import { seedStandIns } from './demo/seed';
import { settleCompany } from './demo/settle';
import { places } from './places';
import { readRealAccounts, UnusableEnvironment } from './real-accounts';
import { ImportError } from './salesforce/import/import-error';
import { importDeals } from './salesforce/import/import-deals';
import { formatImportReport } from './salesforce/import/report';
import { PortInUseError } from './server';
import { openSite, type Site } from './site';

const say = (text: string): void => console.log(`opiekun: ${text}`);

/** Starts the local site and keeps it until it is told to stop. */
async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options.help) {
    console.log(usage);
    return;
  }
  const data = resolve(options.data ?? join(places.root, '.data'));
  if (options.reset) await reset(data);
  if (options.deals !== undefined && !existsSync(options.deals.path)) throw new UsageError(`${options.deals.path} does not exist.`);

  const site = await openSite({
    data,
    port: options.port,
    clock: systemClock,
    random: Math.random,
    real: readRealAccounts(join(places.root, '.env')),
    log: (line) => {
      if (options.verbose) console.log(line);
    },
  });
  stopInOrder(site);
  await furnish(site, options);
  say('press Ctrl+C to stop; everything is kept for the next start.');
}

/** Fills the site: the demo company at the first start, and whatever an earlier start did not finish. */
async function furnish(site: Site, options: StartOptions): Promise<void> {
  const today = new Date(systemClock.now().getTime() - systemClock.now().getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
  seedStandIns(site, today);
  if (options.deals !== undefined) await loadDeals(site, options.deals);
  site.host.start();
  await site.jira.store.events.deliver();
  say(`Jira with Opiekun     ${site.urls.jira}`);
  say(`Salesforce stand-in   ${site.urls.salesforce}`);
  say(`Tempo stand-in        ${site.urls.tempo}`);
  await settleCompany(site, { today, real: readRealAccounts(join(places.root, '.env')), onProgress: say });
}

async function loadDeals(site: Site, { path, ...columns }: NonNullable<StartOptions['deals']>): Promise<void> {
  say(`loading deals from ${path}…`);
  const report = await importDeals({
    store: site.salesforce.store,
    path,
    ...columns,
    onProgress: ({ read, rejected }) => say(`${read} rows read, ${rejected} rejected`),
  });
  console.log(formatImportReport(report));
}

async function reset(data: string): Promise<void> {
  for (const name of ['jira', 'salesforce', 'tempo', 'forge']) {
    for (const ending of ['db', 'db-wal', 'db-shm']) await rm(join(data, `${name}.${ending}`), { force: true });
  }
  say('the site begins afresh.');
}

function stopInOrder(site: Site): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    void site.close().then(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

/** What a person can mend is one line; anything else is a fault of ours and shows where it happened. */
const mendable = [UsageError, PortInUseError, CorruptDatabaseError, UnusableEnvironment, ImportError];

main().catch((error: unknown) => {
  const known = mendable.some((kind) => error instanceof kind);
  console.error(`opiekun: ${known && error instanceof Error ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  process.exit(1);
});
