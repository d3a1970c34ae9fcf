import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod/mini';
import { places } from '../../local/places';
import type { Figure, Measurement } from './measurement';

const laterStarts = 3;
const patienceMilliseconds = 120_000;
/** In the last line that a start prints. */
const readyWords = 'press Ctrl+C';

/**
 * How long `npm start` takes to a page that can be used, npm itself left out: from the start of the process until the
 * site says that it is ready and the page of the first project has been answered in full, looked for every 50 ms. Packages are installed and everything is built. The
 * first start, which also makes the demo company, is in an empty folder; the slowest of the later ones counts. A fresh
 * clone installs and builds besides; see docs/measurements.md.
 */
export const start: Measurement = {
  name: 'start',
  async run() {
    const data = await mkdtemp(join(tmpdir(), 'opiekun-bench-'));
    try {
      const first = await startOnce(data);
      const later: number[] = [];
      for (let count = 0; count < laterStarts; count += 1) later.push(await startOnce(data));
      return [
        { name: 'start: from the second time, slowest', measured: Math.max(...later), unit: 's', limit: 10 },
        { name: 'start: first time, packages and build there', measured: first, unit: 's' },
      ] satisfies Figure[];
    } finally {
      await rm(data, { recursive: true, force: true });
    }
  },
};

/** Starts the site, waits for its first page and stops it. @returns seconds. */
async function startOnce(data: string): Promise<number> {
  const port = await freePort();
  const begun = performance.now();
  const site = spawn(process.execPath, [join(places.root, 'local', 'run.mjs'), 'start', '--port', String(port), '--data', data], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [site.stdout, site.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()));
  try {
    while (!said.includes(readyWords) || !(await isUsable(`http://localhost:${port}`))) {
      if (site.exitCode !== null) throw new Error(`The site ended with ${site.exitCode}:\n${said}`);
      if (performance.now() - begun > patienceMilliseconds) throw new Error(`The site did not start:\n${said}`);
      await pause(50);
    }
    return (performance.now() - begun) / 1000;
  } finally {
    await stop(site);
  }
}

/** Whether the list of projects and the page of one of them are there. */
async function isUsable(url: string): Promise<boolean> {
  const projects = await pageAt(url);
  const path = /href="(\/projects\/[^"]+)"/u.exec(projects ?? '')?.[1];
  return path !== undefined && (await pageAt(url + path)) !== undefined;
}

async function pageAt(url: string): Promise<string | undefined> {
  try {
    const response = await fetch(url);
    return response.ok ? await response.text() : undefined;
  } catch {
    return undefined;
  }
}

async function stop(site: ChildProcess): Promise<void> {
  if (site.exitCode !== null) return;
  const ended = once(site, 'exit');
  site.kill('SIGTERM');
  await ended;
}

/** A port that is free now, and the two after it most likely too. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = z.object({ port: z.int() }).parse(server.address());
  server.close();
  await once(server, 'close');
  return port;
}
