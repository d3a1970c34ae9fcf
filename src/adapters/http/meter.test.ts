import { addSeconds } from '../../domain/calendar';
import { mostFailuresInRow } from '../../domain/connection-state';
import { instant } from '../../domain/fixture/values';
import { OutsideError } from '../../ports/errors';
import { createHttp, type HttpAnswer, type HttpRequest } from './http';
import { Meter } from './meter';

const start = instant('2026-03-02T09:00:00.000Z');
const at = (seconds: number) => addSeconds(start, seconds);
let now: number;
let meter: Meter;
beforeEach(() => {
  now = 0;
  meter = new Meter('tempo', () => at(now));
});

const answerOf = (status: number): HttpAnswer => ({ status, headers: { get: () => null }, text: '' });
const request: HttpRequest = { method: 'GET', url: 'https://api.tempo.io/4/plans', headers: {}, repeatable: true };
const answered = (status: number): void => {
  meter.answered(answerOf(status), request);
  now += 1;
};
const failed = (failure: OutsideError['failure'], detail = 'no answer in time'): void => {
  meter.failed(new OutsideError('tempo', failure, detail));
  now += 1;
};
const lesson = { calls: 0, errors: 0, lastSuccessAt: null, lastFailure: null, failuresInRow: 0 };

describe('what is learned', () => {
  it('is nothing at first', () => expect(meter.take()).toEqual(lesson));

  it.each([200, 204, 301, 400, 404, 409])('counts %i for a success, for the system answers', (status) => {
    answered(status);
    expect(meter.take()).toEqual({ ...lesson, calls: 1, lastSuccessAt: at(0) });
  });

  it.each([
    [401, 'unauthorised', 0],
    [403, 'refused', 0],
    [429, 'rateLimited', 0],
    [500, 'unavailable', 1],
    [503, 'unavailable', 1],
  ])('counts %i for an error: %s, failures in a row %i', (status, code, failuresInRow) => {
    answered(status);
    expect(meter.take()).toEqual({ ...lesson, calls: 1, errors: 1, lastFailure: { at: at(0), code, detail: `status ${status}` }, failuresInRow });
  });

  it('counts what found no answer', () => {
    failed('unavailable');
    expect(meter.take()).toEqual({ ...lesson, calls: 1, errors: 1, lastFailure: { at: at(0), code: 'unavailable', detail: 'no answer in time' }, failuresInRow: 1 });
  });

  it('counts an answer that is too large for an error, and not for a system that is down', () => {
    failed('unexpectedAnswer', 'the answer is larger than 150 bytes');
    expect(meter.take()).toMatchObject({ errors: 1, failuresInRow: 0, lastFailure: { code: 'unexpectedAnswer' } });
  });

  it('keeps the last success and the last failure', () => {
    answered(200);
    failed('unavailable');
    answered(200);
    answered(503);
    answered(503);
    expect(meter.take()).toEqual({ calls: 5, errors: 3, lastSuccessAt: at(2), lastFailure: { at: at(4), code: 'unavailable', detail: 'status 503' }, failuresInRow: 2 });
  });

  it('is taken once', () => {
    answered(503);
    expect(meter.take().calls).toBe(1);
    expect(meter.take()).toEqual(lesson);
    answered(200);
    expect(meter.take()).toEqual({ ...lesson, calls: 1, lastSuccessAt: at(1) });
  });
});

describe('failures in a row', () => {
  const isOpen = (): boolean => {
    try {
      meter.check();
      return true;
    } catch (error) {
      expect(error).toMatchObject({ name: 'OutsideError', system: 'tempo', failure: 'unavailable' });
      return false;
    }
  };

  it('let nothing more out from the fifth on', () => {
    for (let number = 1; number <= mostFailuresInRow; number += 1) {
      expect(isOpen()).toBe(true);
      if (number % 2 === 0) answered(503);
      else failed('unavailable');
    }
    expect(isOpen()).toBe(false);
  });

  it.each([200, 404, 401, 429])('begin anew after %i', (status) => {
    for (let number = 0; number < 4; number += 1) answered(500);
    answered(status);
    for (let number = 0; number < 4; number += 1) answered(500);
    expect(isOpen()).toBe(true);
    answered(500);
    expect(isOpen()).toBe(false);
  });

  it('are not forgotten when the lessons are taken', () => {
    for (let number = 0; number < 3; number += 1) answered(500);
    expect(meter.take().failuresInRow).toBe(3);
    for (let number = 0; number < 2; number += 1) answered(500);
    expect(isOpen()).toBe(false);
    expect(meter.take().failuresInRow).toBe(2);
  });

  it('end a client: after five, nothing goes out any more', async () => {
    let sent = 0;
    const http = createHttp({
      system: 'tempo', timeoutMs: 1_000, attempts: 3, random: () => 0, pause: async () => undefined,
      fetch: async () => {
        sent += 1;
        return new Response('', { status: 503 });
      },
      before: async () => meter.check(),
      after: async (end, asked) => (end instanceof OutsideError ? meter.failed(end) : meter.answered(end, asked)),
    });
    const get = () => http.send({ method: 'GET', url: 'http://127.0.0.1/', headers: {}, repeatable: true });
    await expect(get()).resolves.toMatchObject({ status: 503 });
    await expect(get()).rejects.toMatchObject({ failure: 'unavailable', detail: 'paused after failures in a row' });
    for (let number = 0; number < 20; number += 1) await expect(get()).rejects.toMatchObject({ failure: 'unavailable' });
    expect(sent).toBe(5);
    expect(meter.take()).toMatchObject({ calls: 5, errors: 5, failuresInRow: 5 });
  });
});
