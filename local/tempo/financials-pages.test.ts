import { amount, DEVELOPER, JIRA_PROJECT, log, openProject, readProject } from './financials-fixture';
import type { TempoProject } from './financials/model';
import { planRequest, startTempo, type TempoFixture } from './tempo-fixture';

let tempo: TempoFixture;
let project: TempoProject;
let page: string;
beforeEach(async () => {
  tempo = await startTempo();
  project = openProject(tempo);
  page = `/financials/${project.id}`;
});
afterEach(() => tempo.close());

async function open(path: string) {
  const answer = await fetch(`${tempo.server.url}${path}`);
  // Numbers are written with spaces of several kinds.
  return { status: answer.status, text: (await answer.text()).replace(/[\u00A0\u202F]/gu, ' ') };
}

async function send(path: string, fields: Record<string, string>, origin = tempo.server.url) {
  const answer = await fetch(`${tempo.server.url}${path}`, { method: 'POST', body: new URLSearchParams(fields), headers: { origin, 'accept-language': 'en' }, redirect: 'manual' });
  return { status: answer.status, location: answer.headers.get('location'), text: await answer.text() };
}

const cost = async (): Promise<unknown> => (await readProject(tempo, project, '/financials/summary')).json;
const labourOf = (value: number) => expect.objectContaining({ cost: expect.objectContaining({ actual: expect.objectContaining({ labor: amount(value) }) }) });

describe('looking', () => {
  test('shows the figures of the API, in the language asked for', async () => {
    log(tempo, { day: '2026-04-27', seconds: 6.5 * 3600 });
    const polish = await open(`${page}?lang=pl`);
    for (const text of ['Zostało z budżetu', '9350,00 zł', '60%', 'Piotr Zieliński', 'od początku', 'Sam nadąża za Jirą.']) expect(polish.text).toContain(text);
    const english = await open(`${page}?lang=en`);
    for (const text of ['Left of the budget', 'PLN 9,350.00', '60%', 'from the beginning']) expect(english.text).toContain(text);
    expect((await open('/financials?lang=pl')).text).toContain('JIRA_PROJECTS: Portal klienta');
  });

  test('shows a day to come with what is planned until then', async () => {
    tempo.store.financialSettings.set({ projectPlansCount: true });
    await tempo.call('POST', '/4/plans', planRequest({ startDate: '2026-05-05', endDate: '2026-05-05' }));
    const { text } = await open(`${page}?date=2026-05-06&lang=en`);
    expect(text).toContain('what is planned until this day');
    expect(text).toContain('PLN 800.00');
  });

  test('gives mixed currencies no figure, and survives odd queries', async () => {
    log(tempo, { day: '2026-04-27', seconds: 3600 });
    await send(`${page}/entries`, { kind: 'expense', date: '2026-04-01', amount: '10', currency: 'eur', description: '<b>Podróż</b>' });
    const { text } = await open(`${page}?date=nonsense&lang=en`);
    expect(text).toContain('several currencies');
    expect(text).not.toContain('<b>Podróż');
  });

  test('what is not there is told in words', async () => {
    expect((await open('/financials/nothing?lang=en')).text).toContain('Page not found');
    expect((await send('/financials/nothing/sync', {})).status).toBe(404);
    expect((await send(`${page}/entries/nothing/remove`, {})).status).toBe(400);
  });
});

