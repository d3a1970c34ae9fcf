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
export interface WorkerSetup {
  readonly bundlePath: string;
  readonly appId: string;
  readonly appVersion: string;
  readonly environmentId: string;
  readonly environmentType: string;
  readonly installationId: string;
  readonly siteAri: string;
  readonly scopes: readonly string[];
  readonly external: Readonly<Record<string, unknown>>;
}

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
