import type { Salesforce } from '../../local/salesforce/salesforce';
import type { Tempo } from '../../local/tempo/tempo';
import type { Fetch } from '../../src/adapters/http/http';
import { OutsideError } from '../../src/ports/errors';
import type { Life } from './mortal';

/** What goes wrong with one call of an outside system. `lost`: it is carried out and its answer does not arrive. */
export const faults = ['status401', 'status429', 'status500', 'status503', 'timeout', 'timeoutLost', 'broken', 'lost', 'half', 'wrongShape', 'crashBefore', 'crashAfter'] as const;
export type Fault = (typeof faults)[number];

export interface OutsideCall {
  readonly system: 'salesforce' | 'tempo';
  readonly method: string;
  readonly path: string;
  readonly fault: Fault | undefined;
}

/** A write that Tempo carried out for the app. */
export interface TempoWrite {
  readonly method: 'POST' | 'PUT' | 'DELETE';
  readonly planId: string;
  readonly at: string;
}

/** Says what goes wrong with a call, the n-th since it was last set. */
export type FaultPlan = (call: Omit<OutsideCall, 'fault'>, number: number) => Fault | undefined;

/** The stand-ins behind the app's own HTTP client, without a network between: every call is seen, and can fail in every way. */
export class Outside {
  readonly calls: OutsideCall[] = [];
  readonly writes: TempoWrite[] = [];
  private plan: FaultPlan = () => undefined;
  private number = 0;

  constructor(
    private readonly stands: { readonly salesforce: Salesforce; readonly tempo: Tempo },
    private readonly life: Life,
    private readonly now: () => string,
  ) {}

  /** From now on calls fail by this plan; without one all is well. */
  disturb(plan: FaultPlan = () => undefined): void {
    this.plan = plan;
    this.number = 0;
  }

  fetch(system: 'salesforce' | 'tempo'): Fetch {
    return async (address, init) => {
      const url = new URL(address);
      const call = { system, method: init.method, path: url.pathname };
      this.number += 1;
      const fault = this.plan(call, this.number);
      this.calls.push({ ...call, fault });
      if (this.life.isOver) throw new TypeError('the process is dead');
      const carryOut = (): Promise<Response> => this.carryOut(system, url, init);
      switch (fault) {
        case undefined:
          return carryOut();
        case 'status401':
          return system === 'tempo' ? new Response('<html>Unauthorized</html>', { status: 401 }) : errorOf(401, 'INVALID_SESSION_ID');
        case 'status429':
          return new Response('{"errors":[{"message":"Too many requests"}]}', { status: 429, headers: { 'Retry-After': '2' } });
        case 'status500':
        case 'status503':
          return new Response('{}', { status: fault === 'status500' ? 500 : 503 });
        case 'timeoutLost':
          await carryOut();
          throw new OutsideError(system, 'unavailable', 'no answer in time');
        case 'timeout':
          throw new OutsideError(system, 'unavailable', 'no answer in time');
        case 'broken':
          throw new TypeError('fetch failed');
        case 'lost':
          await carryOut();
          throw new TypeError('fetch failed');
        case 'half':
          return halfOf(await carryOut());
        case 'wrongShape':
          await carryOut();
          return new Response('{"greeting":"this is no answer of the API"}', { status: 200 });
        case 'crashBefore':
          this.life.end();
          throw new TypeError('the process died');
        case 'crashAfter':
          await carryOut();
          this.life.end();
          throw new TypeError('the process died');
      }
    };
  }

  private async carryOut(system: 'salesforce' | 'tempo', url: URL, init: Parameters<Fetch>[1]): Promise<Response> {
    const request = new Request(`http://127.0.0.1${url.pathname}${url.search}`, {
      method: init.method,
      headers: { ...init.headers, 'X-Forwarded-Host': url.host },
      ...(init.body === undefined ? {} : { body: init.body }),
    });
    const answer = await this.stands[system].app.fetch(request);
    if (system === 'tempo' && answer.ok) await this.noteWrite(init.method, url.pathname, answer);
    return answer;
  }

  private async noteWrite(method: string, path: string, answer: Response): Promise<void> {
    const [, id] = /^\/4\/plans(?:\/([0-9]+))?$/.exec(path) ?? [undefined, undefined];
    if (!path.startsWith('/4/plans') || path.endsWith('/search')) return;
    if (method === 'POST') this.writes.push({ method, planId: /"id":([0-9]+)/.exec(await answer.clone().text())?.[1] ?? '', at: this.now() });
    if ((method === 'PUT' || method === 'DELETE') && id !== undefined) this.writes.push({ method, planId: id, at: this.now() });
  }
}

const errorOf = (status: number, errorCode: string): Response => new Response(JSON.stringify([{ errorCode, message: 'on order' }]), { status });

async function halfOf(answer: Response): Promise<Response> {
  const text = await answer.text();
  return new Response(text.slice(0, Math.floor(text.length / 2)) || '{', { status: answer.status === 204 ? 200 : answer.status });
}
