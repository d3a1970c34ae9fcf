import { closeTestSites } from '../../local/jira/test-site';
import { projectId } from '../../src/domain/fixture/values';
import { startHarness, type JiraHarness } from './jira-harness';

let jira: JiraHarness;
beforeEach(async () => {
  jira = await startHarness();
  // As manifest.yml declares it.
  jira.site.jira.search.register({
    properties: () => [{ key: 'kickoff-property', entityType: 'issue', propertyKey: 'opiekun-kickoff', values: [{ path: 'token', type: 'string', searchAlias: 'opiekunKickoff' }] }],
    functions: () => [],
    run: () => Promise.reject(new Error('not called')),
  });
});
afterEach(closeTestSites);

const project = projectId('10001');
const wanted = { projectId: project, token: 'token01', summary: 'Kick-off: „CRM” <b>', body: [{ kind: 'heading', text: 'Agenda' }, { kind: 'list', items: ['One', 'Two'] }, { kind: 'paragraph', text: 'Done' }] } as const;

it('creates a task as the app, and finds it again by its token', async () => {
  const created = await jira.kickoffs.create(wanted);
  expect(jira.site.jira.store.issues.find(created.issueKey)).toMatchObject({ id: created.issueId, summary: 'Kick-off: „CRM” <b>', projectId: '10001' });
  expect(jira.site.jira.store.properties.get('issue', created.issueId, 'opiekun-kickoff')?.value).toEqual({ token: 'token01' });
  expect(jira.site.jira.store.issues.find(created.issueKey)?.description).toBe('Agenda\n\nOne\n\nTwo\n\nDone');
  await jira.kickoffs.create({ ...wanted, token: 'token02' });
  expect(await jira.kickoffs.find(project, 'token01')).toEqual(created);
  expect(await jira.kickoffs.find(project, 'token03')).toBeUndefined();
  expect(await jira.kickoffs.find(projectId('10002'), 'token01')).toBeUndefined();
});

it('sends a creation once, whatever becomes of it', async () => {
  for (const kind of ['serverError', 'unavailable', 'timeout', 'halfAnswer'] as const) {
    jira.requests.length = 0;
    jira.site.jira.faults.add({ method: 'POST', pathPrefix: '/rest/api/3/issue', kind });
    await expect(jira.kickoffs.create(wanted)).rejects.toMatchObject({ failure: expect.stringMatching(/^(unavailable|unexpectedAnswer)$/) });
    expect(jira.requests.filter((request) => request.startsWith('POST /issue'))).toHaveLength(1);
  }
});

it('says that Jira refused where the project is gone', async () => {
  await expect(jira.kickoffs.create({ ...wanted, projectId: projectId('99999') })).rejects.toMatchObject({ failure: 'missing' });
});

it('never puts anything but a token into a search', async () => {
  await expect(jira.kickoffs.find(project, 'x" OR project = 10002')).rejects.toThrow(RangeError);
});
