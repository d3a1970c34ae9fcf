import { TestBrowser, type Visit } from './browser';
import type { Plan } from '../../local/tempo/model';
import { day, people, projects, stages } from './small-company';
import { publish } from './small-guidelines';
import { deletePlan, editPlan } from './stand-in-pages';
import { link, startTestSite, untilSync, type TestSite } from './test-site';
import { until } from './until';

jest.setTimeout(240_000);

/** Milliseconds within which a person's change in Tempo is known. */
const heardWithin = 5_000;

let test: TestSite;
let browser: TestBrowser;
let lena: Visit;
let planner: Visit;

beforeAll(async () => {
  [test, browser] = await Promise.all([startTestSite(), TestBrowser.launch()]);
  await publish(test, 'portal');
  test.site.salesforce.store.moveStage(test.deals.portal, stages.internallyWon);
  await link(test, 'portal', 'portal');
  await until('the first entries', () => plans().length === 2);
  await untilQuiet();
});
beforeEach(async () => {
  [lena, planner] = [await browser.visit(test.site.urls.jira, 'lena'), await browser.visit(test.site.urls.jira, 'leon')];
});
afterEach(() => browser.endVisits());
afterAll(async () => {
  await browser.close();
  await test.close();
});

const plans = (): readonly Plan[] => test.site.tempo.store.plans.search({ projectIds: [projects.portal.id] });
const secondsOf = ({ effort }: Plan): number => (effort.type === 'SECONDS_PER_DAY' ? effort.plannedSecondsPerDay : 0);

function planOf(who: 'USER' | 'GENERIC'): Plan {
  const plan = plans().find(({ assigneeType }) => assigneeType === who);
  if (plan === undefined) throw new Error(`Tempo has no plan of a ${who}`);
  return plan;
}

/** Waits until every signal of Tempo was delivered, and what it led to is done. */
async function untilQuiet(): Promise<void> {
  await until('Tempo to have told everything', () => test.site.tempo.webhooks.nextDueAt() === undefined);
  await test.site.host.idle();
}

async function openPlanner(): Promise<void> {
  await lena.open(`/projects/${projects.portal.key}/apps/project/planner`);
  await lena.screen.locator('.sync').waitFor();
}

/** Waits until the change was heard of, by nothing but Tempo's signal. */
const untilDrifted = (): Promise<true> => until('the drift to be known', async () => (await test.linked('portal')).sync.kind === 'drifted', heardWithin);

it('a person’s change in Tempo is on the page within seconds without anybody asking, and ours is put back', async () => {
  await openPlanner();
  await lena.sees('The planner is in step with the deal');
  await editPlan(planner, test, planOf('USER'), { hours: '3' });
  await untilDrifted();
  // A page that stood open says so when its reader comes back to it from Tempo.
  await lena.screen.locator('html').evaluate<boolean, unknown>('document.dispatchEvent(new Event("visibilitychange"))');
  await lena.sees('1 entry was changed in Tempo');
  const sides = lena.screen.locator('.drift');
  await sides.locator('.drift-theirs').getByText(/3\s?h/u).waitFor();
  await sides.locator('.drift-ours').getByText(/6\s?h/u).waitFor();
  await lena.picture('signal-drift');
  // Nothing is written over before a person has chosen.
  expect(secondsOf(planOf('USER'))).toBe(3 * 3600);
  await lena.button('Put ours back').click();
  await lena.sees('The planner is in step with the deal');
  expect(secondsOf(planOf('USER'))).toBe(6 * 3600);
});

it('our own writes come back as echoes that call Tempo no further', async () => {
  test.site.salesforce.store.moveStage(test.deals.portal, stages.won);
  await until('the entry to be confirmed', () => !planOf('USER').description.startsWith('Wygrane'));
  await until('the echo to have come', () => test.site.tempo.webhooks.deliveries(1)[0]?.state === 'delivered');
  await untilQuiet();
  await untilSync(test, 'portal', 'inStep');
  const { byCall } = test.site.tempo.store.calls();
  expect(byCall['PUT /4/plans/{id}']).toBeGreaterThan(0);
  test.site.tempo.store.resetCalls();
  await untilQuiet();
  expect(test.site.tempo.store.calls().total).toBe(0);
});

it('an entry that a person deleted is shown as deleted, and it may stay so', async () => {
  await deletePlan(planner, test, planOf('GENERIC'));
  await untilDrifted();
  await openPlanner();
  await lena.sees('1 entry was changed in Tempo');
  await lena.screen.locator('.drift-theirs').getByText('The entry was deleted.').waitFor();
  await lena.picture('signal-deleted');
  await lena.button('Take theirs').click();
  await lena.sees('The planner is in step with the deal');
  await untilQuiet();
  expect(plans().map(({ assigneeType }) => assigneeType)).toEqual(['USER']);
});

it('somebody else’s plan is nobody’s business: a change to it calls Tempo not once', async () => {
  const { plans: table } = test.site.tempo.store;
  const { createdAt: _created, updatedAt: _updated, creatorId: _creator, id: _id, ...content } = planOf('USER');
  const theirs = table.create({ ...content, assigneeId: people.marek.accountId, description: 'Urlop i szkolenie' }, people.leon.accountId, undefined);
  await untilQuiet();
  test.site.tempo.store.resetCalls();
  const told = test.site.tempo.webhooks.deliveries(100).length;
  await editPlan(planner, test, theirs, { to: day(20), description: 'Szkolenie' });
  await until('Tempo to have told of it', () => test.site.tempo.webhooks.deliveries(100).length > told);
  await deletePlan(planner, test, theirs);
  await until('Tempo to have told of that too', () => test.site.tempo.webhooks.deliveries(100).length > told + 1);
  await untilQuiet();
  expect(test.site.tempo.webhooks.deliveries(2).map(({ state }) => state)).toEqual(['delivered', 'delivered']);
  expect(test.site.tempo.store.calls().total).toBe(0);
  await expect(test.linked('portal')).resolves.toMatchObject({ sync: { kind: 'inStep' } });
});
