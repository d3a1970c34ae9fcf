import * as z from 'zod/mini';
import { whenFirstUsed } from '../../domain/when-first-used';
import { OutsideError, type OutsideFailure } from '../../ports/errors';
import type { HttpAnswer } from '../http/http';

const longestDetail = 200;

/** Tempo refused a request. */
export class TempoError extends OutsideError {
  constructor(
    failure: OutsideFailure,
    detail: string,
    readonly status: number,
  ) {
    super('tempo', failure, detail);
  }
}

const message = whenFirstUsed(() => z.object({ message: z.string() }));

/** Tempo's document shows the first two forms; the third comes from hosts that are not the API's. */
const errorBody = whenFirstUsed(() => z.union([
  z.object({ errors: z.array(message()) }),
  z.object({ errors: message() }),
  z.object({ error: z.string() }),
]));

function messagesIn(text: string): readonly string[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    // 401 and 403 are web pages.
    return [];
  }
  const body = errorBody().safeParse(json).data;
  if (body === undefined) return [];
  if ('error' in body) return [body.error];
  return Array.isArray(body.errors) ? body.errors.map((each) => each.message) : [body.errors.message];
}

function failureOf(status: number): OutsideFailure {
  if (status === 401) return 'unauthorised';
  if (status === 403) return 'refused';
  if (status === 404) return 'missing';
  if (status === 429) return 'rateLimited';
  if (status >= 400 && status < 500) return 'rejected';
  return status >= 500 && status !== 501 ? 'unavailable' : 'unexpectedAnswer';
}

/**
 * Reads an answer that says no. Tempo's own words are kept, on one line and short, with the token struck out.
 * @param token what was sent, lest an answer should quote it
 */
export function tempoErrorOf(answer: Pick<HttpAnswer, 'status' | 'text'>, token: string): TempoError {
  const said = messagesIn(answer.text).join(' ').replaceAll(token, '…').replace(/[\p{Cc}\u2028-\u202e\u2066-\u2069]+/gu, ' ').trim();
  const characters = [...said];
  const short = characters.length <= longestDetail ? said : `${characters.slice(0, longestDetail - 1).join('')}…`;
  return new TempoError(failureOf(answer.status), short === '' ? `status ${answer.status}` : short, answer.status);
}
