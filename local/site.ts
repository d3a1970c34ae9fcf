import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Hono } from 'hono';
import * as z from 'zod/mini';
import type { Clock } from './clock';
import { openDatabase, type Database } from './database';
import { demoCredentials, defaultAccountId } from './demo/credentials';
import { createFunctionHost, type FunctionHost } from './forge/host';
import { permissionKey } from './forge/installation';
import { readManifest, type ForgeManifest } from './forge/manifest';
import { ModuleTexts } from './forge/translations';
import { createJira, type Jira } from './jira/jira';
import type { AppPermission } from './jira/model';
import { createShell } from './jira/pages/shell';
import { places } from './places';
import type { RealAccounts } from './real-accounts';
import { createSalesforce, type Salesforce } from './salesforce/salesforce';
import { startServer, type RunningServer } from './server';
import { createTempo, type Tempo } from './tempo/tempo';

export interface SiteOptions {
  /** Folder of the site's databases; ":memory:" keeps nothing. */
  readonly data: string;
  /** Jira's port; Salesforce and Tempo take the two after it. 0 lets the system choose all three. */
  readonly port: number;
  readonly clock: Clock;
  readonly random: () => number;
  readonly real: RealAccounts;
  readonly log: (line: string) => void;
}

/** A running site: Jira with the app in it, and the stand-ins beside it. */
export interface Site {
  readonly jira: Jira;
  readonly salesforce: Salesforce;
  readonly tempo: Tempo;
  readonly host: FunctionHost;
  readonly urls: { readonly jira: string; readonly salesforce: string; readonly tempo: string };
  /** The key by which Jira knows a permission module of the app. */
  permissionKey(moduleKey: string): string;
  close(): Promise<void>;
}

/** The largest scope that Financial Manager takes at first, in issues. */
const mostIssues = 10_000;

/** How often the stand-ins look whether a signal is to be sent again, in milliseconds. */
const signalRhythm = 30_000;

/**
 * Opens the databases and serves everything on loopback.
 * @throws PortInUseError, CorruptDatabaseError
 */
