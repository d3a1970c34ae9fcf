import { readKpis } from '../../src/contract/kpis';
import { TestBrowser, type Visit } from './browser';
import { people, type PersonName } from './small-company';
import { publish } from './small-guidelines';
import { link, startTestSite, untilSync, type TestSite } from './test-site';

jest.setTimeout(240_000);

let test: TestSite;
let browser: TestBrowser;

beforeAll(async () => {
  browser = await TestBrowser.launch();
  test = await startTestSite();
  await publish(test, 'portal');
  await link(test, 'portal', 'portal');
  await untilSync(test, 'portal', 'inStep');
  await test.site.host.runSchedule('clients');
});
afterEach(() => browser.endVisits());
afterAll(async () => {
  await test.close();
  await browser.close();
});

const visitIn = (language: 'pl_PL' | 'en_US', person: PersonName, options = {}): Promise<Visit> => {
  test.site.jira.store.people.setLocale(people[person].accountId, language);
  return browser.visit(test.site.urls.jira, person, options);
};

it('shows an account manager their goals, explains each on focus, and what stands behind it', async () => {
  const lena = await visitIn('pl_PL', 'lena');
  await lena.open('/apps/portfolio/goals');
  await lena.sees('Przychód kwartału');
  const info = lena.button('Jak liczymy: Marża operacyjna');
  await info.focus();
  await lena.screen.getByRole('tooltip').filter({ hasText: '(przychód − koszt) ÷ przychód' }).waitFor();
  await lena.page.keyboard.press('Escape');
  await lena.screen.getByRole('tooltip').filter({ hasText: '(przychód' }).waitFor({ state: 'hidden' });
  await lena.button(/Co za tym stoi Komplet/u).click();
  await lena.screen.getByRole('link', { name: /Spedycja Wilga/u }).waitFor();
  await lena.picture('goals');
});

it('lets the head of sales set a goal that the account manager then sees, also on a dashboard', async () => {
  test.site.jira.store.people.setTheme(people.iga.accountId, 'dark');
  const iga = await visitIn('en_US', 'iga', { theme: 'dark' });
  await iga.open('/apps/portfolio/goals');
  await iga.sees('Account managers this quarter');
  await iga.button('Change goals').click();
  await iga.field('Lena Kurek').fill('a lot');
  await iga.sees('Enter an amount, such as 250,000.');
  await iga.field('Lena Kurek').fill('250 000');
  await iga.button('Save').click();
  await iga.sees('Goal: PLN 250,000');
  await iga.picture('goals-team-dark');
  const view = await test.as('lena').ask('portfolio', readKpis, { of: null });
  expect(view.quarters.at(-1)?.sales.goal).toBe('250000.00');

  const lena = await visitIn('pl_PL', 'lena');
  await lena.open('/dashboard');
  await lena.sees(/^Lena Kurek, /u);
  await lena.sees(/Cel: 250[\s\u00a0]000/u);
  await lena.picture('goals-gadget');
});

it('shows the pipeline, and both pages on a narrow screen without scrolling sideways', async () => {
  const lena = await visitIn('en_US', 'lena', { width: 320 });
  await lena.open('/apps/portfolio/goals');
  await lena.sees('Quarterly revenue');
  expect(await lena.sideways()).toEqual({ page: 0, screen: 0 });
  await lena.screen.getByRole('link', { name: 'Pipeline' }).click();
  await lena.sees('Open deals by stage');
  expect(await lena.sideways()).toEqual({ page: 0, screen: 0 });
  await lena.button(/^Show deals/u).first().click();
  await lena.screen.getByRole('link', { name: /Portal, etap pierwszy/u }).waitFor();
  await lena.picture('pipeline-narrow');
});
