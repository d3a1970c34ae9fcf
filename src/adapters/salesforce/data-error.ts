import * as z from 'zod/mini';
import { whenFirstUsed } from '../../domain/when-first-used';
import { OutsideError, type OutsideFailure } from '../../ports/errors';
import type { HttpAnswer } from '../http/http';
import { notAboutTheToken } from './assumptions';

/** The data API refused a request. */
export class DataError extends OutsideError {
  constructor(
    failure: OutsideFailure,
    detail: string,
    readonly status: number,
    /** Salesforce's `errorCode`, where the answer had one. */
    readonly code: string | undefined,
    /** The column or relationship that the query may not use. */
    readonly field: string | undefined,
  ) {
    super('salesforce', failure, detail);
  }
}

const errors = whenFirstUsed(() => z.array(z.object({ errorCode: z.string(), message: z.optional(z.string()) })));

function parseErrors(text: string): z.infer<ReturnType<typeof errors>> {
  try {
    return errors().parse(JSON.parse(text));
  } catch {
    return [];
  }
}

const spent = new Set(['REQUEST_LIMIT_EXCEEDED', 'TOO_MANY_REQUESTS']);
const passing = new Set(['QUERY_TIMEOUT', 'SERVER_UNAVAILABLE', 'UNABLE_TO_LOCK_ROW']);

function failureOf(status: number, code: string | undefined): OutsideFailure {
  if (code !== undefined && spent.has(code)) return 'rateLimited';
  if (code !== undefined && passing.has(code)) return 'unavailable';
  if (status === 401) return 'unauthorised';
  if (status === 403) return 'refused';
  if (status === 404) return 'missing';
  if (status >= 400 && status < 500) return 'rejected';
  return status >= 500 && status !== 501 ? 'unavailable' : 'unexpectedAnswer';
}

/**
 * Reads an answer other than 200 (REST API Developer Guide, "Status Codes and Error Responses").
 * Salesforce's message is not passed on, for it quotes the query and with it what people typed.
 */
export function dataErrorOf(answer: HttpAnswer): DataError {
  const [first] = parseErrors(answer.text);
  const code = first && /^[A-Z][A-Z0-9_]{0,79}$/.test(first.errorCode) ? first.errorCode : undefined;
  const field = /(?:column|relationship) '([A-Za-z][A-Za-z0-9_.]{0,79})'/.exec(first?.message ?? '')?.[1];
  const detail = [code ?? `status ${answer.status}`, ...(field === undefined ? [] : [field])].join(' ');
  return new DataError(failureOf(answer.status, code), detail, answer.status, code, field);
}

/** Whether a new token may help: the session has expired or was revoked. */
export function isSessionOver(answer: HttpAnswer): boolean {
  return (
    answer.status === 401 &&
    parseErrors(answer.text)[0]?.errorCode === 'INVALID_SESSION_ID' &&
    !notAboutTheToken.some((text) => answer.text.includes(text))
  );
}
