import { Filter, FilterConditions, ForgeKvsAPIError, kvs, MetadataField, Sort, WhereConditions } from '@forge/kvs';
import { join } from 'node:path';
import type { Clock } from '../../clock';
import { openDatabase, type Database } from '../../database';
import { readManifest } from '../manifest';
import { StorageRate } from './rate';
import { AppStorage } from './storage';
import { UsageMeter } from './usage';

const manifest = readManifest(join(__dirname, '..', 'fixture', 'manifest.yml'));
let database: Database;
let now: Date;
let meter: UsageMeter;
interface Parcel {
  depot?: string;
  weight?: number;
  price?: number;
  fragile?: boolean;
  note?: string;
  content?: unknown;
}
const clock: Clock = { now: () => now };

function connect(changed = manifest, unitsPerMinute = Infinity): void {
  const storage = new AppStorage(database, clock, changed, new StorageRate(unitsPerMinute));
  meter = new UsageMeter();
  Object.assign(globalThis, {
    __forge_fetch__: async (meta: unknown, path: string, init: { body: string }) => {
      expect(meta).toEqual({ type: 'kvs', provider: 'app', remote: 'kvs' });
      const { status, body } = storage.handle(path, JSON.parse(init.body), meter);
      return new Response(body === undefined ? null : JSON.stringify(body), { status });
    },
  });
}

async function codeOf(act: Promise<unknown>): Promise<string> {
  const error: unknown = await act.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ForgeKvsAPIError)) throw new Error(`expected a refusal, got ${String(error)}`);
  return `${error.responseDetails.status} ${error.code}`;
}

beforeEach(() => {
  database = openDatabase(':memory:');
  now = new Date('2026-03-01T10:00:00.000Z');
  connect();
});
afterEach(() => database.close());

