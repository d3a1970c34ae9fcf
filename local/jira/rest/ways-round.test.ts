import * as z from 'zod/mini';
import { softwareIssueType, softwareStatus } from '../software-workflow';
import { closeTestSites, json, people, startTestSite, type Person, type TestSite } from '../test-site';

let site: TestSite;
beforeEach(async () => {
  site = await startTestSite();
  const grant = (permissionKey: string, person: Person, projectId: string): void => site.jira.store.permissions.addGrant({ permissionKey, holder: { type: 'user', accountId: people[person] }, projectId });
  for (const permission of ['LINK_ISSUES', 'MOVE_ISSUES', 'DELETE_ISSUES', 'CREATE_ISSUES', 'ADMINISTER_PROJECTS']) grant(permission, 'piotr', '10001');
});
afterEach(closeTestSites);

const api = '/rest/api/3';
const send = (method: string, path: string, body: unknown, person: Person = 'piotr'): Promise<Response> => site.as(person, `${api}${path}`, json(method, body));
const task = z.object({ taskId: z.string() });

/** Starts a bulk operation. @returns what became of it. */
async function bulk(what: 'transition' | 'move', body: unknown, person: Person = 'piotr'): Promise<unknown> {
  const answer = await send('POST', `/bulk/issues/${what}`, body, person);
  expect(answer.status).toBe(201);
  const { taskId } = z.parse(task, await answer.json());
  return (await site.as(person, `${api}/bulk/queue/${taskId}`)).json();
}

async function emitted(): Promise<readonly (readonly [string, unknown])[]> {
  await site.jira.store.events.deliver();
  return site.emitted.map(({ name, payload }) => [name, payload]);
}

describe('links', () => {
  const blocks = { type: { name: 'Blocks' }, inwardIssue: { key: 'CRM-2' }, outwardIssue: { key: 'CRM-1' } };

  test('are made once, seen from both ends, told of and taken away', async () => {
    expect((await send('POST', '/issueLink', blocks)).status).toBe(201);
    expect((await send('POST', '/issueLink', blocks)).status).toBe(201);
    const links = await (await site.as('piotr', `${api}/issue/CRM-1?fields=issuelinks`)).json();
    const own = z.parse(z.object({ fields: z.object({ issuelinks: z.array(z.object({ id: z.string(), inwardIssue: z.optional(z.object({ key: z.string() })) })) }) }), links).fields.issuelinks;
    const made = own.find(({ inwardIssue }) => inwardIssue?.key === 'CRM-2');
    expect(made).toBeDefined();
    expect((await site.as('piotr', `${api}/issueLink/${made?.id}`, { method: 'DELETE' })).status).toBe(204);
    expect((await site.as('piotr', `${api}/issueLink/${made?.id}`, { method: 'DELETE' })).status).toBe(404);
    expect((await emitted()).map(([name]) => name)).toEqual(['avi:jira:created:issuelink', 'avi:jira:deleted:issuelink']);
    expect((await emitted())[0]?.[1]).toMatchObject({ sourceIssueId: 30002, destinationIssueId: 30001, issueLinkType: { name: 'Blocks' } });
  });

  test.each([
    [401, blocks, 'anna'],
    [404, { ...blocks, inwardIssue: { key: 'TAJ-1' } }, 'piotr'],
    [404, { ...blocks, type: { name: 'Cloners' } }, 'piotr'],
    [400, { ...blocks, inwardIssue: { key: 'CRM-1' } }, 'piotr'],
    [400, { type: 'Blocks' }, 'piotr'],
    [501, { ...blocks, comment: {} }, 'piotr'],
  ] as const)('answer %d for %j of %s', async (status, body, person) => expect((await send('POST', '/issueLink', body, person)).status).toBe(status));
});

