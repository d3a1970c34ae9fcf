import { startHarness, type Harness } from './tempo-harness';
import { TOKEN } from '../../local/tempo/tempo-fixture';
import type { Scope } from '../../local/tempo/model';
import type { TempoCredentials } from '../../src/ports';

let harness: Harness;
beforeEach(async () => {
  harness = await startHarness();
});
afterEach(() => harness.close());

const test = async (changes: Partial<TempoCredentials> = {}): Promise<Record<string, string>> => {
  const checks = await harness.planner.test({ region: 'eu', token: TOKEN, ...changes });
  return Object.fromEntries(checks.map(({ code, outcome, detail }) => [code, detail === null ? outcome : `${outcome}: ${detail}`]));
};
const tokenWith = (...scopes: readonly Scope[]): string => harness.tempo.store.tokens.create({ name: 'some', ownerId: 'am-anna', scopes }).secret;
const fault = (path: string, status: number) => harness.tempo.store.faults.add({ path, times: 4, fault: { kind: 'status', status } });

describe('testing the connection', () => {
  it.each(['eu', 'global'] as const)('passes all that a good token needs, region %s, and writes nothing', async (region) => {
    expect(await test({ region })).toEqual({
      'tempo.host': 'passed',
      'tempo.token': 'passed',
      'tempo.plansScope': 'passed',
      'tempo.manageScope': 'passed',
      'tempo.genericResources': 'passed',
      'tempo.approval': 'passed: Plans need no approval.',
    });
    expect(harness.tempo.store.plans.search({})).toEqual([]);
    expect(harness.tempo.store.resources.all()).toHaveLength(1);
  });

  it('says that approval is on', async () => {
    harness.tempo.store.settings.set({ planApprovalEnabled: true });
    expect((await test())['tempo.approval']).toMatch(/^passed: Plans need approval/);
  });

  it.each(['wrong', 'zażółć', ''])('names the token %p as wrong, and skips the rest', async (token) => {
    const checks = await test({ token });
    expect(checks['tempo.host']).toBe('passed');
    expect(checks['tempo.token']).toMatch(/^failed: Tempo refuses the token/);
    expect(checks['tempo.plansScope']).toBe('skipped');
  });

  it('tells the wrong region from a wrong token', async () => {
    const checks = await test({ region: 'us' });
    expect(checks['tempo.host']).toMatch(/^failed: The token is valid, but the data is not at api.us.tempo.io/);
    expect(checks['tempo.token']).toBe('skipped');
    expect((await test({ region: 'us', token: 'wrong' }))['tempo.token']).toMatch(/^failed/);
    expect((await test({ region: 'us', token: tokenWith('accounts:view') }))['tempo.host']).toMatch(/^failed/);
  });

  it('names the scope that is missing', async () => {
    const none = await test({ token: tokenWith('accounts:manage') });
    expect([none['tempo.token'], none['tempo.plansScope']]).toEqual(['passed', expect.stringMatching(/^failed: The token may not see plans/)]);
    const viewer = await test({ token: tokenWith('plans:view') });
    expect([viewer['tempo.plansScope'], viewer['tempo.manageScope']]).toEqual(['passed', expect.stringMatching(/^failed: The token may see plans and not change them/)]);
    expect(viewer['tempo.genericResources']).toMatch(/^failed/);
  });

  it('warns of what it could not try', async () => {
    fault('/4/plans/0', 500);
    fault('/4/generic-resources', 500);
    fault('/4/globalconfiguration', 403);
    const checks = await test();
    expect(checks['tempo.manageScope']).toMatch(/^warning: .*status 500/);
    expect(checks['tempo.genericResources']).toMatch(/^warning: .*status 500/);
    expect(checks['tempo.approval']).toMatch(/^warning: The token may not see/);
  });

  it('says that Tempo is down or not there', async () => {
    fault('/4/plans', 503);
    expect((await test())['tempo.host']).toBe('failed: Tempo could not be reached: status 503. Try again later; status.tempo.io says how it is.');
    const lost = Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' });
    const checks = await harness.another({}, { fetch: () => Promise.reject(lost) }).test({ region: 'us', token: TOKEN });
    expect(checks[0]).toMatchObject({ code: 'tempo.host', outcome: 'failed', detail: expect.stringContaining('api.us.tempo.io was not found') });
  });

  it('says that something else answers', async () => {
    harness.tempo.store.faults.add({ path: '/4/plans', times: 1, fault: { kind: 'wrongShape' } });
    expect((await test())['tempo.host']).toMatch(/^failed: What answers at api.eu.tempo.io is not Tempo/);
  });
});
