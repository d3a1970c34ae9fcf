import { people } from '../test-site';
import type { WorkflowRule } from '../workflow-rule-store';
import { startWorkflowShell, type WorkflowShell } from './workflow-test-shell';

let shell: WorkflowShell;
beforeAll(async () => {
  shell = await startWorkflowShell();
});
afterAll(() => shell.close());
afterEach(() => {
  shell.forge.host.installation.install();
  const { workflows } = shell.site.jira.store;
  for (const rule of rules()) workflows.rules.remove('software-workflow', rule);
});

const page = '/projects/CRM/settings/workflow';
const rules = (): WorkflowRule[] => shell.site.jira.store.workflows.rules.of('software-workflow');

async function words(answer: Promise<Response>): Promise<string> {
  const html = await (await answer).text();
  return html.replaceAll(/<[^>]+>/gu, ' ').replaceAll(/\s+/gu, ' ');
}

describe('who may', () => {
  test('a company-managed workflow is the site administrators’', async () => {
    shell.site.jira.store.permissions.addGrant({ permissionKey: 'ADMINISTER_PROJECTS', holder: { type: 'user', accountId: people.anna }, projectId: '10001' });
    expect((await shell.get('anna', page)).status).toBe(403);
    expect((await shell.post('anna', page, { transition: '41', rule: 'validator expression-gate' })).status).toBe(403);
    expect((await shell.post('anna', `${page}/41/new/validator/parcel-gate`, { configuration: '{}' })).status).toBe(403);
    expect((await shell.get('obcy', page)).status).toBe(404);
    expect(rules()).toEqual([]);
    expect((await shell.get('ewa', page)).status).toBe(200);
  });

  test('a team-managed one is its project administrators’, with the rules for such projects and the project in the context', async () => {
    const { seed, permissions } = shell.site.jira.store;
    seed.createProject({ id: '10003', key: 'ZES', name: 'Zespół', leadAccountId: people.anna, workflowId: 'software-workflow', style: 'next-gen' });
    seed.addRoleMember('10003', '10100', people.anna);
    const team = '/projects/ZES/settings/workflow';
    expect((await shell.get('anna', team)).status).toBe(403);
    permissions.addGrant({ permissionKey: 'ADMINISTER_PROJECTS', holder: { type: 'user', accountId: people.anna }, projectId: '10003' });
    const text = await words(shell.get('anna', team));
    expect(text).toContain('Team gate');
    expect(text).not.toContain('Parcel condition');
    expect(await (await shell.get('anna', `${team}/41/new/validator/parcel-gate`)).text()).toContain('scopedProjectId&quot;:&quot;10003');
    expect((await shell.get('anna', page)).status).toBe(403);
  });
});

