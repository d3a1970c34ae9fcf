import { closeTestSites, json, startTestSite, type TestSite } from './test-site';
import type { FaultKind } from './faults';

let site: TestSite;
beforeEach(async () => {
  site = await startTestSite();
});
afterEach(closeTestSites);

const path = '/rest/api/3/myself';

test.each<[FaultKind, number, string | null]>([
  ['unauthorised', 401, null],
  ['forbidden', 403, null],
  ['notFound', 404, null],
  ['rateLimited', 429, '7'],
  ['serverError', 500, null],
  ['unavailable', 503, '7'],
])('%s comes as often as it was asked for, and then no more', async (kind, status, retryAfter) => {
  site.jira.faults.add({ pathPrefix: '/rest/api/3/my', kind, times: 2, retryAfterSeconds: 7 });
  for (let time = 0; time < 2; time += 1) {
    const answer = await site.as('anna', path);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([status, retryAfter]);
  }
  expect((await site.as('anna', path)).status).toBe(200);
});

test('a fault strikes only its own path and method, and can be cleared', async () => {
  site.jira.faults.add({ method: 'PUT', pathPrefix: path, kind: 'serverError' });
  site.jira.faults.add({ pathPrefix: '/rest/api/3/issue', kind: 'serverError' });
  expect((await site.as('anna', path)).status).toBe(200);
  site.jira.faults.clear();
  expect((await site.as('anna', '/rest/api/3/issue/CRM-1')).status).toBe(200);
});

test('a request that is never answered ends when the caller gives up', async () => {
  site.jira.faults.add({ pathPrefix: path, kind: 'timeout' });
  const giveUp = new AbortController();
  let answered = false;
  const request = site.as('anna', path, { signal: giveUp.signal }).finally(() => (answered = true));
  for (let others = 0; others < 5; others += 1) {
    expect((await site.as('anna', '/rest/api/3/issue/CRM-1')).status).toBe(200);
  }
  expect(answered).toBe(false);
  giveUp.abort();
  await expect(request).rejects.toThrow();
});

test('half an answer breaks off, and the work behind it is done', async () => {
  site.jira.faults.add({ method: 'POST', pathPrefix: '/rest/api/3/issue/CRM-1/comment', kind: 'halfAnswer' });
  const body = { body: { type: 'doc', version: 1, content: [] } };
  const answer = await site.as('anna', '/rest/api/3/issue/CRM-1/comment', json('POST', body));
  expect(answer.status).toBe(201);
  await expect(answer.json()).rejects.toThrow();
  expect(site.jira.store.comments.count('30001')).toBe(1);
});
