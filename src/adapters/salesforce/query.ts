import * as z from 'zod/mini';
import { OutsideError } from '../../ports/errors';
import { parseAnswer } from '../http/parse-answer';
import { apiVersion } from './api-version';
import { longestPath } from './assumptions';
import type { Session } from './session';

/** Pages of a query come from the same host and API, whatever the answer says. */
const nextPage = /^\/services\/data\/v[0-9]{2,3}\.0\/query\/[0-9A-Za-z-]{1,80}$/;
const mostPages = 200;

/**
 * Every record that a query finds (REST API Developer Guide, GET /services/data/vXX.X/query and its nextRecordsUrl).
 * @param resource `queryAll` finds deleted records too (REST API Developer Guide, "QueryAll").
 * @throws OutsideError
 */
export async function query<T>(session: Session, soql: string, record: z.ZodMiniType<T>, resource: 'query' | 'queryAll' = 'query'): Promise<readonly T[]> {
  const page = z.object({ done: z.boolean(), nextRecordsUrl: z.optional(z.nullable(z.string())), records: z.array(record) });
  const records: T[] = [];
  const first = `/services/data/${apiVersion}/${resource}?q=${encodeURIComponent(soql)}`;
  if (first.length > longestPath) throw new OutsideError('salesforce', 'rejected', 'the query is too long');
  let path = first;
  for (let number = 1; number <= mostPages; number += 1) {
    const answer = parseAnswer('salesforce', page, await session.get(path));
    for (const found of answer.records) records.push(found);
    if (answer.done) return records;
    if (!nextPage.test(answer.nextRecordsUrl ?? '') || answer.nextRecordsUrl === path) {
      throw new OutsideError('salesforce', 'unexpectedAnswer', 'nextRecordsUrl: no address of a further page');
    }
    path = answer.nextRecordsUrl ?? path;
  }
  throw new OutsideError('salesforce', 'unexpectedAnswer', `more than ${mostPages} pages`);
}
