import { FLOW_BLOCKED } from './token';
import { requestToken, startTestOrg, TEST_ORG } from '../test-org';
import type { TestOrg } from '../test-org';

let org: TestOrg;
beforeEach(async () => {
  org = await startTestOrg();
});
afterEach(() => org.close());

const good = { grant_type: 'client_credentials', client_id: TEST_ORG.clientId, client_secret: TEST_ORG.clientSecret };

test('a token comes without an expiry and names the org and the instance', async () => {
  const answer = await requestToken(org.url, good);
  expect(answer.status).toBe(200);
  const body: unknown = await answer.json();
  expect(body).toEqual({
    access_token: expect.stringMatching(/^00D5g000001abcD!/), signature: expect.any(String), scope: 'api', token_type: 'Bearer',
    instance_url: 'https://test.my.salesforce.com', issued_at: '1795424400000',
    id: expect.stringContaining(`/id/${TEST_ORG.id}/005`),
  });
});

test('the client may name itself in a Basic header', async () => {
  const basic = Buffer.from(`${TEST_ORG.clientId}:${TEST_ORG.clientSecret}`).toString('base64');
  expect((await requestToken(org.url, { grant_type: 'client_credentials' }, { Authorization: `Basic ${basic}` })).status).toBe(200);
});

test.each([
  ['a wrong secret', { ...good, client_secret: 'x' }, 'invalid_client'],
  ['no client', { grant_type: 'client_credentials' }, 'invalid_client'],
  ['an unknown client', { ...good, client_id: 'x' }, 'invalid_client_id'],
  ['an unknown grant', { ...good, grant_type: 'wish' }, 'unsupported_grant_type'],
  ['no grant', {}, 'unsupported_grant_type'],
])('%s is refused', async (_what, form, error) => {
  const answer = await requestToken(org.url, form);
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ error });
});

test('a grant that Salesforce has and the stand-in has not is said to be missing', async () => {
  const answer = await requestToken(org.url, { grant_type: 'refresh_token' });
  expect(answer.status).toBe(501);
  expect(await answer.json()).toMatchObject({ missing: expect.stringContaining('refresh_token') });
});

test('without a user to run as, the right secret is refused too', async () => {
  org.store.settings.write(FLOW_BLOCKED, 'true');
  const answer = await requestToken(org.url, good);
  expect(answer.status).toBe(400);
  expect(await answer.json()).toEqual({ error: 'invalid_grant', error_description: 'no client credentials user enabled' });
});

test('a revoked token is no good any more', async () => {
  const body: unknown = await (await requestToken(org.url, good)).json();
  const token = typeof body === 'object' && body !== null && 'access_token' in body ? String(body.access_token) : '';
  const ask = () => fetch(`${org.url}/services/data/v68.0/limits`, { headers: { Authorization: `Bearer ${token}` } });
  expect((await ask()).status).toBe(200);
  expect((await fetch(`${org.url}/services/oauth2/revoke`, { method: 'POST', body: new URLSearchParams({ token }) })).status).toBe(200);
  expect((await ask()).status).toBe(401);
});

test('another My Domain gets a page for people, not an answer', async () => {
  const answer = await requestToken(org.url, good, { 'X-Forwarded-Host': 'typo.my.salesforce.com' });
  expect(answer.status).toBe(404);
  expect(answer.headers.get('content-type')).toContain('text/html');
  expect((await requestToken(org.url, good, { 'X-Forwarded-Host': TEST_ORG.myDomain })).status).toBe(200);
});
