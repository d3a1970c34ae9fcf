import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundleBrowser } from '../../forge/browser-bundle';
import { bundleFixture, openSite, type FixtureSite } from '../../forge/fixture/site';
import { startServer } from '../../server';
import { closeTestSites, people, startTestSite, type Person, type TestSite } from '../test-site';
import { createShell } from './shell';

export interface WorkflowShell {
  readonly site: TestSite;
  /** The real function host with the fixture app in it. */
  readonly forge: FixtureSite;
  readonly url: string;
  readonly frameUrl: string;
  get(person: Person, path: string): Promise<Response>;
  post(person: Person, path: string, form: Readonly<Record<string, string>>): Promise<Response>;
  close(): Promise<void>;
}

const fixture = join(__dirname, '../../forge/fixture');
const screens = join(__dirname, '../../forge/browser/fixture');

/** The test site with the fixture app in a real function host: its rules, its issue context and its screens. */
export async function startWorkflowShell(): Promise<WorkflowShell> {
  const appDirectory = await mkdtemp(join(tmpdir(), 'workflow-shell-'));
  const browserDirectory = join(appDirectory, 'browser');
  await cp(join(fixture, 'locales'), join(appDirectory, 'locales'), { recursive: true });
  const [bundle] = await Promise.all([bundleFixture(), bundleBrowser(browserDirectory), buildScreens(join(appDirectory, 'screens'))]);
  const [site, forge] = [await startTestSite(), await openSite(bundle.bundlePath)];
  const { host } = forge;
  site.jira.workflow.register(host.workflowRules);
  site.app.validate = () => {
    const call = site.validatorCalls.at(-1);
    if (call === undefined) throw new Error('The validator was not asked.');
    return host.runWorkflowRule(call.moduleKey, { ...call.payload }, call.accountId);
  };
  site.jira.store.workflows.setValidators('software-workflow', '41', []);

  const links = { salesforceUrl: 'http://localhost:1', tempoUrl: 'http://localhost:1' };
  const shell = createShell({
    jira: site.jira,
    host,
    appDirectory,
    browserDirectory,
    links,
    appSecret: 'shared secret',
    defaultAccountId: people.anna,
    clock: site.clock,
    log: () => undefined,
  });
  const server = await startServer(shell, 0);
  const headers = (person: Person): Record<string, string> => ({ cookie: `local-user=${people[person]}` });
  return {
    site,
    forge,
    url: server.url,
    frameUrl: `http://127.0.0.1:${server.port}`,
    get: (person, path) => fetch(server.url + path, { headers: headers(person), redirect: 'manual' }),
    post: (person, path, form) => fetch(server.url + path, { method: 'POST', body: new URLSearchParams(form), headers: headers(person), redirect: 'manual' }),
    close: async () => {
      await server.close();
      await forge.close();
      await closeTestSites();
      bundle.remove();
      await rm(appDirectory, { recursive: true, force: true });
    },
  };
}

async function buildScreens(folder: string): Promise<void> {
  await build({
    entryPoints: ['rule', 'context'].map((name) => join(screens, `${name}.ts`)),
    outdir: folder,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  });
  for (const file of ['rule.html', 'context.html']) await cp(join(screens, file), join(folder, file));
}
