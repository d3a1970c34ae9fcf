import type { MiddlewareHandler } from 'hono';
import * as z from 'zod/mini';
import { neverAnswer, sendHalf, type NodeEnvironment } from '../broken-answers';
import type { Database } from '../database';

export type FaultKind = 'status' | 'timeout' | 'halfAnswer' | 'wrongShape';

export interface Fault {
  /** Part of the path of the requests that fail: "/query", "/services/oauth2/token"; "" for all. */
  readonly path: string;
  readonly kind: FaultKind;
  /** For kind "status". */
  readonly status?: number;
  /** How many requests fail before all is well again. */
  readonly times: number;
}

const faultRow = z.object({
  number: z.number(), path: z.string(), kind: z.enum(['status', 'timeout', 'halfAnswer', 'wrongShape']), status: z.nullable(z.number()), remaining: z.number(),
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
      .prepare('INSERT INTO sf_fault (path, kind, status, remaining) VALUES (?, ?, ?, ?)')
      .run(fault.path, fault.kind, fault.status ?? null, fault.times);
  }

  all(): Fault[] {
    return this.database.prepare('SELECT * FROM sf_fault WHERE remaining > 0 ORDER BY number').all().map((row) => {
      const { path, kind, status, remaining } = faultRow.parse(row);
      return { path, kind, times: remaining, ...(status === null ? {} : { status }) };
    });
  }

  clear(): void {
    this.database.exec('DELETE FROM sf_fault');
  }

  private take(path: string): FaultRow | undefined {
    const row = this.database
      .prepare('UPDATE sf_fault SET remaining = remaining - 1 WHERE number = (SELECT number FROM sf_fault WHERE remaining > 0 AND INSTR(?, path) > 0 ORDER BY number LIMIT 1) RETURNING *')
      .get(path);
    return row && faultRow.parse(row);
  }

  /** Puts the faults in front of the API. */
  readonly middleware: MiddlewareHandler<NodeEnvironment> = async (context, next) => {
    const fault = this.take(context.req.path);
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
      case 'halfAnswer': {
        await next();
        const half = await sendHalf(context.env.outgoing, context.res);
        // Unset first: otherwise Hono would join the new answer to the one that was read already.
        context.res = undefined;
        context.res = half;
        return undefined;
      }
      case 'wrongShape':
        return context.json({ greeting: 'this is no answer of the API' });
    }
  };
}
