import { people, type Person } from '../test-site';
import { startTestShell, type TestShell } from './test-shell';

let shell: TestShell;
beforeEach(async () => {
  shell = await startTestShell({ screens: 'empty' });
});
afterEach(() => shell.close());

/** The token a page carries for its app screen. */
async function tokenOn(person: Person, path: string): Promise<string> {
  const html = await (await shell.get(person, path)).text();
  return /&quot;token&quot;:&quot;([^&]+)&quot;/u.exec(html)?.[1] ?? '';
}

function send(person: Person, path: string, body: unknown): Promise<Response> {
  return fetch(shell.url + path, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { cookie: `local-user=${people[person]}`, 'content-type': 'application/json' },
  });
}

const invoke = (person: Person, frameToken: string, payload: unknown = {}): Promise<Response> =>
  send(person, '/_forge/invoke', { frameToken, functionKey: 'greet', payload });

describe('invoke', () => {
  test('runs the resolver of the module with the context of the page, whatever the payload claims', async () => {
    const token = await tokenOn('anna', '/browse/CRM-1');
    const answer = await invoke('anna', token, { projectId: '10002', accountId: people.ewa });
    expect(await answer.json()).toEqual({ ok: true, value: { greeting: 'Cześć' } });
    expect(shell.calls).toEqual([
      expect.objectContaining({
        moduleKey: 'panel',
        operation: 'greet',
        accountId: people.anna,
        payload: { projectId: '10002', accountId: people.ewa },
        context: expect.objectContaining({
          accountId: people.anna,
          locale: 'pl-PL',
          extension: expect.objectContaining({
            type: 'jira:issuePanel',
            issue: { id: '30001', key: 'CRM-1', type: 'Story', typeId: '10001' },
            project: { id: '10001', key: 'CRM', type: 'software' },
          }),
        }),
      }),
    ]);
  });

  test('a forged token runs nothing', async () => {
    const [text = '', signature = ''] = (await tokenOn('anna', '/browse/CRM-1')).split('.');
    const claims = Buffer.from(text, 'base64url').toString('utf8').replaceAll('CRM', 'TAJ');
    const answer = await invoke('anna', `${Buffer.from(claims).toString('base64url')}.${signature}`);
    expect(answer.status).toBe(401);
    expect(shell.calls).toEqual([]);
  });

  test('an expired token runs nothing', async () => {
    const token = await tokenOn('anna', '/browse/CRM-1');
    shell.site.clock.set('2026-03-03T09:00:00.000Z');
    expect((await invoke('anna', token)).status).toBe(401);
    expect(shell.calls).toEqual([]);
  });

  test('the screen of one person does not run for another', async () => {
    const answer = await invoke('piotr', await tokenOn('anna', '/browse/CRM-1'));
    expect(answer.status).toBe(403);
    expect(shell.calls).toEqual([]);
  });

  test('a failed function is an error with its message', async () => {
    shell.app.resolve = () => Promise.reject(new Error('Brak połączenia'));
    const answer = await invoke('anna', await tokenOn('anna', '/browse/CRM-1'));
    expect(answer.status).toBe(502);
    expect(await answer.json()).toEqual({ ok: false, message: expect.stringContaining('Brak połączenia') });
  });

  test('a function that answers nothing gives nothing', async () => {
    shell.app.resolve = () => Promise.resolve(undefined);
    expect(await (await invoke('anna', await tokenOn('anna', '/browse/CRM-1'))).json()).toEqual({ ok: true });
  });

  test('more than 500 KB is refused', async () => {
    const answer = await invoke('anna', await tokenOn('anna', '/browse/CRM-1'), { text: 'x'.repeat(512 * 1024) });
    expect(answer.status).toBe(413);
    expect(shell.calls).toEqual([]);
  });

  test.each(['', '{', '[]', '{"functionKey":"greet"}', '{"frameToken":7,"functionKey":"greet"}'])('the body %j is refused', async (body) => {
    expect((await send('anna', '/_forge/invoke', body)).status).toBe(400);
  });
});

describe('product requests', () => {
  const product = async (person: Person, path: string, more: Record<string, unknown> = {}): Promise<Response> =>
    send(person, '/_forge/product', { frameToken: await tokenOn(person, '/browse/CRM-1'), path, method: 'GET', headers: [], body: null, ...more });

  test('go to Jira as the person', async () => {
    const answer: unknown = await (await product('anna', '/rest/api/3/myself')).json();
    expect(answer).toMatchObject({ ok: true, value: { status: 200, body: expect.stringContaining('acc-anna') } });
  });

  test('carry the scopes of the manifest and no more', async () => {
    const answer: unknown = await (
      await product('piotr', '/rest/api/3/issue/CRM-1/comment', {
        method: 'POST',
        headers: [['content-type', 'application/json']],
        body: JSON.stringify({ body: { type: 'doc', version: 1, content: [] } }),
      })
    ).json();
    expect(answer).toMatchObject({ ok: true, value: { status: 401, body: expect.stringContaining('scope does not match') } });
  });

  test('cannot be made as another account, with another secret or by a cookie', async () => {
    const headers = [['X-Forge-Account', people.ewa], ['x-forge-as', 'app'], ['Cookie', `local-user=${people.ewa}`]];
    const answer: unknown = await (await product('anna', '/rest/api/3/myself', { headers })).json();
    expect(answer).toMatchObject({ ok: true, value: { body: expect.stringContaining('acc-anna') } });
  });

  test.each(['/settings/people', 'https://evil.example/rest/api/3/myself', '/rest/../settings/people', '//evil.example/rest/'])('%s is refused', async (path) => {
    expect((await product('anna', path)).status).toBe(400);
  });
});

test('a frame is described to the shell with its entries and without a secret', async () => {
  const html = await (await shell.get('anna', '/projects/CRM/apps/sample/first')).text();
  expect(html).toContain('sandbox="allow-downloads allow-forms allow-modals allow-pointer-lock allow-popups allow-same-origin allow-scripts"');
  expect(html).toContain(`src="${shell.frameUrl}/_forge/app/screens/screen.html"`);
  expect(html).toContain('/_forge/app/screens/modal.html');
  expect(html).not.toContain('shared secret');
});
