import { amount, DEVELOPER, ISSUE, log, MANAGER, openProject, readProject } from './financials-fixture';
import type { TempoProject } from './financials/model';
import type { ScopeArea } from './model';
import { startTempo, type TempoFixture } from './tempo-fixture';

let tempo: TempoFixture;
let project: TempoProject;
beforeEach(async () => {
  tempo = await startTempo();
  project = openProject(tempo);
  log(tempo, { day: '2026-04-27', seconds: 3600 });
});
afterEach(() => tempo.close());

const tokenWith = (area: ScopeArea, level: 'view' | 'manage' = 'view') => {
  const { secret } = tempo.store.tokens.create({ name: area, ownerId: MANAGER, scopes: [`${area}:${level}`] });
  return { authorization: `Bearer ${secret}` };
};
const BY_ROLE = '/4/global-rates/by-role?rateCategory=COST';
const OF_A_PROJECT = [
  '', '/financials/summary', '/actuals/labor', '/actuals/expenses', '/plans/labor', '/budget', '/budget-milestones', '/timeframe',
  '/fixed-revenues', '/expenses', '/team-members/rates', '/team-members/roles', '/scope', '/scope/tasks',
];
const statusesOf = async (paths: readonly string[], headers?: Record<string, string>) =>
  Promise.all(paths.map(async (path) => [path, (await readProject(tempo, project, path, headers)).status]));
const all = (status: number, paths = OF_A_PROJECT) => paths.map((path) => [path, status]);

