import type { Context, MiddlewareHandler } from 'hono';
import * as z from 'zod/mini';
import type { Database } from '../database';

export type FaultKind = 'unauthorised' | 'forbidden' | 'notFound' | 'rateLimited' | 'serverError' | 'unavailable' | 'timeout' | 'halfAnswer';

export interface Fault {
  /** Undefined matches every method. */
  readonly method?: string;
  /** The path begins with this, such as `/rest/api/3/issue`. */
  readonly pathPrefix: string;
  readonly kind: FaultKind;
  /** How many matching requests fail; 1 unless said. */
  readonly times?: number;
  /** For `rateLimited` and `unavailable`: seconds in the Retry-After header; 1 unless said. */
  readonly retryAfterSeconds?: number;
}

const faultRow = z.object({ id: z.number(), kind: z.string(), retryAfterSeconds: z.number() });

/** Makes coming requests fail as Jira does on a bad day. The faults that are still to come are in the database. */
export class FaultSwitch {
  constructor(private readonly database: Database) {}

  add({ method = '', pathPrefix, kind, times = 1, retryAfterSeconds = 1 }: Fault): void {
    this.database
      .prepare('INSERT INTO fault (method, pathPrefix, kind, remaining, retryAfterSeconds) VALUES (?, ?, ?, ?, ?)')
      .run(method, pathPrefix, kind, times, retryAfterSeconds);
  }

  clear(): void {
    this.database.exec('DELETE FROM fault');
  }

  readonly middleware: MiddlewareHandler = async (context, next) => {
    const fault = this.take(context.req.method, context.req.path);
    if (fault === undefined) return next();
    const retryAfter = { 'retry-after': String(fault.retryAfterSeconds) };
    switch (fault.kind) {
      case 'unauthorised':
        return context.json({ code: 401, message: 'Unauthorized' }, 401);
      case 'forbidden':
        return context.json({ errorMessages: ['You do not have permission to perform this operation.'], errors: {} }, 403);
      case 'notFound':
        return context.json({ errorMessages: ['The requested resource was not found.'], errors: {} }, 404);
      case 'rateLimited':
        return context.json({ errorMessages: ['Rate limit exceeded.'], errors: {} }, 429, retryAfter);
      case 'unavailable':
        return context.text('Service Unavailable', 503, retryAfter);
      case 'timeout':
        return new Promise((resolve) => {
          context.req.raw.signal.addEventListener('abort', () => resolve(new Response(null, { status: 499 })), { once: true });
        });
      case 'halfAnswer':
        await next();
        return breakOff(context);
      default:
        return context.json({ errorMessages: ['Internal server error'], errors: {} }, 500);
    }
  };

  private take(method: string, path: string): z.infer<typeof faultRow> | undefined {
    const row = this.database
      .prepare(
        "SELECT id, kind, retryAfterSeconds FROM fault WHERE remaining > 0 AND method IN ('', ?) AND substr(?, 1, length(pathPrefix)) = pathPrefix ORDER BY id LIMIT 1",
      )
      .get(method, path);
    if (row === undefined) return undefined;
    const fault = z.parse(faultRow, row);
    this.database.prepare('UPDATE fault SET remaining = remaining - 1 WHERE id = ?').run(fault.id);
    this.database.exec('DELETE FROM fault WHERE remaining <= 0');
    return fault;
  }
}

/**
 * Takes the finished answer and closes the connection after half of the length that its head announces.
 * All is in the answer: pages call the REST API inside this process, where there is no connection to act on.
 */
async function breakOff(context: Context): Promise<void> {
  const { status } = context.res;
  const whole = new Uint8Array(await context.res.arrayBuffer());
  // Unset first: otherwise Hono would join the new answer to the one that was read already.
  context.res = undefined;
  context.res = new Response(whole.slice(0, Math.floor(whole.length / 2)), {
    status,
    headers: { 'content-type': 'application/json', 'content-length': String(whole.length), connection: 'close' },
  });
}
