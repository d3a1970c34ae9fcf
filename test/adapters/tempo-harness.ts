import { startTempo, TOKEN, type TempoFixture } from '../../local/tempo/tempo-fixture';
import { createHttp, type Fetch, type HttpOptions } from '../../src/adapters/http/http';
import { createTempo } from '../../src/adapters/tempo/tempo';
import { isAccountId, isPlanId, isProjectId, type AccountId, type PlanId, type ProjectId } from '../../src/domain/ids';
import type { PlanContent } from '../../src/domain/plan-entry';
import { isPlainDate, type PlainDate } from '../../src/domain/plain-date';
import type { Planner, TempoCredentials } from '../../src/ports/planner';

export interface Harness {
  readonly tempo: TempoFixture;
  /** "METHOD host/path" of each request, its query left out. */
  readonly requests: string[];
  readonly pauses: number[];
  readonly planner: Planner;
  /** The app as another invocation would find it. */
  another(changed?: Partial<TempoCredentials>, http?: Partial<HttpOptions>): Planner;
  close(): Promise<void>;
}

/** Sends what is meant for Tempo's hosts to loopback, and notes it. */
export function mappedFetch(url: string, requests: string[]): Fetch {
  return (address, init) => {
    const { host, pathname, search } = new URL(address);
    requests.push(`${init.method} ${host}${pathname}`);
    return fetch(`${url}${pathname}${search}`, { ...init, headers: { ...init.headers, 'X-Forwarded-Host': host } });
  };
}

export function plannerOver(fetchMapped: Fetch, pauses: number[], changed: Partial<TempoCredentials> = {}, http: Partial<HttpOptions> = {}): Planner {
  return createTempo({
    http: createHttp({
      system: 'tempo', fetch: fetchMapped, timeoutMs: 5_000, attempts: 3, random: () => 0.5,
      pause: async (milliseconds) => void pauses.push(milliseconds), ...http,
    }),
    credentials: async () => ({ region: 'eu', token: TOKEN, ...changed }),
  });
}

/** The client with its real HTTP against the stand-in: host names stay Tempo's and are mapped to loopback. */
export async function startHarness(): Promise<Harness> {
  const tempo = await startTempo();
  const requests: string[] = [];
  const pauses: number[] = [];
  const mapped = mappedFetch(tempo.server.url, requests);
  const another: Harness['another'] = (changed, http) => plannerOver(mapped, pauses, changed, http);
  return { tempo, requests, pauses, planner: another(), another, close: () => tempo.close() };
}

export const day = (text: string): PlainDate => {
  if (!isPlainDate(text)) throw new Error(`${text} is no day`);
  return text;
};
export const planId = (text: string | number): PlanId => {
  const id = String(text);
  if (!isPlanId(id)) throw new Error(`${id} is no plan id`);
  return id;
};
export const projectId = (text: string): ProjectId => {
  if (!isProjectId(text)) throw new Error(`${text} is no project id`);
  return text;
};
export const accountId = (text: string): AccountId => {
  if (!isAccountId(text)) throw new Error(`${text} is no account id`);
  return text;
};

export const PROJECT = projectId('10001');
export const TAG = '[opiekun:006000000000001AAA:abcd]';

/** A week of a person's time on the project, changed as given. */
export const content = (changes: Partial<PlanContent> = {}): PlanContent => ({
  assignee: { kind: 'person', accountId: accountId('dev:piotr') },
  projectId: PROJECT,
  from: day('2026-05-04'),
  to: day('2026-05-08'),
  minutesPerDay: 360,
  description: `Portal · Developer · ${TAG}`,
  ...changes,
});
