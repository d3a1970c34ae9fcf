import type { Locator } from 'playwright-core';
import { TestBrowser, type Visit } from './browser';
import { people, projects, stages } from './small-company';
import { publish } from './small-guidelines';
import { clearTempoFaults, deleteSubscriptions, editPlan, moveDeal, orderTempoFaults, pressInSetup, setupOf } from './stand-in-pages';
import { link, startTestSite, untilSync, type TestSite } from './test-site';
import { until } from './until';

jest.setTimeout(240_000);

let test: TestSite;
let browser: TestBrowser;
let iga: Visit;
let somebody: Visit;

beforeAll(async () => {
  [test, browser] = await Promise.all([startTestSite(), TestBrowser.launch()]);
  await publish(test, 'portal');
  test.site.salesforce.store.moveStage(test.deals.portal, stages.negotiation);
  await link(test, 'portal', 'portal');
  await untilSync(test, 'portal', 'inStep');
  await test.site.host.runSchedule('poll');
  await test.site.host.idle();
});
beforeEach(async () => {
  [iga, somebody] = [await browser.visit(test.site.urls.jira, 'iga'), await browser.visit(test.site.urls.jira, 'leon')];
  await iga.open('/settings/apps/settings');
  await card('Tempo').waitFor();
});
afterEach(() => browser.endVisits());
afterAll(async () => {
  await browser.close();
  await test.close();
});

const card = (name: 'Salesforce' | 'Tempo' | 'Waiting deals' | 'Regular comparison'): Locator =>
  iga.screen.getByRole('region', { name: 'Health', exact: true }).getByRole('region', { name, exact: true });

/** Presses Refresh until the card says so. */
const untilSaid = (name: Parameters<typeof card>[0], text: string | RegExp): Promise<true> =>
  until(`${name}: ${String(text)}`, async () => {
    await iga.button('Refresh').click();
    return (await card(name).getByText(text).count()) > 0;
  });

async function openPlanner(visit: Visit): Promise<void> {
  await visit.open(`/projects/${projects.portal.key}/apps/project/planner`);
  await visit.screen.locator('.sync').waitFor();
}

/** A person with a dark and narrow screen reads the same in Polish. */
async function looksWellInPolish(): Promise<void> {
  const { people: accounts } = test.site.jira.store;
  accounts.setLocale(people.iga.accountId, 'pl_PL');
  accounts.setTheme(people.iga.accountId, 'dark');
  const narrow = await browser.visit(test.site.urls.jira, 'iga', { theme: 'dark', width: 320, height: 800 });
  await narrow.open('/settings/apps/settings');
  await narrow.sees('Są kłopoty z połączeniem: Tempo');
  await narrow.picture('health-paused-pl-dark-320');
  expect(await narrow.sideways()).toEqual({ page: 0, screen: 0 });
  accounts.setLocale(people.iga.accountId, 'en_US');
  accounts.setTheme(people.iga.accountId, 'light');
}

it('both systems are in order, with what they last answered and what they cost', async () => {
  await iga.sees('Changes of deals reach Opiekun');
  for (const name of ['Salesforce', 'Tempo'] as const) {
    await card(name).getByText('In order').waitFor();
    await card(name).getByText(/^None in \d+ calls?/u).waitFor();
  }
  await card('Salesforce').getByText(/^\d+ of 100,000 used in 24 hours/u).waitFor();
  await card('Tempo').getByText('Active', { exact: true }).waitFor();
  await card('Waiting deals').getByText('No deal waits').waitFor();
  await iga.picture('health-in-order');
});

it('Tempo down: it is given a rest that says until when and what waits, and recovers at once when somebody retries', async () => {
  const lena = await browser.visit(test.site.urls.jira, 'lena');
  await orderTempoFaults(somebody, test, 503, 1000);
  await moveDeal(somebody, test, 'portal', stages.internallyWon);
  await untilSync(test, 'portal', 'failed');
  await untilSaid('Tempo', 'Failing');
  await iga.picture('health-failing');
  await moveDeal(somebody, test, 'portal', stages.won);
  await untilSaid('Tempo', 'Paused');
  await card('Tempo').getByText(/^Tempo failed several times in a row and is given a rest since .+\. It is tried again at .+\.$/u).waitFor();
  await card('Tempo').getByText(/Tempo does not answer/u).waitFor();
  await card('Waiting deals').getByText('1 deal waits for its turn').waitFor();
  await iga.sees('There is trouble with Tempo');
  // What works is not drawn into it.
  await card('Salesforce').getByText('In order').waitFor();
  await iga.picture('health-paused');
  await looksWellInPolish();
  await openPlanner(lena);
  await lena.sees(/next try/u);
  await lena.picture('planner-paused');

  await clearTempoFaults(somebody, test);
  await lena.button('Retry now').click();
  await lena.sees('The planner is in step with the deal');
  await lena.screen.locator('.lane .bar-confirmed').nth(1).waitFor();
  await untilSaid('Tempo', 'In order');
  await card('Waiting deals').getByText('No deal waits').waitFor();
  await iga.sees('Changes of deals reach Opiekun');
  await iga.picture('health-recovered');
});

it('with most of Salesforce’s API calls used it is asked more seldom, and both pages say so', async () => {
  await pressInSetup(somebody, await setupOf(somebody, test, /^Faults on order/u), 'Set to 85 % used');
  await test.site.host.runSchedule('poll');
  await iga.button('Refresh').click();
  await card('Salesforce').getByText(/^Slowed: most of the API calls are used/u).waitFor();
  await card('Salesforce').getByText(/used in 24 hours \(85%\)/u).waitFor();
  await iga.picture('health-slowed');
  const lena = await browser.visit(test.site.urls.jira, 'lena');
  await openPlanner(lena);
  await lena.sees(/Most of the API calls that your Salesforce organisation has for a day are used/u);
  await lena.picture('planner-slowed');

  // Not asked again before its time, however often the trigger comes.
  const used = test.site.salesforce.budget.used();
  await test.site.host.runSchedule('poll');
  expect(test.site.salesforce.budget.used()).toBe(used);
});

it('a subscription that somebody deleted in Tempo is back after the regular comparison, and Tempo is heard again', async () => {
  await card('Tempo').getByText('Active', { exact: true }).waitFor();
  await deleteSubscriptions(somebody, test);
  expect(test.site.tempo.webhooks.subscriptions()).toEqual([]);
  await test.site.host.runSchedule('reconcile');
  await test.site.host.idle();
  expect(test.site.tempo.webhooks.subscriptions().map(({ event, active }) => `${event} ${String(active)}`).sort()).toEqual(['plan.deleted true', 'plan.updated true']);
  await untilSaid('Regular comparison', '1 of 1 deals compared');
  await card('Tempo').getByText('Active', { exact: true }).waitFor();

  const [plan] = test.site.tempo.store.plans.search({ accountIds: [people.olga.accountId] });
  if (plan === undefined) throw new Error('Olga has no plan');
  await editPlan(somebody, test, plan, { hours: '5' });
  await untilSync(test, 'portal', 'drifted');
  await iga.button('Refresh').click();
  await card('Tempo').getByText(/^Last signal/u).waitFor();
});
