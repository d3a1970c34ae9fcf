import { readSharing } from '../../src/contract/sharing';
import { TestBrowser } from './browser';
import { people } from './small-company';
import { startTestSite, type TestSite } from './test-site';

jest.setTimeout(240_000);

let test: TestSite;
let browser: TestBrowser;

beforeAll(async () => {
  [test, browser] = await Promise.all([startTestSite(), TestBrowser.launch()]);
});
afterEach(() => browser.endVisits());
afterAll(async () => {
  await browser.close();
  await test.close();
});

it('tells Jira’s filters of margins once an administrator says so by keyboard, and not over somebody else’s choice', async () => {
  const page = '/settings/apps/settings';
  const [iga, again] = [await browser.visit(test.site.urls.jira, 'iga'), await browser.visit(test.site.urls.jira, 'iga')];
  for (const visit of [iga, again]) {
    await visit.open(page);
    await visit.field('Tell the state of the margin too').waitFor();
    expect(await visit.screen.getByText('project.opiekunMargin').count()).toBe(0);
  }
  await iga.tabTo(/Tell the state of the margin too/u);
  await iga.page.keyboard.press('Space');
  await iga.sees('project.opiekunMargin in (atRisk, belowTarget)');
  await iga.page.keyboard.press('Tab');
  await iga.page.keyboard.press('Enter');
  await iga.sees('Saved. Projects follow within the hour.');
  expect(await test.as('iga').ask('settings', readSharing)).toMatchObject({ sharesMargin: true });

  const form = again.screen.locator('form', { has: again.field('Tell the state of the margin too') });
  await form.getByRole('button', { name: 'Save' }).click();
  await again.sees('Somebody changed this before you');
  expect(await test.as('iga').ask('settings', readSharing)).toMatchObject({ sharesMargin: true });
});

it('fits a narrow window in Polish and the dark', async () => {
  test.site.jira.store.people.setLocale(people.iga.accountId, 'pl_PL');
  test.site.jira.store.people.setTheme(people.iga.accountId, 'dark');
  const iga = await browser.visit(test.site.urls.jira, 'iga', { theme: 'dark', width: 320 });
  await iga.open('/settings/apps/settings');
  await iga.screen.locator('.examples dt').first().waitFor();
  await iga.picture('sharing-pl-dark-320');
  expect(await iga.sideways()).toEqual({ page: 0, screen: 0 });
});
