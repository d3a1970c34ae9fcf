import type { Hono } from 'hono';
import * as z from 'zod/mini';
import type { Clock } from '../clock';
import type { Database } from '../database';
import type { ResolverContext, WorkflowRulePayload } from './context';
import { Egress, type HostMapping } from './egress';
import {
  LOCAL_APP_VERSION,
  LOCAL_CLOUD_ID,
  LOCAL_ENVIRONMENT_ID,
  LOCAL_ENVIRONMENT_TYPE,
  LOCAL_INSTALLATION_ID,
  localSiteAri,
} from './installation';
import { Invocations, type InvocationRecord } from './invocations';
import { limits, type TimeLimits } from './limits';
import { findModule, readManifest, type ForgeManifest, type ForgeModule } from './manifest';
import { EventQueues, type QueueChaos } from './queue';
import { Schedules } from './schedule';
import { makeServices } from './services';
import { AppStorage } from './storage/storage';
import type { StorageUsage } from './storage/usage';
import { WakeUp } from './wake-up';
import { WebTriggers } from './webtrigger';
import { InvocationFailure, WorkerPool } from './worker/pool';

export interface ResolverCall {
  readonly moduleKey: string;
  readonly operation: string;
  readonly payload: unknown;
  readonly accountId: string;
  readonly context: ResolverContext;
}

/** Runs the app's functions as Forge does. */
export interface FunctionHost {
  readonly manifest: ForgeManifest;
  /**
   * A call from a screen: runs the module's resolver function with the verified context.
   * @throws InvocationFailure when the function fails, PayloadTooLargeError when the payload is over 500 KB.
   */
  invokeResolver(call: ResolverCall): Promise<unknown>;
  /** Asks a workflow rule's function; one that fails or takes too long refuses. */
  runWorkflowRule(
    moduleKey: string,
    payload: WorkflowRulePayload,
    accountId: string | undefined,
  ): Promise<{ result: boolean; errorMessage?: string }>;
  /** Tells the triggers that subscribe to it of something that happened in Jira. Failures are logged only. */
  emitProductEvent(name: string, payload: Record<string, unknown>): Promise<void>;
  /** Runs a scheduled trigger now. Failures are logged only. */
  runSchedule(moduleKey: string): Promise<void>;
  readonly webtriggers: Hono;
  webTriggerUrl(moduleKey: string): string;
  /** Events that are not settled yet, the delayed ones too. */
  queueLength(): number;
  /** Settles when no function runs and, once started, no event and no schedule is due. Looks at the clock anew. */
  idle(): Promise<void>;
  storageUsage(): StorageUsage;
  resetStorageUsage(): void;
  /** The last few hundred invocations, oldest first. */
  invocations(): readonly InvocationRecord[];
  /** Loads the bundle anew from the next invocation on. */
  reload(): Promise<void>;
  /** Starts schedules and the delivery of events. */
  start(): void;
  close(): Promise<void>;
}

export interface FunctionHostOptions {
  readonly database: Database;
  readonly manifestPath: string;
  readonly bundlePath: string;
  readonly clock: Clock;
  /** From 0 up to 1. */
  readonly random: () => number;
  readonly jiraUrl: string;
  readonly publicUrl: string;
  readonly secret: string;
  readonly hosts: readonly HostMapping[];
  /** Environment variables of the functions; nothing else of the process's environment reaches them. */
  readonly variables?: Readonly<Record<string, string>>;
  readonly log: (line: string) => void;
  readonly chaos?: Partial<QueueChaos>;
  /** Shorter limits than Forge's, for tests. */
  readonly timeLimits?: Partial<TimeLimits>;
}

export class PayloadTooLargeError extends Error {
  constructor(bytes: number) {
    super(`A payload has at most ${limits.resolverRequestBytes} bytes; this one has ${bytes}.`);
    this.name = 'PayloadTooLargeError';
  }
}

const mostWorkers = 4;
/** One worker stays free for people while events are delivered. */
const mostDeliveries = 3;
const workflowRuleTypes = new Set(['jira:workflowValidator', 'jira:workflowCondition']);
const ruleResult = z.looseObject({ result: z.boolean(), errorMessage: z.optional(z.string()) });
const triggerSchema = z.looseObject({
  events: z.array(z.string()),
  filter: z.optional(z.looseObject({ ignoreSelf: z.optional(z.boolean()), expression: z.optional(z.string()) })),
});

/** @throws ManifestError when the manifest cannot be read. */
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
  const storage = new AppStorage(database, clock, manifest);
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
      if (bytes > limits.resolverRequestBytes) throw new PayloadTooLargeError(bytes);
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
      const module = findModule(manifest, moduleKey);
      if (!workflowRuleTypes.has(module.type) || !module.functionKey) {
        throw new Error(`The local site does not model the workflow rule "${moduleKey}": it has no function.`);
      }
      try {
        // A rule runs inside a transition that a function may have asked for, so it must not wait for a worker.
        const run = { ...unattended(module), accountId, event: payload, limitSeconds: timeLimits.resolverSeconds };
        const answer = ruleResult.safeParse(await invocations.run({ ...run, urgent: true }));
        if (!answer.success) return { result: false, errorMessage: `Rule ${moduleKey} gave no result.` };
        const { result, errorMessage } = answer.data;
        return { result, ...(errorMessage !== undefined && { errorMessage }) };
      } catch (error) {
        if (!(error instanceof InvocationFailure)) throw error;
        return { result: false, errorMessage: `Rule ${moduleKey} could not be checked: ${error.message}` };
      }
    },
    emitProductEvent: async (name, payload) => {
      const event = { eventType: name, ...payload };
      if (Buffer.byteLength(JSON.stringify(event)) > limits.productEventBytes) {
        log(`error: ${name} was not delivered: it has more than ${limits.productEventBytes} bytes.`);
        return;
      }
      const subscribed = manifest.modules.filter((module) => module.type === 'trigger' && subscribes(module, name, payload));
      await Promise.all(
        subscribed.map((module) =>
          logFailure(
            invocations.run({
              ...unattended(module),
              operation: name,
              event,
              limitSeconds: timeLimits.resolverSeconds,
            }),
          ),
        ),
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

/** @throws Error for a filter expression, which the local site does not evaluate. */
function subscribes(module: ForgeModule, name: string, payload: Record<string, unknown>): boolean {
  const { events, filter } = triggerSchema.parse(module.definition);
  if (!events.includes(name)) return false;
  if (filter?.expression !== undefined) {
    throw new Error(`The local site does not model the filter expression of trigger "${module.key}".`);
  }
  return !(filter?.ignoreSelf === true && payload['selfGenerated'] === true);
}

/** Waits for a run whose failure has been logged already. */
async function logFailure(run: Promise<unknown>): Promise<void> {
  try {
    await run;
  } catch (error) {
    if (!(error instanceof InvocationFailure)) throw error;
  }
}
