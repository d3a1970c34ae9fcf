import type { WireResponse } from './worker/messages';

/** A JSON answer of a platform service. */
export function jsonAnswer(status: number, body: unknown, headers: readonly (readonly [string, string])[] = []): WireResponse {
  return {
    status,
    statusText: '',
    headers: [['content-type', 'application/json'], ...headers],
    body: body === undefined ? undefined : new Uint8Array(Buffer.from(JSON.stringify(body))),
  };
}

/** The answer for whatever the local site does not have; it names what is missing. */
export function notModelled(what: string): WireResponse {
  return jsonAnswer(501, { code: 'NOT_MODELLED', message: `The local site does not model ${what}.` });
}

/** An error of Forge's own proxy, which @forge/api turns into an exception. */
export function proxyError(status: number, code: string): WireResponse {
  return jsonAnswer(status, { code }, [['forge-proxy-error', code]]);
}

/** The JSON of a request's body; undefined when it has none or it is not JSON. */
export function readJson(body: Uint8Array | undefined): unknown {
  if (!body) return undefined;
  try {
    return JSON.parse(Buffer.from(body).toString());
  } catch {
    return undefined;
  }
}
