import { openDatabase } from '../../database';
import { closeTestSites, allScopes, decideGate, json, people, seePortfolio, startTestSite, type TestSite } from '../test-site';

let site: TestSite;
beforeEach(async () => {
  site = await startTestSite();
});
afterEach(closeTestSites);

const api = '/rest/api/3';
const noIssue = { errorMessages: ['Issue does not exist or you do not have permission to see it.'], errors: {} };

describe('who asks', () => {
  test.each([
    ['nobody', {}],
    ['an unknown person', { cookie: 'local-user=acc-nobody' }],
    ['someone who has left', { cookie: `local-user=${people.dawny}` }],
    ['the app with a wrong secret', { 'x-forge-secret': 'guess', 'x-forge-as': 'app', 'x-forge-scopes': allScopes }],
    ['the app with an empty secret and a cookie', { 'x-forge-secret': '', cookie: `local-user=${people.ewa}` }],
    ['the app as a person it does not name', { 'x-forge-secret': 'shared secret', 'x-forge-as': 'user', 'x-forge-scopes': allScopes }],
    ['the app as neither', { 'x-forge-secret': 'shared secret', 'x-forge-scopes': allScopes }],
  ])('%s gets a 401', async (_, headers) => {
    const answer = await fetch(`${site.url}${api}/myself`, { headers: new Headers(Object.entries(headers)) });
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ 'status-code': 401 });
  });

  test.each([
    ['GET', '/issue/CRM-1', 'read:jira-work'],
    ['PUT', '/issue/CRM-1', 'write:jira-work'],
    ['POST', '/issue/CRM-1/transitions', 'write:jira-work'],
    ['POST', '/issue/CRM-1/comment', 'write:jira-work'],
    ['PUT', '/issue/CRM-1/properties/key', 'write:jira-work'],
    ['GET', '/user?accountId=acc-anna', 'read:jira-user'],
    ['POST', '/search/jql', 'read:jira-work'],
    ['POST', '/permissions/check', 'read:jira-work'],
    ['PUT', '/project/CRM', 'manage:jira-project'],
    ['POST', '/project/CRM/archive', 'manage:jira-configuration'],
    ['GET', '/workflows/search', 'manage:jira-configuration'],
  ])('%s %s by the app without %s gets Jira’s scope refusal', async (method, path, scope) => {
    const scopes = allScopes.split(' ').filter((other) => other !== scope).join(' ');
    const body = method === 'GET' ? {} : json(method, {});
    const answer = await site.fromApp(`${api}${path}`, { ...body, method, scopes });
    expect(answer.status).toBe(401);
    expect(await answer.json()).toEqual({ code: 401, message: 'Unauthorized; scope does not match' });
  });

  test('the app as a person sees what that person sees and no more', async () => {
    expect((await site.fromApp(`${api}/issue/CRM-1`, { person: 'piotr' })).status).toBe(200);
    expect((await site.fromApp(`${api}/issue/CRM-1`, { person: 'obcy' })).status).toBe(404);
    expect(await (await site.fromApp(`${api}/myself`, { person: 'anna' })).json()).toMatchObject({ accountId: people.anna, locale: 'pl_PL' });
    expect(await (await site.fromApp(`${api}/myself`)).json()).toMatchObject({ accountType: 'app' });
  });
});

