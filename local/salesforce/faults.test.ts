import { base64, furnishClient, send } from './test-client';
import type { TestClient } from './test-client';
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

describe('a fault of a write', () => {
  const files = (): number => org.store.files.of(client.account.id).length;
  let client: TestClient;
  beforeEach(() => {
    client = furnishClient(org);
  });
  const post = (signal?: AbortSignal): Promise<Response> => org.data('/sobjects/ContentVersion', {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, ...(signal && { signal }),
    body: JSON.stringify({ Title: 'Report', PathOnClient: 'report.txt', VersionData: base64('text'), FirstPublishLocationId: client.account.id }),
  });

  test.each([401, 403, 404, 429, 500, 503])('with status %d has had no effect', async (status) => {
    org.faults.add({ path: '/sobjects/ContentVersion', method: 'POST', kind: 'status', status, times: 1 });
    expect((await post()).status).toBe(status);
    expect(files()).toBe(0);
    expect((await post()).status).toBe(201);
  });

  test.each(['loseAnswer', 'halfAnswer'] as const)('%s has had its effect', async (kind) => {
    org.faults.add({ path: '/sobjects', kind, times: 1 });
    await expect(post().then((answer) => answer.text())).rejects.toThrow();
    expect(files()).toBe(1);
  });

  test('another shape has had its effect', async () => {
    org.faults.add({ path: '/sobjects', kind: 'wrongShape', times: 1 });
    expect(await (await post()).json()).not.toHaveProperty('id');
    expect(files()).toBe(1);
  });

  test.each([['timeout', 0], ['commitThenTimeout', 1]] as const)('%s leaves the caller waiting; files afterwards: %i', async (kind, expected) => {
    org.faults.add({ path: '/sobjects', kind, times: 1 });
    const giveUp = new AbortController();
    const request = post(giveUp.signal);
    // The next requests are answered although the first still waits; by then the first has been taken in.
    while (org.faults.all().length > 0) await org.data('/limits');
    for (let turn = 0; turn < 5; turn += 1) await org.data('/limits');
    giveUp.abort();
    await expect(request).rejects.toThrow();
    expect(files()).toBe(expected);
  });

  test('a lost answer of PATCH and DELETE has had its effect, and other methods are left alone', async () => {
    const { id } = org.store.contactRoles.create({ opportunityId: client.deal.id, contactId: client.anna.id });
    org.faults.add({ path: '/OpportunityContactRole', method: 'PATCH', kind: 'loseAnswer', times: 1 });
    org.faults.add({ path: '/OpportunityContactRole', method: 'DELETE', kind: 'loseAnswer', times: 1 });
    const path = `/sobjects/OpportunityContactRole/${id}`;
    expect((await org.data(path)).status).toBe(200);
    await expect(send(org, 'PATCH', path, { Role: 'Other' })).rejects.toThrow();
    expect(org.store.contactRoles.find(id)?.role).toBe('Other');
    await expect(send(org, 'DELETE', path)).rejects.toThrow();
    expect(org.store.contactRoles.find(id)).toBeUndefined();
  });
});
