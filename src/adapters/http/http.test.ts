import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { OutsideError } from '../../ports/errors';
import { createHttp, type HttpOptions, type HttpRequest } from './http';

type Respond = (request: IncomingMessage, response: ServerResponse) => void;

let server: Server;
let url: string;
let responses: Respond[];
let received: string[];
let pauses: number[];

beforeEach(async () => {
  responses = [];
  received = [];
  pauses = [];
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      received.push(`${request.method ?? ''} ${body}`.trim());
      const respond = responses.shift() ?? status(200, 'fine');
      respond(request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The test server has no port.');
  url = `http://127.0.0.1:${address.port}/`;
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const status =
  (code: number, body = '', headers: Record<string, string> = {}): Respond =>
  (_, response) =>
    void response.writeHead(code, headers).end(body);
const cut: Respond = (request) => request.socket.destroy();
const half: Respond = (_, response) => {
  response.writeHead(200, { 'Content-Length': '100' });
  response.write('half of it', () => response.destroy());
};
const silent: Respond = () => undefined;

const client = (options: Partial<HttpOptions> = {}) =>
  createHttp({
    system: 'tempo',
    fetch,
    timeoutMs: 5_000,
    attempts: 3,
    random: () => 0.5,
    pause: async (milliseconds) => void pauses.push(milliseconds),
    ...options,
  });
const get = (): HttpRequest => ({ method: 'GET', url, headers: {}, repeatable: true });
const post = (): HttpRequest => ({ method: 'POST', url, headers: {}, body: 'x', repeatable: false });
const failure = (kind: string, detail: string, retryAfter?: number) =>
  expect.objectContaining({ name: 'OutsideError', system: 'tempo', failure: kind, detail, retryAfter });

describe('send', () => {
  it('gives status, headers and text, and sends the body', async () => {
    responses = [status(201, 'zażółć', { 'X-Answer': 'yes' })];
    const answer = await client().send(post());
    expect([answer.status, answer.text, answer.headers.get('x-answer')]).toEqual([201, 'zażółć', 'yes']);
    expect(received).toEqual(['POST x']);
  });

  it.each([400, 401, 403, 404, 409, 501])('leaves %i to the caller without asking again', async (code) => {
    responses = [status(code, 'no')];
    await expect(client().send(get())).resolves.toMatchObject({ status: code, text: 'no' });
    expect(received).toHaveLength(1);
  });

  it('does not follow a redirect', async () => {
    responses = [status(302, '', { Location: url })];
    await expect(client().send(get())).resolves.toMatchObject({ status: 302 });
    expect(received).toHaveLength(1);
  });

  it('repeats a repeatable request with doubling pauses', async () => {
    responses = [status(503), cut];
    await expect(client().send(get())).resolves.toMatchObject({ status: 200 });
    expect(pauses).toEqual([250, 500]);
    expect(received).toHaveLength(3);
  });

  it('gives the last answer when the other side stays broken', async () => {
    responses = [status(500), status(502), status(503, 'sorry')];
    await expect(client().send(get())).resolves.toMatchObject({ status: 503, text: 'sorry' });
    expect(received).toHaveLength(3);
  });

  it.each([['a cut connection', cut], ['half an answer', half]])('never repeats what is not repeatable after %s', async (_, respond) => {
    responses = [respond];
    await expect(client().send(post())).rejects.toEqual(failure('unavailable', 'the connection broke'));
    expect(received).toHaveLength(1);
  });

  it('does not repeat after 5xx what is not repeatable', async () => {
    responses = [status(503)];
    await expect(client().send(post())).resolves.toMatchObject({ status: 503 });
    expect(received).toHaveLength(1);
  });

  it('repeats even that after 429, for nothing was done', async () => {
    responses = [status(429, '', { 'Retry-After': '2' }), status(429)];
    await expect(client().send(post())).resolves.toMatchObject({ status: 200 });
    expect(pauses).toEqual([2_250, 500]);
  });

  it('gives up at once when it is asked to wait long', async () => {
    responses = [status(429, '', { 'Retry-After': '3600' })];
    await expect(client().send(get())).rejects.toEqual(failure('rateLimited', 'too many requests', 3600));
    expect(pauses).toEqual([]);
  });

  it('gives up when the waits add up', async () => {
    responses = [1, 2, 3, 4].map(() => status(429, '', { 'Retry-After': '9' }));
    await expect(client({ attempts: 9 }).send(get())).rejects.toEqual(failure('rateLimited', 'too many requests', 9));
    expect(pauses).toEqual([9_250, 9_250]);
  });

  it('gives up after so many 429', async () => {
    responses = [status(429), status(429), status(429)];
    await expect(client().send(get())).rejects.toEqual(failure('rateLimited', 'too many requests'));
  });

  it('may be told to be more patient with 429 than with failures', async () => {
    responses = [1, 2, 3, 4, 5].map(() => status(429));
    await expect(client({ attemptsWhenLimited: 6 }).send(post())).resolves.toMatchObject({ status: 200 });
    expect(received).toHaveLength(6);
    responses = [1, 2, 3, 4].map(() => status(503));
    await expect(client({ attemptsWhenLimited: 6 }).send(get())).resolves.toMatchObject({ status: 503 });
    expect(received).toHaveLength(9);
  });

  it('ends an answer that does not come', async () => {
    responses = [silent];
    await expect(client({ timeoutMs: 60 }).send(post())).rejects.toEqual(failure('unavailable', 'no answer in time'));
  });

  it('ends a fetch that ignores its signal', async () => {
    const deaf = client({ timeoutMs: 20, attempts: 1, fetch: () => new Promise(() => undefined) });
    await expect(deaf.send(get())).rejects.toEqual(failure('unavailable', 'no answer in time'));
  });

  it('asks again after a time-out', async () => {
    responses = [silent];
    await expect(client({ timeoutMs: 400, attempts: 10 }).send(get())).resolves.toMatchObject({ status: 200 });
  });

  it('counts time-outs against its patience', async () => {
    jest.useFakeTimers();
    try {
      const deaf = jest.fn(() => new Promise<never>(() => undefined));
      const sent = client({ timeoutMs: 9_000, attempts: 50, fetch: deaf, random: () => 0 }).send(get());
      const outcome = expect(sent).rejects.toEqual(failure('unavailable', 'no answer in time'));
      await jest.advanceTimersByTimeAsync(60_000);
      await outcome;
      expect(deaf).toHaveBeenCalledTimes(3);
    } finally {
      jest.useRealTimers();
    }
  });

  it.each([
    ['announced', status(200, 'x'.repeat(200))],
    ['streamed', ((_, response) => void (response.write('x'.repeat(100)), response.end('x'.repeat(100)))) satisfies Respond],
  ])('refuses a body that is too large (%s)', async (_, respond) => {
    responses = [respond];
    await expect(client({ maxBytes: 150 }).send(get())).rejects.toEqual(failure('unexpectedAnswer', 'the answer is larger than 150 bytes'));
    expect(received).toHaveLength(1);
  });

  it('says that a host does not exist', async () => {
    const lost = Object.assign(new Error('getaddrinfo ENOTFOUND secret'), { code: 'ENOTFOUND' });
    const http = client({ fetch: () => Promise.reject(new TypeError('fetch failed', { cause: lost })) });
    await expect(http.send(post())).rejects.toEqual(failure('unavailable', 'the host name does not exist'));
  });

  it('says that nobody listens', async () => {
    await new Promise((resolve) => server.close(resolve));
    await expect(client().send(post())).rejects.toEqual(failure('unavailable', 'the host refuses connections'));
  });

  it('asks leave before each attempt', async () => {
    responses = [status(503)];
    let asked = 0;
    await client({ before: async () => void (asked += 1) }).send(get());
    expect(asked).toBe(2);
  });

  it.each([
    ['an error of the family', Object.assign(new Error('paused'), { failure: 'unavailable' })],
    ['another error', new Error('storage is down')],
  ])('ends where leave is refused by %s: no attempt is made, and none is counted', async (_, refusal) => {
    const ends: unknown[] = [];
    const http = client({ before: () => Promise.reject(refusal), after: async (end) => void ends.push(end) });
    await expect(http.send(get())).rejects.toBe(refusal);
    expect([received, pauses, ends]).toEqual([[], [], []]);
  });

  it('ends where leave is refused between two attempts', async () => {
    responses = [status(503), status(503)];
    let asked = 0;
    const before = async (): Promise<void> => {
      asked += 1;
      if (asked === 2) throw new OutsideError('tempo', 'unavailable', 'paused after failures in a row');
    };
    await expect(client({ before }).send(get())).rejects.toEqual(failure('unavailable', 'paused after failures in a row'));
    expect(received).toHaveLength(1);
  });

  it('tells of each attempt’s end before it goes on', async () => {
    responses = [status(503), cut, status(429), status(200)];
    const ends: string[] = [];
    const after = async (end: { readonly status: number } | OutsideError): Promise<void> => {
      ends.push(end instanceof OutsideError ? end.detail : `status ${end.status}`);
      expect(pauses).toHaveLength(ends.length - 1);
    };
    await client({ attempts: 5, after }).send(get());
    expect(ends).toEqual(['status 503', 'the connection broke', 'status 429', 'status 200']);
  });
});