describe('issues', () => {
  test('an issue shows its fields in Jira’s shapes', async () => {
    const answer: unknown = await (await site.as('piotr', `${api}/issue/crm-1`)).json();
    expect(answer).toMatchObject({
      id: '30001',
      key: 'CRM-1',
      fields: {
        summary: 'Import klientów',
        status: { id: '10002', name: 'W przeglądzie', statusCategory: { id: 4, key: 'indeterminate' } },
        issuetype: { name: 'Historia', subtask: false },
        project: { id: '10001', key: 'CRM' },
        assignee: { accountId: people.piotr, displayName: 'Piotr Żak' },
        priority: { id: '3' },
        fixVersions: [{ id: '20001', name: '1.0', overdue: true, projectId: 10001 }],
        description: null,
        created: '2026-01-10T13:00:00.000+0100',
        issuelinks: [{ type: { outward: 'blocks' }, outwardIssue: { key: 'CRM-2' } }],
        comment: { total: 0 },
      },
    });
    expect(JSON.stringify(answer)).not.toContain('TAJ-1');
  });

  test('a sub-task names its parent, and the parent its sub-tasks', async () => {
    expect(await (await site.as('piotr', `${api}/issue/30003?fields=parent`)).json()).toMatchObject({ fields: { parent: { key: 'CRM-2' } } });
    expect(await (await site.as('piotr', `${api}/issue/30002?fields=subtasks`)).json()).toEqual(
      expect.objectContaining({ fields: { subtasks: [expect.objectContaining({ key: 'CRM-3' })] } }),
    );
  });

  test('only the fields that were asked for come back', async () => {
    const fieldsFor = async (query: string): Promise<string[]> => {
      const { fields } = JSON.parse(await (await site.as('piotr', `${api}/issue/CRM-1?fields=${query}`)).text());
      return Object.keys(fields).sort();
    };
    expect(await fieldsFor('summary,status')).toEqual(['status', 'summary']);
    expect(await fieldsFor('*navigable,-summary')).not.toContain('summary');
    expect(await fieldsFor('-comment')).toContain('summary');
    expect(await fieldsFor('-comment')).not.toContain('comment');
  });

  test.each(['TAJ-1', '30009', 'CRM-99', 'x', "' OR 1=1"])('an issue that is not there or not for one’s eyes is the same 404: %s', async (key) => {
    for (const path of ['', '/transitions', '/comment', '/properties']) {
      const answer = await site.as('piotr', `${api}/issue/${encodeURIComponent(key)}${path}`);
      expect(answer.status).toBe(404);
      expect(await answer.json()).toEqual(noIssue);
    }
  });

  test('an edit changes fields, history and tells the app', async () => {
    const description = { type: 'doc', version: 1, content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Nowy opis 🚀' }] }] };
    const fields = { summary: 'Nowy <b>tytuł</b>', description, assignee: null, duedate: '2026-05-31', fixVersions: [{ id: '20002' }], priority: { id: '1' } };
    expect((await site.as('piotr', `${api}/issue/CRM-1?notifyUsers=false`, json('PUT', { fields }))).status).toBe(204);
    await site.jira.store.events.deliver();
    expect(site.jira.store.issues.find('CRM-1')).toMatchObject({
      summary: 'Nowy <b>tytuł</b>', description: 'Nowy opis 🚀', assignee: null, dueDate: '2026-05-31', fixVersionIds: ['20002'], priority: '1',
      updated: '2026-03-02T09:00:00.000Z',
    });
    expect(site.jira.store.issues.history('30001').map(({ field }) => field)).toEqual(
      ['summary', 'description', 'assignee', 'priority', 'duedate', 'Fix Version'],
    );
    expect(site.emitted).toHaveLength(1);
    expect(await (await site.as('piotr', `${api}/issue/CRM-1?fields=description&expand=changelog`)).json()).toMatchObject({
      fields: { description }, changelog: { total: 6 },
    });
  });

  test('an edit that changes nothing is silent', async () => {
    await site.as('piotr', `${api}/issue/CRM-1`, json('PUT', { fields: { summary: 'Import klientów' } }));
    expect(site.jira.store.events.pendingCount()).toBe(0);
    expect(site.jira.store.issues.find('CRM-1')?.updated).toBe('2026-01-10T12:00:00.000Z');
  });

  test.each([
    ['an unknown field', { colour: 'red' }, 'colour'],
    ['an empty summary', { summary: '' }, 'summary'],
    ['a summary too long', { summary: 'x'.repeat(256) }, 'summary'],
    ['a date that is none', { duedate: '31.05.2026' }, 'duedate'],
    ['a version of no project', { fixVersions: [{ id: '99999' }] }, 'fixVersions'],
    ['someone who cannot be assigned', { assignee: { accountId: people.obcy } }, 'assignee'],
    ['a description in plain text', { description: 'plain' }, 'description'],
  ])('an edit with %s is a 400 that names the field, and nothing is written', async (_, fields, field) => {
    const answer = await site.as('piotr', `${api}/issue/CRM-1`, json('PUT', { fields: { ...fields } }));
    expect(answer.status).toBe(400);
    expect(JSON.parse(await answer.text()).errors).toHaveProperty(field);
    expect(site.jira.store.issues.history('30001')).toEqual([]);
  });

  test('without permission to edit it is a 403', async () => {
    expect((await site.as('anna', `${api}/issue/CRM-1`, json('PUT', { fields: { summary: 'x' } }))).status).toBe(403);
    expect((await site.as('anna', `${api}/issue/CRM-1/properties/gate`, json('PUT', 1))).status).toBe(403);
  });

  test('a body that is no JSON is a 400, another content type a 415', async () => {
    const put = (body: string, type: string): Promise<Response> =>
      site.as('piotr', `${api}/issue/CRM-1`, { method: 'PUT', body, headers: { 'content-type': type } });
    expect((await put('{', 'application/json')).status).toBe(400);
    expect((await put('[]', 'application/json')).status).toBe(400);
    expect((await put('{"fields":{}}', 'text/plain')).status).toBe(415);
  });

  test('comments are written, paged and read back', async () => {
    const path = `${api}/issue/CRM-1/comment`;
    const body = (text: string): unknown => ({ body: { type: 'doc', version: 1, content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] } });
    expect((await site.as('anna', path, json('POST', body('pierwszy')))).status).toBe(201);
    expect(await (await site.fromApp(path, json('POST', body('od aplikacji')))).json()).toMatchObject({ author: { accountType: 'app' } });
    expect(await (await site.as('piotr', `${path}?startAt=1&maxResults=1`)).json()).toMatchObject({ startAt: 1, total: 2, comments: [{ author: { accountType: 'app' } }] });
    expect((await site.as('ewa', path, json('POST', body('nie mogę')))).status).toBe(403);
    expect((await site.as('anna', path, json('POST', { body: 'plain' }))).status).toBe(400);
    expect((await site.as('anna', path, json('POST', { ...JSON.parse(JSON.stringify(body('x'))), visibility: {} }))).status).toBe(501);
  });

  test('issue properties are set, replaced, listed, read with the issue and deleted', async () => {
    const path = `${api}/issue/CRM-1/properties/gate%20state`;
    expect((await site.as('piotr', path)).status).toBe(404);
    expect((await site.as('piotr', path, json('PUT', { open: null }))).status).toBe(201);
    expect((await site.as('piotr', path, json('PUT', null))).status).toBe(200);
    expect(await (await site.as('piotr', path)).json()).toEqual({ key: 'gate state', value: null });
    expect(await (await site.as('piotr', `${api}/issue/CRM-1/properties`)).json()).toMatchObject({ keys: [{ key: 'gate state' }] });
    expect(await (await site.as('piotr', `${api}/issue/CRM-1?fields=summary&properties=*all`)).json()).toMatchObject({ properties: { 'gate state': null } });
    expect((await site.as('piotr', path, { method: 'PUT', body: '{', headers: { 'content-type': 'application/json' } })).status).toBe(400);
    expect((await site.as('piotr', path, json('PUT', 'x'.repeat(32_768)))).status).toBe(400);
    expect((await site.as('piotr', path, { method: 'DELETE' })).status).toBe(204);
    expect((await site.as('piotr', path, { method: 'DELETE' })).status).toBe(404);
  });
});

