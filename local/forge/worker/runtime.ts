import { dirname } from 'node:path';
import type { InvocationStart, WorkerSetup } from './messages';

/** What @forge/api 8 reads through `global.__forge_runtime__` (its ForgeRuntime type). */
export interface ForgeRuntime {
  readonly proxy: { readonly token: string; readonly url: string };
  readonly contextAri: string;
  readonly container: Readonly<Record<'region' | 'runtime' | 'handler' | 'appCodeDir', string>>;
  readonly appContext: Readonly<Record<string, unknown>>;
  readonly aaid: string | undefined;
  readonly lambdaContext: { readonly awsRequestId: string; getRemainingTimeInMillis(): number };
  readonly tracing: { readonly traceId: string; readonly spanId: string };
  readonly realtime: object;
  readonly metrics: object;
  readonly externalAuth: readonly never[];
  featureFlags(flag: string): boolean;
}

const counter = { incr: noop, incrBy: noop, decr: noop, decrBy: noop };
const metrics = {
  counter: () => counter,
  gauge: () => ({ set: noop }),
  timing: () => ({ measure: () => ({ stop: noop }) }),
};

function noop(): void {
  // Forge's own metrics go nowhere on a local site.
}

export function makeRuntime(setup: WorkerSetup, start: InvocationStart): ForgeRuntime {
  const deadline = performance.now() + start.limitMilliseconds;
  const trace = start.invocationId.replaceAll('-', '');
  return {
    proxy: { token: '', url: '' },
    contextAri: setup.siteAri,
    container: {
      region: 'local',
      runtime: process.version,
      handler: `index.${start.exportName}`,
      appCodeDir: dirname(setup.bundlePath),
    },
    appContext: {
      appId: setup.appId,
      appVersion: setup.appVersion,
      environmentId: setup.environmentId,
      environmentType: setup.environmentType,
      invocationId: start.invocationId,
      installationId: setup.installationId,
      functionKey: start.functionKey,
      moduleType: start.moduleType,
      moduleKey: start.moduleKey,
      permissions: { scopes: setup.scopes, external: setup.external },
    },
    aaid: start.accountId,
    lambdaContext: {
      awsRequestId: start.invocationId,
      getRemainingTimeInMillis: () => Math.max(0, Math.round(deadline - performance.now())),
    },
    tracing: { traceId: trace, spanId: trace.slice(0, 16) },
    realtime: {},
    metrics,
    externalAuth: [],
    featureFlags: () => false,
  };
}
