import * as z from 'zod/mini';

/** What passes between the site and a worker that runs the app's functions. Everything here survives structured cloning. */

/** What stands in `__forge_runtime__` during one invocation, as far as it differs between invocations. */
export interface InvocationStart {
  readonly invocationId: string;
  readonly exportName: string;
  readonly functionKey: string;
  readonly moduleKey: string;
  readonly moduleType: string;
  readonly accountId: string | undefined;
  /** The function's two arguments, as JSON. */
  readonly event: string;
  readonly context: string;
  readonly limitMilliseconds: number;
}

/** What is the same for every invocation of a worker. */
export const workerSetup = z.readonly(
  z.object({
    bundlePath: z.string(),
    appId: z.string(),
    appVersion: z.string(),
    environmentId: z.string(),
    environmentType: z.string(),
    installationId: z.string(),
    siteAri: z.string(),
    scopes: z.readonly(z.array(z.string())),
    external: z.readonly(z.record(z.string(), z.unknown())),
  }),
);
export type WorkerSetup = z.infer<typeof workerSetup>;

export type RedirectMode = 'follow' | 'error' | 'manual';

/** Says whose service a request is for: what @forge packages pass as the first argument of `__forge_fetch__`. */
export type RequestTarget =
  | { readonly kind: 'forge'; readonly meta: Readonly<Record<string, unknown>> }
  | { readonly kind: 'egress'; readonly redirect: RedirectMode };

export interface WireRequest {
  readonly target: RequestTarget;
  /** A whole address for egress, otherwise a path. */
  readonly url: string;
  readonly method: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array | undefined;
}

export interface WireResponse {
  readonly status: number;
  readonly statusText: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array | undefined;
}

/** An error as it crosses between threads. */
export interface WireError {
  readonly name: string;
  readonly message: string;
  readonly stack?: string | undefined;
  readonly status?: number | undefined;
}

export type ToWorker =
  | { readonly type: 'invoke'; readonly start: InvocationStart }
  | { readonly type: 'answer'; readonly requestId: number; readonly response: WireResponse }
  | { readonly type: 'refuse'; readonly requestId: number; readonly error: WireError };

export type FromWorker =
  | { readonly type: 'loaded'; readonly milliseconds: number }
  | { readonly type: 'request'; readonly invocationId: string; readonly requestId: number; readonly request: WireRequest }
  | { readonly type: 'abort'; readonly requestId: number }
  | { readonly type: 'log'; readonly level: string; readonly line: string }
  | { readonly type: 'returned'; readonly invocationId: string; readonly json: string | undefined }
  | { readonly type: 'threw'; readonly invocationId: string; readonly error: WireError };
