import { DEVELOPER, log } from '../../local/tempo/financials-fixture';
import { startTempo, TOKEN, type TempoFixture } from '../../local/tempo/tempo-fixture';
import { createHttp } from '../../src/adapters/http/http';
import { createWorklogs } from '../../src/adapters/tempo/worklogs';
import type { Worklogs } from '../../src/ports/worklogs';
import { startAnswering, type AnsweringServer } from './answering-server';
import { day, mappedFetch, PROJECT, projectId } from './tempo-harness';

const month = [day('2026-04-01'), day('2026-04-30')] as const;
let tempo: TempoFixture;
let requests: string[];
beforeEach(async () => {
  tempo = await startTempo();
  requests = [];
});
afterEach(() => tempo.close());

const over = (url: string, token = TOKEN): Worklogs =>
  createWorklogs({
    http: createHttp({ system: 'tempo', fetch: mappedFetch(url, requests), timeoutMs: 1_000, attempts: 2, random: () => 0.5, pause: async () => undefined }),
    credentials: async () => ({ region: 'eu', token }),
  });
const worklogs = (token?: string): Worklogs => over(tempo.server.url, token);
const fault = (fault: Parameters<TempoFixture['store']['faults']['add']>[0]['fault'], times = 1): void => tempo.store.faults.add({ path: '/4/worklogs', times, fault });

it('reads who worked when and what of it is paid for, both days included', async () => {
  log(tempo, { day: '2026-04-01', seconds: 7_200, billable: 3_600 });
  log(tempo, { day: '2026-04-30', seconds: 60, billable: 0 });
  log(tempo, { day: '2026-05-01', seconds: 60 });
  expect(await worklogs().ofProject(PROJECT, ...month)).toEqual([
    { author: DEVELOPER, day: '2026-04-01', seconds: 7_200, billableSeconds: 3_600 },
    { author: DEVELOPER, day: '2026-04-30', seconds: 60, billableSeconds: 0 },
  ]);
});

it.each([[0, 1], [999, 1], [1_001, 2], [2_500, 3]])('%i worklogs come in %i calls', async (many, calls) => {
  for (let number = 0; number < many; number += 1) log(tempo, { day: '2026-04-01', seconds: 60 });
  expect(await worklogs().ofProject(PROJECT, ...month)).toHaveLength(many);
  expect(requests).toHaveLength(calls);
});

it.each([
  ['unauthorised', 401],
  ['refused', 403],
  ['missing', 404],
  ['rateLimited', 429],
  ['unavailable', 500],
  ['unavailable', 503],
] as const)('says %s for %d', async (failure, status) => {
  fault({ kind: 'status', status }, 9);
  await expect(worklogs().ofProject(PROJECT, ...month)).rejects.toMatchObject({ failure });
});

it.each([{ kind: 'timeout' }, { kind: 'halfAnswer' }, { kind: 'loseAnswer' }, { kind: 'status', status: 503 }] as const)('asks once more after %j', async (one) => {
  log(tempo, { day: '2026-04-01', seconds: 60 });
  fault(one);
  expect(await worklogs().ofProject(PROJECT, ...month)).toHaveLength(1);
});

it('does not take another shape for an answer', async () => {
  fault({ kind: 'wrongShape' });
  await expect(worklogs().ofProject(PROJECT, ...month)).rejects.toMatchObject({ failure: 'unexpectedAnswer' });
});

it('says that a token without the scope, or a project that is not there, is refused', async () => {
  const { secret } = tempo.store.tokens.create({ name: 'narrow', ownerId: 'am-anna', scopes: ['plans:manage'] });
  await expect(worklogs(secret).ofProject(PROJECT, ...month)).rejects.toMatchObject({ failure: 'refused' });
  await expect(worklogs().ofProject(projectId('99999'), ...month)).rejects.toMatchObject({ failure: 'missing' });
});

describe('an odd answer', () => {
  let server: AnsweringServer | undefined;
  afterEach(() => server?.close());
  const worklog = { tempoWorklogId: 1, author: { accountId: 'anna' }, startDate: '2026-04-01', timeSpentSeconds: 60 };
  const answer = async (...results: readonly object[]) => {
    server = await startAnswering(() => ({ status: 200, body: JSON.stringify({ metadata: {}, results }) }));
    return over(server.url).ofProject(PROJECT, ...month);
  };

  it('without billable time has all of it', async () => expect(await answer(worklog)).toEqual([{ author: 'anna', day: '2026-04-01', seconds: 60, billableSeconds: 60 }]));
  it('that tells one twice counts it once', async () => expect(await answer(worklog, worklog)).toHaveLength(1));
  it.each([{ startDate: 'soon' }, { author: { accountId: '../x' } }, { timeSpentSeconds: -1 }, { timeSpentSeconds: 0.5 }, { tempoWorklogId: 'x' }])('with %j is none', async (odd) => {
    await expect(answer({ ...worklog, ...odd })).rejects.toMatchObject({ failure: 'unexpectedAnswer' });
  });
});
