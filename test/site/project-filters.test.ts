import * as z from 'zod/mini';
import { requestReview } from '../../src/contract/gate-operations';
import { readRates, refreshMargin, saveRates } from '../../src/contract/margin';
import { unlinkDeal } from '../../src/contract/planner';
import { saveSharing } from '../../src/contract/sharing';
import { day, issueKey, people, projects, stages, type PersonName } from './small-company';
import { publish } from './small-guidelines';
import { link, startTestSite, untilSync, type TestSite } from './test-site';

/** What a person's own search in Jira finds by how a project stands. */

jest.setTimeout(240_000);

let test: TestSite;
beforeEach(async () => {
  test = await startTestSite();
});
afterEach(() => test.close());

const found = z.object({ issues: z.array(z.object({ key: z.string() })) });
const portal = { project: projects.portal.key };
const all = [1, 2, 3].map((number) => `${projects.portal.key}-${number}`);
const run = (): Promise<void> => test.site.host.runSchedule('clients');

async function search(person: PersonName, jql: string): Promise<readonly string[] | number> {
  const body = JSON.stringify({ jql: `${jql} ORDER BY key`, fields: ['summary'] });
  const answer = await test.as(person).request('/rest/api/3/search/jql', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  return answer.status === 200 ? found.parse(await answer.json()).issues.map(({ key }) => key) : answer.status;
}

/** Eighty hours that cost three quarters of what they bring. */
async function belowTarget(): Promise<void> {
  const issueId = test.site.jira.store.issues.find(issueKey('portal', 1))?.id ?? '';
  for (let back = 1; back <= 20; back += 1) {
    test.site.tempo.store.worklogs.add({ issueId, projectId: projects.portal.id, authorId: people.olga.accountId, day: day(-back), seconds: 4 * 3600, billableSeconds: 4 * 3600, description: '' });
  }
  const { revision } = await test.as('iga').ask('settings', readRates);
  await test.as('iga').ask('settings', saveRates, { revision, people: [], rates: [{ role: 'Developer', from: '2020-01-01', currency: 'PLN', cost: '150.00', billing: '200.00' }] });
  await test.as('lena').ask(portal, refreshMargin);
}

it('finds the issues of projects by stage, gate and guidelines, and by the margin once the company shares it', async () => {
  await publish(test, 'portal');
  test.site.salesforce.store.moveStage(test.deals.portal, stages.negotiation);
  await link(test, 'portal', 'portal');
  await untilSync(test, 'portal', 'inStep');
  await test.as('marek').ask({ issue: issueKey('portal', 2) }, requestReview, { note: '', recipient: '', dueOn: null });
  await belowTarget();
  await run();
  expect(await search('marek', 'project.opiekunGate = waiting')).toEqual(all);
  expect(await search('marek', 'project.opiekunStage = negotiation AND project.opiekunGuidelines = unread')).toEqual(all);
  expect(await search('marek', "project.property['opiekun-project'].gate = go")).toEqual([]);
  // Whoever may not browse the project finds nothing of it, and nobody its margin before an administrator shares it.
  expect(await search('leon', 'project.opiekunGate = waiting')).toEqual([]);
  expect(await search('marek', 'project.opiekunMargin is not EMPTY')).toEqual([]);
  expect(test.site.jira.store.properties.get('project', projects.portal.id, 'opiekun-project')?.value).toEqual({ stage: 'negotiation', gate: 'waiting', guidelines: 'unread' });

  await test.as('iga').ask('settings', saveSharing, { revision: 0, sharesMargin: true });
  await run();
  expect(await search('marek', 'project.opiekunMargin in (atRisk, belowTarget)')).toEqual(all);
  await test.as('iga').ask('settings', saveSharing, { revision: 1, sharesMargin: false });
  await run();
  expect(await search('marek', 'project.opiekunMargin is not EMPTY')).toEqual([]);
});

it('goes on without Jira’s answer, and takes away what is known of a project that nobody keeps', async () => {
  await link(test, 'shop', 'portal');
  test.site.jira.faults.add({ method: 'PUT', pathPrefix: '/rest/api/3/project', kind: 'unavailable', times: 3 });
  await run();
  expect(await search('lena', 'project.opiekunStage = negotiation')).toEqual([]);
  await link(test, 'app', 'portal');
  await run();
  expect(await search('lena', 'project.opiekunStage = internallyWon')).toEqual(all);

  for (const dealId of [test.deals.shop, test.deals.app]) await test.as('lena').ask(portal, unlinkDeal, { dealId });
  await run();
  expect(await search('lena', 'project.opiekunStage is not EMPTY')).toEqual([]);
  expect(test.site.jira.store.properties.keys('project', projects.portal.id)).toEqual([]);
});
