import { accountId, issueId, projectId, versionId } from '../../src/domain/fixture/values';
import { startAnswering, type AnsweringServer, type PlainAnswer } from './answering-server';
import { jiraOver } from './jira-harness';

// Answers that the stand-in never gives.

let server: AnsweringServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function jiraWith(answer: () => PlainAnswer) {
  const started = await startAnswering(answer);
  server = started;
  return jiraOver(() => (path, init) => fetch(`${started.url}${path}`, init));
}

const project = projectId('10001');
const issue = issueId('30001');
const status = { id: '3', name: 'Done', statusCategory: { key: 'done' } };
const calls: Readonly<Record<string, (jira: Awaited<ReturnType<typeof jiraWith>>) => Promise<unknown>>> = {
  me: ({ tracker }) => tracker.me(),
  mayBrowse: ({ tracker }) => tracker.mayBrowse(project),
  myIssue: ({ tracker }) => tracker.myIssue(issue),
  issueByKey: ({ tracker }) => tracker.issueByKey('CRM-1'),
  version: ({ tracker }) => tracker.version(versionId('20001')),
  myVersions: ({ tracker }) => tracker.myVersions(project),
  myIssueWork: ({ tracker }) => tracker.myIssueWork(issue),
  people: ({ tracker }) => tracker.people([accountId('anna')]),
  projectsWithAny: ({ tracker }) => tracker.projectsWithAny([], [project]),
  guarded: ({ workflows }) => workflows.guarded(project),
  guardedAnywhere: ({ workflows }) => workflows.guardedAnywhere(),
  kept: ({ filters }) => filters.kept(),
};

const odd: readonly (readonly [string, string])[] = [
  ['a web page', '<html><body>Log in</body></html>'],
  ['nothing', ''],
  ['null', 'null'],
  ['a list where an object is due', '[[]]'],
  ['an object of something else', '{"id":"../../x","values":[{}],"issueTypes":[{}],"workflows":[{}],"permissions":[]}'],
  ['half of it', '{"id":"30001","key":"CRM-1","fields":{"summ'],
];

it.each(Object.keys(calls).flatMap((name) => odd.map(([what, body]) => [name, what, body] as const)))('%s takes %s for no answer', async (name, _, body) => {
  const jira = await jiraWith(() => ({ status: 200, body }));
  await expect(calls[name]?.(jira)).rejects.toMatchObject({ failure: 'unexpectedAnswer' });
});

it('takes an id for one only where it is made of digits', async () => {
  const fields = { summary: 'x', project: { id: '10001' }, status, priority: null, fixVersions: [{ id: '1/../2' }], issuelinks: [] };
  const jira = await jiraWith(() => ({ status: 200, body: JSON.stringify({ id: '30001', key: 'CRM-1', fields }) }));
  await expect(jira.tracker.issueByKey('CRM-1')).rejects.toMatchObject({ failure: 'unexpectedAnswer' });
});

it('sends what it is given as one part of an address', async () => {
  const jira = await jiraWith(() => ({ status: 404, body: '{}' }));
  await expect(jira.tracker.issueByKey('CRM-1/../../user?x=1')).resolves.toBeUndefined();
  expect(server?.requests[0]?.target.startsWith('/rest/api/3/issue/CRM-1/../../user?x=1?fields=')).toBe(true);
});

it('reads workflows page by page, and stops where a page is empty', async () => {
  let page = 0;
  const pages = [{ values: [], statuses: [], isLast: false }];
  const jira = await jiraWith(() => ({ status: 200, body: JSON.stringify(pages[page++] ?? { values: [], statuses: [], isLast: true }) }));
  await expect(jira.workflows.guardedAnywhere()).resolves.toEqual([]);
  expect(server?.requests).toHaveLength(1);
});

it('takes a rule’s configuration that cannot be read for the stricter reading that a new rule has, and another app’s rule for none', async () => {
  const rule = (key: string, config: string) => ({ ruleKey: 'forge:expression-validator', parameters: { key: `ari:cloud:ecosystem::extension/a/b/static/${key}`, config, id: 'x', disabled: 'false' } });
  const transitions = [{ name: 'Deliver', toStatusReference: 'ref', validators: [rule('delivery-gate', '{broken'), rule('other', '{}')] }, { name: 'Off', toStatusReference: 'ref', validators: [{ ...rule('delivery-gate', '{}'), parameters: { ...rule('delivery-gate', '{}').parameters, disabled: 'true' } }] }];
  const jira = await jiraWith(() => ({ status: 200, body: JSON.stringify({ values: [{ name: 'Software', transitions }], statuses: [{ id: '10003', statusReference: 'ref' }], isLast: true }) }));
  await expect(jira.workflows.guardedAnywhere()).resolves.toEqual([{ workflow: 'Software', transition: 'Deliver', requirement: 'conditionalToo', toStatus: '10003' }]);
});

it.each([[0, 0], [1, 1], [100, 1], [101, 2], [250, 3]])('asks for %i people in %i calls', async (many, calls) => {
  const jira = await jiraWith(() => ({ status: 200, body: '{"values":[]}' }));
  await jira.tracker.people(Array.from({ length: many }, (_, number) => accountId(`p${number}`)));
  expect(server?.requests ?? []).toHaveLength(calls);
});

it.each([[0, 0], [1_000, 1], [1_001, 2]])('asks about %i projects in %i calls', async (many, calls) => {
  const jira = await jiraWith(() => ({ status: 200, body: '{"projectPermissions":[],"globalPermissions":[]}' }));
  await jira.tracker.projectsWithAny([], Array.from({ length: many }, (_, number) => projectId(String(10_000 + number))));
  expect(server?.requests ?? []).toHaveLength(calls);
});

it('sees a project where one permission is held beside that to browse it, or one everywhere', async () => {
  const held = (...projectPermissions: readonly object[]) => JSON.stringify({ projectPermissions, globalPermissions: [] });
  let body = held({ permission: 'BROWSE_PROJECTS', projects: [10001, 10002], issues: [] }, { permission: 'own', projects: [10002, 10003], issues: [] });
  const jira = await jiraWith(() => ({ status: 200, body }));
  const ids = ['10001', '10002', '10003'].map(projectId);
  expect([...(await jira.tracker.projectsWithAny([], ids))]).toEqual(['10002']);
  body = JSON.stringify({ projectPermissions: [{ permission: 'BROWSE_PROJECTS', projects: [10001], issues: [] }], globalPermissions: ['portfolio'] });
  expect([...(await jira.tracker.projectsWithAny([], ids))]).toEqual(['10001']);
});
