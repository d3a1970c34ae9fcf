import * as z from 'zod/mini';
import { amount, DEVELOPER, JIRA_PROJECT, log, MANAGER, openProject, readProject } from './financials-fixture';
import { planRequest, startTempo, TODAY, type TempoFixture } from './tempo-fixture';

let tempo: TempoFixture;
beforeEach(async () => {
  tempo = await startTempo();
});
afterEach(() => tempo.close());

const SUMMARY = '/financials/summary';
const valued = z.object({ value: z.number() });
const entries = z.object({ results: z.array(z.object({ cost: valued, revenue: valued })) });
const HOUR = 3600;

describe('the summary', () => {
  test('is cost by cost rate and revenue by billing rate, as worked out by hand', async () => {
    const project = openProject(tempo);
    // 6.5 h at 100.00 = 650.00; 6 billable hours at 250.00 = 1500.00.
    log(tempo, { day: '2026-04-27', seconds: 6.5 * HOUR, billable: 6 * HOUR });
    // 20 minutes at 100.00 = 33.33; none of it billable.
    log(tempo, { day: '2026-04-28', seconds: 1200, billable: 0 });
    tempo.store.moneyEntries.add({ kind: 'expense', projectId: project.id, date: '2026-04-30', amount: { currency: 'PLN', minor: 20_050 }, description: 'Licencja' });
    tempo.store.moneyEntries.add({ kind: 'fixedRevenue', projectId: project.id, date: '2026-04-30', amount: { currency: 'PLN', minor: 50_000 }, description: 'Zaliczka' });

    const answer = await readProject(tempo, project, SUMMARY);
    expect([answer.status, answer.json]).toEqual([
      200,
      {
        self: `${tempo.server.url}/4/projects/${project.id}${SUMMARY}`,
        // 683.33 + 200.50 = 883.83; 10 000.00 − 883.83.
        cost: { budget: amount(10_000), actual: { labor: amount(683.33), expense: amount(200.5), total: amount(883.83), remainingBudget: amount(9116.17) } },
        // 1500.00 + 500.00; (2000.00 − 883.83) ÷ 2000.00.
        revenue: { actual: { labor: amount(1500), fixedRevenue: amount(500), total: amount(2000), profit: amount(1116.17), netProfitMargin: { value: 0.558085 } } },
      },
    ]);
  });

  test('is of one day: what came later is not in it', async () => {
    const project = openProject(tempo);
    log(tempo, { day: '2026-04-27', seconds: HOUR });
    log(tempo, { day: '2026-04-28', seconds: HOUR });
    expect((await readProject(tempo, project, `${SUMMARY}?date=2026-04-27`)).json).toMatchObject({ cost: { actual: { labor: amount(100) } } });
    expect((await readProject(tempo, project, SUMMARY)).json).toMatchObject({ cost: { actual: { labor: amount(200) } } });
  });

  test('of a day to come adds what is planned until then, and leaves out time logged ahead', async () => {
    const project = openProject(tempo);
    tempo.store.financialSettings.set({ projectPlansCount: true });
    log(tempo, { day: TODAY, seconds: HOUR });
    log(tempo, { day: '2026-05-05', seconds: 8 * HOUR });
    // Today is worked, not planned: Tuesday to Friday are left, of which two lie before the 7th.
    await tempo.call('POST', '/4/plans', planRequest({ plannedSecondsPerDay: 4 * HOUR }));
    expect((await readProject(tempo, project, `${SUMMARY}?date=2026-05-06`)).json).toMatchObject({
      cost: { actual: { labor: amount(900) } },
      revenue: { actual: { labor: amount(2250), total: amount(2250) } },
    });
  });

  test('of a fixed price earns by fixed revenue alone, and a credit note takes from it', async () => {
    const project = openProject(tempo, { isFixedPrice: true, budget: undefined });
    log(tempo, { day: '2026-04-27', seconds: HOUR });
    for (const minor of [40_000, -15_000]) {
      tempo.store.moneyEntries.add({ kind: 'fixedRevenue', projectId: project.id, date: '2026-04-01', amount: { currency: 'PLN', minor }, description: 'Faktura' });
    }
    const { json, text } = await readProject(tempo, project, SUMMARY);
    expect(json).toMatchObject({ revenue: { actual: { fixedRevenue: amount(250), total: amount(250), profit: amount(150), netProfitMargin: { value: 0.6 } } } });
    expect(text.match(/"labor"/g)).toHaveLength(1);
    expect(text).not.toContain('udget');
  });

  test('without revenue has a loss and a margin of 0, and without tracking no revenue at all', async () => {
    const tracking = openProject(tempo, { isFixedPrice: true });
    log(tempo, { day: '2026-04-27', seconds: HOUR });
    expect((await readProject(tempo, tracking, SUMMARY)).json).toMatchObject({ revenue: { actual: { total: amount(0), profit: amount(-100), netProfitMargin: { value: 0 } } } });
    expect((await readProject(tempo, openProject(tempo, { isTrackingRevenue: false }), SUMMARY)).text).not.toContain('revenue');
  });

  test('says that currencies are mixed in each sum in which they are', async () => {
    const project = openProject(tempo, { currency: 'EUR' });
    log(tempo, { day: '2026-04-27', seconds: HOUR });
    tempo.store.moneyEntries.add({ kind: 'expense', projectId: project.id, date: '2026-04-01', amount: { currency: 'PLN', minor: 10_000 }, description: 'Podróż' });
    expect((await readProject(tempo, project, SUMMARY)).json).toMatchObject({
      cost: {
        budget: amount(10_000, 'EUR'),
        actual: { labor: amount(100, 'EUR'), expense: amount(100, 'PLN'), total: { currencyCode: 'MIX' }, remainingBudget: { currencyCode: 'MIX' } },
      },
      revenue: { actual: { labor: amount(250, 'EUR'), total: amount(250, 'EUR'), profit: { currencyCode: 'MIX' } } },
    });
  });

  test('counts a fixed timeframe only', async () => {
    const project = openProject(tempo, { timeframe: { startDate: '2026-04-10', endDate: '2026-04-20' } });
    for (const day of ['2026-04-09', '2026-04-10', '2026-04-20', '2026-04-21']) log(tempo, { day, seconds: HOUR });
    expect((await readProject(tempo, project, SUMMARY)).json).toMatchObject({ cost: { actual: { labor: amount(200) } } });
  });

  test('sells all hours where none is billable', async () => {
    const project = openProject(tempo);
    log(tempo, { day: '2026-04-27', seconds: 2 * HOUR, billable: 0 });
    expect((await readProject(tempo, project, SUMMARY)).json).toMatchObject({ revenue: { actual: { labor: amount(500) } } });
  });
});