describe('rules', () => {
  test('one without a screen is added at once, and removed', async () => {
    const answer = await shell.post('ewa', page, { transition: '41', rule: 'validator expression-gate' });
    expect(answer.headers.get('location')).toBe(`${page}?saved=1`);
    expect(rules()).toMatchObject([{ kind: 'validator', transitionId: '41', moduleKey: 'expression-gate', configuration: {} }]);
    expect(await words(shell.get('ewa', page))).toContain('Bramka paczki Asks Jira');
    await shell.post('ewa', `${page}/rules/${rules()[0]?.id ?? ''}/remove`, {});
    expect(rules()).toEqual([]);
  });

  test('one with a screen is configured first, shown in words, and changed', async () => {
    const answer = await shell.post('ewa', page, { transition: '41', rule: 'validator parcel-gate' });
    const location = answer.headers.get('location') ?? '';
    expect(location).toBe(`${page}/41/new/validator/parcel-gate`);
    expect(rules()).toEqual([]);
    const html = await (await shell.get('ewa', location)).text();
    expect(html).toContain('data-rule-screen="create"');
    expect(html).not.toContain('validatorConfig');

    expect(await (await shell.post('ewa', location, { configuration: '{"level":"go"}' })).json()).toEqual({ location: `${page}?saved=1` });
    expect(rules()).toMatchObject([{ configuration: { level: 'go' } }]);
    expect(await words(shell.get('ewa', page))).toContain('Parcel gate Level go');

    const rule = `${page}/rules/${rules()[0]?.id ?? ''}`;
    expect(await (await shell.get('ewa', rule)).text()).toContain('{\\&quot;level\\&quot;:\\&quot;go\\&quot;}');
    expect(await (await shell.get('ewa', `${rule}/view`)).text()).not.toContain('data-rule-screen');
    await shell.post('ewa', rule, { configuration: '{"level":"open"}' });
    expect(rules()).toMatchObject([{ configuration: { level: 'open' } }]);
  });

  test.each([
    ['over 32 KB', 400, JSON.stringify({ level: 'x'.repeat(32 * 1024) }), 'większa niż 32 KB'],
    ['that is no JSON', 400, '{level', 'JSON-em'],
    ['that is empty', 400, '', 'JSON-em'],
    ['that is no object', 501, '[1]', 'nie umie ocenić'],
    ['with an expression that is not modelled', 501, '{"expression":"a ? b : c"}', 'nie umie ocenić'],
  ])('a configuration %s is refused', async (_, status, configuration, message) => {
    const answer = await shell.post('ewa', `${page}/41/new/validator/level-gate`, { configuration });
    expect(answer.status).toBe(status);
    expect(await answer.json()).toEqual({ message: expect.stringContaining(message) });
    expect(rules()).toEqual([]);
  });

  test('exactly 32 KB are taken', async () => {
    const configuration = JSON.stringify({ level: 'x'.repeat(32 * 1024 - '{"level":""}'.length) });
    expect((await shell.post('ewa', `${page}/41/new/validator/level-gate`, { configuration })).status).toBe(200);
  });

  test('only those for this kind of project are offered', async () => {
    const text = await words(shell.get('ewa', page));
    expect(text).toContain('Parcel condition');
    expect(text).not.toContain('Team gate');
    expect((await shell.post('ewa', page, { transition: '41', rule: 'validator team-gate' })).status).toBe(404);
  });

  test.each([
    ['an unknown transition', { transition: '999', rule: 'validator parcel-gate' }],
    ['an unknown rule', { transition: '41', rule: 'validator nothing' }],
    ['a rule of the other kind', { transition: '41', rule: 'condition parcel-gate' }],
    ['nothing', {}],
  ])('%s is not found', async (_, form) => {
    expect((await shell.post('ewa', page, form)).status).toBe(404);
    expect((await shell.get('ewa', `${page}/rules/none`)).status).toBe(404);
    expect((await shell.post('ewa', `${page}/rules/none/remove`, {})).status).toBe(404);
  });

  test('are there in English, too', async () => {
    shell.site.jira.store.people.setLocale('acc-ewa', 'en_US');
    await shell.post('ewa', page, { transition: '41', rule: 'validator expression-gate' });
    expect(await words(shell.get('ewa', page))).toContain('Validator Expression gate');
    shell.site.jira.store.people.setLocale('acc-ewa', 'pl_PL');
  });
});

describe('installed apps', () => {
  test('are the administrators’', async () => {
    expect((await shell.get('anna', '/settings/apps')).status).toBe(403);
    expect((await shell.post('anna', '/settings/apps', { action: 'uninstall' })).status).toBe(403);
    expect(shell.forge.host.installation.isInstalled()).toBe(true);
    expect((await shell.post('ewa', '/settings/apps', { action: 'explode' })).status).toBe(404);
  });

  test('uninstalling runs the app’s function, takes its modules away and lets its rules refuse; installing brings all back', async () => {
    const { properties } = shell.site.jira.store;
    await shell.forge.call('remember', { a: 'b' });
    await shell.post('ewa', `${page}/41/new/validator/parcel-gate`, { configuration: '{"level":"open"}' });
    expect(await words(shell.get('ewa', '/settings/apps'))).toContain('Reguły na przejściach: 1');
    const move = (): Promise<Response> => shell.site.as('piotr', '/rest/api/3/issue/CRM-1/transitions', { method: 'POST', body: '{"transition":{"id":"41"}}', headers: { 'content-type': 'application/json' } });

    await shell.post('ewa', '/settings/apps', { action: 'uninstall' });
    expect(await words(shell.get('ewa', '/settings/apps'))).toContain('Zainstaluj ponownie');
    expect(await words(shell.get('ewa', page))).toContain('parcel-gate Aplikacja tej reguły nie jest zainstalowana');
    expect(await words(shell.get('ewa', page))).not.toContain('Dodaj regułę');
    expect((await shell.get('anna', '/browse/CRM-1')).status).toBe(200);
    expect(await (await shell.get('anna', '/browse/CRM-1')).text()).not.toContain('data-issue-context');
    expect((await move()).status).toBe(400);

    await shell.post('ewa', '/settings/apps', { action: 'install' });
    expect(await shell.forge.call('farewells')).toMatchObject({ event: { context: { moduleKey: 'farewell' } } });
    expect(await (await shell.get('anna', '/browse/CRM-1')).text()).toContain('data-issue-context="dynamic"');
    properties.set('issue', '30001', 'parcel', {});
    expect((await move()).status).toBe(204);
  });
});
