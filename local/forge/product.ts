import { proxyError, notModelled } from './answers';
import { receive, withoutConnection } from './egress';
import type { WireRequest, WireResponse } from './worker/messages';

/** What a function may not set for itself. */
const reserved = /^(authorization|cookie|x-forge-.*)$/i;

export interface ProductOptions {
  /** Where the Jira of the local site answers. */
  readonly jiraUrl: string;
  /** Known to the site only, so that no one else can speak for the app. */
  readonly secret: string;
  readonly scopes: readonly string[];
}

export interface ProductCall {
  /** "user" or "app", as `asUser()` and `asApp()` say; "none" for neither. */
  readonly provider: string;
  /** The account that asUser(accountId) names, if any. */
  readonly onBehalfOf: string | undefined;
  /** The person whose call the function serves, if any. */
  readonly accountId: string | undefined;
}

/**
 * Sends a request of `requestJira` on, in the name of the person or of the app.
 * Headers for the receiver: x-forge-as (user or app), x-forge-account, x-forge-scopes, x-forge-secret.
 */
export async function requestJira(
  options: ProductOptions,
  call: ProductCall,
  request: WireRequest,
  signal: AbortSignal,
): Promise<WireResponse> {
  if (call.provider !== 'user' && call.provider !== 'app') return notModelled('requestJira outside asUser() and asApp()');
  if (call.provider === 'user') {
    if (call.onBehalfOf !== undefined && call.onBehalfOf !== call.accountId) {
      return notModelled('asUser() for another account (offline impersonation)');
    }
    if (call.accountId === undefined) return proxyError(401, 'NEEDS_AUTHENTICATION_ERR');
  }
  const base = new URL(options.jiraUrl);
  const url = new URL(`${base.origin}${request.url}`);
  if (url.origin !== base.origin || !url.pathname.startsWith('/rest/')) return notModelled(`Jira's ${request.url}`);
  const response = await fetch(url, {
    method: request.method,
    headers: [
      ...withoutConnection(request.headers).filter(([name]) => !reserved.test(name)),
      ['x-forge-as', call.provider],
      ['x-forge-scopes', options.scopes.join(' ')],
      ['x-forge-secret', options.secret],
      ...(call.provider === 'user' && call.accountId !== undefined
        ? [['x-forge-account', call.accountId] satisfies [string, string]]
        : []),
    ],
    body: request.body ?? null,
    redirect: 'manual',
    signal,
  });
  return receive(response);
}
