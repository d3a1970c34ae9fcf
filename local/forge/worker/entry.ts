import { AsyncLocalStorage } from 'node:async_hooks';
import { createRequire } from 'node:module';
import { format } from 'node:util';
import { parentPort, workerData } from 'node:worker_threads';
import * as z from 'zod/mini';
import {
  workerSetup,
  type FromWorker,
  type InvocationStart,
  type ToWorker,
  type WireError,
  type WireRequest,
  type WireResponse,
} from './messages';
import { makeRuntime, type ForgeRuntime } from './runtime';
import { closeSockets } from './sockets';
import { sourcePositions } from './source-positions';

interface Waiting {
  resolve(response: Response): void;
  reject(error: unknown): void;
}

const statusesWithoutBody = new Set([101, 103, 204, 205, 304]);
const setup = workerSetup.parse(workerData);
const port = parentPort;
if (!port) throw new Error('This module runs in a worker thread.');

const running = new AsyncLocalStorage<{ readonly invocationId: string; readonly runtime: ForgeRuntime }>();
const waiting = new Map<number, Waiting>();
let requests = 0;
const inSources = sourcePositions(setup.bundlePath);

const send = (message: FromWorker): void => port.postMessage(message);

Object.defineProperty(globalThis, '__forge_runtime__', { get: () => running.getStore()?.runtime });
Object.defineProperty(globalThis, '__forge_fetch__', { value: forgeFetch });
Object.defineProperty(globalThis, 'fetch', { value: egressFetch, writable: true, configurable: true });
for (const level of ['debug', 'log', 'info', 'warn', 'error'] as const) {
  console[level] = (...parts: unknown[]) => send({ type: 'log', level, line: inSources(format(...parts)) });
}
closeSockets();

const startedLoading = performance.now();
const handlers = z.record(z.string(), z.unknown()).parse(createRequire(setup.bundlePath)(setup.bundlePath));
send({ type: 'loaded', milliseconds: performance.now() - startedLoading });

port.on('message', (message: ToWorker) => {
  switch (message.type) {
    case 'invoke':
      void invoke(message.start);
      break;
    case 'answer':
      settle(message.requestId)?.resolve(toResponse(message.response));
      break;
    case 'refuse':
      settle(message.requestId)?.reject(toError(message.error));
      break;
  }
});

async function invoke(start: InvocationStart): Promise<void> {
  const { invocationId, exportName } = start;
  const runtime = makeRuntime(setup, start);
  try {
    const handler = handlers[exportName];
    if (!isFunction(handler)) throw new Error(`The bundle exports no function "${exportName}".`);
    const result = await running.run({ invocationId, runtime }, () =>
      handler(JSON.parse(start.event), JSON.parse(start.context)),
    );
    send({ type: 'returned', invocationId, json: JSON.stringify(result) });
  } catch (error) {
    send({ type: 'threw', invocationId, error: describe(error) });
  }
}

function isFunction(value: unknown): value is (event: unknown, context: unknown) => unknown {
  return typeof value === 'function';
}

async function forgeFetch(meta: Record<string, unknown>, path: string, init: RequestInit = {}): Promise<Response> {
  const carrier = new Response(init.body ?? null);
  const headers = new Headers(init.headers);
  const contentType = carrier.headers.get('content-type');
  if (contentType && !headers.has('content-type')) headers.set('content-type', contentType);
  const request: WireRequest = {
    target: { kind: 'forge', meta },
    url: path,
    method: (init.method ?? 'GET').toUpperCase(),
    headers: [...headers],
    body: init.body === undefined || init.body === null ? undefined : new Uint8Array(await carrier.arrayBuffer()),
  };
  return ask(request, init.signal ?? undefined);
}

async function egressFetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const request = new Request(input, init);
  return ask(
    {
      target: { kind: 'egress', redirect: request.redirect },
      url: request.url,
      method: request.method,
      headers: [...request.headers],
      body: request.body ? new Uint8Array(await request.arrayBuffer()) : undefined,
    },
    request.signal,
  );
}

async function ask(request: WireRequest, signal: AbortSignal | undefined): Promise<Response> {
  const invocationId = running.getStore()?.invocationId;
  if (!invocationId) throw new Error('A request is possible only while a function runs.');
  signal?.throwIfAborted();
  const requestId = ++requests;
  return new Promise<Response>((resolve, reject) => {
    waiting.set(requestId, { resolve, reject });
    signal?.addEventListener(
      'abort',
      () => {
        send({ type: 'abort', requestId });
        settle(requestId)?.reject(signal.reason);
      },
      { once: true },
    );
    send({ type: 'request', invocationId, requestId, request });
  });
}

function settle(requestId: number): Waiting | undefined {
  const found = waiting.get(requestId);
  waiting.delete(requestId);
  return found;
}

function toResponse({ status, statusText, headers, body }: WireResponse): Response {
  return new Response(statusesWithoutBody.has(status) ? null : (body ?? null), {
    status,
    statusText,
    headers: headers.map(([name, value]): [string, string] => [name, value]),
  });
}

function toError({ name, message, status }: WireError): Error {
  const error = name === 'TypeError' ? new TypeError(message) : new Error(message);
  return Object.assign(error, { name }, status === undefined ? {} : { status });
}

function describe(error: unknown): WireError {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) };
  return { name: error.name, message: error.message, stack: error.stack === undefined ? undefined : inSources(error.stack) };
}