describe('projects', () => {
  const eventNames = (): string[] => site.emitted.map(({ name }) => name);

  test('a project is found by id and key, and hidden from strangers', async () => {
    for (const idOrKey of ['10001', 'CRM', 'crm']) {
      expect(await (await site.as('piotr', `${api}/project/${idOrKey}`)).json()).toMatchObject({ id: '10001', key: 'CRM', lead: { accountId: people.anna }, style: 'classic' });
    }
    const hidden = await site.as('obcy', `${api}/project/CRM`);
    expect([hidden.status, await hidden.json()]).toEqual([404, { errorMessages: ["No project could be found with key 'CRM'."], errors: {} }]);
    expect(await (await site.as('piotr', `${api}/project/10002`)).json()).toMatchObject({ errorMessages: ["No project could be found with id '10002'."] });
  });

  test('the search is paged and shows each person only their own projects', async () => {
    const keys = async (person: 'piotr' | 'ewa' | 'obcy', query = ''): Promise<unknown> =>
      JSON.parse(await (await site.as(person, `${api}/project/search?${query}`)).text()).values.map(({ key }: { key: string }) => key);
    expect(await keys('piotr')).toEqual(['CRM']);
    expect(await keys('ewa')).toEqual(['CRM', 'TAJ']);
    expect(await keys('obcy')).toEqual([]);
    expect(await keys('ewa', 'orderBy=-name&maxResults=1')).toEqual(['TAJ']);
    expect(await keys('ewa', 'query=tajny')).toEqual(['TAJ']);
    const page: unknown = await (await site.as('ewa', `${api}/project/search?maxResults=1`)).json();
    expect(page).toMatchObject({ total: 2, isLast: false, nextPage: expect.stringContaining('startAt=1') });
  });

  test('archiving hides a project from its people, restoring brings it back, and the app hears of both', async () => {
    expect((await site.as('anna', `${api}/project/CRM/archive`, { method: 'POST' })).status).toBe(403);
    expect((await site.as('ewa', `${api}/project/CRM/archive`, { method: 'POST' })).status).toBe(204);
    expect((await site.as('piotr', `${api}/project/CRM`)).status).toBe(404);
    expect((await site.as('ewa', `${api}/issue/CRM-1`)).status).toBe(404);
    expect(await (await site.as('ewa', `${api}/project/CRM`)).json()).toMatchObject({ archived: true, archivedBy: { accountId: people.ewa } });
    expect((await site.as('ewa', `${api}/project/CRM/archive`, { method: 'POST' })).status).toBe(400);
    expect((await site.as('ewa', `${api}/project/CRM/restore`, { method: 'POST' })).status).toBe(200);
    expect((await site.as('piotr', `${api}/issue/CRM-1`)).status).toBe(200);
    await site.jira.store.events.deliver();
    expect(eventNames()).toEqual(['avi:jira:archived:project', 'avi:jira:unarchived:project']);
    expect(site.emitted[0]?.payload).toMatchObject({ eventType: 'avi:jira:archived:project', project: { id: '10001', key: 'CRM' } });
  });

  test('a project goes to the trash, comes back, and is deleted for good with all that is in it', async () => {
    const remove = (query: string): Promise<Response> => site.as('ewa', `${api}/project/CRM?${query}`, { method: 'DELETE' });
    expect((await remove('enableUndo=true')).status).toBe(204);
    expect(await (await site.as('ewa', `${api}/project/CRM`)).json()).toMatchObject({ deleted: true });
    await site.as('ewa', `${api}/project/CRM/restore`, { method: 'POST' });
    expect((await remove('enableUndo=false')).status).toBe(204);
    expect((await site.as('ewa', `${api}/project/CRM`)).status).toBe(404);
    expect(site.jira.store.issues.find('CRM-1')).toBeUndefined();
    expect(site.jira.store.versions.find('20001')).toBeUndefined();
    await site.jira.store.events.deliver();
    expect(eventNames()).toEqual(['avi:jira:softdeleted:project', 'avi:jira:restored:project', 'avi:jira:deleted:project']);
  });

  test('a project’s details are changed by an administrator', async () => {
    const change = json('PUT', { name: 'CRM nowy', leadAccountId: people.piotr });
    expect((await site.as('piotr', `${api}/project/CRM`, change)).status).toBe(403);
    expect(await (await site.as('ewa', `${api}/project/CRM`, change)).json()).toMatchObject({ name: 'CRM nowy', lead: { accountId: people.piotr } });
    expect((await site.as('ewa', `${api}/project/CRM`, json('PUT', { leadAccountId: people.dawny }))).status).toBe(400);
    expect((await site.as('ewa', `${api}/project/CRM`, json('PUT', { key: 'NEW' }))).status).toBe(400);
    await site.jira.store.events.deliver();
    expect(eventNames()).toEqual(['avi:jira:updated:project']);
  });

  test('versions come with their dates and counts', async () => {
    expect(await (await site.as('piotr', `${api}/project/CRM/versions`)).json()).toMatchObject([{ id: '20001', releaseDate: '2026-02-01', released: false }, { id: '20002' }]);
    expect(await (await site.as('piotr', `${api}/version/20001/unresolvedIssueCount`)).json()).toMatchObject({ issuesUnresolvedCount: 2, issuesCount: 2 });
    expect((await site.as('obcy', `${api}/version/20001`)).status).toBe(404);
  });
});

