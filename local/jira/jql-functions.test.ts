import { bundleFixture, openSite } from '../forge/fixture/site';
import type { JqlFunctionAnswer, JqlFunctionPayload } from '../forge/jql-function';
import type { JqlFunctionDefinition } from '../forge/module-definitions';
import { closeTestSites, extensionPrefix, json, startTestSite, type Person, type TestSite } from './test-site';

const search = '/rest/api/3/search/jql';
const computation = '/rest/api/3/jql/function/computation';
const scopes = 'read:jira-work read:app-data:jira write:app-data:jira';
const gate: JqlFunctionDefinition = {
  key: 'gate-filter', name: 'deliveryGate', functionKey: 'filter',
  arguments: [{ name: 'state', required: true }, { name: 'project', required: false }], types: ['issue'], operators: ['in', 'not in'],
};

let site: TestSite;
let calls: { moduleKey: string; payload: JqlFunctionPayload }[];
let answer: JqlFunctionAnswer;
let functions: readonly JqlFunctionDefinition[];

beforeEach(async () => {
  site = await startTestSite();
  calls = [];
  answer = { kind: 'jql', jql: 'issue in (CRM-1, CRM-2)' };
  functions = [gate];
  site.jira.search.register({
    functions: () => functions,
    properties: () => [],
    run: (moduleKey, payload) => {
      calls.push({ moduleKey, payload });
      return Promise.resolve(answer);
    },
  });
});
afterEach(closeTestSites);

const ask = (jql: string, person: Person = 'piotr'): Promise<Response> => site.as(person, search, json('POST', { jql, fields: ['key'] }));
async function keys(jql: string, person: Person = 'piotr'): Promise<string[]> {
  const found = await ask(jql, person);
  expect([found.status, jql]).toEqual([200, jql]);
  return JSON.parse(await found.text()).issues.map(({ key }: { key: string }) => key);
}
const kept = async (query = ''): Promise<Record<string, string>[]> => JSON.parse(await (await site.fromApp(`${computation}${query}`, { scopes })).text()).values;
const update = (body: unknown, query = ''): Promise<Response> => site.fromApp(`${computation}${query}`, { ...json('POST', body), scopes });

