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
import { limits } from './limits';
import { findModule, readManifest, type ForgeModule } from './manifest';
import { Subscriptions } from './product-events';
import { EventQueues } from './queue';
import { Schedules } from './schedule';
import { makeServices } from './services';
import { StorageRate } from './storage/rate';
import { AppStorage } from './storage/storage';
import { WakeUp } from './wake-up';
import { WebTriggers } from './webtrigger';
import { findWorkflowRule, settleWorkflowRule } from './workflow-rule';
import { InvocationFailure, WorkerPool } from './worker/pool';

export type { FunctionHost, FunctionHostOptions, ResolverCall } from './function-host';

/** Forge runs as many invocations at once as there are; here each takes a thread with its memory. */
const mostWorkers = 6;
/** More than an app has queues or keys to share them; one worker stays free for people while events are delivered. */
const mostDeliveries = 5;

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
  const subscriptions = new Subscriptions(manifest, log);
  const storage = new AppStorage(database, clock, manifest, new StorageRate(options.storageUnitsPerMinute));
  const webTriggers = new WebTriggers({
    database,
    manifest,
    publicUrl: options.publicUrl,
    log,
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

  async function runTrigger(module: ForgeModule): Promise<void> {
    const event = { context: { cloudId: LOCAL_CLOUD_ID, moduleKey: module.key } };
    await logFailure(
      invocations.run({ ...unattended(module), event, limitSeconds: timeLimits.jobSeconds, ownLimit: true }),
    );
  }

  return {
    manifest,
    invokeResolver: async ({ moduleKey, operation, payload, accountId, context }) => {
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
    runWorkflowRule: async (moduleKey, payload, accountId) => {
      const run = { ...unattended(findWorkflowRule(manifest, moduleKey)), accountId, event: payload };
      // A rule runs inside a transition that a function may have asked for, so it must not wait for a worker.
      return settleWorkflowRule(
        moduleKey,
        invocations.run({ ...run, limitSeconds: timeLimits.resolverSeconds, urgent: true }),
      );
    },
    emitProductEvent: async (name, payload) => {
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
      queues.start();
      schedules.start();
      wakeUp.changed();
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
