import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import * as z from 'zod/mini';
import { openDatabase } from '../database';
import { startServer } from '../server';
import { bundleFixture, openSite } from './fixture/site';

let child: ChildProcess | undefined;
const cleanups: (() => unknown)[] = [];

afterEach(async () => {
  child?.kill('SIGKILL');
  for (const cleanUp of cleanups.reverse()) await cleanUp();
});

it('loses neither data nor an event under way when the process is killed', async () => {
  const bundle = await bundleFixture();
  const folder = mkdtempSync(join(tmpdir(), 'site-'));
  cleanups.push(bundle.remove, () => rmSync(folder, { recursive: true }));
  const databasePath = join(folder, 'site.db');
  const vendor = new Hono();
  const server = await startServer(vendor, 0);
  cleanups.push(() => server.close());
  const arrived = new Promise<void>((resolve) => {
    vendor.get('/stuck', () => {
      resolve();
      return new Promise<Response>(() => undefined);
    });
  });
  const program = join(__dirname, 'fixture', 'doomed.ts');
  child = spawn(process.execPath, ['--import', 'tsx', program, databasePath, bundle.bundlePath, server.url], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await arrived;
  child.kill('SIGKILL');
  await once(child, 'exit');

  const site = await openSite(bundle.bundlePath, { database: openDatabase(databasePath) });
  cleanups.push(() => site.close());
  site.vendor.get('/stuck', (context) => context.text(''));
  expect(site.host.queueLength()).toBe(1);
  site.host.start();
  await site.host.idle();
  const { found } = z
    .object({ found: z.array(z.object({ event: z.object({ eventId: z.string() }) })) })
    .parse(await site.call('deliveries'));
  expect(found).toHaveLength(2);
  expect(found[0]?.event.eventId).toBe(found[1]?.event.eventId);
  expect(site.host.queueLength()).toBe(0);
});