describe('parts and whole', () => {
  test('entries of time add up to the summary to the last grosz', async () => {
    const project = openProject(tempo, { defaultCostRate: 8_333, defaultBillingRate: 17_777 });
    for (let entry = 1; entry <= 40; entry += 1) log(tempo, { day: `2026-04-${String(1 + (entry % 28)).padStart(2, '0')}`, seconds: entry * 701, billable: entry * 533 });
    const { results } = entries.parse((await readProject(tempo, project, '/actuals/labor?limit=100')).json);
    const sum = (values: readonly number[]): number => values.reduce((total, value) => total + Math.round(value * 100), 0) / 100;
    expect(results).toHaveLength(40);
    expect((await readProject(tempo, project, SUMMARY)).json).toMatchObject({
      cost: { actual: { labor: amount(sum(results.map(({ cost }) => cost.value))) } },
      revenue: { actual: { labor: amount(sum(results.map(({ revenue }) => revenue.value))) } },
    });
  });

  test('a rate set on the page of rates changes what its days cost', async () => {
    const project = openProject(tempo);
    for (const day of ['2026-04-01', '2026-04-14', '2026-04-15', '2026-04-30']) log(tempo, { day, seconds: HOUR });
    const owner = { projectId: project.id, accountId: DEVELOPER };
    tempo.store.rates.put(owner, 'COST', { effectiveDate: '2026-04-15', minor: 12_000 });
    // Before it the project's own still holds.
    expect((await readProject(tempo, project, SUMMARY)).json).toMatchObject({ cost: { actual: { labor: amount(440) } } });
    tempo.store.rates.put(owner, 'COST', { minor: 9_000 });
    expect((await readProject(tempo, project, SUMMARY)).json).toMatchObject({ cost: { actual: { labor: amount(420) } } });
  });

  test('the company’s rate by role overrides where the project uses it, for everybody else the one of all others', async () => {
    const [senior, member] = [tempo.store.teams.createRole('Senior'), tempo.store.teams.createRole('Member', true)];
    const project = openProject(tempo, { isUsingGlobalCostRates: true, isUsingAccountRates: true, roles: { [DEVELOPER]: senior.id } });
    tempo.store.rates.put({ projectId: project.id, accountId: DEVELOPER }, 'COST', { minor: 1 });
    tempo.store.rates.put({ roleId: senior.id }, 'COST', { minor: 11_000 });
    tempo.store.rates.put({ roleId: senior.id }, 'COST', { effectiveDate: '2026-04-15', minor: 13_000 });
    tempo.store.rates.put({ roleId: null }, 'COST', { minor: 7_000 });
    tempo.store.rates.put({ roleId: null }, 'BILLING', { minor: 20_000 });
    log(tempo, { day: '2026-04-14', seconds: HOUR });
    log(tempo, { day: '2026-04-15', seconds: HOUR });
    log(tempo, { day: '2026-04-15', seconds: HOUR, by: MANAGER });
    expect((await readProject(tempo, project, SUMMARY)).json).toMatchObject({ cost: { actual: { labor: amount(310) } }, revenue: { actual: { labor: amount(600) } } });
    expect((await readProject(tempo, project, '/team-members/roles')).json).toMatchObject({ roles: [{ role: { id: senior.id } }, { role: { id: member.id } }] });
  });

  test('the company’s rate is used where the project has none, and without any the time costs nothing known', async () => {
    const project = openProject(tempo, { defaultCostRate: undefined, defaultBillingRate: undefined });
    log(tempo, { day: '2026-04-14', seconds: HOUR });
    const unknown = await readProject(tempo, project, '/actuals/labor');
    expect(unknown.text).not.toMatch(/"(?:cost|costRate|revenue|billingRate)"/);
    tempo.store.rates.put({ roleId: null }, 'COST', { minor: 7_000 });
    expect((await readProject(tempo, project, SUMMARY)).json).toMatchObject({ cost: { actual: { labor: amount(70) } } });
  });
});

