import { request } from 'node:http';
import { people } from '../test-site';
import { startTestShell, type TestShell } from './test-shell';

let shell: TestShell;
beforeEach(async () => {
  shell = await startTestShell();
});
afterEach(() => shell.close());

/** The text of a page, tags gone and spaces run together. */
async function words(answer: Promise<Response>): Promise<string> {
  const html = await (await answer).text();
  return html.replaceAll(/<[^>]+>/gu, ' ').replaceAll(/\s+/gu, ' ');
}

describe('hosts', () => {
  test('the screens host serves no page of the site and no REST API', async () => {
    for (const path of ['/', '/browse/CRM-1', '/rest/api/3/myself', '/_site/shell.js', '/help']) {
      expect((await fetch(shell.frameUrl + path, { headers: { cookie: `local-user=${people.ewa}` } })).status).toBe(404);
    }
    expect((await fetch(`${shell.frameUrl}/_forge/invoke`, { method: 'POST', body: '{}' })).status).toBe(404);
  });

  test('the site host serves no app screens', async () => {
    expect((await shell.get('anna', '/_forge/app/screens/screen.html')).status).toBe(404);
    expect((await shell.get('anna', '/_forge/bridge.js')).status).toBe(404);
  });

  test('any other host is refused, so a foreign name cannot be pointed here', async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      request({ host: '127.0.0.1', port: new URL(shell.url).port, path: '/', headers: { host: 'evil.example' } }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect(status).toBe(421);
  });

  test('web triggers are reached without a session', async () => {
    const answer = await fetch(`${shell.url}/_forge/webtrigger/abc`, { method: 'POST', body: 'x', headers: { origin: 'https://elsewhere.example' } });
    expect(answer.status).toBe(202);
  });
});

describe('session', () => {
  test('a browser without a session works as the default person and is given one', async () => {
    const answer = await fetch(`${shell.url}/`);
    expect(answer.headers.get('set-cookie')).toMatch(/^local-user=acc-anna; .*HttpOnly; SameSite=Lax/u);
    expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  });

  test('a person who left is not let in again by an old cookie', async () => {
    const answer = await shell.get('dawny', '/');
    expect(answer.headers.get('set-cookie')).toContain('local-user=acc-anna');
  });

  test('switching the person changes the session and stays on this site', async () => {
    const answer = await shell.post('anna', '/session/user', { accountId: people.ewa, returnTo: '//evil.example/' });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/');
    expect(answer.headers.get('set-cookie')).toContain('local-user=acc-ewa');
    expect((await shell.post('anna', '/session/user', { accountId: people.dawny })).status).toBe(400);
  });

  test('theme and language are kept with the person', async () => {
    await shell.post('anna', '/session/theme', { theme: 'dark' });
    await shell.post('anna', '/session/locale', { locale: 'en_US' });
    const html = await (await shell.get('anna', '/')).text();
    expect(html).toContain('<html lang="en"');
    expect(html).toContain('data-theme-choice="dark"');
    expect(shell.site.jira.store.people.find(people.anna)).toMatchObject({ theme: 'dark', locale: 'en_US' });
    expect((await shell.post('anna', '/session/theme', { theme: 'pink' })).status).toBe(400);
  });

  test('a write that comes from another origin is refused', async () => {
    const answer = await fetch(`${shell.url}/session/theme`, {
      method: 'POST',
      body: new URLSearchParams({ theme: 'dark' }),
      headers: { origin: shell.frameUrl, cookie: `local-user=${people.anna}` },
    });
    expect(answer.status).toBe(403);
    expect(shell.site.jira.store.people.find(people.anna)?.theme).toBe('auto');
  });
});

