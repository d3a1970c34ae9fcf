import { startTestOrg } from './test-org';
import type { TestOrg } from './test-org';

let org: TestOrg;
beforeEach(async () => {
  org = await startTestOrg();
});
afterEach(() => org.close());

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

test('half an answer', async () => {
  org.faults.add({ path: '/query', kind: 'halfAnswer', times: 1 });
  await expect(org.query('SELECT Id, Name FROM OpportunityStage').then((answer) => answer.text())).rejects.toThrow();
});

test('an answer of the wrong shape', async () => {
  org.faults.add({ path: '/query', kind: 'wrongShape', times: 1 });
  const answer = await org.query('SELECT Id FROM OpportunityStage');
  expect(answer.status).toBe(200);
  expect(await answer.json()).not.toHaveProperty('records');
});

test('faults can be called off', async () => {
  org.faults.add({ path: '', kind: 'status', status: 500, times: 5 });
  org.faults.clear();
  expect((await org.data('/limits')).status).toBe(200);
});
