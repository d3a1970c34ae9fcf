import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findModule, ManifestError, readManifest } from './manifest';

const folder = mkdtempSync(join(tmpdir(), 'manifest-'));
afterAll(() => rmSync(folder, { recursive: true }));

function read(text: string): ReturnType<typeof readManifest> {
  const path = join(folder, 'manifest.yml');
  writeFileSync(path, text);
  return readManifest(path);
}

it('reads the app’s own manifest', () => {
  const manifest = readManifest(join(__dirname, '..', '..', 'manifest.yml'));
  expect(manifest.appId).toMatch(/^[0-9a-f-]{36}$/);
  expect(manifest.scopes).toContain('storage:app');
  expect(manifest.backendEgress).toContain('*.my.salesforce.com');
  for (const module of manifest.modules) {
    for (const key of [module.functionKey, module.resolverFunctionKey]) {
      if (key !== undefined) expect([...manifest.functions.keys()]).toContain(key);
    }
    if (module.resource !== undefined) {
      const [resource = '', entry] = module.resource.split('/');
      expect(manifest.resources.get(resource)?.entries.has(entry ?? '')).toBe(true);
    }
  }
});

it('reads scopes and addresses in both of their forms', () => {
  const manifest = read(`
app: { id: ari:cloud:ecosystem::app/a }
permissions:
  scopes: { read:jira-work: { allowImpersonation: true } }
  external: { fetch: { backend: [a.example, { address: b.example }], client: [c.example] } }
modules: { scheduledTrigger: [{ key: tick, function: f, interval: hour }] }
`);
  expect(manifest).toMatchObject({
    appId: 'a',
    memoryMegabytes: 512,
    scopes: ['read:jira-work'],
    backendEgress: ['a.example', 'b.example'],
    clientEgress: ['c.example'],
  });
  expect(findModule(manifest, 'tick').definition['interval']).toBe('hour');
  expect(() => findModule(manifest, 'tick', 'webtrigger')).toThrow('no webtrigger "tick"');
});

it.each([
  ['no app', 'modules: {}'],
  ['a handler in another file', 'app: { id: a/b }\nmodules: { function: [{ key: f, handler: other.f }] }'],
  ['a time limit beyond 900 s', 'app: { id: a/b }\nmodules: { function: [{ key: f, handler: index.f, timeoutSeconds: 901 }] }'],
  ['an index on no attribute', 'app: { id: a/b, storage: { entities: [{ name: e, attributes: {}, indexes: [x] }] } }\nmodules: {}'],
  ['an unknown attribute type', 'app: { id: a/b, storage: { entities: [{ name: e, attributes: { x: { type: date } } }] } }\nmodules: {}'],
])('refuses a manifest with %s', (_, text) => {
  expect(() => read(text)).toThrow(ManifestError);
});
