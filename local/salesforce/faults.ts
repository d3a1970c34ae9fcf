import type { Context, MiddlewareHandler } from 'hono';
import * as z from 'zod/mini';
import { dropConnection, neverAnswer, sendHalf, type NodeEnvironment } from '../broken-answers';
import type { Database } from '../database';

const faultKind = z.enum([
  /** Answers with a status; nothing is read or written. */
  'status',
  /** Never answers; the request has had no effect. */
  'timeout',
  /** Does the work, sends half of the answer and drops the connection. */
  'halfAnswer',
  /** Does the work and answers 200 with JSON of another shape. */
  'wrongShape',
  /** Does the work, then drops the connection without a byte of answer. */
  'loseAnswer',
  /** Does the work, then never answers. */
  'commitThenTimeout',
]);
export type FaultKind = z.infer<typeof faultKind>;

/** @returns undefined where there is no such fault. */
export function faultKindOf(text: string): FaultKind | undefined {
  return faultKind.safeParse(text).data;
}

export interface Fault {
  /** Part of the path of the requests that fail: "/query", "/services/oauth2/token"; "" for all. */
  readonly path: string;
  /** Upper case; every method where left out. */
  readonly method?: string;
  readonly kind: FaultKind;
  /** For kind "status". */
  readonly status?: number;
  /** How many requests fail before all is well again. */
  readonly times: number;
}

const faultRow = z.object({
  number: z.number(), path: z.string(), method: z.nullable(z.string()), kind: faultKind, status: z.nullable(z.number()), remaining: z.number(),
});
type FaultRow = z.infer<typeof faultRow>;

const ERROR_CODES: ReadonlyMap<number, string> = new Map([
  [401, 'INVALID_SESSION_ID'], [403, 'REQUEST_LIMIT_EXCEEDED'], [404, 'NOT_FOUND'], [429, 'REQUEST_LIMIT_EXCEEDED'],
  [500, 'UNKNOWN_EXCEPTION'], [502, 'SERVER_UNAVAILABLE'], [503, 'SERVER_UNAVAILABLE'], [504, 'SERVER_UNAVAILABLE'],
]);

/** Faults on order, for tests and for people: they outlive a restart, and each request uses one up. */
export class Faults {
  constructor(private readonly database: Database) {}

  add(fault: Fault): void {
    this.database
      .prepare('INSERT INTO sf_fault (path, method, kind, status, remaining) VALUES (?, ?, ?, ?, ?)')
      .run(fault.path, fault.method ?? null, fault.kind, fault.status ?? null, fault.times);
  }

  all(): Fault[] {
    return this.database.prepare('SELECT * FROM sf_fault WHERE remaining > 0 ORDER BY number').all().map((row) => {
      const { path, method, kind, status, remaining } = faultRow.parse(row);
      return { path, kind, times: remaining, ...(method === null ? {} : { method }), ...(status === null ? {} : { status }) };
    });
  }

  clear(): void {
    this.database.exec('DELETE FROM sf_fault');
  }

  private take(method: string, path: string): FaultRow | undefined {
    const row = this.database
      .prepare('UPDATE sf_fault SET remaining = remaining - 1 WHERE number = (SELECT number FROM sf_fault WHERE remaining > 0 AND (method IS NULL OR method = ?) AND INSTR(?, path) > 0 ORDER BY number LIMIT 1) RETURNING *')
      .get(method, path);
    return row && faultRow.parse(row);
  }

  /** Puts the faults in front of the API. */
  readonly middleware: MiddlewareHandler<NodeEnvironment> = async (context, next) => {
    const fault = this.take(context.req.method, context.req.path);
    switch (fault?.kind) {
      case undefined:
        return next();
      case 'status': {
        const status = fault.status ?? 500;
        const errorCode = ERROR_CODES.get(status) ?? 'UNKNOWN_EXCEPTION';
        return new Response(JSON.stringify([{ message: 'A fault on order.', errorCode }]), {
          status, headers: { 'Content-Type': 'application/json', ...(status === 429 || status === 503 ? { 'Retry-After': '1' } : {}) },
        });
      }
      case 'timeout':
        return neverAnswer(context.env.outgoing);
      case 'halfAnswer':
        await next();
        return replace(context, await sendHalf(context.env.outgoing, context.res));
      case 'wrongShape':
        await next();
        return replace(context, Response.json({ greeting: 'this is no answer of the API' }));
      case 'loseAnswer':
        await next();
        return replace(context, dropConnection(context.env.outgoing));
      case 'commitThenTimeout':
        await next();
        return replace(context, await neverAnswer(context.env.outgoing));
    }
  };
}

function replace(context: Context, answer: Response): undefined {
  // Unset first: otherwise Hono would join the new answer to the one that was made already.
  context.res = undefined;
  context.res = answer;
  return undefined;
}
