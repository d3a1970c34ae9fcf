import { resolveDrift, syncDealNow } from '../../src/contract/planner';
import { TestBrowser, type Visit } from './browser';
import { people, projects, stages } from './small-company';
import { publish } from './small-guidelines';
import { editPlan, moveDeal } from './stand-in-pages';
import { link, startTestSite, untilSync, type TestSite } from './test-site';
import { until } from './until';

jest.setTimeout(240_000);

const portal = { project: projects.portal.key };
/** As many records as the server gives at once. */
const page = 50;

let test: TestSite;
let browser: TestBrowser;
let lena: Visit;

beforeAll(async () => {
  [test, browser] = await Promise.all([startTestSite(), TestBrowser.launch()]);
});
beforeEach(async () => {
  lena = await browser.visit(test.site.urls.jira, 'lena');
});
afterEach(() => browser.endVisits());
afterAll(async () => {
  await browser.close();
  await test.close();
});

const causes = (): Promise<string[]> => lena.screen.locator('.trail > li > p').allInnerTexts();
const records = (): Promise<string[]> => lena.screen.locator('.trail-record').allInnerTexts();

async function openTrail(): Promise<void> {
  await test.site.host.idle();
  await lena.open(`/projects/${portal.project}/apps/project/planner`);
  await lena.button('History of this deal\'s entries').click();
  await lena.screen.locator('.trail-record').first().waitFor();
}

it('the trail names each signal and each write, the newest first', async () => {
  const somebody = await browser.visit(test.site.urls.jira, 'leon');
  await link(test, 'portal', 'portal');
  await untilSync(test, 'portal', 'waiting');
  await publish(test, 'portal');
  await untilSync(test, 'portal', 'inStep');
  await moveDeal(somebody, test, 'portal', stages.internallyWon);
  await until('the entries', () => test.site.tempo.store.plans.search({ projectIds: [projects.portal.id] }).length === 2);
  await test.site.host.idle();
  const [plan] = test.site.tempo.store.plans.search({ accountIds: [people.olga.accountId] });
  if (plan === undefined) throw new Error('Olga has no plan');
  await editPlan(somebody, test, plan, { hours: '3' });
  const { lines } = await untilSync(test, 'portal', 'drifted');
  const tag = lines.find(({ drift }) => drift !== null)?.entry?.tag;
  await test.as('lena').ask(portal, resolveDrift, { dealId: test.deals.portal, tag, choice: 'putOursBack' });
  await untilSync(test, 'portal', 'inStep');
  await moveDeal(somebody, test, 'portal', stages.lost);
  await until('the entry to go', () => test.site.tempo.store.plans.search({ accountIds: [people.olga.accountId] }).length === 0);

  await openTrail();
  await lena.picture('trail');
  const told = (await records()).map((text) => text.replace(/\s/gu, ' '));
  const order = [
    /^Deleted: Developer/u,
    /^Planned as “Lost” asks: 0 new, 0 changed, 2 taken back/u,
    /^Changed: Developer/u,
    /^Ours is put back: Developer/u,
    /^1 entry was changed in Tempo and waits for a choice/u,
    /^Tempo told of a change to a plan/u,
    /^Created: Developer, .+ · Firm/u,
    /^Stage: Prospecting → Internally Won/u,
    /^The deal was linked to this project/u,
  ];
  const places = order.map((pattern) => told.findIndex((text) => pattern.test(text)));
  expect({ told, missing: order.filter((_, place) => places[place] === -1) }).toMatchObject({ missing: [] });
  expect(places).toEqual([...places].sort((a, b) => a - b));
  for (const cause of ['Signal from Salesforce', 'Signal from Tempo', 'Choice about a change in Tempo', people.lena.name]) {
    expect((await causes()).some((text) => text.includes(cause))).toBe(true);
  }
  const instants = await lena.screen.locator('.trail time').evaluateAll((times) => times.map((time) => time.getAttribute('datetime') ?? ''));
  expect(instants).toEqual([...instants].sort().reverse());
});

it('a long trail is read page by page, and the focus goes to the first earlier record', async () => {
  // Each turn leaves a look at the stage, a decision and two writes.
  for (let turn = 0; turn < page / 4; turn += 1) {
    test.site.salesforce.store.moveStage(test.deals.portal, turn % 2 === 0 ? stages.won : stages.negotiation);
    await test.site.host.idle();
    await test.as('lena').ask(portal, syncDealNow, { dealId: test.deals.portal });
    await test.site.host.idle();
  }
  await openTrail();
  expect(await records()).toHaveLength(page);
  await lena.tabTo(/Show earlier/u);
  await lena.page.keyboard.press('Enter');
  await until('the earlier records', async () => (await records()).length > page);
  await lena.screen.locator('.trail-record:focus').waitFor();
  expect(await lena.screen.locator('.trail').evaluate<number, unknown>('[...document.querySelectorAll(".trail-record")].indexOf(document.activeElement)')).toBe(page);
  while ((await lena.button('Show earlier').count()) > 0) {
    const before = (await records()).length;
    await lena.button('Show earlier').click();
    await until('still earlier records', async () => (await records()).length > before);
  }
  const told = await records();
  expect(told.at(-1)).toMatch(/^The deal was linked to this project/u);
  expect(new Set(told).size).toBeGreaterThan(5);
  await lena.picture('trail-long');
});