describe('what is planned', () => {
  const LABOUR = '/plans/labor';

  test('is each day of a person’s plan on an issue, at the rate of that day', async () => {
    const project = openProject(tempo);
    tempo.store.rates.put({ projectId: project.id, accountId: DEVELOPER }, 'COST', { effectiveDate: '2026-05-07', minor: 20_000 });
    await tempo.call('POST', '/4/plans', planRequest({ planItemType: 'ISSUE', planItemId: '20001', plannedSecondsPerDay: 2 * HOUR }));
    expect((await readProject(tempo, project, `${LABOUR}?from=2026-05-06&to=2026-05-07`)).json).toMatchObject({
      metadata: { count: 2 },
      results: [
        { date: '2026-05-06', planId: 1, plannedSeconds: 7200, cost: amount(200), costRate: amount(100), revenue: amount(500), task: { linked: { ecosystem: 'JIRA', originId: '20001' } } },
        { date: '2026-05-07', cost: amount(400), costRate: amount(200), user: { userLink: { linked: { originId: DEVELOPER } } } },
      ],
    });
  });

  test('counts plans on the Jira project only where that is switched on, and never those of placeholders', async () => {
    const project = openProject(tempo);
    await tempo.call('POST', '/4/plans', planRequest());
    await tempo.call('POST', '/4/plans', planRequest({ assigneeType: 'GENERIC', assigneeId: '1' }));
    expect((await readProject(tempo, project, LABOUR)).json).toMatchObject({ metadata: { count: 0 }, results: [] });
    tempo.store.financialSettings.set({ projectPlansCount: true });
    expect((await readProject(tempo, project, LABOUR)).json).toMatchObject({ metadata: { count: 5 }, results: [{ planId: 1, task: {} }, {}, {}, {}, {}] });
  });

  test('has a cost in no currency where there is no rate', async () => {
    tempo.store.financialSettings.set({ projectPlansCount: true });
    const project = openProject(tempo, { defaultCostRate: undefined });
    await tempo.call('POST', '/4/plans', planRequest({ endDate: '2026-05-04' }));
    expect((await readProject(tempo, project, LABOUR)).json).toMatchObject({ results: [{ cost: amount(0, 'XXX') }] });
  });
});

describe('a scope that Jira does not keep up to date', () => {
  const filter = { type: 'FILTER', reference: '10240', title: 'Zakres umowy', finds: [JIRA_PROJECT], issueIds: ['20001'], syncedAt: '2026-05-04T08:00:00.000Z', schedule: 'OFF' } as const;

  test('lacks new issues and time logged since the last synchronisation', async () => {
    const project = openProject(tempo, { scope: filter });
    log(tempo, { day: '2026-05-04', seconds: HOUR });
    tempo.clock.advance(60);
    tempo.issues.push('20002');
    log(tempo, { day: '2026-05-04', seconds: HOUR });
    log(tempo, { day: '2026-05-04', seconds: HOUR, issue: '20002' });
    tempo.clock.advance(40 * 86_400);
    const labour = { cost: { actual: { labor: amount(100) } } };
    expect((await readProject(tempo, project, SUMMARY)).json).toMatchObject(labour);
    expect((await readProject(tempo, project, '')).json).toMatchObject({ autoSync: { schedule: 'OFF' }, scope: { source: { type: 'FILTER', reference: '10240', title: 'Zakres umowy' } } });
    expect((await readProject(tempo, project, '/scope/tasks')).json).toMatchObject({ metadata: { count: 1 } });
  });

  test.each([
    // Monday; the next daily one is on Tuesday, the next weekly one on Saturday.
    ['DAILY', '2026-05-05T00:00:00.000Z'],
    ['WEEKLY', '2026-05-09T00:00:00.000Z'],
  ] as const)('is synchronised %s when that is due', async (schedule, next) => {
    const project = openProject(tempo, { scope: { ...filter, schedule } });
    tempo.clock.advance(60);
    tempo.issues.push('20002');
    log(tempo, { day: '2026-05-04', seconds: HOUR, issue: '20002' });
    expect((await readProject(tempo, project, '')).json).toMatchObject({ autoSync: { schedule, nextScheduledSyncAt: next } });
    tempo.clock.set(new Date(Date.parse(next) - 1000).toISOString());
    expect((await readProject(tempo, project, SUMMARY)).json).toMatchObject({ cost: { actual: { labor: amount(0) } } });
    tempo.clock.set(next);
    expect((await readProject(tempo, project, SUMMARY)).json).toMatchObject({ cost: { actual: { labor: amount(100) } } });
  });
});