describe('the shapes', () => {
  test('of a project', async () => {
    const self = `${tempo.server.url}/4/projects/${project.id}`;
    const answer = await readProject(tempo, project, '');
    expect(answer.json).toEqual({
      self,
      id: project.id,
      name: 'Portal',
      owner: { id: expect.stringMatching(/^[0-9a-f-]{36}$/), userLink: { linked: { ecosystem: 'JIRA', originId: 'owner', self: `${tempo.server.url}/rest/api/2/user?accountId=owner` } } },
      status: 'IN_PROGRESS',
      editable: true,
      generalAccess: 'USERS_WITH_APP_ACCESS',
      scope: { self: `${self}/scope`, source: { type: 'JIRA_PROJECTS', reference: '10001', title: 'Portal klienta' }, tasks: { self: `${self}/scope/tasks` } },
      timeframe: { self: `${self}/timeframe` },
      roles: { self: `${self}/team-members/roles` },
      type: 'MONETARY_BASED',
      isFixedPrice: false,
      isTrackingRevenue: true,
      isUsingAccountRates: false,
      isUsingGlobalCostRates: false,
      tags: [],
      attributeValues: [],
      budgetMilestones: { self: `${self}/budget-milestones` },
      laborActuals: { self: `${self}/actuals/labor` },
      budget: { self: `${self}/budget`, amount: amount(10_000) },
      defaultCostRate: amount(100),
      defaultBillingRate: amount(250),
      expenseActuals: { self: `${self}/actuals/expenses` },
      expenses: { self: `${self}/expenses` },
      rates: { self: `${self}/team-members/rates` },
    });
  });

  test('of time that was logged', async () => {
    const user = { id: expect.any(String), userLink: { linked: { ecosystem: 'JIRA', originId: DEVELOPER, self: `${tempo.server.url}/rest/api/2/user?accountId=dev%3Apiotr` } } };
    expect((await readProject(tempo, project, '/actuals/labor')).json).toMatchObject({
      metadata: { count: 1, offset: 0, limit: 50 },
      results: [
        {
          date: '2026-04-27', worklogId: 1, timeRecordId: expect.any(String), timeSpentSeconds: 3600, billableSeconds: 3600,
          cost: amount(100), costRate: amount(100), revenue: amount(250), billingRate: amount(250),
          task: { linked: { ecosystem: 'JIRA', originId: ISSUE, self: `${tempo.server.url}/rest/api/2/issue/20001` } },
          user, userRole: { self: `${tempo.server.url}/4/roles/default` },
        },
      ],
    });
    expect((await readProject(tempo, project, '/actuals/labor?to=2026-04-26')).json).toMatchObject({ results: [] });
  });

  test('of rates, with where each comes from', async () => {
    const owner = { projectId: project.id, accountId: DEVELOPER };
    tempo.store.rates.put(owner, 'COST', { effectiveDate: '2026-05-01', minor: 12_050 });
    expect((await readProject(tempo, project, '/team-members/rates')).json).toMatchObject({
      rates: [
        {
          teamMember: { userLink: { linked: { originId: DEVELOPER } } },
          costRates: { values: [{ rate: amount(100), source: 'PROJECT' }, { id: expect.any(String), effectiveDate: '2026-05-01', rate: amount(120.5), source: 'TEAM_MEMBER' }] },
          billingRates: { values: [{ rate: amount(250), source: 'PROJECT' }] },
        },
      ],
    });
  });

  test('of the company’s rates, which have no currency; 204 for a role that has none', async () => {
    tempo.store.rates.put({ roleId: 2 }, 'COST', { minor: 8_500 });
    tempo.store.rates.put({ roleId: 2 }, 'COST', { effectiveDate: '2026-01-01', minor: 9_050 });
    tempo.store.rates.put({ roleId: null }, 'COST', { minor: 7_000 });
    expect((await tempo.call('GET', BY_ROLE)).json).toEqual({
      results: [{ roleId: null, rates: [{ value: 70 }] }, { roleId: 2, rates: [{ value: 85 }, { value: 90.5, effectiveDate: '2026-01-01' }] }],
    });
    expect((await tempo.call('GET', '/4/global-rates/by-role/2?rateCategory=COST')).json).toMatchObject({ roleId: 2, rates: [{ value: 85 }, {}] });
    expect(await tempo.call('GET', '/4/global-rates/by-role/2?rateCategory=BILLING')).toMatchObject({ status: 204, text: '' });
    expect((await tempo.call('GET', '/4/global-rates/by-role')).status).toBe(400);
  });

  test('of expenses and fixed revenues, each of them by itself and as they fell due', async () => {
    const euro = (minor: number) => ({ currency: 'EUR', minor });
    const rent = tempo.store.moneyEntries.add({
      kind: 'expense', projectId: project.id, date: '2026-01-31', amount: euro(1_250), description: 'Najem', category: 'Biuro', recurrence: { everyMonths: 1, count: 12 },
    });
    tempo.store.moneyEntries.add({ kind: 'fixedRevenue', projectId: project.id, date: '2026-03-01', amount: euro(-500), description: 'Korekta' });
    const self = `${tempo.server.url}/4/projects/${project.id}/expenses/${rent.id}`;
    expect((await readProject(tempo, project, '/expenses')).json).toMatchObject({
      results: [
        {
          self, id: rent.id, date: '2026-01-31', amount: amount(12.5, 'EUR'), description: 'Najem', category: { name: 'Biuro' },
          recurrence: { type: 'MonthlyRecurrence', monthlyBy: 'DAY_OF_MONTH', interval: 1, count: 12 },
        },
      ],
    });
    expect((await readProject(tempo, project, `/expenses/${rent.id}`)).json).toMatchObject({ self });
    expect((await readProject(tempo, project, `/fixed-revenues/${rent.id}`)).status).toBe(404);
    expect((await readProject(tempo, project, '/fixed-revenues')).json).toMatchObject({ results: [{ amount: amount(-5, 'EUR'), recurrence: { type: 'NoRecurrence' } }] });
    // A month without a 31st has it on its last day; today is 4 May.
    expect((await readProject(tempo, project, '/actuals/expenses')).json).toMatchObject({
      results: ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30'].map((date) => ({ date, cost: amount(12.5, 'EUR'), expense: { self } })),
    });
  });

  test('of a time-based project, which has no money; its summary is not modelled', async () => {
    const timed = openProject(tempo, { type: 'TIME_BASED' });
    const { json, text } = await readProject(tempo, timed, '');
    expect(json).toMatchObject({ type: 'TIME_BASED' });
    expect(text).not.toContain('efault');
    expect((await readProject(tempo, timed, '/actuals/labor')).text).not.toContain('cost');
    expect(await readProject(tempo, timed, '/financials/summary')).toMatchObject({ status: 501, json: { missing: 'the financial summary of a time-based project' } });
  });
});

