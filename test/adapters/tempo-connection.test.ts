import { startHarness, type Harness } from './tempo-harness';
import { told } from './told';
import { TOKEN } from '../../local/tempo/tempo-fixture';
import type { Scope } from '../../local/tempo/model';
import type { TempoCredentials } from '../../src/ports/planner';

let harness: Harness;
beforeEach(async () => {
  harness = await startHarness();
});
afterEach(() => harness.close());

const test = async (changes: Partial<TempoCredentials> = {}): Promise<Record<string, string>> => {
  const checks = await harness.planner.test({ region: 'eu', token: TOKEN, ...changes });
  return Object.fromEntries(checks.map((check) => {
    told(check);
    const { code, outcome, advice, detail } = check;
    return [code, [outcome, advice, detail].filter((part) => part !== null).join(' ')];
  }));
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
      'tempo.approval': 'passed tempo.approvalOff',
      'tempo.schedules': 'passed',
    });
    expect(harness.tempo.store.plans.search({})).toEqual([]);
    expect(harness.tempo.store.resources.all()).toHaveLength(1);
  });

  it('says that approval is on', async () => {
    harness.tempo.store.settings.set({ planApprovalEnabled: true });
    expect((await test())['tempo.approval']).toBe('passed tempo.approvalOn');
  });

  it.each(['wrong', 'zażółć', ''])('names the token %p as wrong, and skips the rest', async (token) => {
    const checks = await test({ token });
    expect(checks['tempo.host']).toBe('passed');
    expect(checks['tempo.token']).toBe('failed tempo.tokenRefused');
    expect(checks['tempo.plansScope']).toBe('skipped');
  });

  it('tells the wrong region from a wrong token', async () => {
    const checks = await test({ region: 'us' });
    expect(checks['tempo.host']).toBe('failed tempo.otherRegion api.us.tempo.io');
    expect(checks['tempo.token']).toBe('skipped');
    expect((await test({ region: 'us', token: 'wrong' }))['tempo.token']).toBe('failed tempo.tokenRefused');
    expect((await test({ region: 'us', token: tokenWith('accounts:view') }))['tempo.host']).toBe('failed tempo.otherRegion api.us.tempo.io');
  });

  it('names the scope that is missing', async () => {
    const none = await test({ token: tokenWith('accounts:manage') });
    expect([none['tempo.token'], none['tempo.plansScope']]).toEqual(['passed', 'failed tempo.plansHidden']);
    const viewer = await test({ token: tokenWith('plans:view') });
    expect([viewer['tempo.plansScope'], viewer['tempo.manageScope']]).toEqual(['passed', 'failed tempo.plansReadOnly']);
    expect(viewer['tempo.genericResources']).toBe('failed tempo.resourcesForbidden');
  });

  it('warns of a token without the scope that people’s schedules need, and refuses nothing else', async () => {
    const { 'tempo.schedules': schedules, ...rest } = await test({ token: tokenWith('plans:manage') });
    expect(schedules).toBe('warning tempo.schedulesForbidden');
    expect(Object.values(rest).map((found) => found.split(' ')[0])).toEqual(Array.from({ length: 6 }, () => 'passed'));
    fault('/4/user-schedule', 503);
    expect((await test())['tempo.schedules']).toBe('warning tempo.schedulesUnread status 503');
  });

  it('warns of what it could not try', async () => {
    fault('/4/plans/0', 500);
    fault('/4/generic-resources', 500);
    fault('/4/globalconfiguration', 403);
    const checks = await test();
    expect(checks['tempo.manageScope']).toBe('warning tempo.writingUntried status 500');
    expect(checks['tempo.genericResources']).toBe('warning tempo.resourcesUnread status 500');
    expect(checks['tempo.approval']).toBe('warning tempo.approvalHidden');
  });

  it('says that Tempo is down or not there', async () => {
    fault('/4/plans', 503);
    expect((await test())['tempo.host']).toBe('failed tempo.down status 503');
    const lost = Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' });
    const checks = await harness.another({}, { fetch: () => Promise.reject(lost) }).test({ region: 'us', token: TOKEN });
    expect(checks[0]).toMatchObject({ code: 'tempo.host', outcome: 'failed', advice: 'tempo.hostNotFound', detail: 'api.us.tempo.io' });
  });

  it('says that something else answers', async () => {
    harness.tempo.store.faults.add({ path: '/4/plans', times: 1, fault: { kind: 'wrongShape' } });
    expect((await test())['tempo.host']).toBe('failed tempo.notTempo api.eu.tempo.io');
  });
});
