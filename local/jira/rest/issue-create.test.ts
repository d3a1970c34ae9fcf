import { closeTestSites, json, people, startTestSite, type TestSite } from '../test-site';

let site: TestSite;
beforeEach(async () => {
  site = await startTestSite();
});
afterEach(closeTestSites);

const api = '/rest/api/3';
const description = { type: 'doc', version: 1, content: [{ type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Cel' }] }] }] }] };

async function taskId(): Promise<string> {
  const { issueTypes } = JSON.parse(await (await site.fromApp(`${api}/issue/createmeta/CRM/issuetypes`)).text());
  return issueTypes.find(({ subtask, hierarchyLevel }: { subtask: boolean; hierarchyLevel: number }) => !subtask && hierarchyLevel === 0).id;
}
const create = async (fields: Record<string, unknown>, more: Record<string, unknown> = {}): Promise<Response> =>
  site.fromApp(`${api}/issue`, json('POST', { fields: { project: { key: 'CRM' }, issuetype: { id: await taskId() }, summary: 'Kick-off', ...fields }, ...more }));

test('an issue is created with the next number of its project, its properties and its event', async () => {
  const answer = await create({ description, assignee: { accountId: people.piotr } }, { properties: [{ key: 'mine', value: { token: 'x' } }] });
  expect(answer.status).toBe(201);
  const { id, key, self } = JSON.parse(await answer.text());
  expect(key).toMatch(/^CRM-\d+$/);
  expect(self).toContain(`/rest/api/3/issue/${id}`);
  expect(site.jira.store.issues.find(key)).toMatchObject({ id, summary: 'Kick-off', description: 'Cel', assignee: people.piotr });
  expect(site.jira.store.properties.get('issue', id, 'mine')?.value).toEqual({ token: 'x' });
  await site.jira.store.events.deliver();
  expect(site.emitted).toHaveLength(1);
});

test('two posts make two issues', async () => {
  const keys = [JSON.parse(await (await create({})).text()).key, JSON.parse(await (await create({})).text()).key];
  expect(new Set(keys).size).toBe(2);
});

test.each([
  ['no project', { project: {} }, 'project'],
  ['a project that nobody has', { project: { key: 'NONE' } }, 'project'],
  ['no summary', { summary: ' ' }, 'summary'],
  ['a summary too long', { summary: 'x'.repeat(256) }, 'summary'],
  ['no type', { issuetype: undefined }, 'issuetype'],
  ['an unknown type', { issuetype: { id: '99999' } }, 'issuetype'],
  ['a description in plain text', { description: 'plain' }, 'description'],
  ['an unknown field', { colour: 'red' }, 'colour'],
  ['someone who cannot be assigned', { assignee: { accountId: people.obcy } }, 'assignee'],
])('with %s it is a 400 that names the field, and nothing is written', async (_, fields, field) => {
  const before = site.jira.store.issues.ofProject('10001', { startAt: 0, maxResults: 0 }).total;
  const answer = await create(fields);
  expect(answer.status).toBe(400);
  expect(JSON.parse(await answer.text()).errors).toHaveProperty(field);
  expect(site.jira.store.issues.ofProject('10001', { startAt: 0, maxResults: 0 }).total).toBe(before);
});

test('whoever may not create issues is refused, and told of no type', async () => {
  expect((await site.as('anna', `${api}/issue`, json('POST', { fields: { project: { key: 'CRM' }, issuetype: { id: await taskId() }, summary: 'x' } }))).status).toBe(403);
  expect(JSON.parse(await (await site.as('anna', `${api}/issue/createmeta/CRM/issuetypes`)).text())).toMatchObject({ total: 0, issueTypes: [] });
});

test('what is not modelled says so', async () => {
  expect((await create({}, { transition: { id: '1' } })).status).toBe(501);
});