describe('a version', () => {
  test('is made, renamed, released, archived and deleted, each told of', async () => {
    const made = await send('POST', '/version', { name: '3.0', projectId: 10001 });
    expect(made.status).toBe(201);
    const { id } = z.parse(z.object({ id: z.string() }), await made.json());
    for (const change of [{ name: '3.1' }, { released: true }, { released: false, archived: true }]) expect((await send('PUT', `/version/${id}`, change)).status).toBe(200);
    expect(await (await site.as('piotr', `${api}/version/${id}`)).json()).toMatchObject({ name: '3.1', released: false, archived: true });
    expect((await send('POST', `/version/${id}/removeAndSwap`, {})).status).toBe(204);
    expect((await site.as('piotr', `${api}/version/${id}`)).status).toBe(404);
    expect((await emitted()).map(([name]) => name.split(':')[2])).toEqual(['created', 'updated', 'released', 'unreleased', 'archived', 'deleted']);
  });

  test('leaves its issues without it', async () => {
    expect((await site.as('piotr', `${api}/version/20001`, { method: 'DELETE' })).status).toBe(204);
    expect(site.jira.store.issues.find('CRM-2')?.fixVersionIds).toEqual(['20002']);
  });

  test.each([
    [403, '20001', { released: true }, 'anna'],
    [404, '20001', { released: true }, 'obcy'],
    [404, '9', { released: true }, 'piotr'],
    [400, '20001', { name: '2.0' }, 'piotr'],
    [400, '20001', { name: ' ' }, 'piotr'],
    [400, '20001', { releaseDate: 'soon' }, 'piotr'],
    [501, '20001', { moveUnfixedIssuesTo: 'x' }, 'piotr'],
  ] as const)('answers %d for %s and %j of %s', async (status, id, body, person) => {
    expect((await send('PUT', `/version/${id}`, body, person)).status).toBe(status);
    expect(await emitted()).toEqual([]);
  });
});

describe('a bulk transition', () => {
  const finish = (...issues: readonly string[]) => ({ bulkTransitionInputs: [{ selectedIssueIdsOrKeys: issues, transitionId: '41' }] });

  test('asks the validator for each issue, as a single one does', async () => {
    site.app.validate = () => Promise.resolve({ result: false, errorMessage: 'No go' });
    expect(await bulk('transition', finish('CRM-1', 'CRM-2', 'NONE-1', 'TAJ-1'))).toMatchObject({
      status: 'COMPLETE',
      processedAccessibleIssues: [],
      failedAccessibleIssues: { 30001: ['No go'] },
      invalidOrInaccessibleIssueCount: 2,
    });
    site.app.validate = () => Promise.resolve({ result: true });
    expect(await bulk('transition', finish('CRM-1'))).toMatchObject({ processedAccessibleIssues: [30001], failedAccessibleIssues: {} });
    expect(site.jira.store.issues.find('CRM-1')?.statusId).toBe(softwareStatus.handedToClient);
  });

  test('tells what several issues can do together', async () => {
    const answer = await site.as('piotr', `${api}/bulk/issues/transition?issueIdsOrKeys=CRM-1,CRM-2`);
    expect(await answer.json()).toMatchObject({ availableTransitions: [{ issues: ['CRM-1', 'CRM-2'] }] });
  });

  test('is nobody else’s to look at, and for a thousand issues at most', async () => {
    const { taskId } = z.parse(task, await (await send('POST', '/bulk/issues/transition', finish('CRM-1'))).json());
    expect((await site.as('anna', `${api}/bulk/queue/${taskId}`)).status).toBe(404);
    expect((await send('POST', '/bulk/issues/transition', finish())).status).toBe(400);
    expect((await send('POST', '/bulk/issues/transition', finish(...Array.from({ length: 1_001 }, () => 'CRM-1')))).status).toBe(400);
  });
});

