import type { Hono } from 'hono';
import type { Clock } from '../clock';
import type { Database } from '../database';
import type { ResolverContext, WorkflowRulePayload } from './context';
import type { HostMapping } from './egress';
import type { InvocationRecord } from './invocations';
import type { TimeLimits } from './limits';
import type { ForgeManifest } from './manifest';
import type { SearchModules } from './jql-function';
import type { ContextStatus } from './module-definitions';
import type { QueueChaos } from './queue';
import type { StorageUsage } from './storage/usage';
import type { WorkflowRuleAnswer, WorkflowRules } from './workflow-rule';

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
  /** The workflow rules that the app offers; none while it is not installed. */
  readonly workflowRules: WorkflowRules;
  /** What the app adds to Jira's search; nothing while it is not installed. */
  readonly searchModules: SearchModules;
  /** Asks a workflow rule's function; one that fails or takes too long refuses, and so does one of an app that is gone. */
  runWorkflowRule(
    moduleKey: string,
    payload: WorkflowRulePayload,
    accountId: string | undefined,
  ): Promise<WorkflowRuleAnswer>;
  /**
   * Asks the function of an issue context for its status ("Jira issue context", dynamic properties).
   * @returns undefined where there is no such function, or it fails or gives no status: then the manifest's holds.
   */
  dynamicStatus(moduleKey: string, context: ResolverContext): Promise<ContextStatus | undefined>;
  /**
   * Runs an action as Rovo does for a person ("Action", manifest reference): the inputs are the payload, and who asks is in the context.
   * @throws InvocationFailure when the function fails.
   */
  runAction(moduleKey: string, inputs: Readonly<Record<string, unknown>>, accountId: string): Promise<unknown>;
  readonly installation: {
    isInstalled(): boolean;
    /**
     * Runs the `preUninstall` functions, then takes the app away; storage stays.
     * A function that fails or takes longer than 55 s is logged and does not keep the app ("Pre-uninstall trigger").
     */
    uninstall(): Promise<void>;
    /** Brings the app back, with its storage as it was. */
    install(): void;
  };
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
  /** Storage units a minute, by default Forge's; Infinity for a load test of something else. */
  readonly storageUnitsPerMinute?: number;
}

export class PayloadTooLargeError extends Error {
  constructor(bytes: number, most: number) {
    super(`A payload has at most ${most} bytes; this one has ${bytes}.`);
    this.name = 'PayloadTooLargeError';
  }
}