export async function openSite(options: SiteOptions): Promise<Site> {
  const { clock, random, log } = options;
  const databases = openDatabases(options.data);
  const servers: RunningServer[] = [];
  // Addresses must be known before what answers at them is made, so each server starts with a door that is filled later.
  const doors = { jira: new Door(), salesforce: new Door(), tempo: new Door() };
  const close = async (): Promise<void> => {
    await Promise.all(servers.map((server) => server.close()));
    for (const database of Object.values(databases)) database.close();
  };
  try {
    const serve = async (door: Door, offset: number): Promise<RunningServer> => {
      const server = await startServer(door, options.port === 0 ? 0 : options.port + offset);
      servers.push(server);
      return server;
    };
    const [jiraServer, salesforceServer, tempoServer] = [await serve(doors.jira, 0), await serve(doors.salesforce, 1), await serve(doors.tempo, 2)];
    const urls = { jira: jiraServer.url, salesforce: salesforceServer.url, tempo: tempoServer.url };

    const manifest = readManifest(places.manifest);
    const appSecret = randomBytes(32).toString('hex');
    const keyOf = (moduleKey: string): string => permissionKey(manifest.appId, moduleKey);
    const jira: Jira = createJira({
      database: databases.jira,
      clock,
      appSecret,
      appPermissionKeys: appPermissions(manifest, keyOf),
      extensionPrefix: keyOf(''),
      runValidator: (moduleKey, payload, accountId) => host.runWorkflowRule(moduleKey, { ...payload }, accountId),
      emit: (name, payload) => host.emitProductEvent(name, payload),
    });
    const salesforce = createSalesforce({
      database: databases.salesforce,
      clock,
      org: demoCredentials.salesforce,
      deliver: (url, init) => fetch(url, init),
    });
    const tempo = createTempo({
      database: databases.tempo,
      clock,
      region: 'eu',
      token: { secret: demoCredentials.tempo.token, ownerId: demoCredentials.tempo.ownerId },
      jiraUrl: urls.jira,
      projects: () => jira.store.projects.all().map(({ id, key, name }) => ({ id, key, name })),
      projectName: (id) => jira.store.projects.find(id)?.name,
      issueName: (id) => jira.store.issues.find(id)?.summary,
      findIssue: (key) => jira.store.issues.find(key),
      issuesOf: (projectId) => jira.store.issues.ofProject(projectId, { startAt: 0, maxResults: mostIssues }).values.map(({ id }) => id),
    });
    const host: FunctionHost = createFunctionHost({
      database: databases.forge,
      manifestPath: places.manifest,
      bundlePath: places.functionsBundle,
      clock,
      random,
      jiraUrl: urls.jira,
      publicUrl: urls.jira,
      secret: appSecret,
      hosts: [
        ...(options.real.salesforce ? [] : [{ pattern: '*.my.salesforce.com', target: `http://127.0.0.1:${salesforceServer.port}` }]),
        ...(options.real.tempo
          ? []
          : ['api.tempo.io', 'api.eu.tempo.io', 'api.us.tempo.io'].map((pattern) => ({ pattern, target: `http://127.0.0.1:${tempoServer.port}` }))),
      ],
      log,
    });

    jira.workflow.register(host.workflowRules);
    jira.search.register(host.searchModules);
    doors.salesforce.open(salesforce.app);
    doors.tempo.open(tempo.app);
    doors.jira.open(
      createShell({
        jira,
        host,
        appDirectory: places.root,
        browserDirectory: places.browser,
        links: { salesforceUrl: urls.salesforce, tempoUrl: urls.tempo },
        appSecret,
        defaultAccountId,
        clock,
        log,
      }),
    );
    const signalTimer = setInterval(() => void Promise.all([salesforce.runDue(), tempo.runDue()]), signalRhythm);
    return {
      jira,
      salesforce,
      tempo,
      host,
      urls,
      permissionKey: keyOf,
      close: async () => {
        clearInterval(signalTimer);
        await Promise.all(servers.map((server) => server.close()));
        await Promise.all([salesforce.runDue(), tempo.runDue()]);
        await host.close();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The app's permission modules as Jira's permissions, granted at first to whom manifest.yml says. */
function appPermissions(manifest: ForgeManifest, keyOf: (moduleKey: string) => string): AppPermission[] {
  const texts = new ModuleTexts(manifest, places.root);
  return manifest.modules.flatMap((module): AppPermission[] => {
    const type = permissionTypes.get(module.type);
    if (type === undefined) return [];
    const { name, description, defaultGrants } = permissionModule.parse(module.definition);
    return [{ key: keyOf(module.key), type, name: texts.text(name, 'pl-PL'), description: texts.text(description, 'pl-PL'), defaultGrants: defaultGrants ?? [] }];
  });
}

const permissionTypes = new Map<string, AppPermission['type']>([
  ['jira:projectPermission', 'PROJECT'],
  ['jira:globalPermission', 'GLOBAL'],
]);
const permissionModule = z.object({ name: z.unknown(), description: z.unknown(), defaultGrants: z.optional(z.array(z.string())) });

/** Answers 503 until what stands behind it is ready. */
class Door {
  private room: Pick<Hono, 'fetch'> | undefined;

  open(room: Pick<Hono, 'fetch'>): void {
    this.room = room;
  }

  readonly fetch: Hono['fetch'] = (...request) => this.room?.fetch(...request) ?? new Response('The site is starting.', { status: 503 });
}

type Databases = Readonly<Record<'jira' | 'salesforce' | 'tempo' | 'forge', Database>>;

function openDatabases(data: string): Databases {
  if (data !== ':memory:') mkdirSync(data, { recursive: true });
  const open = (name: string): Database => openDatabase(data === ':memory:' ? data : join(data, `${name}.db`));
  return { jira: open('jira'), salesforce: open('salesforce'), tempo: open('tempo'), forge: open('forge') };
}
