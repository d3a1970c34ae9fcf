import { readDraft } from '../../src/contract/guidelines';
import { saveRates } from '../../src/contract/margin';
import { addDays, mondayOf } from '../../src/domain/calendar';
import { accountId, day as plainDate } from '../../src/domain/fixture/values';
import { TestBrowser, type Visit } from './browser';
import { day, people, projects, stages, type PersonName } from './small-company';
import { publish } from './small-guidelines';
import { moveDeal } from './stand-in-pages';
import { link, startTestSite, untilSync, type TestSite } from './test-site';

jest.setTimeout(240_000);

let test: TestSite;
let browser: TestBrowser;

/** Monday in four weeks: Olga, the only developer, works half a day for the first deal by then. */
const begin = addDays(mondayOf(plainDate(day(0))), 28);

beforeAll(async () => {
  browser = await TestBrowser.launch();
});
beforeEach(async () => {
  test = await startTestSite();
  await test.as('iga').ask('settings', saveRates, { revision: 0, rates: [], people: [{ accountId: accountId(people.olga.accountId), role: 'Developer' }] });
  await publish(test, 'portal', (draft) => ({
    ...draft,
    staffing: [{ id: 'staffing0001', role: 'Developer', person: null, from: begin, to: addDays(begin, 18), hoursPerDay: '12', dealId: null }],
  }));
  await link(test, 'portal', 'portal');
  await untilSync(test, 'portal', 'inStep');
  await test.site.host.runSchedule('margins');
});
afterEach(async () => {
  try {
    await browser.endVisits();
  } finally {
    await test.close();
  }
});
afterAll(() => browser.close());

const visitIn = (language: 'pl_PL' | 'en_US', person: PersonName, options = {}): Promise<Visit> => {
  test.site.jira.store.people.setLocale(people[person].accountId, language);
  return browser.visit(test.site.urls.jira, person, options);
};

it('says who is missing when, shows what a move does, and puts it into the draft alone', async () => {
  const lena = await visitIn('en_US', 'lena');
  await lena.open('/apps/portfolio/staffing');
  const answer = lena.screen.locator('main .if-won');
  await answer.getByText(/^Developer: .* missing, all because of this deal/u).waitFor();
  expect(await lena.screen.locator('.staffing-grid .staffing-cell[data-over]').count()).toBe(3);
  await lena.button('Developer').click();
  await lena.sees('Olga Fijał');
  await lena.picture('staffing');

  await lena.screen.getByLabel('Hours a day').fill('4');
  await lena.screen.getByLabel('Hours a day').blur();
  await answer.getByText('Nobody is missing', { exact: false }).waitFor();
  // What goes on behind the weeks that are known is no all-clear.
  await lena.field('To').fill(addDays(begin, 400));
  await answer.getByText('Whether anybody is missing in the rest of the deal', { exact: false }).waitFor();
  expect(await answer.locator('.fits').count()).toBe(0);
  await lena.screen.locator('.trial-summary').getByText(/^As you try it: nobody is missing. Known until/u).waitFor();
  await lena.field('To').fill(addDays(begin, 18));
  await answer.locator('.fits').waitFor();
  await lena.button('Developer: week later').click();
  await lena.button('Put 1 line into the draft').click();
  await lena.sees('It is in the draft of the guidelines');
  // What is published stands until somebody publishes the draft.
  await answer.getByText(/^Developer: .* missing/u).waitFor();
  const { draft } = await test.as('lena').ask({ project: projects.portal.key }, readDraft, {});
  expect(draft.staffing).toMatchObject([{ id: 'staffing0001', from: addDays(begin, 7), to: addDays(begin, 25), hoursPerDay: '4' }]);
});

it('keeps the choice in the address, says what is missing without a win, and prints all weeks and nothing else', async () => {
  const lena = await visitIn('en_US', 'lena');
  await lena.open('/apps/portfolio/staffing');
  await lena.field('If this deal is won').selectOption('none');
  await lena.sees('As things stand, without any further win');
  expect(lena.page.url()).toMatch(/staffing\/none$/u);
  await lena.page.reload();
  await lena.sees('As things stand, without any further win');

  await lena.page.emulateMedia({ media: 'print' });
  const paper = lena.screen.locator('.staffing-paper');
  await paper.getByRole('heading', { name: 'As things stand, without any further win' }).waitFor();
  expect(await paper.locator('thead th').count()).toBe(28);
  expect(await lena.screen.locator('#root').isVisible()).toBe(false);
  expect((await lena.sideways()).screen).toBe(0);
});

it('works without a mouse, in the dark, in Polish and at 320 px, and shows others nothing', async () => {
  test.site.jira.store.people.setTheme(people.lena.accountId, 'dark');
  const lena = await visitIn('pl_PL', 'lena', { width: 320 });
  await lena.open('/apps/portfolio/staffing');
  await lena.sees('brakuje');
  await lena.tabTo(/Tydzień po tygodniu/u);
  await lena.page.keyboard.press('Enter');
  await lena.screen.locator('main .if-won tbody tr').first().waitFor();
  await lena.tabTo(/W liczbach/u);
  await lena.page.keyboard.press('Space');
  await lena.screen.locator('.staffing-grid .staffing-numbers').first().waitFor();
  expect(await lena.sideways()).toEqual({ page: 0, screen: 0 });
  await lena.picture('staffing-dark');

  const stranger = await visitIn('pl_PL', 'marek');
  await stranger.open('/apps/portfolio/staffing');
  await stranger.sees('Nie ma jeszcze kogo obsadzać');
  expect(stranger.answers.join('')).not.toContain('staffing0001');
});

it('says at the deal in its project who is missing if it is won, leads to the weeks, and tells whoever may not see it nothing', async () => {
  const plannerPath = `/projects/${projects.portal.key}/apps/project/planner`;
  await moveDeal(await browser.visit(test.site.urls.jira, 'leon'), test, 'portal', stages.negotiation);
  await untilSync(test, 'portal', 'inStep');
  await test.site.host.idle();
  const marek = await visitIn('en_US', 'marek');
  await marek.open(plannerPath);
  await marek.sees('Tentative');
  const lena = await visitIn('en_US', 'lena');
  await lena.open(plannerPath);
  await lena.screen.locator('.deal-risks').getByText(/^Developer: from .*, up to .* a week are missing$/u).waitFor();
  await lena.screen.locator('.deal-risks').getByText(/then nobody is missing|Talk about scope/u).waitFor();
  await lena.picture('planner-risks');
  await lena.button('See it in Staffing').click();
  await lena.page.waitForURL(/\/apps\/portfolio\/staffing\/006/u);
  await lena.screen.locator('main .if-won').getByText(/^Developer: .* missing/u).waitFor();
  // Hers asked a moment after his, and both are answered.
  expect(await marek.screen.locator('.deal-risks').count()).toBe(0);
  expect(marek.answers.join('')).not.toMatch(/"mostMinutes":\d/u);
  expect(lena.answers.join('')).toMatch(/"mostMinutes":\d/u);

  test.site.jira.store.people.setTheme(people.lena.accountId, 'dark');
  const narrow = await visitIn('pl_PL', 'lena', { width: 320 });
  await narrow.open(plannerPath);
  await narrow.screen.locator('.deal-risks').getByText(/^Developer: od .* brakuje w najgorszym tygodniu/u).waitFor();
  expect(await narrow.sideways()).toEqual({ page: 0, screen: 0 });
  await narrow.picture('planner-risks-dark');
});
