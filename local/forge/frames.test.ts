import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer, type RunningServer } from '../server';
import { allEntryPaths, createFrames, entryPath } from './frames';
import { readManifest, type ForgeManifest } from './manifest';

const manifestText = (styles: string): string => `
app: { id: 'ari:cloud:ecosystem::app/a' }
permissions: { scopes: [], content: { ${styles} } }
translations:
  resources: [{ key: pl-PL, path: locales/pl-PL.json }]
  fallback: { default: pl-PL }
modules: {}
resources:
  - { key: screens, path: built, entry: { panel: panel.html, missing: missing.html } }
  - { key: plain, path: plain }
`;

let folder: string;
let server: RunningServer;
let strict: RunningServer;
let manifest: ForgeManifest;

async function serve(name: string, styles: string): Promise<RunningServer> {
  const manifestPath = join(folder, name);
  await writeFile(manifestPath, manifestText(styles));
  manifest = readManifest(manifestPath);
  return startServer(createFrames({ manifest, appDirectory: folder, browserDirectory: join(folder, 'browser') }), 0);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'opiekun-frames-'));
  for (const each of ['built/assets', 'browser', 'locales']) await mkdir(join(folder, each), { recursive: true });
  await writeFile(join(folder, 'built/panel.html'), '<!doctype html><html><HEAD lang="pl"><title>x</title></HEAD><body></body></html>');
  await writeFile(join(folder, 'built/bare.html'), '<p>no head</p>');
  await writeFile(join(folder, 'built/assets/app.js'), 'export {};');
  await writeFile(join(folder, 'browser/bridge.js'), '/* bridge */');
  await writeFile(join(folder, 'locales/pl-PL.json'), '{"greeting":"Dzień dobry"}');
  await writeFile(join(folder, 'secret.txt'), 'secret');
  strict = await serve('strict.yml', '');
  server = await serve('manifest.yml', 'styles: [unsafe-inline]');
});

afterAll(async () => {
  await Promise.all([server.close(), strict.close()]);
  await rm(folder, { recursive: true, force: true });
});

const get = (path: string, from: RunningServer = server): Promise<Response> => fetch(`http://127.0.0.1:${from.port}${path}`);

test('an entry page carries the bridge before anything of the app', async () => {
  const html = await (await get('/_forge/app/screens/panel.html')).text();
  expect(html).toContain('<HEAD lang="pl"><script src="/_forge/bridge.js"></script><title>');
  expect(await (await get('/_forge/app/screens/bare.html')).text()).toMatch(/^<script src="\/_forge\/bridge.js"><\/script><p>/u);
});

test('the content security policy keeps a screen to its own origin and to the shell', async () => {
  const answer = await get('/_forge/app/screens/panel.html');
  const policy = (answer.headers.get('content-security-policy') ?? '').split('; ');
  expect(policy).toEqual(
    expect.arrayContaining(["default-src 'self'", "script-src 'self'", "style-src 'self' 'unsafe-inline'", "connect-src 'self'", `frame-ancestors http://localhost:${server.port}`]),
  );
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
});

test('inline styles are allowed only where the manifest asks for them', async () => {
  const policy = (await get('/_forge/app/screens/panel.html', strict)).headers.get('content-security-policy') ?? '';
  expect(policy.split('; ')).toContain("style-src 'self'");
});

test('files keep their type', async () => {
  expect((await get('/_forge/app/screens/assets/app.js')).headers.get('content-type')).toContain('javascript');
});

test('translations are served beside the screen as the bridge looks for them', async () => {
  const info: unknown = await (await get('/_forge/app/screens/__LOCALES__/i18n-info.json')).json();
  expect(info).toEqual({ config: { locales: ['pl-PL'], fallback: { default: 'pl-PL' } } });
  expect(await (await get('/_forge/app/screens/__LOCALES__/pl-PL.json')).json()).toEqual({ greeting: 'Dzień dobry' });
  expect((await get('/_forge/app/screens/__LOCALES__/de-DE.json')).status).toBe(404);
});

test('a screen that is not built says so', async () => {
  const answer = await get('/_forge/app/screens/missing.html');
  expect(answer.status).toBe(503);
  expect(await answer.text()).toContain('npm run build');
});

test.each(['/_forge/app/screens/..%2fsecret.txt', '/_forge/app/screens/%2e%2e/secret.txt', '/_forge/app/screens/assets/..%2f..%2fsecret.txt'])(
  '%s does not leave the folder',
  async (path) => {
    const answer = await get(path);
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toContain('secret');
  },
);

test.each(['/_forge/app/unknown/panel.html', '/_forge/app/screens/nothing.js', '/', '/rest/api/3/myself'])('%s is not found', async (path) => {
  expect((await get(path)).status).toBe(404);
});

test('a resource is named with or without an entry', () => {
  expect(entryPath(manifest, 'screens/panel')).toBe('/_forge/app/screens/panel.html');
  expect(entryPath(manifest, 'plain')).toBe('/_forge/app/plain/index.html');
  expect(entryPath(manifest, 'screens/none')).toBeUndefined();
  expect(entryPath(manifest, 'none')).toBeUndefined();
  expect(Object.keys(allEntryPaths(manifest))).toEqual(['screens/panel', 'screens/missing', 'plain']);
});
