import * as z from 'zod/mini';
import { HandClock } from '../hand-clock';
import { noRealAccounts } from '../real-accounts';
import { openSite, type Site } from '../site';
import { demoCredentials } from './credentials';
import { projects } from './company/projects';
import { seedStandIns } from './seed';

const sites: Site[] = [];

async function seededSite(today: string): Promise<Site> {
  const clock = new HandClock(`${today}T09:00:00.000Z`);
  const site = await openSite({ data: ':memory:', port: 0, clock, random: Math.random, real: noRealAccounts, log: () => undefined });
  sites.push(site);
  seedStandIns(site, today);
  site.tempo.store.settings.set({ requestsPerSecond: 0 });
  return site;
}

afterEach(() => Promise.all(sites.splice(0).map((site) => site.close())));

async function ask<Data>({ urls }: Site, path: string, shape: z.ZodMiniType<Data>): Promise<Data> {
  const answer = await fetch(`${urls.tempo}/4/projects${path}`, { headers: { authorization: `Bearer ${demoCredentials.tempo.token}` } });
  return shape.parse(answer.status === 204 ? undefined : await answer.json());
}

const source = z.object({ type: z.string(), reference: z.string() });
const list = z.object({ results: z.array(z.object({ id: z.string(), name: z.string(), scope: z.object({ source }) })) });
const money = z.object({ currencyCode: z.string(), value: z.number() });
const summary = z.object({
  cost: z.object({ actual: z.object({ labor: money, total: money }) }),
  revenue: z.object({ actual: z.object({ total: money, profit: money, netProfitMargin: z.object({ value: z.number() }) }) }),
});
const logged = z.object({ results: z.array(z.object({ cost: money })) });

async function summaryOf(site: Site, name: string) {
  const found = (await ask(site, '', list)).results.find((project) => project.name.startsWith(name));
  return { id: found?.id ?? '', ...(await ask(site, `/${found?.id}/financials/summary`, summary)) };
}

/** A Monday, a Saturday, the day after holidays, and the first of a month. */
const todays = ['2026-03-02', '2026-05-09', '2026-12-27', '2027-04-01'];

describe.each(todays)('the company’s projects on %s', (today) => {
  test('are well, above the target and below it', async () => {
    const site = await seededSite(today);
    const margin = async (name: string) => (await summaryOf(site, name)).revenue.actual.netProfitMargin.value;
    expect(await margin('Kwiatkowscy')).toBeGreaterThan(0.45);
    expect(await margin('Bałtyk')).toBeGreaterThan(0.43);
    expect(await margin('Bałtyk')).toBeLessThan(0.5);
    expect(await margin('Mazur')).toBeLessThan(0.4);
  });

  test('cost and earn what their entries of time add up to', async () => {
    const site = await seededSite(today);
    const { id, cost } = await summaryOf(site, 'Bałtyk');
    const { results } = await ask(site, `/${id}/actuals/labor?limit=5000`, logged);
    expect(results.length).toBeGreaterThan(60);
    expect(results.reduce((sum, one) => sum + Math.round(one.cost.value * 100), 0)).toBe(Math.round(cost.actual.labor.value * 100));
  });
});

test('the portal’s margin fell: a month ago it was higher', async () => {
  const site = await seededSite('2026-03-02');
  const { id, revenue } = await summaryOf(site, 'Bałtyk');
  const before = await ask(site, `/${id}/financials/summary?date=2026-02-01`, summary);
  expect(before.revenue.actual.netProfitMargin.value - revenue.actual.netProfitMargin.value).toBeGreaterThan(0.02);
});

test('one Jira project has two, one none, one a filter, one mixed currencies, one nothing yet', async () => {
  const site = await seededSite('2026-03-02');
  const { results } = await ask(site, '', list);
  const over = ({ id }: { readonly id: string }) => results.filter(({ scope }) => scope.source.type === 'JIRA_PROJECTS' && scope.source.reference.split(',').includes(id));
  expect([over(projects.ehealth).length, over(projects.shop).length, over(projects.portal).length]).toEqual([2, 0, 1]);
  expect(results.find(({ name }) => name.startsWith('Piast'))?.scope.source).toEqual({ type: 'FILTER', reference: '10240' });
  expect((await summaryOf(site, 'Piast')).cost.actual.labor.value).toBeGreaterThan(0);
  expect((await summaryOf(site, 'Nordhaus')).revenue.actual).toMatchObject({ total: { currencyCode: 'EUR' }, profit: { currencyCode: 'MIX' } });
  const [, pilot] = over(projects.ehealth);
  expect(await ask(site, `/${pilot?.id}/budget`, z.undefined())).toBeUndefined();
  expect(await ask(site, `/${pilot?.id}/timeframe`, z.undefined())).toBeUndefined();
});

test('what is planned counts from tomorrow on', async () => {
  const site = await seededSite('2026-03-02');
  const { id, cost } = await summaryOf(site, 'Kwiatkowscy');
  const ahead = await ask(site, `/${id}/financials/summary?date=2026-04-30`, summary);
  const planned = await ask(site, `/${id}/plans/labor?from=2026-03-03&to=2026-04-30&limit=5000`, logged);
  const sum = planned.results.reduce((total, one) => total + Math.round(one.cost.value * 100), 0);
  expect(sum).toBeGreaterThan(0);
  expect(Math.round(ahead.cost.actual.labor.value * 100)).toBe(Math.round(cost.actual.labor.value * 100) + sum);
});

test('goes on where a start broke off, and makes nothing twice', async () => {
  const whole = await seededSite('2026-03-02');
  const broken = await openSite({ data: ':memory:', port: 0, clock: new HandClock('2026-03-02T09:00:00.000Z'), random: Math.random, real: noRealAccounts, log: () => undefined });
  sites.push(broken);
  const { moneyEntries } = broken.tempo.store;
  const add = moneyEntries.add.bind(moneyEntries);
  moneyEntries.add = (entry) => {
    if (entry.description === 'Moc obliczeniowa') throw new Error('killed');
    return add(entry);
  };
  expect(() => seedStandIns(broken, '2026-03-02')).toThrow('killed');
  moneyEntries.add = add;
  seedStandIns(broken, '2026-03-02');
  const contentOf = ({ tempo: { store } }: Site) =>
    store.projects.all().map((project) => ({ project, entries: [...store.moneyEntries.of(project.id, 'expense'), ...store.moneyEntries.of(project.id, 'fixedRevenue')] }));
  expect(contentOf(broken)).toEqual(contentOf(whole));
  expect(broken.tempo.store.teams.roles()).toEqual(whole.tempo.store.teams.roles());
});
