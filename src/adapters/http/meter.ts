import { mostFailuresInRow, type ConnectionLesson } from '../../domain/connection-state';
import type { Instant } from '../../domain/plain-date';
import { OutsideError, type OutsideSystem } from '../../ports/errors';
import type { HttpAnswer, HttpRequest } from './http';

const nothing: ConnectionLesson = { calls: 0, errors: 0, lastSuccessAt: null, lastFailure: null, failuresInRow: 0 };

interface JudgedFailure {
  readonly code: OutsideError['failure'];
  readonly detail: string;
}

/** Says what is wrong with the connection by an answer; undefined where all is well with it, whatever became of the request. */
export type Judge = (answer: HttpAnswer, request: HttpRequest) => JudgedFailure | undefined;

export const judgeByStatus: Judge = ({ status }) => {
  const code = status >= 500 ? 'unavailable' : codes[status];
  return code === undefined ? undefined : { code, detail: `status ${status}` };
};

const codes: Readonly<Record<number, OutsideError['failure']>> = { 401: 'unauthorised', 403: 'refused', 429: 'rateLimited' };

/** Counts what one system answers to one invocation, and after failures in a row lets nothing more go out. */
export class Meter {
  private lesson = nothing;
  private inRow = 0;

  constructor(
    private readonly system: OutsideSystem,
    private readonly now: () => Instant,
    private readonly judge: Judge = judgeByStatus,
  ) {}

  /** @throws OutsideError `unavailable` while the system is given a rest. */
  check(): void {
    if (this.inRow >= mostFailuresInRow) throw new OutsideError(this.system, 'unavailable', 'paused after failures in a row');
  }

  answered(answer: HttpAnswer, request: HttpRequest): void {
    this.add(this.judge(answer, request), answer.status >= 500);
  }

  failed(error: OutsideError): void {
    this.add({ code: error.failure, detail: error.detail }, error.failure === 'unavailable');
  }

  /** What was seen since it was last taken. */
  take(): ConnectionLesson {
    const taken = this.lesson;
    this.lesson = nothing;
    return taken;
  }

  private add(failure: JudgedFailure | undefined, isDown: boolean): void {
    const at = this.now();
    const { calls, errors, lastSuccessAt, lastFailure, failuresInRow } = this.lesson;
    this.inRow = isDown ? this.inRow + 1 : 0;
    this.lesson = {
      calls: calls + 1,
      errors: errors + (failure === undefined ? 0 : 1),
      lastSuccessAt: isDown ? lastSuccessAt : failure === undefined ? at : (lastSuccessAt ?? null),
      lastFailure: failure === undefined ? lastFailure : { at, ...failure },
      failuresInRow: isDown ? failuresInRow + 1 : 0,
    };
  }
}
