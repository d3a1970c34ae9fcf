import { TestBrowser, type Visit } from './browser';
import { day, people, projects, stages } from './small-company';
import { publish } from './small-guidelines';
import { moveDeal } from './stand-in-pages';
import { link, startTestSite, type TestSite } from './test-site';
import { until } from './until';

jest.setTimeout(240_000);

let test: TestSite;
let browser: TestBrowser;
let lena: Visit;
let seller: Visit;

beforeAll(async () => {
  [test, browser] = await Promise.all([startTestSite(), TestBrowser.launch()]);
  await publish(test, 'portal');
  test.site.salesforce.store.moveStage(test.deals.portal, stages.internallyWon);
  await link(test, 'portal', 'portal');
  await until('the first entries', () => plans().length === 2);
});
beforeEach(async () => {
  [lena, seller] = [await browser.visit(test.site.urls.jira, 'lena'), await browser.visit(test.site.urls.jira, 'leon')];
});
afterEach(() => browser.endVisits());
afterAll(async () => {
  await browser.close();
  await test.close();
});

const whole = [
  { who: 'Tester', from: day(-7), to: day(90) },
  { who: people.olga.accountId, from: day(7), to: day(60) },
];
/** Of the entry that was under way the days that were worked stay; the one ahead is gone. */
const worked = [{ who: 'Tester', from: day(-7), to: day(-1) }];

const plans = () =>
  test.site.tempo.store.plans
    .search({ projectIds: [projects.portal.id] })
    .map(({ assigneeType, assigneeId, startDate, endDate }) => ({
      who: assigneeType === 'USER' ? assigneeId : (test.site.tempo.store.resources.all().find(({ id }) => String(id) === assigneeId)?.name ?? assigneeId),
      from: startDate,
      to: endDate,
    }))
    .sort((a, b) => a.from.localeCompare(b.from));

const untilPlans = (what: string, wanted: readonly object[]): Promise<true> => until(what, () => JSON.stringify(plans()) === JSON.stringify(wanted));

/** What stands on the screen's list of entries, one text for each. */
const listed = (): Promise<string[]> => lena.screen.locator('.released li').allInnerTexts();

async function openPlanner(): Promise<void> {
  await test.site.host.idle();
  await lena.open(`/projects/${projects.portal.key}/apps/project/planner`);
  await lena.screen.locator('.sync-good').waitFor();
}

it('what a lost deal would take is shown before, what it took afterwards, and it is brought back until the deal moves on', async () => {
  await openPlanner();
  await lena.button('What would go if this deal is lost').click();
  await lena.screen.locator('.released li').nth(1).waitFor();
  const before = await listed();
  expect(before).toHaveLength(2);
  expect(before.find((text) => text.includes(people.olga.name))).toMatch(/Developer\s[^]*Would be deleted/u);
  expect(before.find((text) => text.startsWith('Tester'))).toMatch(/Would end on/u);
  await lena.picture('release-preview');
  expect(plans()).toEqual(whole);

  await moveDeal(seller, test, 'portal', stages.lost);
  await untilPlans('the entries to go', worked);
  await openPlanner();
  await lena.sees('Taken out of the planner');
  await lena.sees(/when the deal left the stage “Internally won”/u);
  const went = await listed();
  expect(went.find((text) => text.includes(people.olga.name))).toMatch(/Deleted/u);
  expect(went.find((text) => text.startsWith('Tester'))).toMatch(/Ended on/u);
  // Nothing is left to lose, so nobody is asked to look at it.
  expect(await lena.button('What would go if this deal is lost').count()).toBe(0);
  await lena.picture('release-went');

  await lena.button('Bring back').click();
  await lena.sees(/Entries were brought back on/u);
  await lena.sees('They stand as under the stage “Internally won” until the deal or the guidelines change.');
  await untilPlans('the entries to be back', whole);
  await lena.screen.locator('.sync-good').waitFor();
  expect(await lena.screen.getByText('Taken out of the planner').count()).toBe(0);
  await lena.picture('release-reprieve');

  await moveDeal(seller, test, 'portal', stages.won);
  await until('the entries to be confirmed', () => test.site.tempo.store.plans.search({ projectIds: [projects.portal.id] }).every(({ description }) => !description.startsWith('Wygrane')));
  await openPlanner();
  await lena.screen.locator('.lane .bar-confirmed').nth(1).waitFor();
  expect(await lena.screen.getByText(/brought back/u).count()).toBe(0);
  expect(plans()).toEqual(whole);
});

it('lost again, what was brought back is released again by keyboard, and unlinking lists what goes before it goes', async () => {
  await moveDeal(seller, test, 'portal', stages.lost);
  await untilPlans('the entries to go', worked);
  await openPlanner();
  await lena.sees(/when the deal left the stage “Won”/u);
  await lena.button('Bring back').press('Enter');
  await untilPlans('the entries to be back', whole);

  await lena.tabTo(/Release again/u);
  await lena.page.keyboard.press('Enter');
  await untilPlans('the entries to go again', worked);
  await lena.sees('Taken out of the planner');
  await lena.screen.locator('.sync-good').waitFor();
  await lena.button('Bring back').press('Enter');
  await untilPlans('the entries to be back', whole);
  await lena.sees(/Entries were brought back on/u);
  await lena.screen.locator('.sync-good').waitFor();

  await lena.tabTo(/Unlink this deal/u);
  await lena.page.keyboard.press('Enter');
  const question = lena.screen.getByRole('group', { name: 'Unlink this deal?' });
  await question.getByText('Would be deleted').waitFor();
  await question.getByText(/Would end on/u).waitFor();
  await lena.picture('release-unlink');
  expect(plans()).toEqual(whole);
  await question.getByRole('button', { name: 'Unlink' }).click();
  await lena.sees('No deal is linked');
  await untilPlans('the entries to go with the link', worked);
});
