import { DEVELOPER, ISSUE, log, openProject } from '../../local/tempo/financials-fixture';
import { planRequest, startTempo, TOKEN, type TempoFixture } from '../../local/tempo/tempo-fixture';
import { createHttp } from '../../src/adapters/http/http';
import { createFinancialManager } from '../../src/adapters/tempo/financial-manager';
import { isCostProjectId, type CostProjectId } from '../../src/domain/ids';
import type { Costs } from '../../src/ports/costs';
import { startAnswering, type AnsweringServer } from './answering-server';
import { day, mappedFetch } from './tempo-harness';

const hour = 3600;
const today = day('2026-05-04');
const until = day('2026-05-29');
let tempo: TempoFixture;
let requests: string[];
beforeEach(async () => {
  tempo = await startTempo();
  requests = [];
});
afterEach(() => tempo.close());

const over = (url: string, token = TOKEN): Costs =>
  createFinancialManager({
    http: createHttp({ system: 'tempo', fetch: mappedFetch(url, requests), timeoutMs: 2_000, attempts: 2, random: () => 0.5, pause: async () => undefined }),
    credentials: async () => ({ region: 'eu', token }),
  });
const costs = (token?: string): Costs => over(tempo.server.url, token);
const idOf = ({ id }: { readonly id: string }): CostProjectId => {
  if (!isCostProjectId(id)) throw new Error(`${id} is no id`);
  return id;
};
const plan = (changes: Readonly<Record<string, unknown>>) => tempo.call('POST', '/4/plans', planRequest(changes));

it('tells which Jira projects each of its projects is made of, asked for once in a run', async () => {
  openProject(tempo);
  openProject(tempo, { name: 'Both', scope: { type: 'JIRA_PROJECTS', jiraProjectIds: ['10001', '10002'] }, type: 'TIME_BASED' });
  openProject(tempo, { name: 'A filter', scope: { type: 'FILTER', reference: '10240', title: 'Scope', finds: [], issueIds: [ISSUE], schedule: 'OFF', syncedAt: tempo.clock.now().toISOString() } });
  const port = costs();
  expect(await Promise.all([port.projects(), port.projects()])).toEqual(
    Array.from({ length: 2 }, () => [
      expect.objectContaining({ name: 'Portal', covers: ['10001'], countsMoney: true }),
      expect.objectContaining({ name: 'Both', covers: ['10001', '10002'], countsMoney: false }),
      expect.objectContaining({ name: 'A filter', covers: null }),
    ]),
  );
  expect(requests).toEqual(['GET api.eu.tempo.io/4/projects']);
});

it('reads cost, revenue and what is to come, role by role, in four calls for a project', async () => {
  const role = tempo.store.teams.createRole('Developer');
  const project = openProject(tempo, { roles: { [DEVELOPER]: role.id } });
  log(tempo, { day: '2026-04-27', seconds: 8 * hour, billable: 6 * hour });
  log(tempo, { day: '2026-05-05', seconds: hour });
  await plan({ planItemId: ISSUE, planItemType: 'ISSUE', startDate: '2026-05-11', endDate: '2026-05-11' });
  const port = costs();
  await port.projects();
  requests.length = 0;
  expect(await port.facts(idOf(project), today, until)).toEqual({
    currency: 'PLN',
    isFixedPrice: false,
    refreshes: 'always',
    labour: '800.00',
    expenses: '0.00',
    revenue: '1500.00',
    costBudget: '10000.00',
    work: [{ day: '2026-04-27', seconds: 8 * hour, author: DEVELOPER, role: 'Developer', cost: '800.00', revenue: '1500.00' }],
    dated: { expenses: [], fixedRevenue: [] },
    planned: [{ day: '2026-05-11', planId: expect.stringMatching(/^\d+$/u), seconds: 8 * hour, cost: '800.00', revenue: '2000.00' }],
  });
  expect(requests.sort()).toEqual(['/4/projects/ID/actuals/labor', '/4/projects/ID/financials/summary', '/4/projects/ID/plans/labor', '/4/roles'].map((path) => `GET api.eu.tempo.io${path.replace('ID', project.id)}`));
});

it('reads expenses and a fixed price by their days, also those that recur', async () => {
  const project = openProject(tempo, { isFixedPrice: true, budget: undefined });
  const projectId = project.id;
  tempo.store.moneyEntries.add({ kind: 'expense', projectId, date: '2026-03-31', amount: { currency: 'PLN', minor: 12_345 }, description: 'Server', recurrence: { everyMonths: 1, count: 12 } });
  tempo.store.moneyEntries.add({ kind: 'fixedRevenue', projectId, date: '2026-01-31', amount: { currency: 'PLN', minor: 100_000 }, description: 'Part', recurrence: { everyMonths: 2, count: 3 } });
  tempo.store.moneyEntries.add({ kind: 'fixedRevenue', projectId, date: '2026-02-10', amount: { currency: 'PLN', minor: -50_000 }, description: 'Credit note' });
  expect(await costs().facts(idOf(project), today, null)).toMatchObject({
    isFixedPrice: true,
    costBudget: null,
    expenses: '246.90',
    revenue: '1500.00',
    dated: {
      expenses: [{ day: '2026-03-31', amount: '123.45' }, { day: '2026-04-30', amount: '123.45' }],
      fixedRevenue: [{ day: '2026-01-31', amount: '1000.00' }, { day: '2026-03-31', amount: '1000.00' }, { day: '2026-02-10', amount: '-500.00' }],
    },
    planned: undefined,
  });
});