describe('playing', () => {
  test('a rate, a role and time are changed, and the API’s figures with them', async () => {
    const senior = tempo.store.teams.createRole('Senior');
    expect(await send(`${page}/worklogs`, { person: DEVELOPER, issue: 'PK-1', day: '2026-05-04', hours: '1,5', billable: '1' })).toMatchObject({ status: 303, location: page });
    expect(await cost()).toEqual(labourOf(150));
    await send(`${page}/rates`, { member: DEVELOPER, category: 'COST', from: '2026-05-01', rate: '120,50' });
    expect(await cost()).toEqual(labourOf(180.75));
    await send('/financials/rates', { role: String(senior.id), category: 'COST', from: '', rate: '1 000' });
    await send(`${page}/roles`, { member: DEVELOPER, role: String(senior.id) });
    await send(page, { budget: '', defaultCostRate: '', defaultBillingRate: '', generalAccess: 'RESTRICTED', isUsingGlobalCostRates: 'on' });
    expect(await cost()).toEqual(labourOf(1500));
    expect(tempo.store.projects.find(project.id)).toMatchObject({ isTrackingRevenue: false, generalAccess: 'RESTRICTED' });
    await send('/financials/rates/remove', { role: String(senior.id), category: 'COST', from: '' });
    expect(await cost()).toEqual(labourOf(180.75));
    await send(`${page}/rates/remove`, { member: DEVELOPER, category: 'COST', from: '2026-05-01' });
    expect((await readProject(tempo, project, '/actuals/labor')).text).not.toContain('costRate');
  });

  test('an expense and a credit note are entered and taken away', async () => {
    await send(`${page}/entries`, { kind: 'expense', date: '2026-04-01', amount: '1 200,50', currency: 'PLN', description: 'Licencja' });
    await send(`${page}/entries`, { kind: 'fixedRevenue', date: '2026-04-01', amount: '-0,50', currency: 'PLN', description: 'Korekta' });
    expect(await cost()).toMatchObject({ cost: { actual: { expense: amount(1200.5) } }, revenue: { actual: { fixedRevenue: amount(-0.5) } } });
    const [expense] = tempo.store.moneyEntries.of(project.id, 'expense');
    await send(`${page}/entries/${expense?.id}/remove`, {});
    expect(await cost()).toMatchObject({ cost: { actual: { expense: amount(0) } } });
  });

  test('a scope is synchronised by hand', async () => {
    project = openProject(tempo, {
      scope: { type: 'FILTER', reference: '1', title: 'Zakres', finds: [JIRA_PROJECT], issueIds: [], syncedAt: '2026-05-01T08:00:00.000Z', schedule: 'OFF' },
    });
    log(tempo, { day: '2026-05-04', seconds: 3600 });
    expect(await cost()).toEqual(labourOf(0));
    expect((await open(`/financials/${project.id}?lang=en`)).text).toContain('only by hand');
    await send(`/financials/${project.id}/sync`, {});
    expect(await cost()).toEqual(labourOf(100));
  });

  test('the licence, the permission and what counts as planned are switched', async () => {
    await send('/financials/settings', { permission: 'viewer', projectPlansCount: 'on' });
    expect(tempo.store.financialSettings.get()).toEqual({ isLicensed: false, permission: 'viewer', projectPlansCount: true });
    expect((await tempo.call('GET', `/4/projects/${project.id}/budget`)).status).toBe(403);
  });

  test.each([
    ['/worklogs', { person: DEVELOPER, issue: 'PK-2', day: '2026-05-04', hours: '1' }],
    ['/worklogs', { person: DEVELOPER, issue: 'PK-1', day: '2026-05-04', hours: '25' }],
    ['/worklogs', { person: DEVELOPER, issue: 'PK-1', day: '2026-05-04', hours: '1', billable: '2' }],
    ['/rates', { member: DEVELOPER, category: 'COST', from: 'soon', rate: '1' }],
    ['/rates', { member: DEVELOPER, category: 'COST', from: '', rate: '1,234' }],
    ['/rates', { member: 'nobody', category: 'COST', from: '', rate: '1' }],
    ['/roles', { member: DEVELOPER, role: '99' }],
    ['/entries', { kind: 'expense', date: '', amount: '1', currency: 'PLN', description: 'x' }],
    ['/entries', { kind: 'expense', date: '2026-01-01', amount: 'many', currency: 'PLN', description: 'x' }],
    ['', { budget: '-1', defaultCostRate: '', defaultBillingRate: '', generalAccess: 'RESTRICTED' }],
  ])('what makes no sense changes nothing and is said: %s %j', async (path, fields: Record<string, string>) => {
    const answer = await send(`${page}${path}`, fields);
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('Nothing was changed');
    expect(tempo.store.projects.find(project.id)).toEqual(project);
    expect(tempo.store.worklogs.isEmpty()).toBe(true);
  });

  test('a form posted from another site changes nothing', async () => {
    expect((await send('/financials/settings', {}, 'https://evil.example')).status).toBe(403);
    expect(tempo.store.financialSettings.get().isLicensed).toBe(true);
  });
});
