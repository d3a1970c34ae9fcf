import { readFile } from 'node:fs/promises';
import { requestReview, requestVersionReview, withdrawReview } from '../../src/contract/gate-operations';
import { TestBrowser } from './browser';
import { day, issueKey, projects } from './small-company';
import { askAndDecide, takePictures } from './small-gate';
import { publish } from './small-guidelines';
import { startTestSite, type TestSite } from './test-site';

jest.setTimeout(300_000);

let test: TestSite;
let browser: TestBrowser;
const gate = `/projects/${projects.portal.key}/apps/project/gate`;
const portal = { project: projects.portal.key };
const nothing = { note: '', recipient: '', dueOn: null };
/** More than the section is given at once. */
const decisions = 103;

beforeAll(async () => {
  [test, browser] = await Promise.all([startTestSite({ connected: false }), TestBrowser.launch()]);
  await publish(test, 'portal');
});
afterEach(() => browser.endVisits());
afterAll(async () => {
  await browser.close();
  await test.close();
});

it('a history in which nothing happened says so, and offers nothing to take along', async () => {
  const lena = await browser.visit(test.site.urls.jira, 'lena');
  await lena.open(gate);
  await lena.button('History and export').click();
  await lena.sees('Nothing has happened yet.');
  await lena.picture('gate-history-empty');
  await expect(lena.button('Export decisions (CSV)').isDisabled()).resolves.toBe(true);
  await expect(lena.button('Print the history').isDisabled()).resolves.toBe(true);
});

it('all decisions are exported, however many, and the history goes back to the first', async () => {
  for (let number = 1; number <= decisions; number += 1) {
    await askAndDecide(test, 'portal', issueKey('portal', 1), { verdict: { kind: number % 3 === 0 ? 'noGo' : 'go' }, reason: `Decyzja numer ${number}` });
  }
  const lena = await browser.visit(test.site.urls.jira, 'lena');
  await lena.open(gate);
  await lena.sees('The newest 100 decisions are listed here. Earlier ones are in the history below.');
  await lena.tabTo(/History and export/u);
  await lena.page.keyboard.press('Enter');
  await lena.tabTo(/Export decisions/u);
  const [file] = await Promise.all([lena.page.waitForEvent('download', { timeout: 60_000 }), lena.page.keyboard.press('Enter')]);
  const text = await readFile(await file.path(), 'utf8');
  const rows = text.trimEnd().split('\r\n').slice(1);
  expect(rows).toHaveLength(decisions);
  const numbers = rows.map((row) => Number(/Decyzja numer (\d+)/u.exec(row)?.[1]));
  expect(numbers).toEqual(Array.from({ length: decisions }, (_, place) => decisions - place));

  const events = lena.screen.locator('.history-event');
  let before = await events.count();
  expect(before).toBeLessThan(2 * decisions);
  await lena.picture('gate-history-long');
  while ((await lena.button('Show earlier').count()) > 0) {
    await lena.tabTo(/^ *Show earlier/u);
    await lena.page.keyboard.press('Enter');
    await events.nth(before).waitFor();
    // The keyboard goes on where the earlier ones begin.
    await lena.screen.locator(`.history-event:nth-child(${before}):focus`).waitFor();
    before = await events.count();
  }
  expect(before).toBe(2 * decisions);
  await lena.picture('gate-history-whole');
});

it('the history can be read for one deliverable, and printed so', async () => {
  const second = issueKey('portal', 2);
  const { review } = await test.as('marek').ask({ issue: second }, requestReview, nothing);
  await test.as('marek').ask({ issue: second }, withdrawReview, { reviewId: review?.id ?? '' });
  await takePictures(test, browser, 'lena', 'gate-history', async (visit, locale) => {
    await visit.open(gate);
    await visit.button(locale === 'pl_PL' ? 'Historia i eksport' : 'History and export').click();
    await visit.screen.locator('.history-tools select').selectOption(second);
    expect(await visit.screen.locator('.history-event').count()).toBe(2);
  });
  const lena = await browser.visit(test.site.urls.jira, 'lena');
  await lena.open(gate);
  await lena.button('History and export').click();
  // Of the first deliverable only the newest are on the screen, and all are printed.
  await lena.screen.locator('.history-tools select').selectOption(issueKey('portal', 1));
  expect(await lena.screen.locator('.history-event').count()).toBeLessThan(2 * decisions);
  // A headless browser has printed before anybody could look.
  await lena.screen.locator('body').evaluate('window.print = () => undefined');
  await lena.button('Print the history').click();
  await lena.page.emulateMedia({ media: 'print' });
  const sheet = lena.screen.locator('.print-sheet');
  await sheet.getByText(`History of the delivery gate: ${issueKey('portal', 1)}`).waitFor();
  expect(await sheet.locator('.history-event').count()).toBe(2 * decisions);
  await lena.picture('gate-history-print');
  await lena.screen.locator('body').evaluate("window.dispatchEvent(new Event('afterprint'))");
  await sheet.waitFor({ state: 'detached' });
});

it('an export that fails says so, keeps what is on the screen, and can be tried again', async () => {
  const version = test.site.jira.store.versions.create(projects.portal.id, 'Jesień', { releaseDate: day(20) });
  if (version === false) throw new Error('the company has changed');
  await test.as('marek').ask(portal, requestVersionReview, { versionId: version.id, ...nothing });
  const lena = await browser.visit(test.site.urls.jira, 'lena');
  await lena.open(gate);
  await lena.button('History and export').click();
  await lena.screen.locator('.history-event').first().waitFor();
  await lena.page.route('**/_forge/invoke', (route) => (route.request().postData()?.includes('gate.readRecord') === true ? route.abort() : route.fallback()));
  lena.expectTrouble(/ERR_FAILED/u);
  await lena.button('Export decisions (CSV)').click();
  await lena.sees('Something went wrong');
  await lena.picture('gate-export-failed');
  await lena.page.unroute('**/_forge/invoke');
  const [file] = await Promise.all([lena.page.waitForEvent('download', { timeout: 60_000 }), lena.button('Try again').click()]);
  expect(file.suggestedFilename()).toMatch(/^POR-.*\.csv$/u);
});
