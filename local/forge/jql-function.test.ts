import { bundleFixture, openSite, type FixtureSite } from './fixture/site';
import type { JqlFunctionPayload } from './jql-function';

let bundle: Awaited<ReturnType<typeof bundleFixture>>;
let site: FixtureSite;

beforeAll(async () => {
  bundle = await bundleFixture();
});
afterAll(() => bundle.remove());
beforeEach(async () => {
  site = await openSite(bundle.bundlePath, { timeLimits: { resolverSeconds: 1 } });
});
afterEach(() => site.close());

const payload = (...given: string[]): JqlFunctionPayload => ({
  precomputationId: 'p-1',
  clause: { field: 'issue', type: ['issue'], operator: 'not in', functionName: 'parcels', arguments: given },
});

describe('a JQL function', () => {
  it('is offered with what it is declared for, beside what can be found of properties', () => {
    expect(site.host.searchModules.functions()).toEqual([
      {
        key: 'parcel-filter', name: 'parcels', functionKey: 'find-parcels', types: ['issue'], operators: ['in', 'not in'],
        arguments: [{ name: 'key', required: true }, { name: 'level', required: false }],
      },
    ]);
    expect(site.host.searchModules.properties().map(({ propertyKey }) => propertyKey)).toEqual(['parcel']);
  });

  it('is given the clause, and its JQL comes back; it runs for no person', async () => {
    expect(await site.host.searchModules.run('parcel-filter', payload('CRM-1'))).toEqual({ kind: 'jql', jql: 'issue not in (CRM-1)' });
    expect(await site.call('lastSearch')).toMatchObject({ payload: payload('CRM-1'), asUser: { name: expect.any(String) } });
    expect(site.host.invocations()[0]).toMatchObject({ functionKey: 'find-parcels', moduleKey: 'parcel-filter', moduleType: 'jira:jqlFunction', outcome: 'returned' });
  });

  it('may answer an error in words, and have it kept', async () => {
    expect(await site.host.searchModules.run('parcel-filter', payload('NONE'))).toEqual({ kind: 'error', message: 'There is no such parcel', isKept: false });
    expect(await site.host.searchModules.run('parcel-filter', payload('NEVER'))).toEqual({ kind: 'error', message: 'There will be no such parcel', isKept: true });
  });

  it.each([
    ['throws', 'FAIL', 'no'],
    ['takes longer than it may', 'SPIN', expect.any(String)],
    ['answers another shape', 'ODD', 'it returned neither jql nor error'],
  ])('that %s has failed', async (_, key, reason) => {
    expect(await site.host.searchModules.run('parcel-filter', payload(key))).toEqual({ kind: 'failed', reason });
  });

  it('goes with the app, and comes back with it', async () => {
    await site.host.installation.uninstall();
    expect([site.host.searchModules.functions(), site.host.searchModules.properties()]).toEqual([[], []]);
    site.host.installation.install();
    expect(site.host.searchModules.functions()).toHaveLength(1);
  });
});
