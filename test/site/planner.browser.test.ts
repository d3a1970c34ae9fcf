import { TestBrowser, type Visit } from './browser';
import { dealNames, day, people, projects, stages } from './small-company';
import { publish } from './small-guidelines';
import { editPlan, moveDeal } from './stand-in-pages';
import { link, startTestSite, untilSync, type TestSite } from './test-site';
import { until } from './until';

jest.setTimeout(240_000);

let test: TestSite;
let browser: TestBrowser;

beforeEach(async () => {
  test = await startTestSite();
  await publish(test, 'portal');
  await link(test, 'portal', 'portal');
  await untilSync(test, 'portal', 'inStep');
});
beforeAll(async () => {
  browser = await TestBrowser.launch();
});
afterEach(async () => {
  try {
    await browser.endVisits();
  } finally {
    await test.close();
  }
});
afterAll(() => browser.close());

const plannerPath = `/projects/${projects.portal.key}/apps/project/planner`;

const moveStage = (visit: Visit, stage: string): Promise<void> => moveDeal(visit, test, 'portal', stage);

const plansInTempo = () =>
  test.site.tempo.store.plans.search({ projectIds: [projects.portal.id] }).map(({ assigneeType, assigneeId, startDate, endDate, description }) => ({
    who: assigneeType === 'USER' ? assigneeId : (test.site.tempo.store.resources.all().find(({ id }) => String(id) === assigneeId)?.name ?? assigneeId),
    from: startDate,
    to: endDate,
    description,
  }));

it('entries follow the stage by push: tentative, firm, confirmed, released', async () => {
  const [lena, seller] = [await browser.visit(test.site.urls.jira, 'lena'), await browser.visit(test.site.urls.jira, 'leon')];
  expect(plansInTempo()).toEqual([]);

  await moveStage(seller, stages.negotiation);
  await until('tentative entries', () => plansInTempo().length === 2);
  expect(plansInTempo().map(({ who }) => who).sort()).toEqual(['Developer', 'Tester']);
  expect(plansInTempo()[0]?.description).toMatch(/^Negocjacje 60% · Portal, etap pierwszy · /u);
  // The page shows what the job keeps at its end.
  await test.site.host.idle();
  await lena.open(plannerPath);
  await lena.sees('The planner is in step with the deal');
  expect(await lena.screen.locator('.lane .bar-tentative').count()).toBe(2);
  await lena.picture('planner-tentative');

  await moveStage(seller, stages.internallyWon);
  await until('firm entries', () => plansInTempo().every(({ description }) => description.startsWith('Wygrane wewnętrznie · ')));
  expect(plansInTempo().map(({ who }) => who).sort()).toEqual(['Tester', people.olga.accountId]);
  await test.site.host.idle();
  await lena.page.reload();
  await lena.screen.locator('.lane .bar-firm').nth(1).waitFor();
  await lena.picture('planner-firm');

  await moveStage(seller, stages.won);
  await until('confirmed entries', () => plansInTempo().every(({ description }) => description.startsWith(dealNames.portal)));
  await test.site.host.idle();
  await lena.page.reload();
  await lena.screen.locator('.lane .bar-confirmed').nth(1).waitFor();
  await lena.screen.getByRole('listitem').filter({ hasText: stages.won }).waitFor();
  await lena.picture('planner-confirmed');

  await moveStage(seller, stages.lost);
  // The one that was under way ends yesterday; the one ahead is gone.
  await until('released entries', () => plansInTempo().length === 1 && plansInTempo()[0]?.to === day(-1));
  expect(plansInTempo()).toMatchObject([{ who: 'Tester', from: day(-7), to: day(-1) }]);
  await test.site.host.idle();
  await lena.page.reload();
  await lena.screen.locator('.lane .bar-released').first().waitFor();
  await lena.picture('planner-released');
});

it('with the Flow switched off the poll sees the stage', async () => {
  const [lena, seller] = [await browser.visit(test.site.urls.jira, 'lena'), await browser.visit(test.site.urls.jira, 'leon')];
  await seller.open(`${test.site.urls.salesforce}/setup?lang=en`);
  const flow = seller.page.getByRole('region', { name: /Flow/u });
  await flow.locator('input[name="on"]').uncheck();
  await flow.getByRole('button', { name: 'Save' }).click();
  expect(test.site.salesforce.flow.read().on).toBe(false);
  await moveStage(seller, stages.negotiation);
  await test.site.host.idle();
  expect(plansInTempo()).toEqual([]);
  await test.site.host.runSchedule('poll');
  await test.site.host.idle();
  expect(plansInTempo()).toHaveLength(2);
  await lena.open(plannerPath);
  await lena.sees('Salesforce was last asked now');
  await lena.screen.locator('.lane .bar-tentative').first().waitFor();
});

it('when Tempo is down it says so in words, and Retry brings the planner in step', async () => {
  const lena = await browser.visit(test.site.urls.jira, 'lena');
  test.site.tempo.store.faults.add({ path: '/4/', times: 1000, fault: { kind: 'status', status: 503 } });
  test.site.salesforce.store.moveStage(test.deals.portal, stages.negotiation);
  await untilSync(test, 'portal', 'failed');
  await lena.open(plannerPath);
  await lena.sees('Not in step: Tempo does not answer');
  await lena.sees('It is down or cannot be reached now. Nothing is lost; try again in a few minutes.');
  await lena.sees(/next try at/u);
  // The stage is the deal's stage even while Tempo cannot follow.
  await lena.screen.locator('.deal header').getByText('Negotiation').waitFor();
  await lena.picture('planner-tempo-down');
  test.site.tempo.store.faults.clear();
  await lena.button('Retry now').click();
  await lena.sees('The planner is in step with the deal');
  await lena.screen.locator('.lane .bar-tentative').nth(1).waitFor();
  expect(plansInTempo()).toHaveLength(2);
});

it('a change made in Tempo behind the app’s back is shown beside ours, and either can be chosen', async () => {
  test.site.salesforce.store.moveStage(test.deals.portal, stages.internallyWon);
  await until('firm entries', () => plansInTempo().length === 2);
  await test.site.host.idle();
  const [lena, planner] = [await browser.visit(test.site.urls.jira, 'lena'), await browser.visit(test.site.urls.jira, 'leon')];

  const edit = async (hours: string): Promise<void> => {
    const plan = test.site.tempo.store.plans.search({ accountIds: [people.olga.accountId] })[0];
    if (plan === undefined) throw new Error('Olga has no plan');
    await editPlan(planner, test, plan, { hours });
    await lena.open(plannerPath);
    await lena.button('Sync now').click();
    await lena.sees('1 entry was changed in Tempo');
  };
  const olgasSeconds = () => test.site.tempo.store.plans.search({ accountIds: [people.olga.accountId] }).map(({ effort }) => (effort.type === 'SECONDS_PER_DAY' ? effort.plannedSecondsPerDay : 0));

  await edit('3');
  const sides = lena.screen.locator('.drift');
  await sides.getByText(/3\s?h/u).waitFor();
  await sides.getByText(/6\s?h/u).waitFor();
  await lena.picture('planner-drift');
  await lena.button('Put ours back').click();
  await until('ours to be back', () => olgasSeconds()[0] === 6 * 3600);
  await lena.sees('The planner is in step with the deal');

  await edit('2');
  await lena.button('Take theirs').click();
  await lena.sees('The planner is in step with the deal');
  await test.site.host.idle();
  expect(olgasSeconds()).toEqual([2 * 3600]);
});
