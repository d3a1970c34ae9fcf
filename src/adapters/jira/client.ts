import { asApp, asUser, assumeTrustedRoute } from '@forge/api';
import type * as z from 'zod/mini';
import { OutsideError, type OutsideFailure } from '../../ports/errors';
import { createHttp, type Http, type HttpAnswer } from '../http/http';
import { parseAnswer } from '../http/parse-answer';

export interface JiraSurroundings {
  readonly random: () => number;
  readonly pause: (milliseconds: number) => Promise<void>;
}

/** Jira's REST API as the caller and as the app: as the caller wherever somebody called, so that Jira's own permissions decide. */
export function createJiraClient(surroundings: JiraSurroundings): { readonly user: Http; readonly app: Http } {
  const options = { system: 'jira', timeoutMs: 10_000, attempts: 3, ...surroundings } as const;
  return {
    user: createHttp({ ...options, fetch: (path, init) => asUser().requestJira(assumeTrustedRoute(path), init) }),
    app: createHttp({ ...options, fetch: (path, init) => asApp().requestJira(assumeTrustedRoute(path), init) }),
  };
}

const headers = { Accept: 'application/json' };

export const get = (http: Http, url: string): Promise<HttpAnswer> => http.send({ method: 'GET', url, headers, repeatable: true });

/** A request with a body. @param repeatable whether sending it twice does what sending it once does. */
export const send = (http: Http, method: 'POST' | 'PUT' | 'DELETE', url: string, body: unknown, repeatable: boolean): Promise<HttpAnswer> =>
  http.send({ method, url, headers: { ...headers, 'Content-Type': 'application/json' }, ...(body === undefined ? {} : { body: JSON.stringify(body) }), repeatable });

/** @throws OutsideError for any status but 200. */
export function read<Value>(schema: z.ZodMiniType<Value>, answer: HttpAnswer): Value {
  if (answer.status === 200) return parseAnswer('jira', schema, answer.text);
  throw failure(answer);
}

/** @throws OutsideError for any status but those. */
export function expectStatus(answer: HttpAnswer, ...statuses: readonly number[]): void {
  if (!statuses.includes(answer.status)) throw failure(answer);
}

const failure = ({ status }: HttpAnswer): OutsideError => new OutsideError('jira', failures[status] ?? (status >= 500 ? 'unavailable' : 'rejected'), `status ${status}`);

const failures: Readonly<Record<number, OutsideFailure>> = { 401: 'unauthorised', 403: 'refused', 404: 'missing' };
