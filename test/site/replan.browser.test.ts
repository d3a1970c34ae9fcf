import { TestBrowser, type Visit } from './browser';
import { day, people, projects, stages } from './small-company';
import { publish } from './small-guidelines';
import { approvePlan, switchApprovalOn } from './stand-in-pages';
import { link, startTestSite, untilSync, type TestSite } from './test-site';
import { until } from './until';

jest.setTimeout(240_000);

let test: TestSite;
let browser: TestBrowser;
let lena: Visit;
let planner: Visit;

beforeAll(async () => {
  [test, browser] = await Promise.all([startTestSite(), TestBrowser.launch()]);
  test.site.tempo.store.createPerson({ accountId: people.leon.accountId, displayName: people.leon.name, role: people.leon.job, reviewer: true });
  await publish(test, 'portal');
});
beforeEach(async () => {
  [lena, planner] = [await browser.visit(test.site.urls.jira, 'lena'), await browser.visit(test.site.urls.jira, 'leon')];
});
afterEach(() => browser.endVisits());
afterAll(async () => {
  await browser.close();
  await test.close();
});

const olgas = () => {
  const [plan] = test.site.tempo.store.plans.search({ accountIds: [people.olga.accountId] });
  if (plan === undefined) throw new Error('Olga has no plan');
  return plan;
};

const longDay = new Intl.DateTimeFormat('en-US', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const periodOf = (from: string, to: string): string => longDay.formatRange(new Date(from), new Date(to));

async function edit(): Promise<void> {
  await lena.open(`/projects/${projects.portal.key}/apps/project/guidelines`);
  await lena.button('Edit guidelines').click();
  await lena.screen.locator('.staffing-row').nth(1).waitFor();
}

async function review(): Promise<void> {
  await lena.screen.getByText(/^Saved/u).first().waitFor();
  await lena.button('Review and publish').click();
  await lena.screen.getByRole('heading', { name: 'In the planner' }).waitFor();
}

it('before publishing it says whose approved plan goes back to pending, or that nothing in the planner changes; afterwards the trail tells', async () => {
  await switchApprovalOn(planner, test);
  test.site.salesforce.store.moveStage(test.deals.portal, stages.won);
  await link(test, 'portal', 'portal');
  await untilSync(test, 'portal', 'inStep');
  expect(olgas().approval).toMatchObject({ status: 'REQUESTED' });
  await approvePlan(planner, test, olgas());

  await edit();
  await lena.field('Hours').fill('2600');
  await review();
  await lena.sees('Nothing in the planner changes.');
  await lena.picture('replan-nothing');
  expect(await lena.screen.getByText(/back to pending/u).count()).toBe(0);

  await lena.button('Back to editing').click();
  const line = lena.screen.getByRole('group', { name: 'Staffing line 1' });
  await line.getByLabel('To', { exact: true }).fill(day(50));
  await review();
  await lena.sees('1 entry is changed');
  await lena.sees('1 approved plan goes back to pending');
  await lena.sees('Tempo mails the reviewer, who has to approve again:');
  const warned = await lena.screen.locator('.replan-plans li').innerText();
  expect(warned.replace(/\s/gu, ' ')).toBe(`${people.olga.name} · Developer · ${periodOf(day(7), day(60))}`.replace(/\s/gu, ' '));
  await lena.picture('replan-pending');
  expect(olgas()).toMatchObject({ endDate: day(60), approval: { status: 'APPROVED' } });

  await lena.button('Publish version 2').click();
  await lena.sees('Version 2 is published');
  await until('the plan to be moved', () => olgas().endDate === day(50));
  expect(olgas().approval).toMatchObject({ status: 'REQUESTED' });
  await test.site.host.idle();
  await lena.open(`/projects/${projects.portal.key}/apps/project/planner`);
  await lena.button('History of this deal\'s entries').click();
  const newest = lena.screen.locator('.trail > li').first();
  await newest.getByText(`Changed: Developer, now ${periodOf(day(7), day(50))}`).waitFor();
  await newest.getByText('Guidelines published').waitFor();
  await newest.getByText('Planned as “Won” asks: 0 new, 1 changed, 0 taken back').waitFor();
  await lena.picture('replan-trail');
});

it('what only changes the budget leaves an approved plan approved', async () => {
  await approvePlan(planner, test, olgas());
  const before = olgas();
  await edit();
  await lena.field('Budget').fill('500 000');
  await review();
  await lena.sees('Nothing in the planner changes.');
  test.site.tempo.store.resetCalls();
  await lena.button('Publish version 3').click();
  await lena.sees('Version 3 is published');
  await test.site.host.idle();
  await expect(untilSync(test, 'portal', 'inStep')).resolves.toBeDefined();
  expect(olgas()).toEqual(before);
  const { byCall } = test.site.tempo.store.calls();
  expect(Object.keys(byCall).filter((call) => /^(?:PUT|PATCH|DELETE)|^POST \/4\/plans$/u.test(call))).toEqual([]);
});
