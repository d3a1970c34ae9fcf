import type { Hono } from 'hono';
import type { Clock } from '../clock';
import type { Database } from '../database';
import type { ResolverContext, WorkflowRulePayload } from './context';
import type { HostMapping } from './egress';
import type { InvocationRecord } from './invocations';
import type { TimeLimits } from './limits';
import type { ForgeManifest } from './manifest';
import type { QueueChaos } from './queue';
import type { StorageUsage } from './storage/usage';
import type { WorkflowRuleAnswer } from './workflow-rule';

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
  ): Promise<WorkflowRuleAnswer>;
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