describe("a function of an app's", () => {
  test('is told of the clause, and its JQL takes the place of it', async () => {
    expect(await keys('issue in deliveryGate("waiting", CRM) AND fixVersion = 2.0')).toEqual(['CRM-2']);
    expect(calls).toEqual([
      {
        moduleKey: 'gate-filter',
        payload: {
          precomputationId: expect.stringMatching(/^[0-9a-f-]{36}$/u),
          clause: { field: 'issue', type: ['issue'], operator: 'in', functionName: 'deliveryGate', arguments: ['waiting', 'CRM'] },
        },
      },
    ]);
  });

  test('is joined as a whole, whatever stands around it', async () => {
    answer = { kind: 'jql', jql: 'key = CRM-1 OR key = CRM-3' };
    expect(await keys('status = Done AND issue in DELIVERYGATE(waiting)')).toEqual(['CRM-3']);
    expect(await keys('project = CRM AND NOT issue in deliveryGate(waiting)')).toEqual(['CRM-2']);
  });

  test('is asked once for each use, until nobody has searched by it for seven days', async () => {
    for (const jql of ['issue in deliveryGate(waiting)', 'project = CRM or issue in deliveryGate(waiting)', 'issue not in deliveryGate(waiting)', 'key in deliveryGate(waiting)', 'issue in deliveryGate(go)']) await keys(jql);
    expect(calls.map(({ payload: { clause } }) => [clause.field, clause.operator, ...clause.arguments])).toEqual([
      ['issue', 'in', 'waiting'], ['issue', 'not in', 'waiting'], ['key', 'in', 'waiting'], ['issue', 'in', 'go'],
    ]);
    const days = (count: number): void => site.clock.advance(count * 24 * 60 * 60);
    days(6);
    await keys('issue in deliveryGate(waiting)');
    days(6);
    await keys('issue in deliveryGate(waiting)');
    expect(calls).toHaveLength(4);
    days(8);
    await keys('issue in deliveryGate(waiting)');
    expect(calls).toHaveLength(5);
  });

  test('shows nobody more than they may see, and stumbles over nothing that they may not', async () => {
    answer = { kind: 'jql', jql: 'issue in (TAJ-1, CRM-2, CRM-99, 99999) OR fixVersion in (99999)' };
    expect(await keys('issue in deliveryGate(waiting)', 'ewa')).toEqual(['TAJ-1', 'CRM-2']);
    expect(await keys('issue in deliveryGate(waiting)')).toEqual(['CRM-2']);
    expect(await keys('issue in deliveryGate(waiting)', 'obcy')).toEqual([]);
  });

  test('counts in approximate-count, too', async () => {
    const count = await site.as('piotr', '/rest/api/3/search/approximate-count', json('POST', { jql: 'issue in deliveryGate(waiting)' }));
    expect(await count.json()).toEqual({ count: 2 });
  });

  test.each<[string, JqlFunctionAnswer, string]>([
    ['an error', { kind: 'error', message: 'No such state', isKept: false }, 'says: No such state.'],
    ['a failure', { kind: 'failed', reason: 'it took too long' }, 'could not be evaluated: it took too long.'],
    ['no JQL', { kind: 'jql', jql: 'issue is what' }, "is not valid: Error in the JQL Query: 'what' is not expected here"],
    ['an empty text', { kind: 'jql', jql: ' ' }, 'has not returned a JQL clause.'],
    ['an order', { kind: 'jql', jql: 'project = CRM order by key' }, 'has not returned a JQL clause.'],
    ['an unknown field', { kind: 'jql', jql: 'universe = 42' }, "is not valid: Field 'universe' does not exist"],
    ['1,001 values', { kind: 'jql', jql: `issue in (${Array.from({ length: 1001 }, (_, at) => at + 1).join(', ')})` }, 'has returned more than the maximum of 1000 values for this JQL fragment.'],
    ['1,001 values in parts', { kind: 'jql', jql: `status = Done OR issue in (${Array.from({ length: 1000 }, (_, at) => at + 1).join(', ')})` }, 'maximum of 1000 values'],
  ])('that answers %s is a 400 that names it', async (_, given, words) => {
    answer = given;
    const refused = await ask('issue in deliveryGate(waiting)');
    expect(refused.status).toBe(400);
    expect(await refused.json()).toEqual({ errorMessages: [expect.stringMatching(/^Function 'deliveryGate' provided by 'Opiekun' /u)], errors: {} });
    expect(await (await ask('issue in deliveryGate(waiting)')).text()).toContain(words);
  });

  test('may answer 1,000 values', async () => {
    answer = { kind: 'jql', jql: `issue in (${Array.from({ length: 1000 }, (_, at) => 30_001 + at).join(', ')})` };
    expect(await keys('issue in deliveryGate(waiting)')).toEqual(['CRM-3', 'CRM-2', 'CRM-1']);
  });

  test('is asked again after an error, unless the app wants the error kept', async () => {
    answer = { kind: 'error', message: 'Not yet', isKept: false };
    await ask('issue in deliveryGate(waiting)');
    answer = { kind: 'error', message: 'Never', isKept: true };
    await ask('issue in deliveryGate(waiting)');
    answer = { kind: 'jql', jql: 'project = CRM' };
    expect(await (await ask('issue in deliveryGate(waiting)')).text()).toContain('says: Never');
    expect(calls).toHaveLength(2);
  });

  test.each([
    ['project in deliveryGate(waiting)', 400, "Function 'deliveryGate' provided by 'Opiekun' cannot be used with the field 'project'."],
    ['issue = deliveryGate(waiting)', 400, "does not support the operator '='."],
    ['issue in deliveryGate()', 400, "Function 'deliveryGate' expected between '1' and '2' arguments but received '0'."],
    ['issue in deliveryGate(a, b, c)', 400, "but received '3'."],
    ['universe in deliveryGate(a)', 400, "Field 'universe' does not exist"],
    ['issue in (CRM-1, deliveryGate(a))', 501, 'in a list'],
  ])('%s is refused, and it is not asked', async (jql, status, words) => {
    const refused = await ask(jql);
    expect(refused.status).toBe(status);
    expect(await refused.text()).toContain(words);
    expect(calls).toEqual([]);
  });

  test('in the JQL of another is a 501', async () => {
    answer = { kind: 'jql', jql: 'issue in deliveryGate(go)' };
    expect((await ask('issue in deliveryGate(waiting)')).status).toBe(501);
  });

  test('goes with its app, and one of the name of a function of Jira is never called', async () => {
    functions = [{ ...gate, name: 'linkedIssues' }];
    expect(await keys('issue in linkedIssues(CRM-1)')).toEqual(['CRM-2']);
    const gone = await ask('issue in deliveryGate(waiting)');
    expect([gone.status, await gone.text()]).toEqual([400, expect.stringContaining("Unable to find JQL function 'deliveryGate(waiting)'.")]);
    expect(calls).toEqual([]);
  });
});