describe('people', () => {
  test('people are found by id, in bulk, by name, and by what they may be assigned', async () => {
    const ids = async (path: string): Promise<string[]> =>
      JSON.parse(await (await site.as('piotr', `${api}${path}`)).text()).map(({ accountId }: { accountId: string }) => accountId);
    expect(await ids('/user/search?query=ko')).toEqual([people.anna]);
    expect(await ids('/user/assignable/search?project=CRM')).toEqual([people.anna, people.piotr]);
    expect(await ids('/users/search?maxResults=2')).toHaveLength(2);
    expect(await (await site.as('piotr', `${api}/user/bulk?accountId=acc-anna&accountId=acc-nobody&accountId=acc-dawny`)).json()).toMatchObject({
      total: 2, values: [{ accountId: people.anna, active: true }, { accountId: people.dawny, active: false }],
    });
    expect((await site.as('piotr', `${api}/user?accountId=acc-nobody`)).status).toBe(404);
    expect((await site.as('piotr', `${api}/user`)).status).toBe(400);
  });
});

describe('permissions', () => {
  const mine = async (person: 'anna' | 'piotr' | 'ewa' | 'obcy', query: string): Promise<unknown> => {
    const { permissions } = JSON.parse(await (await site.as(person, `${api}/mypermissions?${query}`)).text());
    return Object.fromEntries(Object.entries(permissions).map(([key, value]) => [key, Object(value).havePermission]));
  };

  test('mypermissions tells what one may do in a project, and the app’s own permissions with it', async () => {
    const query = `permissions=BROWSE_PROJECTS,EDIT_ISSUES,${decideGate}&projectKey=CRM`;
    expect(await mine('anna', query)).toEqual({ BROWSE_PROJECTS: true, EDIT_ISSUES: false, [decideGate]: true });
    expect(await mine('piotr', query)).toEqual({ BROWSE_PROJECTS: true, EDIT_ISSUES: true, [decideGate]: false });
    expect(await mine('anna', `permissions=${decideGate}&issueKey=CRM-1`)).toEqual({ [decideGate]: true });
    expect(await mine('anna', `permissions=${decideGate}`)).toEqual({ [decideGate]: true });
    expect(await mine('ewa', `permissions=ADMINISTER,${seePortfolio}`)).toEqual({ ADMINISTER: true, [seePortfolio]: true });
    expect(await mine('obcy', `permissions=ADMINISTER,${seePortfolio},BROWSE_PROJECTS`)).toEqual({ ADMINISTER: false, [seePortfolio]: false, BROWSE_PROJECTS: false });
  });

  test('asking for nothing, for an unknown permission or about a hidden project is refused', async () => {
    expect((await site.as('anna', `${api}/mypermissions`)).status).toBe(400);
    expect((await site.as('anna', `${api}/mypermissions?permissions=FLY`)).status).toBe(400);
    expect((await site.as('anna', `${api}/mypermissions?permissions=EDIT_ISSUES&projectKey=TAJ`)).status).toBe(404);
  });

  test('the bulk check answers for another person to the app and to administrators only', async () => {
    const check = json('POST', {
      accountId: people.anna,
      globalPermissions: ['ADMINISTER', seePortfolio],
      projectPermissions: [{ permissions: [decideGate, 'EDIT_ISSUES'], projects: [10001, 10002, 77], issues: [30001, 30009] }],
    });
    const expected = {
      globalPermissions: [],
      projectPermissions: [
        { permission: decideGate, projects: [10001], issues: [30001] },
        { permission: 'EDIT_ISSUES', projects: [], issues: [] },
      ],
    };
    expect(await (await site.fromApp(`${api}/permissions/check`, check)).json()).toEqual(expected);
    expect(await (await site.as('ewa', `${api}/permissions/check`, check)).json()).toEqual(expected);
    expect(await (await site.as('anna', `${api}/permissions/check`, check)).json()).toEqual(expected);
    expect((await site.as('piotr', `${api}/permissions/check`, check)).status).toBe(403);
    expect((await site.fromApp(`${api}/permissions/check`, json('POST', { globalPermissions: ['FLY'] }))).status).toBe(400);
  });

  test('someone who has left has no permission any more, whatever was granted', async () => {
    const { permissions } = site.jira.store;
    permissions.addGrant({ permissionKey: decideGate, holder: { type: 'user', accountId: people.dawny } });
    permissions.addGrant({ permissionKey: seePortfolio, holder: { type: 'anyUser' } });
    const check = json('POST', { accountId: people.dawny, globalPermissions: [seePortfolio], projectPermissions: [{ permissions: [decideGate, 'BROWSE_PROJECTS'], projects: [10001] }] });
    expect(await (await site.fromApp(`${api}/permissions/check`, check)).json()).toEqual({
      globalPermissions: [],
      projectPermissions: [{ permission: decideGate, projects: [], issues: [] }, { permission: 'BROWSE_PROJECTS', projects: [], issues: [] }],
    });
    expect(permissions.has({ kind: 'user', accountId: people.obcy }, seePortfolio)).toBe(true);
  });

  test('the app as itself has none of its own permissions and does not administer', async () => {
    const answer = await site.fromApp(`${api}/permissions/check`, json('POST', {
      globalPermissions: ['ADMINISTER', seePortfolio],
      projectPermissions: [{ permissions: [decideGate, 'BROWSE_PROJECTS'], projects: [10001] }],
    }));
    expect(await answer.json()).toEqual({
      globalPermissions: [],
      projectPermissions: [{ permission: decideGate, projects: [], issues: [] }, { permission: 'BROWSE_PROJECTS', projects: [10001], issues: [] }],
    });
  });

  test('a grant that was taken away counts no more, and a default grant does not come back with a restart', async () => {
    const database = openDatabase(':memory:');
    const first = await startTestSite(database);
    const grant = first.jira.store.permissions.grants().find(({ permissionKey }) => permissionKey === seePortfolio);
    expect(grant).toMatchObject({ holder: { type: 'group', groupId: 'admins' }, projectId: null });
    first.jira.store.permissions.removeGrant(grant?.id ?? '');
    const second = await startTestSite(database);
    expect(second.jira.store.permissions.has({ kind: 'user', accountId: people.ewa }, seePortfolio)).toBe(false);
  });
});

describe('what is not modelled', () => {
  test.each([
    ['GET', '/issue/CRM-1?fields=customfield_10001', "issue field 'customfield_10001'"],
    ['GET', '/issue/CRM-1?expand=renderedFields', "issue expansion 'renderedFields'"],
    ['GET', '/project/search?properties=x', "query parameter 'properties' of GET /rest/api/3/project/search"],
    ['GET', '/dashboard', 'GET /rest/api/3/dashboard'],
    ['POST', '/issue/CRM-1/notify', 'POST /rest/api/3/issue/CRM-1/notify'],
  ])('%s %s is a 501 that names it', async (method, path, missing) => {
    const answer = await site.as('piotr', `${api}${path}`, { method });
    expect(answer.status).toBe(501);
    expect(await answer.json()).toEqual({ notModelled: missing });
  });
});
