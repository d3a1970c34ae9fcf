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

describe('typed modules', () => {
  const withModules = (text: string) => read(`app: { id: a/b }\nmodules:\n${text.replaceAll(/^/gmu, '  ')}`);

  it('gives what JQL can find of properties, with their names', () => {
    const { entityProperties } = withModules(`jira:entityProperty:
  - key: gate
    propertyKey: delivery
    values: [{ path: gate.state, type: string, searchAlias: gateState }, { path: due, type: date }]
  - { key: load, entityType: project, propertyKey: load, values: [{ path: hours, type: number }] }`);
    expect(entityProperties).toEqual([
      {
        key: 'gate',
        entityType: 'issue',
        propertyKey: 'delivery',
        values: [
          { path: 'gate.state', type: 'string', searchAlias: 'gateState' },
          { path: 'due', type: 'date', searchAlias: undefined },
        ],
      },
      { key: 'load', entityType: 'project', propertyKey: 'load', values: [{ path: 'hours', type: 'number', searchAlias: undefined }] },
    ]);
  });

  it('gives workflow rules, for company-managed projects unless they say otherwise', () => {
    const { workflowRules } = withModules(`jira:workflowValidator:
  - { key: v, name: V, description: d, function: f, create: { resource: main/new }, edit: { resource: main }, resolver: { function: f } }
jira:workflowCondition:
  - { key: c, name: { i18n: c.name }, description: d, expression: 'config.on', projectTypes: [team-managed], configurationDescription: { expression: "config['text']" } }`);
    expect(workflowRules).toMatchObject([
      { key: 'v', kind: 'validator', decidedBy: { functionKey: 'f' }, projectTypes: ['company-managed'], screens: { create: 'main/new', edit: 'main' } },
      { key: 'c', kind: 'condition', name: { i18n: 'c.name' }, decidedBy: { expression: { kind: 'member' } }, projectTypes: ['team-managed'], screens: {} },
    ]);
  });

  it('gives issue contexts with their status', () => {
    const { issueContexts } = withModules(`jira:issueContext:
  - { key: i, resource: main, title: T, label: L, status: { type: lozenge, value: { label: Open } }, dynamicProperties: { function: f } }
  - { key: j, resource: main, title: T, label: { i18n: l }, status: { type: badge, value: { label: '3' } } }`);
    expect(issueContexts).toEqual([
      { key: 'i', title: 'T', label: 'L', icon: undefined, status: { type: 'lozenge', label: 'Open', appearance: 'default' }, dynamicFunctionKey: 'f' },
      { key: 'j', title: 'T', label: { i18n: 'l' }, icon: undefined, status: { type: 'badge', label: '3' }, dynamicFunctionKey: undefined },
    ]);
  });

  it('gives JQL functions with what they can be used for', () => {
    const { jqlFunctions } = withModules(`jira:jqlFunction:
  - { key: g, name: deliveryGate, arguments: [{ name: state, required: true }], types: [issue, version], operators: [in, 'not in'], function: f }`);
    expect(jqlFunctions).toEqual([
      { key: 'g', name: 'deliveryGate', arguments: [{ name: 'state', required: true }], types: ['issue', 'version'], operators: ['in', 'not in'], functionKey: 'f' },
    ]);
  });

  it.each([
    ['a JQL function of a remote', 'jira:jqlFunction: [{ key: g, name: n, arguments: [], types: [issue], operators: [in], endpoint: e }]', 'jira:jqlFunction g'],
    ['a JQL function for fields that the local site has not', 'jira:jqlFunction: [{ key: g, name: n, arguments: [], types: [label], operators: [in], function: f }]', 'jira:jqlFunction g'],
    ['an unknown operator', 'jira:jqlFunction: [{ key: g, name: n, arguments: [], types: [issue], operators: [was], function: f }]', 'jira:jqlFunction g'],
    ['an unknown kind of module', 'jira:customField: [{ key: f }]', 'does not model the module jira:customField'],
    ['more values than Forge indexes', `jira:entityProperty: [{ key: p, propertyKey: p, values: [${'{ path: a, type: text },'.repeat(101)}] }]`, '101 values'],
    ['an unknown type of value', 'jira:entityProperty: [{ key: p, propertyKey: p, values: [{ path: a, type: boolean }] }]', 'jira:entityProperty p'],
    ['a rule that nothing decides', 'jira:workflowValidator: [{ key: v, name: V, description: d }]', 'exactly one of'],
    ['a rule that two things decide', "jira:workflowValidator: [{ key: v, name: V, description: d, function: f, expression: 'true' }]", 'exactly one of'],
    ['a condition by a function', 'jira:workflowCondition: [{ key: c, name: C, description: d, function: f }]', 'jira:workflowCondition c'],
    ['an expression beyond the part that is modelled', "jira:workflowCondition: [{ key: c, name: C, description: d, expression: 'issue.comments.length > 0' }]", 'does not model ">"'],
    ['a message beyond that part', "jira:workflowValidator: [{ key: v, name: V, description: d, expression: 'true', errorMessage: { expression: 'a ? b : c' } }]", 'does not model "?"'],
    ['a malformed expression', "jira:workflowCondition: [{ key: c, name: C, description: d, expression: 'issue ==' }]", 'ends too early'],
    ['a rule of a remote', 'jira:workflowValidator: [{ key: v, name: V, description: d, endpoint: e }]', 'jira:workflowValidator v'],
    ['a native screen', 'jira:issueContext: [{ key: i, resource: r, render: native, title: T, label: L }]', 'jira:issueContext i'],
    ['an icon as a status', 'jira:issueContext: [{ key: i, resource: r, title: T, label: L, status: { type: icon, value: { label: a, url: b } } }]', 'does not model a status'],
    ['display conditions', 'jira:issueContext: [{ key: i, resource: r, title: T, label: L, displayConditions: {} }]', 'displayConditions'],
    ['a remote before uninstalling', 'preUninstall: [{ key: u, endpoint: e }]', 'preUninstall u'],
  ])('refuses %s', (_, text, reason) => {
    expect(() => withModules(text)).toThrow(ManifestError);
    expect(() => withModules(text)).toThrow(reason);
  });
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