describe('what Jira keeps of functions', () => {
  test('is told the app in pages, in the order asked for', async () => {
    await keys('issue in deliveryGate(waiting)');
    site.clock.advance(60);
    await keys('issue not in deliveryGate(go)');
    const page = await site.fromApp(`${computation}?maxResults=1&orderBy=-used&functionKey=${encodeURIComponent(`${extensionPrefix}gate-filter`)}`, { scopes });
    expect(await page.json()).toEqual({
      isLast: false, maxResults: 1, startAt: 0, total: 2,
      values: [
        {
          id: calls[1]?.payload.precomputationId, functionKey: `${extensionPrefix}gate-filter`, functionName: 'deliveryGate', field: 'issue', operator: 'not in',
          arguments: ['go'], value: 'issue in (CRM-1, CRM-2)', created: '2026-03-02T09:01:00.000+0000', updated: '2026-03-02T09:01:00.000+0000', used: '2026-03-02T09:01:00.000+0000',
        },
      ],
    });
    expect((await kept('?startAt=1')).map((each) => each['operator'])).toEqual(['not in']);
  });

  test('is what the app says from then on', async () => {
    await keys('issue in deliveryGate(waiting)');
    const id = calls[0]?.payload.precomputationId ?? '';
    site.clock.advance(60);
    const changed = await update({ values: [{ id, value: 'key = CRM-3' }] });
    expect([changed.status, await changed.text()]).toEqual([204, '']);
    expect(await keys('issue in deliveryGate(waiting)')).toEqual(['CRM-3']);
    expect(await kept()).toEqual([expect.objectContaining({ id, value: 'key = CRM-3', created: '2026-03-02T09:00:00.000+0000', updated: '2026-03-02T09:01:00.000+0000' })]);

    await update({ values: [{ id, error: 'The state is no more' }] });
    expect(await (await ask('issue in deliveryGate(waiting)')).text()).toContain('says: The state is no more');
    expect(Object.keys((await kept())[0] ?? {})).not.toContain('value');
    expect(calls).toHaveLength(1);
  });

  test('is found by ids', async () => {
    await keys('issue in deliveryGate(waiting)');
    const id = calls[0]?.payload.precomputationId ?? '';
    const found = await site.fromApp(`${computation}/search`, { ...json('POST', { precomputationIDs: [id, 'x'] }), scopes });
    expect(await found.json()).toEqual({ precomputations: [expect.objectContaining({ id })], notFoundPrecomputationIDs: ['x'] });
  });

  test('changes wholly or not at all', async () => {
    await keys('issue in deliveryGate(waiting)');
    const id = calls[0]?.payload.precomputationId ?? '';
    const before = await kept();
    const good = { id, value: 'key = CRM-3' };
    const unknown = await update({ values: [good, { id: 'x', value: 'project = CRM' }] });
    expect([unknown.status, await unknown.json()]).toEqual([404, { errorMessages: [expect.any(String)], notFoundPrecomputationIDs: ['x'] }]);
    for (const bad of [{ id, value: 'no JQL' }, { id }, { id, value: 'project = CRM', error: 'both' }, { value: 'project = CRM' }, { id, value: 'project = CRM', more: 1 }]) {
      expect((await update({ values: [good, bad] })).status).toBe(400);
    }
    expect((await update({ values: [good] }, '?skipNotFoundPrecomputations=perhaps')).status).toBe(400);
    expect(await kept()).toEqual(before);

    const skipping = await update({ values: [good, { id: 'x', value: 'project = CRM' }] }, '?skipNotFoundPrecomputations=true');
    expect([skipping.status, await skipping.json()]).toEqual([200, { notFoundPrecomputationIDs: ['x'] }]);
    expect((await kept())[0]).toMatchObject(good);
  });

  test('is for apps only, with the scopes that Jira recommends', async () => {
    for (const [path, init] of [[computation, {}], [computation, json('POST', { values: [] })], [`${computation}/search`, json('POST', {})]] as const) {
      expect((await site.as('ewa', path, init)).status).toBe(403);
      expect((await site.fromApp(path, { ...init, scopes: 'read:jira-work write:jira-work' })).status).toBe(401);
      expect((await site.fromApp(path, { ...init, scopes, secret: 'guess' })).status).toBe(401);
      expect((await site.fromApp(path, { ...init, scopes, person: 'piotr' })).status).toBeLessThan(300);
    }
  });

  test('what it does not know is refused', async () => {
    for (const [query, status] of [['?orderBy=value', 400], ['?startAt=x', 400], ['?functionKey=other', 404], ['?filter=x', 501]] as const) {
      expect([query, (await site.fromApp(`${computation}${query}`, { scopes })).status]).toEqual([query, status]);
    }
  });

  test('what a function left that the app has no more is neither shown nor changed', async () => {
    await keys('issue in deliveryGate(waiting)');
    const id = calls[0]?.payload.precomputationId ?? '';
    functions = [];
    expect(await kept()).toEqual([]);
    expect((await update({ values: [{ id, value: 'project = CRM' }] })).status).toBe(404);
  });

  test('can fail like everything else', async () => {
    site.jira.faults.add({ pathPrefix: computation, kind: 'rateLimited', times: 1 });
    expect((await site.fromApp(computation, { scopes })).status).toBe(429);
    expect((await site.fromApp(computation, { scopes })).status).toBe(200);
  });
});

