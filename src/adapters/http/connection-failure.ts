import type { OutsideError } from '../../ports/errors';

export const timedOut = 'no answer in time';
const hostNotFound = 'the host name does not exist';
const refused = 'the host refuses connections';
const broken = 'the connection broke';
const untrusted = 'the host has no certificate that can be trusted';

const reasons: ReadonlyMap<string, string> = new Map([
  ['ENOTFOUND', hostNotFound],
  ['EAI_AGAIN', hostNotFound],
  ['ECONNREFUSED', refused],
  ['CERT_HAS_EXPIRED', untrusted],
  ['ERR_TLS_CERT_ALTNAME_INVALID', untrusted],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', untrusted],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', untrusted],
  ['SELF_SIGNED_CERT_IN_CHAIN', untrusted],
]);

export type ConnectionFailure = 'hostNotFound' | 'timedOut' | 'refused' | 'untrusted' | 'broken';

const kinds: ReadonlyMap<string, ConnectionFailure> = new Map([
  [hostNotFound, 'hostNotFound'],
  [timedOut, 'timedOut'],
  [refused, 'refused'],
  [untrusted, 'untrusted'],
  [broken, 'broken'],
]);

/** Why there was no answer, where the error came about for want of one. */
export const connectionFailureOf = (error: OutsideError): ConnectionFailure | undefined =>
  error.failure === 'unavailable' ? kinds.get(error.detail) : undefined;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

/**
 * Says why a request found no answer, in fixed words only: a fetch error's own text may quote what was sent.
 * The error may come from another realm, where it is no instance of this one's Error.
 */
export function connectionFailure(error: unknown): string {
  let cause = error;
  for (let depth = 0; depth < 4 && isRecord(cause); depth += 1) {
    const code = cause['code'];
    const reason = typeof code === 'string' ? reasons.get(code) : undefined;
    if (reason !== undefined) return reason;
    cause = cause['cause'];
  }
  return broken;
}
