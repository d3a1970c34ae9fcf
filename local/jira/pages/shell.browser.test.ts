import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core';
import { launchBrowser } from '../../../test/browser/launch';
import { startTestShell, type TestShell } from './test-shell';

jest.setTimeout(240_000);

let shell: TestShell;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let screen: FrameLocator;

beforeAll(async () => {
  [shell, browser] = await Promise.all([startTestShell({ screens: 'built' }), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await shell.close();
});
beforeEach(async () => {
  context = await browser.newContext({ colorScheme: 'light' });
  page = await context.newPage();
});
afterEach(() => context.close());

async function open(path: string): Promise<void> {
  await page.goto(shell.url + path);
  screen = page.frameLocator('iframe.app-frame');
}

/** Presses a control of the sample screen and waits for what it writes. */
async function outcome(name: string, at: FrameLocator = screen): Promise<string> {
  await at.locator(`#do-${name}`).click();
  const output = at.locator(`#${name}`);
  await output.filter({ hasText: /./u }).waitFor();
  return (await output.textContent()) ?? '';
}

/** Evaluates an expression in the screen's own window. */
async function inScreen<T>(expression: string): Promise<T> {
  const frame = page.frames().find((each) => each.url().startsWith(shell.frameUrl));
  if (frame === undefined) throw new Error('No screen is open');
  return frame.evaluate<T>(expression);
}

test('a screen learns where it stands', async () => {
  await open('/browse/CRM-1');
  expect(JSON.parse(await outcome('context'))).toMatchObject({
    accountId: 'acc-anna',
    moduleKey: 'panel',
    locale: 'pl-PL',
    timezone: 'Europe/Warsaw',
    theme: { colorMode: 'light' },
    extension: { type: 'jira:issuePanel', issue: { key: 'CRM-1' } },
  });
});

test('a screen calls its functions, Jira and its translations, and learns of failures', async () => {
  await open('/browse/CRM-1');
  expect(await outcome('invoke')).toBe('{"greeting":"Cześć"}');
  expect(JSON.parse(await outcome('product'))).toMatchObject({ status: 200, body: { accountId: 'acc-anna' } });
  expect(await outcome('translated')).toBe('"Dzień dobry"');
  expect(await outcome('url')).toBe(`"${shell.url}/browse/CRM-1"`);
  expect(await outcome('unmodelled')).toBe('refused: not modelled: openRovo');
  expect(await outcome('close')).toContain('refused');
});

test('a screen cannot reach the site itself', async () => {
  await open('/browse/CRM-1');
  expect(await outcome('outside')).toMatch(/^refused/u);
  const seen = await inScreen<string>('(() => { try { return parent.document.title; } catch (error) { return error.name; } })()');
  expect(seen).toBe('SecurityError');
});

test('a stranger’s message to the shell does nothing', async () => {
  await open('/browse/CRM-1');
  await page.evaluate(`postMessage({ kind: 'call', id: 1, command: 'changeWindowTitle', data: 'przejęte' }, '*')`);
  await outcome('title');
  expect(await page.title()).toBe('Inny tytuł');
});

test('a screen takes the theme when it asks for it, and follows the switch', async () => {
  await open('/browse/CRM-1');
  const colour = () => inScreen<string>('getComputedStyle(document.body).backgroundColor');
  expect(await colour()).toBe('rgb(255, 255, 254)');
  await outcome('theme');
  expect(await colour()).toBe('rgb(255, 255, 255)');
  await page.locator('.account-menu summary').click();
  await page.getByRole('button', { name: 'Ciemny' }).click();
  await screen.locator('html[data-color-mode="dark"]').waitFor();
  expect(await colour()).not.toBe('rgb(255, 255, 255)');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.getByRole('button', { name: 'Jasny' }).click();
  await screen.locator('html[data-color-mode="light"]').waitFor();
  await page.getByRole('button', { name: 'Systemowy' }).click();
  await screen.locator('html[data-color-mode="dark"]').waitFor();
});

test('a flag appears, runs its action and is closed by the person', async () => {
  await open('/browse/CRM-1');
  await outcome('flag');
  const flag = page.getByRole('status').filter({ hasText: 'Zapisano' });
  await flag.getByRole('button', { name: 'Cofnij' }).click();
  await screen.locator('#flag', { hasText: 'undone' }).waitFor();
  await flag.getByRole('button', { name: 'Zamknij' }).click();
  expect(await flag.count()).toBe(0);
});

test('a page routes in the address bar, within its own page only', async () => {
  await open('/projects/CRM/apps/sample/first');
  expect(await outcome('history')).toBe('"/first"');
  await screen.locator('#do-push').click();
  await page.waitForURL('**/projects/CRM/apps/sample/second/detail?tab=2');
  await screen.locator('#history', { hasText: 'PUSH /second/detail?tab=2' }).waitFor();
  expect(await page.locator('a[aria-current="page"]').textContent()).toBe('Druga');

  await page.goBack();
  await screen.locator('#history', { hasText: 'POP /first' }).waitFor();
  await page.getByRole('link', { name: 'Druga' }).click();
  await screen.locator('#history', { hasText: 'PUSH /second' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/projects/CRM/apps/sample/second');

  await screen.locator('#do-leave').click();
  // A screen that goes round the bridge's own history gets no further.
  await inScreen(`parent.postMessage({ kind: 'route', action: 'PUSH', path: '/../../../../settings/people' }, '*')`);
  await outcome('title');
  expect(new URL(page.url()).pathname).not.toContain('settings/people');
  expect(new URL(page.url()).pathname).toMatch(/^\/projects\/CRM\/apps\/sample/u);
  await page.reload();
  await screen.locator('#do-context').waitFor();
});

test('a panel has no history', async () => {
  await open('/browse/CRM-1');
  expect(await outcome('history')).toBe('refused: history is for page modules only');
});

test('a modal shows another screen with its context and hands its answer back', async () => {
  await open('/browse/CRM-1');
  await screen.locator('#do-modal').click();
  const dialog = page.getByRole('dialog', { name: 'Pytanie' });
  await dialog.waitFor();
  const inside = page.frameLocator('.app-modal iframe');
  expect(JSON.parse(await outcome('context', inside))).toMatchObject({ moduleKey: 'panel', extension: { issue: { key: 'CRM-1' }, modal: { question: 'ile?' } } });
  await inside.locator('#do-answer').click();
  await screen.locator('#modal', { hasText: '{"answer":42}' }).waitFor();
  expect(await dialog.count()).toBe(0);
});

test('Escape closes a modal, also from within its frame', async () => {
  await open('/browse/CRM-1');
  await screen.locator('#do-modal').click();
  await page.frameLocator('.app-modal iframe').locator('#do-context').press('Escape');
  await screen.locator('#modal', { hasText: 'dismissed' }).waitFor();
  expect(await page.getByRole('dialog').count()).toBe(0);
});

test('a frame grows with its content', async () => {
  await open('/browse/CRM-1');
  await screen.locator('#do-grow').click();
  await page.locator('xpath=//iframe[number(substring-before(substring-after(@style, "height: "), "px")) > 900]').waitFor();
  expect(await inScreen<number>('document.documentElement.scrollHeight - innerHeight')).toBe(0);
});

test('screens of the page hear each other, and a ready screen is marked', async () => {
  await open('/browse/CRM-1');
  await outcome('heard');
  await screen.locator('#do-emit').click();
  await screen.locator('#heard', { hasText: '{"n":7}' }).waitFor();
  await outcome('ready');
  expect(await page.locator('iframe[data-ready="true"]').count()).toBe(1);
});

test('a person works by keyboard: the status menu opens, moves and tells of a refusal', async () => {
  shell.site.app.validate = () => Promise.resolve({ result: false, errorMessage: 'Brak decyzji o odbiorze.' });
  await open('/browse/CRM-1');
  await page.getByText('W przeglądzie').first().focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').filter({ hasText: 'Brak decyzji o odbiorze.' }).waitFor();
});

test.each(['/', '/projects/CRM/issues', '/browse/CRM-1', '/projects/CRM/releases', '/projects/CRM/apps/sample/first', '/settings/people', '/settings/workflows', '/help', '/none'])(
  '%s fits 320 pixels',
  async (path) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(shell.url + path);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  },
);
