import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core';
import { launchBrowser } from '../../../test/browser/launch';
import { people } from '../test-site';
import type { WorkflowRule } from '../workflow-rule-store';
import { startWorkflowShell, type WorkflowShell } from './workflow-test-shell';

jest.setTimeout(240_000);

let shell: WorkflowShell;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let screen: FrameLocator;

beforeAll(async () => {
  [shell, browser] = await Promise.all([startWorkflowShell(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await shell.close();
});
beforeEach(async () => {
  context = await browser.newContext({ colorScheme: 'light' });
  await context.addCookies([{ name: 'local-user', value: people.ewa, url: shell.url }]);
  page = await context.newPage();
  screen = page.frameLocator('iframe.app-frame');
});
afterEach(async () => {
  await context.close();
  const { workflows } = shell.site.jira.store;
  for (const rule of rules()) workflows.rules.remove('software-workflow', rule);
});

const path = '/projects/CRM/settings/workflow';
const rules = (): WorkflowRule[] => shell.site.jira.store.workflows.rules.of('software-workflow');

async function outcome(name: string): Promise<string> {
  await screen.locator(`#do-${name}`).click();
  const output = screen.locator(`#${name}`);
  await output.filter({ hasText: /./u }).waitFor();
  return (await output.textContent()) ?? '';
}

async function openNew(module: string): Promise<void> {
  await page.goto(`${shell.url}${path}/41/new/${module}`);
}

test('an administrator adds a rule, configures it in the app’s screen, changes it and takes it off, by keyboard', async () => {
  await page.goto(shell.url + path);
  await page.getByLabel('Dodaj regułę: Przekaż klientowi').first().selectOption('validator parcel-gate');
  await page.getByRole('button', { name: 'Dodaj regułę: Przekaż klientowi' }).focus();
  await page.keyboard.press('Enter');
  expect(await outcome('register')).toBe('done');
  await screen.locator('#level').fill('go');
  await page.getByRole('button', { name: 'Dodaj regułę' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(`**${path}?saved=1`);
  expect(rules()).toMatchObject([{ kind: 'validator', transitionId: '41', moduleKey: 'parcel-gate', configuration: { level: 'go' } }]);
  await page.getByText('Level go').waitFor();

  await page.getByRole('link', { name: 'Zmień: Parcel gate' }).click();
  expect(await outcome('saved')).toContain('{\\"level\\":\\"go\\"}');
  await outcome('register');
  await screen.locator('#level').fill('open');
  await page.getByRole('button', { name: 'Zapisz regułę' }).click();
  await page.waitForURL(`**${path}?saved=1`);
  expect(rules()).toMatchObject([{ configuration: { level: 'open' } }]);

  await page.getByRole('button', { name: 'Usuń: Parcel gate' }).click();
  await page.waitForURL(`**${path}?saved=1`);
  expect(rules()).toEqual([]);
});

test('the screen learns which workflow it stands in, and has no configuration yet', async () => {
  await openNew('validator/parcel-gate');
  const seen: unknown = JSON.parse(await outcome('context'));
  expect(seen).toMatchObject({ moduleKey: 'parcel-gate', extension: { type: 'jira:workflowValidator', isNewEditor: true, workflowId: 'software-workflow' } });
  expect(JSON.stringify(seen)).not.toContain('validatorConfig');
  expect(JSON.stringify(seen)).not.toContain('scopedProjectId');
});

test.each([
  ['over 32 KB', 'huge', 'większa niż 32 KB'],
  ['that is no JSON', 'broken', 'JSON-em'],
  ['that the screen cannot make', 'throw', 'The level is unknown.'],
])('a configuration %s is refused in place, and the screen keeps what was typed', async (_, typed, message) => {
  await openNew('validator/level-gate');
  await outcome('register');
  await screen.locator('#level').fill(typed);
  await page.getByRole('button', { name: 'Dodaj regułę' }).click();
  await page.getByRole('alert').filter({ hasText: message }).waitFor();
  expect(await screen.locator('#level').inputValue()).toBe(typed);
  expect(rules()).toEqual([]);

  await screen.locator('#level').fill('go');
  await page.getByRole('button', { name: 'Dodaj regułę' }).click();
  await page.waitForURL(`**${path}?saved=1`);
  expect(rules()).toHaveLength(1);
});

test('a screen that gives undefined keeps the form from being sent, one that has not registered says so, one that gives no text too', async () => {
  await openNew('validator/level-gate');
  const add = page.getByRole('button', { name: 'Dodaj regułę' });
  await screen.locator('#do-context').waitFor();
  await add.click();
  await page.getByRole('alert').filter({ hasText: 'nie jest jeszcze gotowy' }).waitFor();
  await outcome('number');
  await add.click();
  await page.getByRole('alert').filter({ hasText: 'jako tekstu' }).waitFor();
  await outcome('skip');
  await add.click();
  // The message of the last try goes at once, and the button is there again when all is done.
  await page.locator('button[data-save]:not([disabled])').waitFor();
  expect(await page.getByRole('alert').textContent()).toBe('');
  expect(new URL(page.url()).pathname).toBe(`${path}/41/new/validator/level-gate`);
  expect(rules()).toEqual([]);
});

test('where no rule is configured the package’s call fails', async () => {
  await shell.post('ewa', `${path}/41/new/validator/parcel-gate`, { configuration: '{"level":"go"}' });
  await page.goto(`${shell.url}${path}/rules/${rules()[0]?.id ?? ''}/view`);
  expect(await outcome('register')).toContain('refused: Unable to add workflow rule configuration callback');
  expect(await outcome('saved')).toContain('go');
});

describe('an issue context', () => {
  const panel = (): ReturnType<Page['locator']> => page.locator('details[data-issue-context]');
  const status = (): ReturnType<Page['locator']> => page.locator('[data-context-status]');

  test('is closed at first and loads its screen when it is opened', async () => {
    await page.goto(`${shell.url}/browse/CRM-1`);
    expect(await status().textContent()).toBe('Waiting');
    await panel().getByText('Paczka').waitFor();
    expect(page.frames().some((frame) => frame.url().startsWith(shell.frameUrl))).toBe(false);

    await panel().locator('summary').focus();
    await page.keyboard.press('Enter');
    expect(JSON.parse(await outcome('context'))).toMatchObject({ moduleKey: 'parcel-context', extension: { type: 'jira:issueContext', issue: { key: 'CRM-1' }, project: { key: 'CRM' } } });
  });

  test('takes its status from the app when it is opened first, and when it is closed', async () => {
    await page.goto(`${shell.url}/browse/CRM-1`);
    const asked = (): number => shell.forge.host.invocations().filter(({ functionKey }) => functionKey === 'status').length;
    const before = asked();
    await panel().locator('summary').click();
    await status().filter({ hasText: 'Seen CRM-1' }).waitFor();
    expect(await status().getAttribute('style')).toContain('success');
    expect(asked()).toBe(before + 1);
    const answer = page.waitForResponse('**/_forge/dynamic-status');
    await panel().locator('summary').click();
    await answer;
    expect(asked()).toBe(before + 2);
  });

  test('keeps the status of the manifest when the app gives none', async () => {
    shell.forge.host.installation.install();
    await page.goto(`${shell.url}/browse/CRM-1`);
    await page.route('**/_forge/dynamic-status', (route) => route.fulfill({ json: { ok: true, value: null } }));
    const answer = page.waitForResponse('**/_forge/dynamic-status');
    await panel().locator('summary').click();
    await answer;
    expect(await status().textContent()).toBe('Waiting');
  });

  test('another person’s panel is not told', async () => {
    await page.goto(`${shell.url}/browse/CRM-1`);
    const description: unknown = JSON.parse((await page.locator('iframe.app-frame').getAttribute('data-frame')) ?? '');
    const ask = (cookie: string, body: unknown): Promise<Response> =>
      fetch(`${shell.url}/_forge/dynamic-status`, { method: 'POST', body: JSON.stringify(body), headers: { cookie: `local-user=${cookie}` } });
    const frameToken: unknown = typeof description === 'object' && description !== null && 'token' in description ? description.token : '';
    expect((await ask(people.anna, { frameToken })).status).toBe(403);
    expect((await ask(people.ewa, { frameToken: 'x' })).status).toBe(401);
    expect((await ask(people.ewa, {})).status).toBe(400);
    expect(await (await ask(people.ewa, { frameToken })).json()).toEqual({ ok: true, value: { type: 'lozenge', label: 'Seen CRM-1', appearance: 'success' } });
  });
});

test.each([path, `${path}/41/new/validator/parcel-gate`, '/settings/apps', '/browse/CRM-1'])('%s fits 320 pixels', async (each) => {
  await shell.post('ewa', `${path}/41/new/validator/parcel-gate`, { configuration: '{"level":"go"}' });
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(shell.url + each);
  expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
});