describe('204', () => {
  test('is a project without a budget, and one in which nothing has happened', async () => {
    const empty = openProject(tempo, { budget: undefined, scope: { type: 'JIRA_PROJECTS', jiraProjectIds: ['10002'] } });
    expect([(await readProject(tempo, empty, '/budget')).status, (await readProject(tempo, empty, '/timeframe')).status]).toEqual([204, 204]);
    expect((await readProject(tempo, project, '/budget')).json).toMatchObject({ amount: amount(10_000) });
    expect((await readProject(tempo, project, '/timeframe')).json).toMatchObject({ startDate: '2026-04-27', endDate: '2026-04-27', isCalculated: true });
    const fixed = openProject(tempo, { timeframe: { startDate: '2026-01-01', endDate: '2026-12-31' } });
    expect((await readProject(tempo, fixed, '/timeframe')).json).toMatchObject({ startDate: '2026-01-01', endDate: '2026-12-31', isCalculated: false });
  });
});

describe('who may read', () => {
  test('a token of projects may, and needs the scope of rates for the company’s', async () => {
    expect(await statusesOf(OF_A_PROJECT, tokenWith('projects'))).toEqual(all(200));
    expect((await tempo.call('GET', BY_ROLE, undefined, tokenWith('projects'))).status).toBe(403);
    expect((await tempo.call('GET', BY_ROLE, undefined, tokenWith('rates'))).status).toBe(200);
    expect(await statusesOf(OF_A_PROJECT, tokenWith('worklogs', 'manage'))).toEqual(all(403));
  });

  test('without a licence there are projects and time, and no money', async () => {
    tempo.store.financialSettings.set({ isLicensed: false });
    const { json, text } = await tempo.call('GET', '/4/projects');
    expect(json).toMatchObject({ results: [{ id: project.id, scope: { source: { reference: '10001' } } }] });
    expect(text).not.toMatch(/budget|Rate|isFixedPrice|tags/);
    expect((await readProject(tempo, project, '/actuals/labor')).text).not.toMatch(/cost|revenue/);
    const refused = ['/financials/summary', '/budget', '/expenses', '/fixed-revenues', '/actuals/expenses', '/team-members/rates'];
    expect(await statusesOf(refused)).toEqual(all(403, refused));
    const answer = await tempo.call('GET', BY_ROLE);
    expect([answer.status, answer.type]).toEqual([403, expect.stringContaining('text/html')]);
  });

  test.each([
    ['administrator', 'RESTRICTED', 'full'],
    ['manager', 'RESTRICTED', 'none'],
    ['manager', 'USERS_WITH_APP_ACCESS', 'full'],
    ['viewer', 'RESTRICTED', 'none'],
    ['viewer', 'USERS_WITH_APP_ACCESS', 'view'],
  ] as const)('a token of a %s sees of a project for %s: %s', async (permission, generalAccess, sight) => {
    tempo.store.financialSettings.set({ permission });
    tempo.store.projects.change(project, { generalAccess });
    const ofPeople = ['/actuals/labor', '/plans/labor', '/team-members/rates', '/team-members/roles'];
    const ofAll = ['', '/financials/summary', '/budget', '/timeframe'];
    expect(await statusesOf(ofAll)).toEqual(all(sight === 'none' ? 403 : 200, ofAll));
    expect(await statusesOf(ofPeople)).toEqual(all(sight === 'full' ? 200 : 403, ofPeople));
    const { text, json } = await tempo.call('GET', '/4/projects');
    expect(json).toMatchObject({ metadata: { count: sight === 'none' ? 0 : 1 } });
    expect(text.includes('defaultCostRate')).toBe(sight === 'full');
    expect(text.includes('"editable":true')).toBe(sight === 'full');
  });

  test('an owner sees all of what is restricted', async () => {
    tempo.store.financialSettings.set({ permission: 'viewer' });
    tempo.store.projects.change(project, { generalAccess: 'RESTRICTED', ownerId: MANAGER });
    expect(await statusesOf(OF_A_PROJECT)).toEqual(all(200));
  });
});

