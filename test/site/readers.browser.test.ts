import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../local/database';
import { TestBrowser, type Visit, type VisitOptions } from './browser';
import { day, issueKey, people, type PersonName } from './small-company';
import { publish } from './small-guidelines';
import { startTestSite, type TestSite } from './test-site';

jest.setTimeout(240_000);

let data: string;
let test: TestSite;
let browser: TestBrowser;

/** Guidelines that were published four days ago and that nobody has read, where two people work. */
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'opiekun-readers-'));
  const before = await startTestSite({ data });
  await publish(before, 'portal');
  const { issues } = before.site.jira.store;
  for (const [number, assignee] of [[1, 'marek'], [2, 'olga'], [3, 'lena']] as const) issues.update(issues.find(issueKey('portal', number))?.id ?? '', { assignee: people[assignee].accountId }, { kind: 'app' });
  await before.close();
  const storage = openDatabase(join(data, 'forge.db'));
  storage.prepare("UPDATE forge_item SET value = json_set(value, '$.content.publishedAt', ?) WHERE space = 'guidelines-version'").run(`${day(-4)}T09:00:00.000Z`);
  storage.close();
  [test, browser] = await Promise.all([startTestSite({ data }), TestBrowser.launch()]);
});
afterEach(() => browser.endVisits());
afterAll(async () => {
  await browser.close();
  await test.close();
  await rm(data, { recursive: true, force: true });
});

const visitIn = (language: 'pl_PL' | 'en_US', person: PersonName, { theme = 'light', ...options }: VisitOptions = {}): Promise<Visit> => {
  test.site.jira.store.people.setLocale(people[person].accountId, language);
  test.site.jira.store.people.setTheme(people[person].accountId, theme);
  return browser.visit(test.site.urls.jira, person, { theme, ...options });
};

it('reminds those who work in the project beside their work, and they read and acknowledge there', async () => {
  const lena = await visitIn('en_US', 'lena', { theme: 'dark', width: 320 });
  await lena.open('/apps/portfolio/today');
  await lena.sees('Nobody has read version 1 of the guidelines yet');
  await lena.button('Remind').click();
  await lena.screen.getByRole('checkbox', { name: /Marek Tuz/u }).waitFor();
  expect(await lena.screen.getByRole('checkbox').count()).toBe(2);
  await lena.picture('today-readers-dark-320');
  expect(await lena.sideways()).toEqual({ page: 0, screen: 0 });
  await lena.screen.getByRole('checkbox', { name: /Olga Fijał/u }).uncheck();
  await lena.screen.getByLabel('What they should know (optional)').fill('The deadline <b>moved</b>');
  await lena.tabTo(/Remind 1 person/u);
  await lena.page.keyboard.press('Enter');
  await lena.sees(/^Reminded; if nobody reads it in two days, this comes back: /u);
  await lena.screen.locator('.today-item').waitFor({ state: 'detached' });

  const marek = await visitIn('pl_PL', 'marek');
  await marek.open(`/browse/${issueKey('portal', 1)}`);
  await marek.page.getByText('@Marek Tuz Wytyczne projektu w wersji 1 czekają na przeczytanie.').waitFor();
  await marek.page.getByText('„The deadline <b>moved</b>”').waitFor();
  await marek.button('Potwierdź wersję 1').click();
  await marek.screen.locator('.acknowledged').waitFor();
  await marek.picture('panel-reminded');
  const { store } = test.site.jira;
  expect(store.comments.ofIssue(store.issues.find(issueKey('portal', 2))?.id ?? '')).toEqual([]);
});
