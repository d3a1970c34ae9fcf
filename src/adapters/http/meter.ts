import { mostFailuresInRow, type ConnectionLesson } from '../../domain/connection-state';
import type { Instant } from '../../domain/plain-date';
import { OutsideError, type OutsideSystem } from '../../ports';
import type { HttpAnswer } from './http';

const nothing: ConnectionLesson = { calls: 0, errors: 0, lastSuccessAt: null, lastFailure: null, failuresInRow: 0 };

/** Counts what one system answers to one invocation, and after failures in a row lets nothing more go out. */
export class Meter {
  private lesson = nothing;
  private inRow = 0;

  constructor(
    private readonly system: OutsideSystem,
    private readonly now: () => Instant,
  ) {}

  /** @throws OutsideError `unavailable` while the system is given a rest. */
  check(): void {
    if (this.inRow >= mostFailuresInRow) throw new OutsideError(this.system, 'unavailable', 'paused after failures in a row');
  }

  answered({ status }: Pick<HttpAnswer, 'status'>): void {
    const isFailure = status === 401 || status === 403 || status === 429 || status >= 500;
    this.add(isFailure ? { code: codeOf(status), detail: `status ${status}` } : undefined, status >= 500);
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

  private add(failure: { readonly code: OutsideError['failure']; readonly detail: string } | undefined, isDown: boolean): void {
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

const codes: Readonly<Record<number, OutsideError['failure']>> = { 401: 'unauthorised', 403: 'refused', 429: 'rateLimited' };
const codeOf = (status: number): OutsideError['failure'] => codes[status] ?? 'unavailable';
