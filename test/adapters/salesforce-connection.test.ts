import type { ConnectionCheck } from '../../src/domain/connection-check';
import type { SalesforceCredentials } from '../../src/ports/deals';
import { FLOW_BLOCKED } from '../../local/salesforce/api/token';
import { credentials, startHarness, type Harness } from './salesforce-harness';
import { told } from './told';

let harness: Harness;
beforeEach(async () => {
  harness = await startHarness();
});
afterEach(() => harness.close());

const short = (checks: readonly ConnectionCheck[]): string =>
  checks.map(({ code, outcome }) => `${code.replace('salesforce.', '')} ${outcome}`).join(', ');
const trial = async (changed: Partial<SalesforceCredentials> = {}) => {
  const { checks, organisationId } = await harness.salesforce.test({ ...credentials, ...changed });
  expect(JSON.stringify(checks)).not.toMatch(/a-secret|wrong-secret|00D5g/);
  const problem = checks.find(({ outcome }) => outcome === 'failed' || outcome === 'warning');
  return { outcomes: short(checks), advice: problem?.advice, told: checks.map(told).join(''), organisationId };
};
const rest = 'readOpportunity skipped, readHistory skipped, readStages skipped, apiBudget skipped';

it('passes throughout, and says whose organisation it is', async () => {
  harness.org.store.createOpportunity({ name: 'Portal', stageName: 'Prospecting', closeDate: '2026-12-31' });
  const { outcomes, organisationId } = await trial();
  expect(outcomes).toBe('host passed, credentials passed, runAsUser passed, readOpportunity passed, readHistory passed, readStages passed, apiBudget passed');
  expect(organisationId).toBe('00D5g000001abcDEAQ');
});

it('passes on an organisation without deals, and on an address as pasted', async () => {
  expect((await trial({ myDomain: 'https://Test.my.salesforce.com/home' })).outcomes).not.toMatch(/failed|warning|skipped/);
});

it('leaves the stored session alone', async () => {
  await harness.salesforce.stages();
  const kept = harness.box.token;
  await trial();
  await trial({ clientSecret: 'wrong-secret' });
  expect(harness.box.token).toBe(kept);
});

it.each([
  ['acme.lightning.force.com', 'salesforce.addressOfScreens'],
  ['acme.my.salesforce-setup.com', 'salesforce.addressOfSetup'],
  ['login.salesforce.com', 'salesforce.addressOfLogin'],
  ['example.com', 'salesforce.addressOther'],
  ['', 'salesforce.addressEmpty'],
])('asks for another address than %p without sending anything', async (myDomain, advice) => {
  const result = await trial({ myDomain });
  expect(result.outcomes).toBe(`host failed, credentials skipped, runAsUser skipped, ${rest}`);
  expect(result.advice).toBe(advice);
  expect(harness.requests).toEqual([]);
});

it('knows an address of no organisation', async () => {
  const result = await trial({ myDomain: 'nobody.my.salesforce.com' });
  expect(result.outcomes).toBe(`host failed, credentials skipped, runAsUser skipped, ${rest}`);
  expect(result.advice).toBe('salesforce.noOrganisation');
});

it.each([
  [{ clientId: 'b-client' }, 'salesforce.clientUnknown'],
  [{ clientSecret: 'wrong-secret' }, 'salesforce.secretWrong'],
])('knows wrong credentials', async (changed, advice) => {
  const result = await trial(changed);
  expect(result.outcomes).toBe(`host passed, credentials failed, runAsUser skipped, ${rest}`);
  expect(result.advice).toBe(advice);
  expect(result.organisationId).toBeNull();
});

it('knows a missing Run As user', async () => {
  harness.org.store.settings.write(FLOW_BLOCKED, 'true');
  const result = await trial();
  expect(result.outcomes).toBe(`host passed, credentials passed, runAsUser failed, ${rest}`);
  expect(result.advice).toBe('salesforce.noRunAsUser');
});

it('knows a host that does not exist, and one that does not answer', async () => {
  const lost = harness.another({}, { fetch: () => Promise.reject(new TypeError('fetch failed', { cause: { code: 'ENOTFOUND' } })) });
  const host = credentials.myDomain;
  expect((await lost.test(credentials)).checks[0]).toEqual({ code: 'salesforce.host', outcome: 'failed', advice: 'salesforce.hostNotFound', detail: host });
  const deaf = harness.another({}, { timeoutMs: 5, attempts: 1, fetch: () => new Promise(() => undefined) });
  expect((await deaf.test(credentials)).checks[0]).toMatchObject({ advice: 'network.timedOut', detail: host });
});

it('knows that the daily calls are used up', async () => {
  harness.org.budget.useUp();
  const result = await trial();
  expect(result.outcomes).toBe('host passed, credentials passed, runAsUser passed, readOpportunity skipped, readHistory skipped, readStages skipped, apiBudget failed');
  expect(result.advice).toBe('salesforce.noCallsLeft');
});

it.each([
  [401, 'salesforce.tokenNotUsable', 'Session Settings'],
  [403, 'salesforce.noCallsLeft', 'used up'],
  [404, 'salesforce.versionGone', '(NOT_FOUND)'],
  [500, 'salesforce.readingFailed', '(UNKNOWN_EXCEPTION)'],
])('never throws for a %i while reading', async (status, advice, told) => {
  harness.org.faults.add({ path: '/query', kind: 'status', status, times: 99 });
  const result = await trial();
  expect(result.outcomes).toMatch(/^host passed, credentials passed, runAsUser passed, .*failed/);
  expect(result.advice).toBe(advice);
  expect(result.told).toContain(told);
});

it.each([
  ['wrongShape', 'salesforce.noOrganisation'],
  ['status', 'salesforce.down'],
] as const)('never throws for a token endpoint that is not well (%s)', async (kind, advice) => {
  harness.org.faults.add({ path: '/oauth2/token', kind, status: 503, times: 9 });
  const result = await trial();
  expect(result.outcomes).toBe(`host failed, credentials skipped, runAsUser skipped, ${rest}`);
  expect(result.advice).toBe(advice);
});
