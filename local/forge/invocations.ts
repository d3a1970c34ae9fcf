import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock';
import { describeRefusal } from './egress';
import { LOCAL_CLOUD_ID, LOCAL_ENVIRONMENT_ID, LOCAL_ENVIRONMENT_TYPE, localInstallationAri, localSiteAri } from './installation';
import { limits } from './limits';
import type { ForgeManifest } from './manifest';
import { UsageMeter, type StorageUsage } from './storage/usage';
import type { WireRequest, WireResponse } from './worker/messages';
import { InvocationFailure, type FailureReason, type WorkerPool } from './worker/pool';

export type InvocationOutcome = 'returned' | FailureReason;

/** One finished invocation, for a page to look at and for a benchmark. */
export interface InvocationRecord {
  readonly id: string;
  readonly functionKey: string;
  readonly moduleKey: string;
  readonly moduleType: string;
  /** The resolver's operation, the event's name or the queue; undefined where there is none. */
  readonly operation: string | undefined;
  /** UTC ISO instant */
  readonly startedAt: string;
  /** With the wait for a free worker. */
  readonly durationMilliseconds: number;
  /** How long the bundle took to load in a new worker; undefined in a warm one. */
  readonly loadMilliseconds: number | undefined;
  readonly outcome: InvocationOutcome;
  readonly errorMessage: string | undefined;
  readonly storage: StorageUsage;
  readonly jiraCalls: number;
  readonly egressCalls: number;
}

/** A function to run, and for whom. */
export interface Invocation {
  readonly functionKey: string;
  readonly moduleKey: string;
  readonly moduleType: string;
  readonly operation?: string | undefined;
  readonly accountId: string | undefined;
  readonly event: unknown;
  /** Seconds, unless the function states its own limit and `ownLimit` lets it. */
  readonly limitSeconds: number;
  readonly ownLimit: boolean;
  readonly urgent?: boolean;
}

/** What the services see of the invocation that asks them. */
export interface InvocationAccount {
  readonly accountId: string | undefined;
  readonly startedAt: number;
  readonly meter: UsageMeter;
  jiraCalls: number;
  egressCalls: number;
}

export type Services = (request: WireRequest, account: InvocationAccount, signal: AbortSignal) => Promise<WireResponse>;

const keptRecords = 500;

/** Runs the app's functions and keeps account of what each did. */
export class Invocations {
  readonly totals = new UsageMeter();
  private readonly kept: InvocationRecord[] = [];
  private underWay = 0;

  constructor(
    private readonly options: {
      readonly manifest: ForgeManifest;
      readonly pool: WorkerPool;
      readonly clock: Clock;
      readonly services: Services;
      readonly log: (line: string) => void;
      changed(): void;
    },
  ) {}

  records(): readonly InvocationRecord[] {
    return this.kept;
  }

  running(): number {
    return this.underWay;
  }

  /**
   * Runs a function.
   * @returns what it returned, as it is after JSON.
   * @throws InvocationFailure
   */
  async run(invocation: Invocation): Promise<unknown> {
    const definition = this.options.manifest.functions.get(invocation.functionKey);
    if (!definition) throw new Error(`The manifest has no function "${invocation.functionKey}".`);
    const seconds = (invocation.ownLimit ? definition.timeoutSeconds : undefined) ?? invocation.limitSeconds;
    const account: InvocationAccount = {
      accountId: invocation.accountId,
      startedAt: performance.now(),
      meter: new UsageMeter(this.totals),
      jiraCalls: 0,
      egressCalls: 0,
    };
    const id = randomUUID();
    const startedAt = this.options.clock.now().toISOString();
    this.underWay += 1;
    let outcome: InvocationOutcome = 'returned';
    let errorMessage: string | undefined;
    let loadMilliseconds: number | undefined;
    try {
      const result = await this.options.pool.run({
        start: {
          invocationId: id,
          exportName: definition.exportName,
          functionKey: invocation.functionKey,
          moduleKey: invocation.moduleKey,
          moduleType: invocation.moduleType,
          accountId: invocation.accountId,
          event: JSON.stringify(invocation.event ?? null),
          context: JSON.stringify(this.contextOf(invocation)),
          limitMilliseconds: seconds * 1000,
        },
        urgent: invocation.urgent ?? false,
        onRequest: (request, signal) => this.options.services(request, account, signal),
        onRefusal: describeRefusal,
      });
      loadMilliseconds = result.loadMilliseconds;
      if (result.json !== undefined && Buffer.byteLength(result.json) > limits.payloadBytes) {
        const message = `The function returned more than ${limits.payloadBytes} bytes.`;
        throw new InvocationFailure('threw', { name: 'Error', message });
      }
      return result.json === undefined ? undefined : JSON.parse(result.json);
    } catch (error) {
      if (!(error instanceof InvocationFailure)) throw error;
      outcome = error.reason;
      errorMessage = error.message;
      this.options.log(`error: ${invocation.functionKey} ${outcome}: ${error.error.stack ?? error.message}`);
      throw error;
    } finally {
      const { functionKey, moduleKey, moduleType, operation } = invocation;
      this.keep({
        id,
        functionKey,
        moduleKey,
        moduleType,
        operation,
        startedAt,
        durationMilliseconds: performance.now() - account.startedAt,
        loadMilliseconds,
        outcome,
        errorMessage,
        storage: account.meter.snapshot(),
        jiraCalls: account.jiraCalls,
        egressCalls: account.egressCalls,
      });
      this.underWay -= 1;
      this.options.changed();
    }
  }

  private keep(record: InvocationRecord): void {
    this.kept.push(record);
    if (this.kept.length > keptRecords) this.kept.shift();
  }

  /** A function's second argument. */
  private contextOf({ accountId, moduleKey }: Invocation): Record<string, unknown> {
    return {
      ...(accountId !== undefined && { principal: { accountId } }),
      installContext: localSiteAri,
      installation: { ari: localInstallationAri, contexts: [localSiteAri] },
      cloudId: LOCAL_CLOUD_ID,
      environmentId: LOCAL_ENVIRONMENT_ID,
      environmentType: LOCAL_ENVIRONMENT_TYPE,
      moduleKey,
    };
  }
}
