import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { dropConnection, neverAnswer, sendHalf } from '../../broken-answers';
import { errorBody, errorPage, NotModelled } from '../errors';
import type { Fault } from '../store/fault-table';
import type { TempoStore } from '../store/tempo-store';
import type { ApiEnvironment } from './environment';

type ApiContext = Context<ApiEnvironment>;

function refuse(context: ApiContext, fault: Extract<Fault, { kind: 'status' }>, store: TempoStore): Response {
  const headers = new Headers();
  if (fault.retryAfterSeconds !== undefined) headers.set('retry-after', String(fault.retryAfterSeconds));
  if (fault.status === 401 || fault.status === 403 || fault.status >= 500) {
    headers.set('content-type', 'text/html; charset=UTF-8');
    return new Response(errorPage(fault.status, 'Fault made on purpose'), { status: fault.status, headers });
  }
  headers.set('content-type', 'application/json');
  const body = errorBody(['Fault made on purpose'], store.settings.get().errorForm);
  return new Response(JSON.stringify(body), { status: fault.status, headers });
}

/** What Node knows of the connection; nothing when the request was handed over without a server. */
function outgoingOf(bindings: Partial<HttpBindings> | undefined): HttpBindings['outgoing'] | undefined {
  return bindings?.outgoing;
}

/** @throws NotModelled before any work is done */
function connectionOf(context: ApiContext, fault: Fault): HttpBindings['outgoing'] {
  const outgoing = outgoingOf(context.env);
  if (outgoing === undefined) throw new NotModelled(`the fault ${fault.kind} without a server`);
  return outgoing;
}

async function leaveWaiting(context: ApiContext): Promise<Response> {
  const outgoing = outgoingOf(context.env);
  if (outgoing !== undefined) return neverAnswer(outgoing);
  const { signal } = context.req.raw;
  if (!signal.aborted) await once(signal, 'abort');
  return RESPONSE_ALREADY_SENT;
}

async function act(context: ApiContext, fault: Fault, store: TempoStore, work: () => Promise<void>): Promise<Response | undefined> {
  switch (fault.kind) {
    case 'status':
      return refuse(context, fault, store);
    case 'timeout':
      return leaveWaiting(context);
    case 'slow':
      await wait(fault.milliseconds);
      await work();
      return undefined;
    case 'wrongShape':
      await work();
      return context.json({ id: { unexpected: true }, results: 'none' });
    case 'halfAnswer': {
      const connection = connectionOf(context, fault);
      await work();
      return sendHalf(connection, context.res);
    }
    case 'loseAnswer': {
      const connection = connectionOf(context, fault);
      await work();
      return dropConnection(connection);
    }
    case 'commitThenTimeout':
      await work();
      return leaveWaiting(context);
  }
}

/** Counts each request, and makes it fail where a fault waits for it. */
export function injectFaults(store: TempoStore) {
  return createMiddleware<ApiEnvironment>(async (context, next) => {
    store.counter.arrived(context.req.method, context.req.path);
    const fault = store.faults.take(context.req.method, context.req.path);
    if (fault === undefined) {
      await next();
      store.counter.answered(context.res.status);
      return undefined;
    }
    const answer = await act(context, fault, store, next);
    const lost = answer === RESPONSE_ALREADY_SENT;
    store.counter.answered(lost ? 0 : (answer ?? context.res).status);
    if (answer !== undefined) {
      // Cleared first: otherwise the answer that the work made would be merged into this one.
      context.res = undefined;
      context.res = answer;
    }
    return undefined;
  });
}