describe('a move', () => {
  const to = (target: string, ...issues: readonly string[]) => ({ targetToSourcesMapping: { [target]: { issueIdsOrKeys: issues, inferStatusDefaults: true } } });
  beforeEach(() => {
    for (const permissionKey of ['BROWSE_PROJECTS', 'CREATE_ISSUES', 'MOVE_ISSUES']) site.jira.store.permissions.addGrant({ permissionKey, holder: { type: 'user', accountId: people.piotr }, projectId: '10002' });
    site.jira.store.properties.set('issue', '30001', 'gate', { state: 'go' });
  });

  test('to another project gives a new key, and the old one still finds the issue with all it had', async () => {
    expect(await bulk('move', to(`TAJ,${softwareIssueType.story}`, 'CRM-1'))).toMatchObject({ processedAccessibleIssues: [30001] });
    const moved = await (await site.as('piotr', `${api}/issue/CRM-1?fields=project,fixVersions,issuelinks&properties=gate`)).json();
    expect(moved).toMatchObject({ id: '30001', key: 'TAJ-2', fields: { project: { key: 'TAJ' }, fixVersions: [] }, properties: { gate: { state: 'go' } } });
    expect((await emitted())[0]).toMatchObject(['avi:jira:updated:issue', { issue: { key: 'TAJ-2' }, changelog: { items: [expect.objectContaining({ field: 'project', from: '10001', to: '10002' }), expect.objectContaining({ field: 'Key', fromString: 'CRM-1', toString: 'TAJ-2' })] } }]);
  });

  test('asks no validator, wherever it puts the issue', async () => {
    site.app.validate = () => Promise.resolve({ result: false });
    const mapping = { [`TAJ,${softwareIssueType.bug}`]: { issueIdsOrKeys: ['CRM-1'], targetStatus: [{ statuses: { [softwareStatus.done]: [softwareStatus.inReview] } }] } };
    expect(await bulk('move', { targetToSourcesMapping: mapping })).toMatchObject({ processedAccessibleIssues: [30001] });
    expect(site.validatorCalls).toEqual([]);
    expect(site.jira.store.issues.find('TAJ-2')).toMatchObject({ statusId: softwareStatus.done, typeId: softwareIssueType.bug });
  });

  test('back to where it was gives a third key', async () => {
    await bulk('move', to(`TAJ,${softwareIssueType.story}`, 'CRM-1'));
    await bulk('move', to(`CRM,${softwareIssueType.story}`, 'TAJ-2'));
    expect(site.jira.store.issues.find('TAJ-2')?.key).toBe('CRM-4');
    expect(site.jira.store.issues.find('CRM-1')?.key).toBe('CRM-4');
  });

  test('needs the right in both projects, and a type that there is', async () => {
    for (const [body, person] of [[to(`TAJ,${softwareIssueType.story}`, 'CRM-1'), 'anna'], [to('TAJ,9', 'CRM-1'), 'piotr'], [to(`TAJ,${softwareIssueType.subtask}`, 'CRM-1'), 'piotr']] as const) {
      expect(await bulk('move', body, person)).toMatchObject({ processedAccessibleIssues: [], failedAccessibleIssues: { 30001: [expect.any(String)] } });
    }
    expect((await send('POST', '/bulk/issues/move', to(`TAJ,${softwareIssueType.story},TAJ-1`, 'CRM-1'))).status).toBe(501);
  });
});

test('deleting an issue takes what hangs on it, and tells of it', async () => {
  expect((await site.as('anna', `${api}/issue/CRM-1`, { method: 'DELETE' })).status).toBe(403);
  expect((await site.as('piotr', `${api}/issue/CRM-2`, { method: 'DELETE' })).status).toBe(400);
  expect((await site.as('piotr', `${api}/issue/CRM-2?deleteSubtasks=true`, { method: 'DELETE' })).status).toBe(204);
  for (const key of ['CRM-2', 'CRM-3']) expect((await site.as('piotr', `${api}/issue/${key}`)).status).toBe(404);
  expect((await emitted()).map(([name]) => name)).toEqual(['avi:jira:deleted:issue']);
});
