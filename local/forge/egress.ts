import { types } from 'node:util';
import type { RedirectMode, WireError, WireRequest, WireResponse } from './worker/messages';

/** Sends a vendor's host to a server on this machine. A pattern may begin with "*.". */
export interface HostMapping {
  readonly pattern: string;
  readonly target: string;
}

/** What Forge's runtime rejects a fetch with; the name is the one that @forge/api checks for. */
export class EgressRefusedError extends Error {
  readonly status = 403;

  constructor(url: string) {
    super(`URL not included in the external fetch backend permissions: ${url}`);
    this.name = 'REQUEST_EGRESS_ALLOWLIST_ERR';
  }
}

const mostRedirects = 20;
const redirectStatuses = new Set([301, 302, 303, 307, 308]);
/** fetch has taken these off the body already, or sets them itself. */
const connectionHeaders = new Set(['content-encoding', 'content-length', 'transfer-encoding', 'connection', 'keep-alive', 'host']);

/** Sends a function's own requests out, as far as the manifest lets it. */
export class Egress {
  constructor(
    private readonly allowed: readonly string[],
    private readonly hosts: readonly HostMapping[],
  ) {}

  /**
   * Performs a request, following redirects hop by hop so that each is checked.
   * @throws EgressRefusedError when the manifest does not allow the address.
   * @throws TypeError when the other side cannot be reached.
   */
  async send(request: WireRequest, redirect: RedirectMode, signal: AbortSignal): Promise<WireResponse> {
    let url = this.check(request.url);
    let { method, body } = request;
    let headers = request.headers;
    for (let hop = 0; hop <= mostRedirects; hop += 1) {
      const mapped = this.route(url);
      const response = await fetch(mapped ?? url.href, {
        method,
        headers: [...withoutConnection(headers), ...(mapped === undefined ? [] : forwardedFrom(url))],
        body: body ?? null,
        redirect: 'manual',
        signal,
      });
      const location = response.headers.get('location');
      if (!redirectStatuses.has(response.status) || location === null || redirect === 'manual') return receive(response);
      if (redirect === 'error') throw new TypeError('fetch failed: unexpected redirect');
      const next = this.check(new URL(location, url).href);
      if (next.host !== url.host) headers = headers.filter(([name]) => name !== 'authorization' && name !== 'cookie');
      if (response.status === 303 || (response.status < 303 && method === 'POST')) {
        method = 'GET';
        body = undefined;
        headers = headers.filter(([name]) => !name.startsWith('content-'));
      }
      await response.arrayBuffer();
      url = next;
    }
    throw new TypeError('fetch failed: redirect count exceeded');
  }

  private check(address: string): URL {
    const url = new URL(address);
    const allowed = this.allowed.some((pattern) => pattern === '*' || matchesHost(withoutProtocol(pattern), url.host));
    if (url.protocol !== 'https:' || !allowed || url.username !== '') throw new EgressRefusedError(address);
    return url;
  }

  /** Where a mapped host is on this machine; undefined for a host that is really called. */
  private route(url: URL): string | undefined {
    const mapping = this.hosts.find(({ pattern }) => matchesHost(pattern, url.host));
    return mapping && `${mapping.target.replace(/\/$/, '')}${url.pathname}${url.search}`;
  }
}

function forwardedFrom(url: URL): [string, string][] {
  return [
    ['x-forwarded-host', url.host],
    ['x-forwarded-proto', 'https'],
  ];
}

/** Whether a host is the pattern, or ends in what follows its leading "*". */
export function matchesHost(pattern: string, host: string): boolean {
  return pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) && host.length >= pattern.length : host === pattern;
}

/** A response in the form that goes back to the worker. */
export async function receive(response: Response): Promise<WireResponse> {
  return {
    status: response.status,
    statusText: response.statusText,
    headers: withoutConnection([...response.headers]),
    body: new Uint8Array(await response.arrayBuffer()),
  };
}

/** The error as a function sees it. */
export function describeRefusal(error: unknown): WireError {
  if (error instanceof EgressRefusedError) return { name: error.name, message: error.message, status: error.status };
  if (types.isNativeError(error)) {
    const cause = types.isNativeError(error.cause) ? `: ${error.cause.message}` : '';
    return { name: error.name, message: `${error.message}${cause}` };
  }
  return { name: 'Error', message: String(error) };
}

/** Leaves out what belongs to one connection and not to the message. */
export function withoutConnection(headers: WireRequest['headers']): [string, string][] {
  return headers
    .filter(([name]) => !connectionHeaders.has(name.toLowerCase()))
    .map(([name, value]): [string, string] => [name, value]);
}

function withoutProtocol(pattern: string): string {
  return pattern.replace(/^https:\/\//, '').replace(/\/.*$/, '');
}
