import { openDatabase, type Database } from '../database';
import { HandClock } from '../hand-clock';
import { startServer, type RunningServer } from '../server';
import { createTempo, type Tempo, type TempoOptions } from './tempo';

/** Monday. */
export const TODAY = '2026-05-04';
export const TOKEN = 'token-of-the-app';
export const PROJECTS = [
  { id: '10001', name: 'Portal klienta' },
  { id: '10002', name: 'Aplikacja mobilna' },
];

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed body, for looking into with matchers; undefined when it is not JSON. */
  readonly json: unknown;
}

export interface TempoFixture extends Tempo {
  readonly clock: HandClock;
  readonly server: RunningServer;
  /** Ids of the first project's issues; a test may add one. */
  readonly issues: string[];
  /** A call of the API with the token of the app, unless other headers are given. */
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  close(): Promise<void>;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * The stand-in on a free port, with two people, a placeholder and two projects; the rate limit is off.
 * Unless `deliver` is given, events go over the network to wherever a test has subscribed.
 */
export async function startTempo(
  database: Database = openDatabase(':memory:'),
  options: Pick<TempoOptions, 'deliver' | 'answerWithinMs'> & { readonly clock?: HandClock } = {},
): Promise<TempoFixture> {
  const clock = options.clock ?? new HandClock(`${TODAY}T08:00:00.000Z`);
  const issues = ['20001'];
  const tempo = createTempo({
    ...options,
    database,
    clock,
    region: 'eu',
    token: { secret: TOKEN, ownerId: 'am-anna' },
    projects: () => PROJECTS,
    projectName: (id) => PROJECTS.find((project) => project.id === id)?.name,
    issueName: (id) => (id === '20001' ? 'PK-1 Logowanie' : undefined),
    findIssue: (key) => (key === 'PK-1' ? { id: '20001', projectId: '10001' } : undefined),
    issuesOf: (projectId) => (projectId === '10001' ? issues : []),
  });
  const { store, app } = tempo;
  store.createPerson({ accountId: 'am-anna', displayName: 'Anna Wójcik', role: 'Resource manager', reviewer: true });
  store.createPerson({ accountId: 'dev:piotr', displayName: 'Piotr Zieliński', role: 'Developer' });
  if (store.resources.all().length === 0) store.createGenericResource('Backend developer');
  store.settings.set({ requestsPerSecond: 0 });
  const server = await startServer(app, 0);

  return {
    ...tempo,
    clock,
    server,
    issues,
    close: () => server.close(),
    call: async (method, path, body, headers = {}) => {
      const answer = await fetch(`${server.url}${path}`, {
        method,
        headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json', ...headers },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const text = await answer.text();
      return { status: answer.status, type: answer.headers.get('content-type') ?? '', headers: answer.headers, text, json: parsed(text) };
    },
  };
}

/** A valid request for a plan of one working week, changed as given; null leaves a field out. */
export function planRequest(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const request: Record<string, unknown> = {
    assigneeId: 'dev:piotr',
    assigneeType: 'USER',
    planItemId: '10001',
    planItemType: 'PROJECT',
    startDate: '2026-05-04',
    endDate: '2026-05-08',
    effortPersistenceType: 'SECONDS_PER_DAY',
    plannedSecondsPerDay: 28_800,
    ...changes,
  };
  return Object.fromEntries(Object.entries(request).filter(([, value]) => value !== null));
}