it('takes a sum of several currencies for none', async () => {
  const project = openProject(tempo);
  log(tempo, { day: '2026-04-27', seconds: hour });
  tempo.store.moneyEntries.add({ kind: 'expense', projectId: project.id, date: '2026-04-01', amount: { currency: 'EUR', minor: 100 }, description: 'Trip' });
  expect(await costs().facts(idOf(project), today, until)).toMatchObject({ currency: null, labour: null, expenses: null, revenue: null, costBudget: null });
});

it('knows no revenue where none is tracked, and no cost of hours without a rate', async () => {
  const project = openProject(tempo, { isTrackingRevenue: false, defaultCostRate: undefined });
  log(tempo, { day: '2026-04-27', seconds: hour });
  await plan({ planItemId: ISSUE, planItemType: 'ISSUE', startDate: '2026-05-11', endDate: '2026-05-11' });
  // A planned cost has to be there, so Tempo says 0 in no currency: that is no sum of money.
  expect(await costs().facts(idOf(project), today, until)).toMatchObject({ revenue: null, work: [{ cost: null }], planned: [{ cost: null }] });
});

it('says how often a scope that follows nothing by itself is looked at', async () => {
  const scope = { type: 'FILTER', reference: '1', title: 'S', finds: [], issueIds: [ISSUE], syncedAt: tempo.clock.now().toISOString() } as const;
  for (const [schedule, refreshes] of [['OFF', 'byHand'], ['DAILY', 'daily'], ['WEEKLY', 'weekly']] as const) {
    const project = openProject(tempo, { name: schedule, scope: { ...scope, schedule } });
    expect(await costs().facts(idOf(project), today, until)).toMatchObject({ refreshes });
  }
});

describe('pages', () => {
  it('follow one another to the last', async () => {
    const project = openProject(tempo);
    for (let number = 0; number < 1_203; number += 1) log(tempo, { day: '2026-04-27', seconds: 60 });
    const { work } = await costs().facts(idOf(project), today, until);
    expect(work).toHaveLength(1_203);
    expect(requests.filter((request) => request.endsWith('/actuals/labor'))).toHaveLength(2);
  });
});

describe('refusals', () => {
  it('without a licence, the list still comes and the money does not', async () => {
    const project = openProject(tempo);
    tempo.store.financialSettings.set({ isLicensed: false });
    await expect(costs().facts(idOf(project), today, until)).rejects.toMatchObject({ failure: 'refused' });
  });

  it('of a token without the scope', async () => {
    const { secret } = tempo.store.tokens.create({ name: 'narrow', ownerId: 'am-anna', scopes: ['plans:manage'] });
    await expect(costs(secret).projects()).rejects.toMatchObject({ failure: 'refused' });
  });

  it('of people’s roles leave work without a role, and no more', async () => {
    const project = openProject(tempo);
    log(tempo, { day: '2026-04-27', seconds: hour });
    tempo.store.faults.add({ method: 'GET', path: '/4/roles', times: 9, fault: { kind: 'status', status: 403 } });
    expect((await costs().facts(idOf(project), today, until)).work).toMatchObject([{ role: null, cost: '100.00' }]);
  });

  it.each([401, 403, 404])('of planned labour with %d leave what is to come unknown, save a token that is wrong', async (status) => {
    const project = openProject(tempo);
    tempo.store.faults.add({ method: 'GET', path: `/4/projects/${project.id}/plans/labor`, times: 9, fault: { kind: 'status', status } });
    const asked = costs().facts(idOf(project), today, until);
    if (status === 401) await expect(asked).rejects.toMatchObject({ failure: 'unauthorised' });
    else expect((await asked).planned).toBeUndefined();
  });

  it('of an unknown project', async () => {
    await expect(costs().facts(idOf({ id: '00000000-0000-4000-8000-000000000000' }), today, until)).rejects.toMatchObject({ failure: 'missing' });
  });

  it('are asked for again by the next one, so that one bad answer spoils no run', async () => {
    openProject(tempo);
    tempo.store.faults.add({ method: 'GET', path: '/4/projects', times: 2, fault: { kind: 'status', status: 503 } });
    const port = costs();
    await expect(port.projects()).rejects.toMatchObject({ failure: 'unavailable' });
    expect(await port.projects()).toHaveLength(1);
  });
});

describe('answers of another shape', () => {
  let server: AnsweringServer | undefined;
  afterEach(() => server?.close());

  it.each(['<html>', '', 'null', '[]', '{"results":[{"id":5}],"metadata":{}}', '{"metadata":{}}'])('%j are none', async (body) => {
    server = await startAnswering(() => ({ status: 200, body }));
    await expect(over(server.url).projects()).rejects.toMatchObject({ failure: 'unexpectedAnswer' });
  });

  it('that never end are given up', async () => {
    server = await startAnswering(() => ({ status: 200, body: JSON.stringify({ metadata: { next: 'x' }, results: [{ id: 'a', name: 'A' }] }) }));
    await expect(over(server.url).projects()).rejects.toMatchObject({ failure: 'unexpectedAnswer' });
  });
});
