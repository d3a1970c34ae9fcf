import type * as z from 'zod/mini';
import { OutsideError } from '../../ports/errors';
import type { TempoCredentials } from '../../ports/planner';
import type { Http, HttpMethod } from '../http/http';
import { parseAnswer } from '../http/parse-answer';
import { hostOf } from './hosts';
import { tempoErrorOf } from './tempo-error';

interface Send {
  readonly method: HttpMethod;
  /** From /4/ on, with its query. */
  readonly path: string;
  readonly body?: unknown;
  /** Whether sending it twice does no more than sending it once. */
  readonly repeatable: boolean;
}

/** Tempo's API with one customer's token. */
export interface TempoApi {
  readonly host: string;
  /**
   * The body of an answer that says yes.
   * @throws TempoError for every other status; OutsideError as `Http` does, and where the shape is another.
   */
  read<T>(schema: z.ZodMiniType<T>, request: Send): Promise<T>;
  /** As `read`, where the answer's body does not matter. */
  done(request: Send): Promise<void>;
}

const tokenShape = /^[\x21-\x7e]{1,2000}$/;

/** Authentication and errors of Tempo REST API 4.0 ("Authentication", "Status codes"). */
export function createTempoApi(http: Http, { region, token }: TempoCredentials): TempoApi {
  const host = hostOf(region);

  async function send({ method, path, body, repeatable }: Send): Promise<string> {
    if (!tokenShape.test(token)) throw new OutsideError('tempo', 'unauthorised', 'the token has characters that no token has');
    const answer = await http.send({
      method,
      url: `https://${host}${path}`,
      headers: {
        Authorization: `Bearer ${token}`,
        Accept: 'application/json',
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      repeatable,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (answer.status < 200 || answer.status > 299) throw tempoErrorOf(answer, token);
    return answer.text;
  }

  return {
    host,
    read: async (schema, request) => parseAnswer('tempo', schema, await send(request)),
    async done(request) {
      await send(request);
    },
  };
}
