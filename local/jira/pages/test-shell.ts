import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { Hono } from 'hono';
import { bundleBrowser } from '../../forge/browser-bundle';
import type { ResolverCall } from '../../forge/host';
import { readManifest } from '../../forge/manifest';
import { startServer, type RunningServer } from '../../server';
import { closeTestSites, people, startTestSite, type Person, type TestSite } from '../test-site';
import { createShell } from './shell';

export interface TestShell {
  readonly site: TestSite;
  /** On the site's host. */
  readonly url: string;
  /** The same port on the screens' host. */
  readonly frameUrl: string;
  readonly calls: ResolverCall[];
  readonly logged: string[];
  /** What the app's resolver answers; a test may replace it. */
  readonly app: { resolve: (call: ResolverCall) => Promise<unknown> };
  get(person: Person, path: string): Promise<Response>;
  post(person: Person, path: string, form: Readonly<Record<string, string>>): Promise<Response>;
  close(): Promise<void>;
}

const fixture = join(__dirname, 'fixture');

/** A shell over the test site with a sample app, whose screens are not built, an empty folder, or really built. */
export async function startTestShell({ screens = 'missing' }: { screens?: 'missing' | 'empty' | 'built' } = {}): Promise<TestShell> {
  const appDirectory = await mkdtemp(join(tmpdir(), 'opiekun-shell-'));
  const browserDirectory = join(appDirectory, 'browser');
  await cp(join(fixture, 'locales'), join(appDirectory, 'locales'), { recursive: true });
  if (screens === 'empty') await mkdir(join(appDirectory, 'screens'));
  if (screens === 'built') await Promise.all([bundleBrowser(browserDirectory), buildScreens(join(appDirectory, 'screens'))]);

  const site = await startTestSite();
  const calls: ResolverCall[] = [];
  const logged: string[] = [];
  const app: TestShell['app'] = { resolve: () => Promise.resolve({ greeting: 'Cześć' }) };
  const webtriggers = new Hono();
  webtriggers.post('/_forge/webtrigger/:id', (context) => context.json({ accepted: context.req.param('id') }, 202));
  const shell = createShell({
    jira: site.jira,
    host: {
      manifest: readManifest(join(fixture, 'manifest.yml')),
      webtriggers,
      installation: { isInstalled: () => true, uninstall: () => Promise.resolve(), install: () => undefined },
      runAction: () => Promise.resolve({}),
      invokeResolver: (call) => {
        calls.push(call);
        return app.resolve(call);
      },
    },
    appDirectory,
    browserDirectory,
    links: { salesforceUrl: 'http://localhost:1/salesforce', tempoUrl: 'http://localhost:1/tempo' },
    appSecret: 'shared secret',
    defaultAccountId: people.anna,
    clock: site.clock,
    log: (line) => void logged.push(line),
  });
  const server: RunningServer = await startServer(shell, 0);
  const asPerson = (person: Person): Record<string, string> => ({ cookie: `local-user=${people[person]}` });
  return {
    site,
    url: server.url,
    frameUrl: `http://127.0.0.1:${server.port}`,
    calls,
    logged,
    app,
    get: (person, path) => fetch(server.url + path, { headers: asPerson(person), redirect: 'manual' }),
    post: (person, path, form) =>
      fetch(server.url + path, { method: 'POST', body: new URLSearchParams(form), headers: asPerson(person), redirect: 'manual' }),
    close: async () => {
      await server.close();
      await closeTestSites();
      await rm(appDirectory, { recursive: true, force: true });
    },
  };
}

async function buildScreens(folder: string): Promise<void> {
  const source = join(__dirname, '../../forge/browser/fixture');
  await build({
    entryPoints: [join(source, 'screen.ts'), join(source, 'modal.ts')],
    outdir: folder,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  });
  for (const file of ['screen.html', 'modal.html', 'screen.css', 'icon.svg']) await cp(join(fixture, file), join(folder, file));
}
