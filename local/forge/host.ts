import { dirname } from 'node:path';
import * as z from 'zod/mini';
import { AppInstallation } from './app-installation';
import { Egress } from './egress';
import { PayloadTooLargeError, type FunctionHost, type FunctionHostOptions } from './function-host';
import {
  LOCAL_APP_VERSION,
  LOCAL_CLOUD_ID,
  LOCAL_ENVIRONMENT_ID,
  LOCAL_ENVIRONMENT_TYPE,
  LOCAL_INSTALLATION_ID,
  localSiteAri,
} from './installation';
import { Invocations } from './invocations';
import { settleJqlFunction, type SearchModules } from './jql-function';
import { limits } from './limits';
import { findModule, readManifest, type ForgeModule } from './manifest';
import { readContextStatus } from './module-definitions';
import { Subscriptions } from './product-events';
import { EventQueues } from './queue';
import { Schedules } from './schedule';
import { makeServices } from './services';
import { StorageRate } from './storage/rate';
import { AppStorage } from './storage/storage';
import { ModuleTexts } from './translations';
import { WakeUp } from './wake-up';
import { WebTriggers } from './webtrigger';
import { findWorkflowRule, settleWorkflowRule, type WorkflowRules } from './workflow-rule';
import { InvocationFailure, WorkerPool } from './worker/pool';

export type { FunctionHost, FunctionHostOptions, ResolverCall } from './function-host';

/** Forge runs as many invocations at once as there are; here each takes a thread with its memory. */
const mostWorkers = 6;
/** More than an app has queues or keys to share them; one worker stays free for people while events are delivered. */
const mostDeliveries = 5;

const dynamicAnswer = z.looseObject({ status: z.unknown() });