describe('pages', () => {
  test('of projects follow one another, in the order in which they were made', async () => {
    const second = openProject(tempo, { name: 'Second' });
    const first = await tempo.call('GET', '/4/projects?limit=1');
    expect(first.json).toMatchObject({ metadata: { count: 1, next: `${tempo.server.url}/4/projects?limit=1&offset=1` }, results: [{ id: project.id }] });
    const last = await tempo.call('GET', '/4/projects?limit=1&offset=1');
    expect(last.json).toMatchObject({ metadata: { previous: expect.any(String) }, results: [{ id: second.id }] });
    expect(last.text).not.toContain('"next"');
  });

  test('have 50 entries unless asked', async () => {
    for (let count = 0; count < 50; count += 1) log(tempo, { day: '2026-04-28', seconds: 60 });
    expect((await readProject(tempo, project, '/actuals/labor')).json).toMatchObject({ metadata: { count: 50, next: expect.stringContaining('offset=50') } });
    expect((await readProject(tempo, project, '/actuals/labor?offset=50')).json).toMatchObject({ metadata: { count: 1 } });
  });
});

describe('what is answered when something is wrong', () => {
  test.each([
    [404, '/4/projects/dd442e10-75d1-4b80-9be3-9d1293ad23b9'],
    [404, '/4/projects/dd442e10-75d1-4b80-9be3-9d1293ad23b9/financials/summary'],
    [501, '/4/portfolios'],
    [501, '/4/reports/costs-and-revenues'],
    [501, '/4/billing-rates-tables'],
  ])('%d for %s', async (status, path) => expect((await tempo.call('GET', path)).status).toBe(status));

  test.each([
    [400, '/financials/summary?date=soon'],
    [400, '/actuals/labor?to=2026-02-30'],
    [400, '/plans/labor?from=x'],
    [400, '/expenses?limit=0'],
    [501, '/shares'],
    [501, '/project-time-approvers'],
  ])('%d for %s of a project', async (status, path) => expect((await readProject(tempo, project, path)).status).toBe(status));

  test('writing is not modelled, and says so', async () => {
    const answer = await tempo.call('PUT', `/4/projects/${project.id}/budget/5000`);
    expect([answer.status, answer.json]).toEqual([501, { error: 'not modelled', missing: `PUT /4/projects/${project.id}/budget/5000` }]);
  });

  test.each([401, 403, 404, 429, 500, 503])('%d on purpose, once', async (status) => {
    tempo.store.faults.add({ path: '/4/projects', times: 1, fault: { kind: 'status', status } });
    expect((await readProject(tempo, project, '/financials/summary')).status).toBe(status);
    expect((await readProject(tempo, project, '/financials/summary')).status).toBe(200);
  });

  test('half an answer, a lost one and another shape', async () => {
    for (const kind of ['halfAnswer', 'loseAnswer', 'wrongShape'] as const) tempo.store.faults.add({ path: '/4/projects', times: 1, fault: { kind } });
    await expect(readProject(tempo, project, '/actuals/labor')).rejects.toThrow();
    await expect(readProject(tempo, project, '/actuals/labor')).rejects.toThrow();
    expect(await readProject(tempo, project, '/actuals/labor')).toMatchObject({ status: 200, json: { results: 'none' } });
  });

  test('no answer at all leaves the caller waiting until it gives up', async () => {
    tempo.store.faults.add({ path: '/4/projects', times: 1, fault: { kind: 'timeout' } });
    const giveUp = new AbortController();
    const request = fetch(`${tempo.server.url}/4/projects`, { headers: { authorization: 'Bearer token-of-the-app' }, signal: giveUp.signal });
    while (tempo.store.faults.all().length > 0) await tempo.call('GET', '/4/globalconfiguration');
    giveUp.abort();
    await expect(request).rejects.toThrow();
    expect((await tempo.call('GET', '/4/projects')).status).toBe(200);
  });

  test('five requests a second are shared with the planner', async () => {
    tempo.store.settings.set({ requestsPerSecond: 5 });
    const paths = ['/4/projects', '/4/plans?from=2026-05-01&to=2026-05-02', `/4/projects/${project.id}/budget`, BY_ROLE, '/4/worklogs/project/10001', '/4/projects'];
    const statuses: number[] = [];
    for (const path of paths) statuses.push((await tempo.call('GET', path)).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
  });
});