test('the real host runs the function, and what it answers is searched by', async () => {
  const bundle = await bundleFixture();
  const forge = await openSite(bundle.bundlePath);
  try {
    site.jira.search.register(forge.host.searchModules);
    site.jira.store.properties.set('issue', '30003', 'parcel', { level: 'open' });
    expect(await keys('issue in parcels("CRM-1") OR parcelLevel = open')).toEqual(['CRM-3', 'CRM-1']);
    expect(await keys('issue not in parcels("CRM-1") AND project = CRM')).toEqual(['CRM-3', 'CRM-2']);
    const refused = await ask('issue in parcels(NONE)');
    expect([refused.status, await refused.text()]).toEqual([400, expect.stringContaining("Function 'parcels' provided by 'Opiekun' says: There is no such parcel.")]);
    const failed = await ask('issue in parcels(FAIL)');
    expect([failed.status, await failed.text()]).toEqual([400, expect.stringContaining("Function 'parcels' provided by 'Opiekun' could not be evaluated: no.")]);
    await forge.host.installation.uninstall();
    expect(await (await ask('issue in parcels("CRM-1")')).text()).toContain('Unable to find JQL function');
    expect(await (await ask('parcelLevel = open')).text()).toContain("Field 'parcelLevel' does not exist");
  } finally {
    await forge.close();
    bundle.remove();
  }
});