describe('plain keys', () => {
  it('keeps, replaces and forgets a value', async () => {
    await kvs.set('a', { deep: [1, 'two', null] });
    expect(await kvs.get('a')).toEqual({ deep: [1, 'two', null] });
    await kvs.set('a', false);
    expect(await kvs.get('a')).toBe(false);
    await kvs.delete('a');
    expect(await kvs.get('a')).toBeUndefined();
    await kvs.delete('a');
  });

  it('keeps values when the database is opened by another host', async () => {
    await kvs.set('a', 1);
    connect();
    expect(await kvs.get('a')).toBe(1);
  });

  it.each([
    ['', '400 EMPTY_KEY'],
    ['a/b', '400 INVALID_KEY'],
    ['   ', '400 INVALID_KEY'],
    ['zażółć', '400 INVALID_KEY'],
    ['k'.repeat(501), '400 KEY_TOO_LONG'],
  ])('refuses the key %j', async (key, code) => {
    expect(await codeOf(kvs.set(key, 1))).toBe(code);
    expect(await codeOf(kvs.get(key))).toBe(code);
    expect(await codeOf(kvs.delete(key))).toBe(code);
  });

  it('takes the longest key with every kind of character', async () => {
    const key = `a:b._-# c${'k'.repeat(491)}`;
    await kvs.set(key, 1);
    expect(await kvs.get(key)).toBe(1);
  });

  it('refuses values that are null, too large or too deep', async () => {
    expect(await codeOf(kvs.set('a', null))).toBe('400 BAD_REQUEST');
    expect(await codeOf(kvs.set('a', undefined))).toBe('400 BAD_REQUEST');
    await kvs.set('a', 'x'.repeat(240 * 1024 - 2));
    expect(await codeOf(kvs.set('a', 'x'.repeat(240 * 1024 - 1)))).toBe('400 MAX_SIZE');
    expect(await codeOf(kvs.set('a', 'ż'.repeat(130 * 1024)))).toBe('400 MAX_SIZE');
    const nested = (depth: number): unknown => (depth === 0 ? 1 : { inner: nested(depth - 1) });
    await kvs.set('deep', nested(31));
    expect(await codeOf(kvs.set('deep', nested(32)))).toBe('400 MAX_DEPTH');
  });

  it('refuses to replace under FAIL_IF_EXISTS', async () => {
    await kvs.set('a', 1, { keyPolicy: 'FAIL_IF_EXISTS' });
    expect(await codeOf(kvs.set('a', 2, { keyPolicy: 'FAIL_IF_EXISTS' }))).toBe('409 KEY_ALREADY_EXISTS');
    expect(await kvs.get('a')).toBe(1);
  });

  it('returns the previous or the latest value when asked', async () => {
    const options = { keyPolicy: 'OVERRIDE', returnValue: 'PREVIOUS' } as const;
    expect(await kvs.set('a', 1, options)).toBeUndefined();
    expect(await kvs.set('a', 2, options)).toEqual({ key: 'a', value: 1 });
    expect(await kvs.set('a', 3, { ...options, returnValue: 'LATEST' })).toEqual({ key: 'a', value: 3 });
  });

  it('forgets a value when its time is over, and lets it be claimed again', async () => {
    await kvs.set('claim', 1, { keyPolicy: 'FAIL_IF_EXISTS', ttl: { value: 5, unit: 'MINUTES' } });
    now = new Date('2026-03-01T10:04:59.999Z');
    expect(await kvs.get('claim', { metadataFields: [MetadataField.EXPIRE_TIME, MetadataField.CREATED_AT] })).toEqual({
      key: 'claim',
      value: 1,
      expireTime: '2026-03-01T10:05:00.000Z',
      createdAt: Date.parse('2026-03-01T10:00:00.000Z'),
    });
    now = new Date('2026-03-01T10:05:00.000Z');
    expect(await kvs.get('claim')).toBeUndefined();
    expect((await kvs.query().getMany()).results).toEqual([]);
    await kvs.set('claim', 2, { keyPolicy: 'FAIL_IF_EXISTS' });
  });

  it('lists keys by prefix in pages, and never a secret or an entity', async () => {
    await kvs.setSecret('p:secret', 'hidden');
    await kvs.entity<Parcel>('parcel').set('p:entity', { depot: 'Gdynia' });
    for (let at = 0; at < 12; at += 1) await kvs.set(`p:${String(at).padStart(2, '0')}`, at);
    await kvs.set('q', 0);
    const query = () => kvs.query().where('key', WhereConditions.beginsWith('p:'));
    const first = await query().getMany();
    expect(first.results.map(({ value }) => value)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    const second = await query().cursor(first.nextCursor ?? '').getMany();
    expect(second).toEqual({ results: [{ key: 'p:10', value: 10 }, { key: 'p:11', value: 11 }], nextCursor: undefined });
    expect((await kvs.query().limit(100).getMany()).results).toHaveLength(13);
    expect(await codeOf(query().limit(101).getMany())).toBe('400 BAD_REQUEST');
    expect(await codeOf(query().cursor('made up').getMany())).toBe('400 BAD_REQUEST');
    expect(await codeOf(kvs.query().cursor(first.nextCursor ?? '').getMany())).toBe('400 BAD_REQUEST');
  });

  it('gives a secret to getSecret only', async () => {
    await kvs.setSecret('token', { value: 's3cret' });
    expect(await kvs.getSecret('token')).toEqual({ value: 's3cret' });
    expect(await kvs.get('token')).toBeUndefined();
    await kvs.deleteSecret('token');
    expect(await kvs.getSecret('token')).toBeUndefined();
  });
});

describe('batches', () => {
  it('lets each item succeed or fail for itself', async () => {
    const written = await kvs.batchSet<unknown>([
      { key: 'a', value: 1 },
      { key: 'b/c', value: 2 },
      { key: 'd', value: { weight: 'heavy' }, entityName: 'parcel' },
    ]);
    expect(written.successfulKeys).toEqual([{ key: 'a' }]);
    expect(written.failedKeys.map(({ error }) => error.code)).toEqual(['INVALID_KEY', 'INVALID_ENTITY_VALUE']);
    const read = await kvs.batchGet([{ key: 'a' }, { key: 'd', entityName: 'parcel' }]);
    expect(read.successfulKeys).toEqual([{ key: 'a', value: 1 }]);
    expect(read.failedKeys).toMatchObject([{ key: 'd', entityName: 'parcel', error: { code: 'KEY_NOT_FOUND' } }]);
    expect((await kvs.batchDelete([{ key: 'a' }])).successfulKeys).toEqual([{ key: 'a' }]);
    expect(await kvs.get('a')).toBeUndefined();
  });

  it('refuses an empty batch, a long one, and one with a key twice', async () => {
    const keys = Array.from({ length: 26 }, (_, at) => ({ key: `k${at}`, value: at }));
    expect(await codeOf(kvs.batchSet([]))).toBe('400 BAD_REQUEST');
    expect(await codeOf(kvs.batchSet(keys))).toBe('400 BAD_REQUEST');
    expect(await codeOf(kvs.batchGet([{ key: 'a' }, { key: 'a' }]))).toBe('400 BAD_REQUEST');
    expect((await kvs.batchSet(keys.slice(1))).successfulKeys).toHaveLength(25);
  });
});

describe('entities', () => {
  const parcels = kvs.entity<Parcel>('parcel');

  it.each<[string, object | string]>([
    ['another attribute', { colour: 'red' }],
    ['text for a number', { weight: '3' }],
    ['a fraction for an integer', { weight: 1.5 }],
    ['an instant for an integer', { weight: 1_772_359_200_000 }],
    ['one over the largest integer', { weight: 2 ** 31 }],
    ['one under the smallest integer', { weight: -(2 ** 31) - 1 }],
    ['null for text', { note: null }],
    ['a number for a truth', { fragile: 1 }],
    ['a list', [1]],
    ['a bare text', 'parcel'],
  ])('refuses %s', async (_, value) => {
    expect(await codeOf(kvs.entity<unknown>('parcel').set('p', value))).toBe('400 INVALID_ENTITY_VALUE');
  });

  it('takes the outermost integers, a float and anything for any', async () => {
    const value = { weight: 2 ** 31 - 1, price: 9.99, fragile: true, content: { list: [null, 1] } };
    await parcels.set('p', value);
    await parcels.set('q', { weight: -(2 ** 31) });
    expect(await parcels.get('p')).toEqual(value);
    await parcels.delete('p');
    expect(await parcels.get('p')).toBeUndefined();
  });

  it('refuses an entity or an index that the manifest does not declare', async () => {
    expect(await codeOf(kvs.entity('letter').set('p', {}))).toBe('400 INVALID_ENTITY_TYPE');
    expect(await codeOf(parcels.query().index('by-weight').getMany())).toBe('400 INVALID_ENTITY_INDEX');
  });

  describe('queries', () => {
    const keys = (page: { results: { key: string }[] }): string[] => page.results.map(({ key }) => key);
    const gdynia = () => parcels.query().index('by-depot', { partition: ['Gdynia'] });

    beforeEach(async () => {
      await parcels.set('five', { depot: 'Gdynia', weight: 5, fragile: true, note: 'glass' });
      await parcels.set('ten', { depot: 'Gdynia', weight: 10, fragile: false, note: 'steel' });
      await parcels.set('two', { depot: 'Gdynia', weight: 2, fragile: true, note: 'glue' });
      await parcels.set('also-ten', { depot: 'Gdynia', weight: 10, fragile: true });
      await parcels.set('weightless', { depot: 'Gdynia', note: 'air' });
      await parcels.set('elsewhere', { depot: 'Gdańsk', weight: 3 });
    });

    it('reads one partition in the order of the range, and leaves out what lacks an indexed attribute', async () => {
      expect(keys(await gdynia().getMany())).toEqual(['two', 'five', 'also-ten', 'ten']);
      expect(keys(await gdynia().sort(Sort.DESC).getMany())).toEqual(['ten', 'also-ten', 'five', 'two']);
    });

    it.each([
      [WhereConditions.equalTo(10), ['also-ten', 'ten']],
      [WhereConditions.greaterThan(5), ['also-ten', 'ten']],
      [WhereConditions.greaterThanEqualTo(5), ['five', 'also-ten', 'ten']],
      [WhereConditions.lessThan(5), ['two']],
      [WhereConditions.lessThanEqualTo(5), ['two', 'five']],
      [WhereConditions.between(2, 5), ['two', 'five']],
    ])('bounds the range: %j', async (condition, expected) => {
      expect(keys(await gdynia().where(condition).getMany())).toEqual(expected);
    });

    it('reads by the beginning of a text, and by a partition of two attributes', async () => {
      const query = parcels.query().index('by-depot-and-care', { partition: ['Gdynia', true] });
      expect(keys(await query.where(WhereConditions.beginsWith('gl')).getMany())).toEqual(['five', 'two']);
    });

    it('reads an index on one attribute', async () => {
      const page = await parcels.query().index('note').where(WhereConditions.greaterThan('b')).getMany();
      expect(keys(page)).toEqual(['five', 'two', 'ten']);
    });

    it('walks through pages in both directions, also between equal range values', async () => {
      for (const [sort, expected] of [
        [Sort.ASC, ['two', 'five', 'also-ten', 'ten']],
        [Sort.DESC, ['ten', 'also-ten', 'five', 'two']],
      ] as const) {
        const seen: string[] = [];
        let cursor: string | undefined;
        do {
          const query = gdynia().sort(sort).limit(1);
          const page = await (cursor === undefined ? query : query.cursor(cursor)).getMany();
          seen.push(...keys(page));
          cursor = page.nextCursor;
        } while (cursor !== undefined);
        expect(seen).toEqual(expected);
      }
    });

    it('filters', async () => {
      const filtered = (filter: Parameters<ReturnType<typeof gdynia>['filters']>[0]) => gdynia().filters(filter).getMany();
      expect(keys(await filtered(new Filter<Parcel>().and('fragile', FilterConditions.equalTo(true)).and('note', FilterConditions.exists())))).toEqual(['two', 'five']);
      expect(keys(await filtered(new Filter<Parcel>().or('note', FilterConditions.notExists()).or('note', FilterConditions.contains('tee'))))).toEqual(['also-ten', 'ten']);
      expect(keys(await filtered(new Filter<Parcel>().and('note', FilterConditions.notContains('gl'))))).toEqual(['also-ten', 'ten']);
    });

    it('refuses what the index cannot answer', async () => {
      const by = (partition: (string | number | boolean)[]) => parcels.query().index('by-depot-and-care', { partition });
      expect(await codeOf(by(['Gdynia']).getMany())).toBe('400 BAD_REQUEST');
      expect(await codeOf(by(['Gdynia', 'yes']).getMany())).toBe('400 BAD_REQUEST');
      expect(await codeOf(parcels.query().index('by-depot').getMany())).toBe('400 BAD_REQUEST');
      expect(await codeOf(gdynia().where(WhereConditions.equalTo('5')).getMany())).toBe('400 BAD_REQUEST');
      expect(await codeOf(gdynia().where(WhereConditions.beginsWith(5)).getMany())).toBe('400 BAD_REQUEST');
      expect(await codeOf(gdynia().limit(0).getMany())).toBe('400 COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE');
      expect(await codeOf(gdynia().limit(101).getMany())).toBe('400 COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE');
      const colours = kvs.entity<{ colour: string }>('parcel').query().index('by-depot', { partition: ['Gdynia'] });
      const coloured = new Filter<{ colour: string }>().and('colour', FilterConditions.exists());
      expect(await codeOf(colours.filters(coloured).getMany())).toBe('400 BAD_REQUEST');
    });

    it('uses the index, and counts what it scanned', async () => {
      const plan = database
        .prepare(`EXPLAIN QUERY PLAN SELECT key FROM forge_item WHERE space = 'parcel' AND json_extract(value, '$.depot') = ?`)
        .all('Gdynia');
      expect(JSON.stringify(plan)).toContain('forge_index parcel depot');
      meter.reset();
      await gdynia().filters(new Filter<Parcel>().and('note', FilterConditions.equalTo('none'))).getMany();
      expect(meter.snapshot().reads).toBe(1);
      expect(meter.snapshot().bytesRead).toBeGreaterThan(100);
    });
  });

  it('drops an index that the manifest no longer declares', async () => {
    connect({ ...manifest, entities: new Map() });
    expect(database.prepare(`SELECT name FROM sqlite_master WHERE name LIKE 'forge_index%'`).all()).toEqual([]);
  });
});

describe('transactions', () => {
  const parcel = { entityName: 'parcel' };

  it('writes all or nothing', async () => {
    await kvs.transact().set('a', 1).set('p', { depot: 'Gdynia' }, parcel).execute();
    const broken = kvs.transact().set('a', 2).delete('p', parcel).set('q', { weight: 'x' }, parcel);
    expect(await codeOf(broken.execute())).toBe('400 INVALID_ENTITY_VALUE');
    expect(await kvs.get('a')).toBe(1);
    expect(await kvs.entity<Parcel>('parcel').get('p')).toEqual({ depot: 'Gdynia' });
    await kvs.transact().delete('a').delete('p', parcel).execute();
    expect(await kvs.get('a')).toBeUndefined();
  });

  it('checks conditions on sets, deletes and checks before it writes', async () => {
    const heavier = (than: number) => new Filter<{ weight: number }>().and('weight', FilterConditions.greaterThan(than));
    await kvs.entity<Parcel>('parcel').set('p', { weight: 5 });
    await kvs.transact().set('p', { weight: 6 }, { ...parcel, conditions: heavier(4) }).execute();
    const refused = [
      kvs.transact().set('p', { weight: 7 }, { ...parcel, conditions: heavier(6) }),
      kvs.transact().set('a', 1).delete('p', { ...parcel, conditions: heavier(6) }),
      kvs.transact().set('a', 1).check('p', { ...parcel, conditions: heavier(6) }),
      kvs.transact().set('a', 1).check('absent', { ...parcel, conditions: heavier(0) }),
    ];
    for (const each of refused) expect(await codeOf(each.execute())).toBe('409 CONDITION_NOT_MET');
    expect(await kvs.entity<Parcel>('parcel').get('p')).toEqual({ weight: 6 });
    expect(await kvs.get('a')).toBeUndefined();
  });

  it('creates only when absent, by condition; a key policy has no place in it', async () => {
    const absent = { ...parcel, conditions: new Filter<{ weight: number }>().and('weight', FilterConditions.notExists()) };
    await kvs.transact().set('p', { weight: 1 }, absent).execute();
    expect(await codeOf(kvs.transact().set('p', { weight: 2 }, absent).execute())).toBe('409 CONDITION_NOT_MET');
    const { status } = new AppStorage(database, clock, manifest).handle(
      '/api/v1/transaction',
      { set: [{ key: 'a', value: 1, options: { keyPolicy: 'FAIL_IF_EXISTS' } }] },
      meter,
    );
    expect(status).toBe(400);
  });

  it('refuses a key twice, more than 25 operations, more than 4 MB, and none', async () => {
    expect(await codeOf(kvs.transact().set('a', 1).delete('a').execute())).toBe('400 BAD_REQUEST');
    expect(await codeOf(kvs.transact().execute())).toBe('400 BAD_REQUEST');
    const many = kvs.transact();
    for (let at = 0; at < 26; at += 1) many.set(`k${at}`, at);
    expect(await codeOf(many.execute())).toBe('400 BAD_REQUEST');
    const large = kvs.transact();
    for (let at = 0; at < 20; at += 1) large.set(`k${at}`, 'x'.repeat(230_000));
    expect(await codeOf(large.execute())).toBe('400 MAX_SIZE');
    expect((await kvs.query().getMany()).results).toEqual([]);
  });

  it('refuses conditions on a plain key', async () => {
    const conditions = { and: [{ property: 'weight', condition: 'EXISTS', values: [true] }] };
    const { status } = new AppStorage(database, clock, manifest).handle(
      '/api/v1/transaction',
      { set: [{ key: 'a', value: 1, conditions }] },
      meter,
    );
    expect(status).toBe(400);
  });
});

describe('the host', () => {
  it('counts operations and bytes, a transaction as one write', async () => {
    await kvs.set('a', 'four');
    await kvs.get('a');
    await kvs.get('absent');
    await kvs.transact().set('b', 1).set('c', 22).execute();
    expect(meter.snapshot()).toEqual({ reads: 2, writes: 2, bytesRead: 6, bytesWritten: 9 });
  });

  it('refuses more units in a minute than Forge allows, a large value counting for several', async () => {
    connect(manifest, 5);
    await kvs.set('large', 'x'.repeat(40 * 1024 - 2));
    await kvs.set('small', 1);
    expect(await codeOf(kvs.set('small', 2))).toBe('429 RATE_LIMIT_EXCEEDED');
    expect(await codeOf(kvs.get('small'))).toBe('429 RATE_LIMIT_EXCEEDED');
  });

  it('refuses an app without the scope, and names what it does not model', async () => {
    connect({ ...manifest, scopes: [] });
    expect(await codeOf(kvs.get('a'))).toBe('403 FORBIDDEN');
    const answer = new AppStorage(database, clock, manifest).handle('/api/v1/execute', {}, meter);
    expect(answer).toEqual({
      status: 501,
      body: { code: 'NOT_MODELLED', message: 'The local site does not model storage at /api/v1/execute.' },
    });
  });
});
