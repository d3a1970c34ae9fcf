import { closeTestSites, json, startTestSite, type Person, type TestSite } from '../test-site';

let site: TestSite;
beforeEach(async () => {
  site = await startTestSite();
});
afterEach(closeTestSites);

const path = '/rest/api/3/project/CRM/properties';
const put = (value: unknown): RequestInit => json('PUT', value);
const stored = (key = 'mine') => site.jira.store.properties.get('project', '10001', key);

test('the app sets a property, changes it and takes it away, by key or id of the project', async () => {
  expect((await site.fromApp(`${path}/mine`, put({ state: 'go' }))).status).toBe(201);
  expect((await site.fromApp('/rest/api/3/project/10001/properties/mine', put({ state: 'waiting' }))).status).toBe(200);
  expect(await (await site.fromApp(`${path}/mine`)).json()).toEqual({ key: 'mine', value: { state: 'waiting' } });
  expect(await (await site.fromApp(path)).json()).toEqual({ keys: [{ key: 'mine', self: expect.stringContaining('/rest/api/3/project/10001/properties/mine') }] });
  expect((await site.fromApp(`${path}/mine`, { method: 'DELETE' })).status).toBe(204);
  expect((await site.fromApp(`${path}/mine`, { method: 'DELETE' })).status).toBe(404);
  expect((await site.fromApp(`${path}/mine`)).status).toBe(404);
});

test('it is not the property of an issue that has the same id', async () => {
  site.jira.store.properties.set('issue', '10001', 'mine', 'other');
  expect((await site.fromApp(`${path}/mine`)).status).toBe(404);
});

test.each<[string, 'PUT' | 'DELETE' | 'GET', string, number]>([
  ['the classic scope writes', 'PUT', 'manage:jira-project', 201],
  ['the granular scope writes', 'PUT', 'write:project.property:jira', 201],
  ['the scope for issues does not write', 'PUT', 'write:jira-work read:jira-work', 401],
  ['the scope to write does not delete', 'DELETE', 'write:project.property:jira', 401],
  ['the granular scope deletes', 'DELETE', 'delete:project.property:jira', 404],
  ['the scope to write does not read', 'GET', 'write:project.property:jira', 401],
  ['the granular scope reads', 'GET', 'read:project.property:jira', 404],
])('%s', async (_, method, scopes, status) => {
  const answer = await site.fromApp(`${path}/mine`, { ...(method === 'PUT' ? put(1) : { method }), scopes });
  expect(answer.status).toBe(status);
});

test.each<[Person, number, number]>([
  ['ewa', 200, 200],
  ['piotr', 200, 403],
  ['obcy', 404, 404],
])('%s reads with %i and writes with %i', async (person, reading, writing) => {
  site.jira.store.properties.set('project', '10001', 'mine', 1);
  expect((await site.as(person, `${path}/mine`)).status).toBe(reading);
  expect((await site.as(person, `${path}/mine`, put(2))).status).toBe(writing);
  expect(stored()?.value).toBe(writing === 200 ? 2 : 1);
});

test('who administers the project writes', async () => {
  site.jira.store.permissions.addGrant({ permissionKey: 'ADMINISTER_PROJECTS', holder: { type: 'user', accountId: 'acc-piotr' }, projectId: '10001' });
  expect((await site.as('piotr', `${path}/mine`, put(1))).status).toBe(201);
  expect((await site.as('piotr', '/rest/api/3/project/TAJ/properties/mine', put(1))).status).toBe(404);
});

test('an archived project takes none', async () => {
  site.jira.store.projects.archive('10001', null);
  expect((await site.fromApp(`${path}/mine`, put(1))).status).toBe(404);
});

test.each<[string, string, RequestInit, number]>([
  ['too long a key', 'k'.repeat(256), put(1), 400],
  ['too long a value', 'mine', put('x'.repeat(32_768)), 400],
  ['no JSON', 'mine', { method: 'PUT', body: '{', headers: { 'content-type': 'application/json' } }, 400],
  ['nothing', 'mine', { method: 'PUT', body: '', headers: { 'content-type': 'application/json' } }, 400],
  ['plain text', 'mine', { method: 'PUT', body: '1', headers: { 'content-type': 'text/plain' } }, 415],
])('%s is refused, and nothing is kept', async (_, key, request, status) => {
  expect((await site.fromApp(`${path}/${key}`, request)).status).toBe(status);
  expect(stored(key)).toBeUndefined();
});

test('the project takes its properties with it for good', async () => {
  site.jira.store.properties.set('project', '10001', 'mine', 1);
  site.jira.store.projects.deleteForGood('10001');
  expect(stored()).toBeUndefined();
});
