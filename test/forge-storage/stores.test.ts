import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { bundleFunctions } from '../../local/forge/bundle';
import { openSite, type FixtureSite } from '../../local/forge/fixture/site';
import { readManifest } from '../manifest/manifest-shape';

/** The stores over the real @forge/kvs, against the storage of the local site, with the entities that manifest.yml declares. */

const root = join(__dirname, '..', '..');
let folder: string;
let manifestPath: string;
let bundlePath: string;
let site: FixtureSite;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stores-'));
  manifestPath = join(folder, 'manifest.yml');
  const text = readFileSync(join(root, 'manifest.yml'), 'utf8');
  const read = readManifest(text);
  if ('problems' in read) throw new Error(read.problems.join('\n'));
  const { app } = read.manifest;
  const small: unknown = {
    app: { ...app, id: 'ari:cloud:ecosystem::app/11111111-2222-4333-8444-555555555555' },
    permissions: { scopes: ['storage:app'] },
    modules: {
      'jira:projectPage': [{ key: 'page', resource: 'screens/page', resolver: { function: 'resolver' }, title: 'Stores' }],
      function: [{ key: 'resolver', handler: 'index.resolver' }],
    },
    resources: [{ key: 'screens', path: 'screens', entry: { page: 'page.html' } }],
  };
  writeFileSync(manifestPath, stringify(small, { aliasDuplicateObjects: false }));
  expect(parse(readFileSync(manifestPath, 'utf8'))).toEqual(small);
  bundlePath = await bundleFunctions({ manifestPath, entryPath: join(__dirname, 'storage-app.ts'), outFolder: join(folder, 'bundle') });
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(async () => {
  site = await openSite(bundlePath, { manifestPath, storageUnitsPerMinute: Number.POSITIVE_INFINITY });
});
afterEach(() => site.close());

it('keeps a draft for one of two who began from the same', async () => {
  expect(await site.call('drafts')).toEqual(['kept', 'conflict: draft', 'kept', 'conflict: draft', 2, null]);
});

it('publishes all or nothing', async () => {
  expect(await site.call('publishing')).toEqual({
    stale: 'conflict: guidelines',
    untouched: { versions: 0, draft: 1 },
    first: 'kept',
    crossed: 'conflict: guidelines',
    second: 'kept',
    current: 2,
    versions: [2, 1],
    one: 1,
    none: null,
    draft: null,
  });
});

it('keeps one of two acknowledgements that crossed, so that the other is done again', async () => {
  expect(await site.call('acknowledging')).toEqual(['kept', 'conflict: summary', ['piotr']]);
});

it('reads what the panel needs at once, also when nothing of it is there', async () => {
  expect(await site.call('panel')).toEqual({
    empty: [null, [], { language: 'pl', timeZone: 'Europe/Warsaw' }],
    full: [1, 'review1', { language: 'en', timeZone: 'Europe/London' }],
  });
});

it('links a deal once, and never brings an unlinked one back', async () => {
  expect(await site.call('links')).toEqual({
    added: 'kept',
    again: 'conflict: deal',
    saved: 'kept',
    crossed: 'conflict: summary',
    kept: 'inStep',
    removed: 'kept',
    resurrected: expect.stringContaining('conflict'),
    link: null,
    revision: 2,
  });
});

it('finds more links than one page or one batch holds', async () => {
  expect(await site.call('manyLinks')).toEqual({ ofProject: true, among: 60, none: 0 });
});

it('claims a plan entry once, and reads more entries than one page holds', async () => {
  expect(await site.call('ledger')).toEqual({ claims: ['kept', 'conflict: plan entry'], rows: 205, first: expect.objectContaining({ state: 'written', planId: '77' }), others: 0 });
});

it('decides a review once, and only under the guidelines that were seen', async () => {
  expect(await site.call('gate')).toEqual({
    requested: 'kept',
    twice: 'conflict: gate review',
    underOthers: 'conflict: gate review',
    waiting: ['review1'],
    done: 'kept',
    again: 'conflict: gate review',
    stillWaiting: 0,
    decisions: 1,
    ofDeliverable: 1,
    record: '2026-03-10T08:30:00.000Z',
    review: 'decided',
    never: null,
    standing: 'go',
  });
});

it('keeps settings and secrets, and forgets them', async () => {
  expect(await site.call('settings')).toEqual({
    before: [null, {}, { accepted: null, refused: null }, null],
    after: [{ Won: 'won', 'Wygrane wewnętrznie': 'internallyWon' }, 'token'],
    gone: null,
  });
});

it('remembers a signal, whatever its id says', async () => {
  expect(await site.call('signals')).toEqual([true, false, true, true]);
});

it('keeps more audit records than one batch holds', async () => {
  expect(await site.call('audit')).toBe('kept');
});

it('keeps how a margin stands apart from its figures, both or neither, and knows which is due', async () => {
  expect(await site.call('margins')).toEqual({
    unlooked: 1,
    saves: ['kept', 'conflict: project margin', 'kept'],
    due: ['10002'],
    dueOne: 1,
    standing: false,
    figures: '100.00',
    standings: 2,
    nobody: null,
  });
});

it('finds more projects than one page holds', async () => {
  expect(await site.call('manyMargins')).toEqual([205, 150]);
});

it('keeps rates, sources, billing and agreements for one of two who began from the same', async () => {
  expect(await site.call('marginSettings')).toEqual({
    saves: ['kept', 'conflict: rates', 'kept', 'conflict: costs', 'kept', 'conflict: margin settings', 'kept', 'conflict: agreement'],
    read: [1, 'financialManager', 'fixedPrice', 'timeAndMaterial', [{ year: 2026, budgetHours: 40 }]],
  });
});

it('keeps more documents than one transaction takes, and those of one book alone under its revision', async () => {
  expect(await site.call('billing')).toEqual({
    saves: ['kept', 'conflict: billing', 'kept'],
    revisions: [3, 4],
    documents: 59,
    inOrder: true,
    due: ['10001 FV/2', '10002 FV/2', '10001 FV/3'],
    dueOne: 1,
  });
});

it('gives the gate the margin at completion where that is known, else the one to date, in whole per cent rounded down', async () => {
  expect(await site.call('gateMargin')).toEqual([{ kind: 'notConnected' }, { kind: 'known', value: { current: 47, target: 40 } }, { kind: 'known', value: { current: 39, target: 40 } }]);
});
