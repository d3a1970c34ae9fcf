import { readGuidelines } from '../../src/contract/guidelines';
import { readPlanner, searchDeals, syncDealNow, type LinkedDealView } from '../../src/contract/planner';
import { mapStages } from '../../src/contract/settings';
import { people, projects, stages } from './small-company';
import { publish } from './small-guidelines';
import { link, startTestSite, untilSync, type TestSite } from './test-site';
import { until } from './until';

jest.setTimeout(240_000);

let test: TestSite;

beforeEach(async () => {
  test = await startTestSite();
  await publish(test, 'shop');
  await link(test, 'shop', 'shop');
  await until('the first entries', () => plans().length === 2);
  await test.site.host.idle();
});
afterEach(() => test.close());

const shop = { project: projects.shop.key };
const plans = () => test.site.tempo.store.plans.search({ projectIds: [projects.shop.id] });

async function poll(): Promise<void> {
  await test.site.host.runSchedule('poll');
  await test.site.host.idle();
}

/** The shop's deal as an administrator sees it: also while the project is closed to its team. */
async function linkedForAdministrator(): Promise<LinkedDealView | undefined> {
  return (await test.as('iga').ask(shop, readPlanner)).deals[0];
}

it('a deal deleted in Salesforce keeps its entries and says so; undeleted, it goes on', async () => {
  const before = plans();
  test.site.salesforce.store.opportunities.delete(test.deals.shop);
  await poll();
  await untilSync(test, 'shop', 'gone');
  expect(plans()).toEqual(before);
  test.site.salesforce.store.opportunities.undelete(test.deals.shop);
  await poll();
  await untilSync(test, 'shop', 'inStep');
  expect(plans()).toEqual(before);
});

it('a stage renamed in Salesforce waits for its mapping, with the entries as they were', async () => {
  const before = plans();
  test.site.salesforce.store.stages.rename(stages.negotiation, { apiName: 'Talks', replaceOnDeals: true });
  await poll();
  await expect(untilSync(test, 'shop', 'waiting')).resolves.toMatchObject({ deal: { stage: null, stageName: 'Talks' }, sync: { for: 'stageMapping' } });
  expect(plans()).toEqual(before);
  const mapping = { [stages.open]: 'open', Talks: 'negotiation', [stages.internallyWon]: 'internallyWon', [stages.won]: 'won', [stages.lost]: 'lost' };
  await test.as('iga').ask('settings', mapStages, { mapping });
  await untilSync(test, 'shop', 'inStep');
  expect(plans()).toEqual(before);
});

it.each(['archived', 'in the trash'])('a project that is %s keeps its entries until it is restored, and then catches up', async (state) => {
  const { projects: jiraProjects, events } = test.site.jira.store;
  const before = plans();
  if (state === 'archived') jiraProjects.archive(projects.shop.id, people.iga.accountId);
  else jiraProjects.moveToTrash(projects.shop.id, people.iga.accountId);
  await events.deliver();
  await until('the project to be closed', async () => (await linkedForAdministrator())?.sync.kind === 'waiting');
  await expect(linkedForAdministrator()).resolves.toMatchObject({ sync: { kind: 'waiting', for: 'project' } });
  await expect(test.as('lena').frameToken(shop)).resolves.toBeUndefined();

  test.site.salesforce.store.moveStage(test.deals.shop, stages.won);
  await test.site.host.idle();
  await poll();
  expect(plans()).toEqual(before);

  jiraProjects.restore(projects.shop.id, people.iga.accountId);
  await events.deliver();
  await until('the entries to catch up', () => plans().some(({ assigneeId }) => assigneeId === people.olga.accountId));
  await expect(untilSync(test, 'shop', 'inStep')).resolves.toMatchObject({ deal: { stage: 'won' } });
  await expect(test.as('lena').ask(shop, readGuidelines)).resolves.toMatchObject({ current: { version: 1 } });
});

it('a project deleted for good takes no entry with it, and its deal says where it was linked', async () => {
  const before = plans();
  test.site.jira.store.projects.deleteForGood(projects.shop.id);
  await test.site.jira.store.events.deliver();
  test.site.salesforce.store.moveStage(test.deals.shop, stages.lost);
  await test.site.host.idle();
  expect(plans()).toEqual(before);
  const { deals } = await test.as('lena').ask({ project: projects.portal.key }, searchDeals, { text: 'Sklep' });
  expect(deals).toMatchObject([{ deal: { id: test.deals.shop }, linkedTo: projects.shop.id }]);
});

it('a person gone from Tempo stops only their own entry, and the screen says whose', async () => {
  test.site.tempo.store.people.setActive(people.olga.accountId, false);
  test.site.salesforce.store.moveStage(test.deals.shop, stages.won);
  const failed = await untilSync(test, 'shop', 'failed');
  expect(failed).toMatchObject({ deal: { stage: 'won' }, sync: { code: 'rejected', parameters: { system: 'tempo' }, nextTryAt: null } });
  await test.site.host.idle();
  expect(plans().filter(({ description }) => description.startsWith('Negocjacje'))).toHaveLength(1);
  test.site.tempo.store.people.setActive(people.olga.accountId, true);
  await test.as('lena').ask(shop, syncDealNow, { dealId: test.deals.shop });
  await untilSync(test, 'shop', 'inStep');
  expect(plans().map(({ assigneeType }) => assigneeType).sort()).toEqual(['GENERIC', 'USER']);
});