/** @throws ManifestError when the manifest cannot be read, Error when it has what the local site does not model. */
export function createFunctionHost(options: FunctionHostOptions): FunctionHost {
  const { database, clock, log, random } = options;
  const manifest = readManifest(options.manifestPath);
  const timeLimits = { ...limits, ...options.timeLimits };
  const pool = new WorkerPool({
    setup: {
      bundlePath: options.bundlePath,
      appId: manifest.appId,
      appVersion: LOCAL_APP_VERSION,
      environmentId: LOCAL_ENVIRONMENT_ID,
      environmentType: LOCAL_ENVIRONMENT_TYPE,
      installationId: LOCAL_INSTALLATION_ID,
      siteAri: localSiteAri,
      scopes: manifest.scopes,
      external: manifest.external,
    },
    variables: options.variables ?? {},
    memoryMegabytes: manifest.memoryMegabytes,
    most: mostWorkers,
    log,
  });
  const installation = new AppInstallation(database);
  const subscriptions = new Subscriptions(manifest, log);
  const storage = new AppStorage(database, clock, manifest, new StorageRate(options.storageUnitsPerMinute));
  const webTriggers = new WebTriggers({
    database,
    manifest,
    publicUrl: options.publicUrl,
    log,
    isInstalled: () => installation.isInstalled(),
    run: (module, request) =>
      invocations.run({ ...unattended(module), event: request, limitSeconds: timeLimits.webTriggerSeconds }),
  });
  const queues = new EventQueues({
    database,
    clock,
    random,
    manifest,
    log,
    chaos: { duplicate: 0, reorder: 0, ...options.chaos },
    most: mostDeliveries,
    deliver: (consumer, event) =>
      invocations.run({
        ...unattended(consumer),
        operation: String(consumer.definition['queue']),
        event,
        limitSeconds: timeLimits.jobSeconds,
        ownLimit: true,
      }),
    changed: () => wakeUp.changed(),
  });
  const schedules = new Schedules({ database, clock, manifest, run: runTrigger, changed: () => wakeUp.changed() });
  const services = makeServices({
    storage,
    queues,
    webTriggers,
    egress: new Egress(manifest.backendEgress, options.hosts),
    product: { jiraUrl: options.jiraUrl, secret: options.secret, scopes: manifest.scopes },
    log,
  });
  const invocations = new Invocations({ manifest, pool, clock, services, log, changed: () => wakeUp.changed() });
  const wakeUp = new WakeUp(clock, {
    pump: () => {
      queues.pump();
      schedules.pump();
    },
    isQuiet: () => invocations.running() === 0 && queues.isQuiet() && schedules.isQuiet(),
    nextDue: () => [queues.nextDue(), schedules.nextDue()],
  });

  const texts = new ModuleTexts(manifest, dirname(options.manifestPath));
  const workflowRules: WorkflowRules = {
    all: () => (installation.isInstalled() ? manifest.workflowRules : []),
    find: (kind, moduleKey) => workflowRules.all().find((each) => each.kind === kind && each.key === moduleKey),
    text: (value, locale) => texts.text(value, locale),
  };
  const searchModules: SearchModules = {
    properties: () => (installation.isInstalled() ? manifest.entityProperties : []),
    functions: () => (installation.isInstalled() ? manifest.jqlFunctions : []),
    // A search may be made by a function, so what it needs must not wait for a worker.
    run: (moduleKey, event) => {
      const run = { ...unattended(findModule(manifest, moduleKey, 'jira:jqlFunction')), event };
      return settleJqlFunction(invocations.run({ ...run, limitSeconds: timeLimits.resolverSeconds, urgent: true }));
    },
  };
  let started = false;
  let uninstalling: Promise<void> | undefined;
  const startPumps = (): void => {
    if (!started || !installation.isInstalled()) return;
    queues.start();
    schedules.start();
    wakeUp.changed();
  };

  async function runPreUninstall(): Promise<void> {
    for (const module of manifest.modules.filter(({ type }) => type === 'preUninstall')) {
      // The token means nothing to an app, but is always there.
      const event = { context: { cloudId: LOCAL_CLOUD_ID, moduleKey: module.key }, contextToken: 'local' };
      await logFailure(invocations.run({ ...unattended(module), event, limitSeconds: timeLimits.preUninstallSeconds }));
    }
  }

  async function uninstall(): Promise<void> {
    if (!installation.isInstalled()) return;
    await runPreUninstall();
    installation.setUninstalledAt(clock.now().toISOString());
    queues.stop();
    schedules.stop();
    wakeUp.changed();
  }

  async function runTrigger(module: ForgeModule): Promise<void> {
    if (!installation.isInstalled()) return;
    const event = { context: { cloudId: LOCAL_CLOUD_ID, moduleKey: module.key } };
    await logFailure(
      invocations.run({ ...unattended(module), event, limitSeconds: timeLimits.jobSeconds, ownLimit: true }),
    );
  }

  return {
    manifest,
    invokeResolver: async ({ moduleKey, operation, payload, accountId, context }) => {
      if (!installation.isInstalled()) throw new Error('The app is not installed.');
      const module = findModule(manifest, moduleKey);
      if (!module.resolverFunctionKey) throw new Error(`Module "${moduleKey}" has no resolver.`);
      const bytes = Buffer.byteLength(JSON.stringify(payload ?? null));
      if (bytes > limits.resolverRequestBytes) throw new PayloadTooLargeError(bytes, limits.resolverRequestBytes);
      return invocations.run({
        functionKey: module.resolverFunctionKey,
        moduleKey,
        moduleType: module.type,
        operation,
        accountId,
        event: { call: { functionKey: operation, payload }, context },
        limitSeconds: timeLimits.resolverSeconds,
        ownLimit: false,
      });
    },
    workflowRules,
    searchModules,
    runWorkflowRule: async (moduleKey, payload, accountId) => {
      if (!installation.isInstalled()) return { result: false };
      const run = { ...unattended(findWorkflowRule(manifest, moduleKey)), accountId, event: payload };
      // A rule runs inside a transition that a function may have asked for, so it must not wait for a worker.
      return settleWorkflowRule(
        moduleKey,
        invocations.run({ ...run, limitSeconds: timeLimits.resolverSeconds, urgent: true }),
      );
    },
    dynamicStatus: async (moduleKey, { cloudId, extension }) => {
      const functionKey = manifest.issueContexts.find(({ key }) => key === moduleKey)?.dynamicFunctionKey;
      if (functionKey === undefined || !installation.isInstalled()) return undefined;
      const { type, issue, project } = extension;
      const event = { cloudId, extension: { type, issue, project } };
      const run = { functionKey, moduleKey, moduleType: 'jira:issueContext', accountId: undefined, event };
      try {
        const answer = await invocations.run({ ...run, limitSeconds: timeLimits.resolverSeconds, ownLimit: false });
        return readContextStatus(dynamicAnswer.safeParse(answer).data?.status);
      } catch (error) {
        if (!(error instanceof InvocationFailure)) throw error;
        return undefined;
      }
    },
    runAction: async (moduleKey, inputs, accountId) => {
      if (!installation.isInstalled()) throw new Error('The app is not installed.');
      const run = { ...unattended(findModule(manifest, moduleKey, 'action')), accountId, event: inputs };
      return invocations.run({ ...run, limitSeconds: limits.actionSeconds, ownLimit: false });
    },
    installation: {
      isInstalled: () => installation.isInstalled(),
      uninstall: () => {
        uninstalling ??= uninstall().finally(() => {
          uninstalling = undefined;
        });
        return uninstalling;
      },
      install: () => {
        installation.setUninstalledAt(null);
        startPumps();
      },
    },
    emitProductEvent: async (name, payload) => {
      if (!installation.isInstalled()) return;
      const event = { ...payload, eventType: name };
      const run = { operation: name, event, limitSeconds: timeLimits.resolverSeconds };
      await Promise.all(
        subscriptions.for(event).map((module) => logFailure(invocations.run({ ...unattended(module), ...run }))),
      );
    },
    runSchedule: async (moduleKey) => runTrigger(findModule(manifest, moduleKey, 'scheduledTrigger')),
    webtriggers: webTriggers.app,
    webTriggerUrl: (moduleKey) => webTriggers.url(moduleKey),
    queueLength: () => queues.length(),
    idle: () => wakeUp.idle(),
    storageUsage: () => invocations.totals.snapshot(),
    resetStorageUsage: () => invocations.totals.reset(),
    invocations: () => invocations.records(),
    reload: () => pool.recycle(),
    start: () => {
      started = true;
      startPumps();
    },
    close: async () => {
      queues.stop();
      schedules.stop();
      wakeUp.stop();
      await pool.close();
      await wakeUp.idle();
    },
  };
}

/** What is common to every invocation that no person asked for. */
function unattended(module: ForgeModule): {
  functionKey: string;
  moduleKey: string;
  moduleType: string;
  accountId: undefined;
  ownLimit: boolean;
} {
  if (!module.functionKey) throw new Error(`Module "${module.key}" has no function.`);
  return {
    functionKey: module.functionKey,
    moduleKey: module.key,
    moduleType: module.type,
    accountId: undefined,
    ownLimit: false,
  };
}

/** Waits for a run whose failure has been logged already. */
async function logFailure(run: Promise<unknown>): Promise<void> {
  try {
    await run;
  } catch (error) {
    if (!(error instanceof InvocationFailure)) throw error;
  }
}
