import { Hono, type Context } from 'hono';
import * as z from 'zod/mini';
import { FrameTokenError, type FrameClaims, type FrameTokens } from './frame-token';
import type { FunctionHost } from './host';

/** Forge's limit on what a screen may send to a function ("Invocation limits", developer.atlassian.com/platform/forge). */
const REQUEST_LIMIT_BYTES = 500 * 1024;

/** The part of the function host that screens reach; a site without issue contexts need not have the second. */
export type ScreenFunctions = Pick<FunctionHost, 'invokeResolver'> & Partial<Pick<FunctionHost, 'dynamicStatus'>>;

export interface FrameCallOptions {
  readonly tokens: FrameTokens;
  readonly functions: ScreenFunctions;
  /** The account of the browser's session; undefined when there is none. */
  readonly sessionAccount: (context: Context) => string | undefined;
  /** Jira's REST API, to which product requests go as the person, with the app's scopes. */
  readonly rest: { fetch(request: Request): Response | Promise<Response> };
  readonly scopes: readonly string[];
  readonly appSecret: string;
}

const invokeBody = z.object({ frameToken: z.string(), functionKey: z.string(), payload: z.optional(z.unknown()) });
const statusBody = z.object({ frameToken: z.string() });
const productBody = z.object({
  frameToken: z.string(),
  path: z.string(),
  method: z.string(),
  headers: z.array(z.tuple([z.string(), z.string()])),
  body: z.nullable(z.string()),
});

/**
 * What the shell's script asks of the site in the name of a frame, on the shell's origin. Answers are
 * `{ok: true, value}`, or `{ok: false, message}` with status 400 (malformed), 401 (token), 403 (another person's
 * frame), 413 (too much) or 502 (the function failed).
 */
export function createFrameCalls(options: FrameCallOptions): Hono {
  const { tokens, functions, sessionAccount, rest, scopes, appSecret } = options;
  const app = new Hono();

  app.post('/_forge/invoke', async (context) => {
    const text = await context.req.text();
    if (Buffer.byteLength(text) > REQUEST_LIMIT_BYTES) return refuse(context, 413, 'The payload is larger than 500 KB.');
    const body = parse(invokeBody, text);
    if (body === undefined) return refuse(context, 400, 'The call is malformed.');
    const claims = verified(context, body.frameToken);
    if (claims instanceof Response) return claims;
    try {
      const { moduleKey, accountId } = claims;
      const value = await functions.invokeResolver({
        moduleKey,
        operation: body.functionKey,
        payload: body.payload,
        accountId,
        context: claims.context,
      });
      return context.json({ ok: true, value });
    } catch (error) {
      return refuse(context, 502, `There was an error invoking the function - ${error instanceof Error ? error.message : String(error)}`);
    }
  });

  app.post('/_forge/dynamic-status', async (context) => {
    const body = parse(statusBody, await context.req.text());
    if (body === undefined) return refuse(context, 400, 'The question is malformed.');
    const claims = verified(context, body.frameToken);
    if (claims instanceof Response) return claims;
    return context.json({ ok: true, value: (await functions.dynamicStatus?.(claims.moduleKey, claims.context)) ?? null });
  });

  app.post('/_forge/product', async (context) => {
    const body = parse(productBody, await context.req.text());
    if (body === undefined) return refuse(context, 400, 'The request is malformed.');
    const claims = verified(context, body.frameToken);
    if (claims instanceof Response) return claims;
    const { siteUrl } = claims.context;
    const target = new URL(body.path, siteUrl);
    if (target.origin !== siteUrl || !target.pathname.startsWith('/rest/')) return refuse(context, 400, 'Only paths under /rest/ can be requested.');
    const headers = new Headers(body.headers.filter(([name]) => !name.toLowerCase().startsWith('x-forge-') && name.toLowerCase() !== 'cookie'));
    headers.set('x-forge-secret', appSecret);
    headers.set('x-forge-as', 'user');
    headers.set('x-forge-account', claims.accountId);
    headers.set('x-forge-scopes', scopes.join(' '));
    const request = new Request(target, { method: body.method, headers, body: body.body === '' ? null : body.body });
    const answer = await rest.fetch(request);
    const value = { status: answer.status, statusText: answer.statusText, headers: Object.fromEntries(answer.headers), body: await answer.text(), isAttachment: false };
    return context.json({ ok: true, value });
  });

  return app;

  function verified(context: Context, token: string): FrameClaims | Response {
    try {
      const claims = tokens.verify(token);
      if (claims.accountId === sessionAccount(context)) return claims;
      return refuse(context, 403, 'This screen was opened by another person. Load the page again.');
    } catch (error) {
      if (error instanceof FrameTokenError) return refuse(context, 401, error.message);
      throw error;
    }
  }
}

function refuse(context: Context, status: 400 | 401 | 403 | 413 | 502, message: string): Response {
  return context.json({ ok: false, message }, status);
}

function parse<Shape extends z.ZodMiniType>(shape: Shape, text: string): z.output<Shape> | undefined {
  try {
    return z.safeParse(shape, JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
