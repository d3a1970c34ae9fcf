import { OutsideError, type OutsideSystem } from '../../ports/errors';
import { BodyTooLarge, readCapped, type FetchAnswer } from './capped-body';
import { connectionFailure, timedOut } from './connection-failure';
import { retryAfterOf } from './retry-after';

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface HttpRequest {
  readonly method: HttpMethod;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Whether sending it twice does no more than sending it once. */
  readonly repeatable: boolean;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly text: string;
}

/** Forge's fetch, or the platform's. */
export type Fetch = (
  url: string,
  init: {
    readonly method: string;
    readonly headers: Record<string, string>;
    readonly body?: string;
    readonly redirect: 'manual';
    readonly signal: AbortSignal;
  },
) => Promise<FetchAnswer>;

export interface HttpOptions {
  readonly system: OutsideSystem;
  readonly fetch: Fetch;
  /** For one attempt, its body included. */
  readonly timeoutMs: number;
  /** At most so many for one request, the first included. */
  readonly attempts: number;
  /** As `attempts`, where the answer is 429: nothing was done, and others share the limit. The same unless given. */
  readonly attemptsWhenLimited?: number;
  /** From 0 up to, not including, 1. */
  readonly random: () => number;
  readonly pause: (milliseconds: number) => Promise<void>;
  /** Called ahead of each attempt; what it throws ends the request. */
  readonly before?: () => Promise<void>;
  /** Told of each attempt's end, before anything is done about it. */
  readonly after?: (end: HttpAnswer | OutsideError, request: HttpRequest) => Promise<void>;
  /** Of one answer's body; 8 MB unless given. */
  readonly maxBytes?: number;
}

export interface Http {
  /**
   * Sends a request and gives back whatever status the other side chose, except 429.
   * A repeatable request is sent again after 429, 5xx and a broken connection, any other after 429 only.
   * @throws OutsideError `rateLimited` when 429 stays or asks for a long wait, `unavailable` for a failure of the
   *   network, a time-out or a body that is too large; after these a request that is not repeatable may have been
   *   carried out.
   */
  send(request: HttpRequest): Promise<HttpAnswer>;
}

const firstPauseMs = 500;
const longestPauseMs = 8_000;
/** Longer than this an invocation does not wait in all, pauses and time-outs together: the job is put off instead. */
const patienceMs = 20_000;
const defaultMaxBytes = 8 * 1024 * 1024;

/** 501 and 505 do not go away by asking again. */
const mayPass = (status: number): boolean => status >= 500 && status !== 501 && status !== 505;

/** One client for one outside system: time-outs, repeats with exponential backoff and full jitter, size limits. */
export function createHttp(options: HttpOptions): Http {
  const { system, random, pause } = options;
  const maxBytes = options.maxBytes ?? defaultMaxBytes;

  async function attempt(request: HttpRequest): Promise<HttpAnswer> {
    const abort = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    // A fetch that ignores its signal must not hold the invocation, hence the race.
    const timeout = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new OutsideError(system, 'unavailable', timedOut)), options.timeoutMs);
    });
    try {
      return await Promise.race([exchange(request, abort.signal), timeout]);
    } catch (error) {
      throw error instanceof OutsideError ? error : new OutsideError(system, 'unavailable', connectionFailure(error));
    } finally {
      clearTimeout(timer);
      // Frees the connection of an answer that was not read to its end.
      abort.abort();
    }
  }

  async function exchange(request: HttpRequest, signal: AbortSignal): Promise<HttpAnswer> {
    // A redirect is not followed: it could carry credentials to another host.
    const answer = await options.fetch(request.url, {
      method: request.method,
      headers: { ...request.headers },
      redirect: 'manual',
      signal,
      ...(request.body === undefined ? {} : { body: request.body }),
    });
    try {
      return { status: answer.status, headers: answer.headers, text: await readCapped(answer, maxBytes) };
    } catch (error) {
      if (error instanceof BodyTooLarge) throw new OutsideError(system, 'unexpectedAnswer', `the answer is larger than ${maxBytes} bytes`);
      throw error;
    }
  }

  async function send(request: HttpRequest): Promise<HttpAnswer> {
    let spentMs = 0;
    for (let number = 1; ; number += 1) {
      let answer: HttpAnswer | undefined;
      let failure: OutsideError | undefined;
      // What comes before an attempt is no attempt, and is not tried again.
      await options.before?.();
      try {
        answer = await attempt(request);
        await options.after?.(answer, request);
      } catch (error) {
        if (error instanceof OutsideError) await options.after?.(error, request);
        if (!(error instanceof OutsideError) || error.failure !== 'unavailable') throw error;
        failure = error;
        if (error.detail === timedOut) spentMs += options.timeoutMs;
      }
      if (answer && answer.status !== 429 && !mayPass(answer.status)) return answer;
      const limited = answer?.status === 429;
      const asked = answer && retryAfterOf(answer.headers);
      const waitMs = pauseFor(number, asked, random);
      const most = limited ? (options.attemptsWhenLimited ?? options.attempts) : options.attempts;
      const goesOn = (request.repeatable || limited) && number < most && spentMs + waitMs <= patienceMs;
      if (!goesOn) {
        if (limited) throw new OutsideError(system, 'rateLimited', 'too many requests', asked);
        if (failure) throw failure;
        if (answer) return answer;
      }
      spentMs += waitMs;
      await pause(waitMs);
    }
  }

  return { send };
}

/** Full jitter over a doubling pause; where the other side names one, never less than that. */
function pauseFor(attempt: number, askedSeconds: number | undefined, random: () => number): number {
  if (askedSeconds !== undefined) return Math.round(askedSeconds * 1000 + random() * firstPauseMs);
  return Math.round(random() * Math.min(longestPauseMs, firstPauseMs * 2 ** (attempt - 1)));
}
