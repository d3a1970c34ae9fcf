import { startTestOrg } from './test-org';
import type { TestOrg } from './test-org';

let org: TestOrg;
beforeEach(async () => {
  org = await startTestOrg();
});
afterEach(() => org.close());

const resources = ['/query', '/queryAll'] as const;
const ask = (resource: (typeof resources)[number]): Promise<Response> => org.data(`${resource}?q=${encodeURIComponent('SELECT Id, MasterLabel FROM OpportunityStage')}`);

test.each([401, 403, 404, 429, 500, 503])('status %d, for as many requests as ordered and only where ordered', async (status) => {
  org.faults.add({ path: '/query', kind: 'status', status, times: 2 });
  expect((await org.data('/limits')).status).toBe(200);
  expect((await org.query('SELECT Id FROM Account')).status).toBe(status);
  const second = await org.query('SELECT Id FROM Account');
  expect(await second.json()).toEqual([{ message: expect.any(String), errorCode: expect.any(String) }]);
  expect((await org.query('SELECT Id FROM Account')).status).toBe(200);
  expect(org.faults.all()).toEqual([]);
});

test('no answer at all', async () => {
  org.faults.add({ path: '', kind: 'timeout', times: 1 });
  await expect(org.data('/limits', { signal: AbortSignal.timeout(50) })).rejects.toThrow();
  expect((await org.data('/limits')).status).toBe(200);
});

test.each(resources)('%s: half an answer', async (resource) => {
  org.faults.add({ path: resource, kind: 'halfAnswer', times: 1 });
  await expect(ask(resource).then((answer) => answer.text())).rejects.toThrow();
});

test.each(resources)('%s: an answer of the wrong shape', async (resource) => {
  org.faults.add({ path: resource, kind: 'wrongShape', times: 1 });
  const answer = await ask(resource);
  expect(answer.status).toBe(200);
  expect(await answer.json()).not.toHaveProperty('records');
});

test.each([401, 403, 404, 429, 500, 503])('a fault of queries is one of those that count deleted records: status %d', async (status) => {
  org.faults.add({ path: '/query', kind: 'status', status, times: 1 });
  const answer = await ask('/queryAll');
  expect([answer.status, await answer.json()]).toEqual([status, [{ message: expect.any(String), errorCode: expect.any(String) }]]);
  expect((await ask('/queryAll')).status).toBe(200);
});

test('a fault of queryAll leaves plain queries alone, and one of no answer can be ordered for it', async () => {
  org.faults.add({ path: '/queryAll', kind: 'timeout', times: 1 });
  expect((await ask('/query')).status).toBe(200);
  await expect(org.data('/queryAll?q=SELECT+Id+FROM+Account', { signal: AbortSignal.timeout(50) })).rejects.toThrow();
  expect((await ask('/queryAll')).status).toBe(200);
});

test('faults can be called off', async () => {
  org.faults.add({ path: '', kind: 'status', status: 500, times: 5 });
  org.faults.clear();
  expect((await org.data('/limits')).status).toBe(200);
});