describe('pages', () => {
  test('projects and issues appear to those who may browse them only', async () => {
    expect(await words(shell.get('anna', '/'))).toContain('System CRM');
    expect(await words(shell.get('obcy', '/'))).toContain('You can see no project');
    expect((await shell.get('obcy', '/browse/CRM-1')).status).toBe(404);
    expect((await shell.get('obcy', '/projects/CRM/releases')).status).toBe(404);
    expect(await words(shell.get('obcy', '/browse/CRM-1'))).toContain('There is no such page');
  });

  test('an issue does not tell of linked issues the person may not see', async () => {
    expect(await words(shell.get('anna', '/browse/CRM-1'))).not.toContain('Tajne');
    expect(await words(shell.get('ewa', '/browse/CRM-1'))).toContain('Tajne');
  });

  test('the issue list is searched, filtered and paged', async () => {
    expect(await words(shell.get('anna', '/projects/CRM/issues?text=raport'))).toMatch(/CRM-2 Raport/u);
    expect(await words(shell.get('anna', '/projects/CRM/issues?text=raport'))).not.toContain('Import');
    expect(await words(shell.get('anna', '/projects/CRM/issues?status=10004'))).toContain('Wykres');
    for (let n = 0; n < 40; n++) {
      shell.site.jira.store.issues.create({ projectId: '10001', typeId: '10002', summary: `Zadanie ${n}`, reporter: people.anna }, { kind: 'user', accountId: people.anna });
    }
    expect(await words(shell.get('anna', '/projects/CRM/issues?startAt=25'))).toContain('26–43 z 43');
    expect((await shell.get('anna', '/projects/CRM/issues?startAt=-3')).status).toBe(200);
  });

  test('what people write is shown as text', async () => {
    await shell.post('piotr', '/browse/CRM-1', { comment: '<script>alert(1)</script> 🙂 שלום' });
    const html = await (await shell.get('anna', '/browse/CRM-1')).text();
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; 🙂 שלום');
    expect(html).not.toContain('<script>alert');
  });

  test('a transition is made through the workflow', async () => {
    const answer = await shell.post('piotr', '/browse/CRM-2', { transition: '21' });
    expect(answer.status).toBe(303);
    expect(await words(shell.get('piotr', answer.headers.get('location') ?? ''))).toContain('zmieniony na „W toku”');
  });

  test('a refused transition shows the words of the validator', async () => {
    shell.site.app.validate = () => Promise.resolve({ result: false, errorMessage: 'Brak decyzji. Pomoże Anna Kowal.' });
    const answer = shell.post('piotr', '/browse/CRM-1', { transition: '41' });
    expect((await answer).status).toBe(400);
    expect(await words(answer.then((each) => each.clone()))).toContain('Brak decyzji. Pomoże Anna Kowal.');
    expect(shell.site.jira.store.issues.find('CRM-1')?.statusId).toBe('10002');
  });

  test('the app settings are for administrators', async () => {
    expect((await shell.get('anna', '/settings/apps/admin')).status).toBe(403);
    expect((await shell.get('ewa', '/settings/apps/admin')).status).toBe(200);
    expect((await shell.get('ewa', '/settings/apps/other')).status).toBe(404);
  });

  test('module titles come from the locale files of the manifest', async () => {
    expect(await words(shell.get('anna', '/browse/CRM-1'))).toContain('Panel próbny');
    await shell.post('anna', '/session/locale', { locale: 'en_US' });
    expect(await words(shell.get('anna', '/browse/CRM-1'))).toContain('Sample panel');
  });

  test('a project page opens at the first of its pages, and says when nothing is built', async () => {
    const answer = await shell.get('anna', '/projects/CRM/apps/sample');
    expect(answer.headers.get('location')).toBe('/projects/CRM/apps/sample/first');
    expect(await words(shell.get('anna', '/projects/CRM/apps/sample/first'))).toContain('npm run build');
  });

  test('an unknown failure shows a number and nothing of the inside', async () => {
    shell.site.jira.store.versions.ofProject = () => {
      throw new Error('inside story');
    };
    const answer = await shell.get('anna', '/projects/CRM/releases');
    expect(answer.status).toBe(500);
    const html = await answer.text();
    expect(html).not.toContain('inside story');
    const [line = ''] = shell.logged;
    expect(line).toContain('inside story');
    expect(html).toContain(/^site (\w+):/u.exec(line)?.[1]);
  });
});

describe('permissions and project settings', () => {
  const grantsOf = (person: 'piotr'): boolean =>
    shell.site.jira.store.permissions
      .grants()
      .some(({ permissionKey, holder }) => permissionKey.endsWith('/decide-gate') && holder.type === 'user' && holder.accountId === people[person]);

  test('an administrator grants and takes the permissions of the app', async () => {
    const html = await (await shell.get('ewa', '/settings/people?project=CRM')).text();
    const value = /value="([^"]*\/decide-gate acc-piotr)"/u.exec(html)?.[1] ?? '';
    expect((await shell.post('anna', '/settings/people', { project: 'CRM', grant: value })).status).toBe(403);
    expect(grantsOf('piotr')).toBe(false);
    await shell.post('ewa', '/settings/people', { project: 'CRM', grant: value });
    expect(grantsOf('piotr')).toBe(true);
    await shell.post('ewa', '/settings/people', { project: 'CRM' });
    expect(grantsOf('piotr')).toBe(false);
  });

  test('an administrator takes the gate off a transition and attaches it again', async () => {
    const gated = (): string[] => (shell.site.jira.store.workflows.all()[0]?.transitions ?? []).filter(({ validators }) => validators.length > 0).map(({ id }) => id);
    expect((await shell.get('anna', '/settings/workflows')).status).toBe(403);
    expect(await words(shell.get('ewa', '/settings/workflows'))).toContain('Bramka odbioru');
    await shell.post('ewa', '/settings/workflows', { workflow: 'software-workflow' });
    expect(gated()).toEqual([]);
    await shell.post('ewa', '/settings/workflows', { workflow: 'software-workflow', validator: '51 delivery-gate' });
    expect(gated()).toEqual(['51']);
    expect((await shell.post('ewa', '/settings/workflows', { workflow: 'none' })).status).toBe(404);
  });

  test('a project is archived and restored, and the app hears of it', async () => {
    expect((await shell.post('piotr', '/projects/CRM/settings', { action: 'archive' })).status).toBe(403);
    await shell.post('ewa', '/projects/CRM/settings', { action: 'archive' });
    expect(await words(shell.get('ewa', '/'))).toContain('Zarchiwizowany');
    expect((await shell.get('anna', '/projects/CRM/issues')).status).toBe(404);
    await shell.post('ewa', '/projects/CRM/settings', { action: 'restore' });
    await shell.site.jira.store.events.deliver();
    expect(shell.site.emitted.map(({ name }) => name)).toEqual(['avi:jira:archived:project', 'avi:jira:unarchived:project']);
  });

  test('deleting for good asks for the key', async () => {
    await shell.post('ewa', '/projects/CRM/settings', { action: 'trash' });
    expect((await shell.post('ewa', '/projects/CRM/settings', { action: 'delete', confirm: 'crm' })).status).toBe(400);
    expect(shell.site.jira.store.projects.find('CRM')).toBeDefined();
    await shell.post('ewa', '/projects/CRM/settings', { action: 'delete', confirm: 'CRM' });
    expect(shell.site.jira.store.projects.find('CRM')).toBeUndefined();
  });

  test('a project must have a name', async () => {
    expect((await shell.post('ewa', '/projects/CRM/settings', { action: 'rename', name: '  ' })).status).toBe(400);
    expect((await shell.post('ewa', '/projects/CRM/settings', { action: 'explode' })).status).toBe(404);
  });
});
