import { openDatabase } from '../database';
import { closeTestSites, people, json, startTestSite, type TestSite } from './test-site';

let site: TestSite;
beforeEach(async () => {
  site = await startTestSite();
});
afterEach(closeTestSites);

const transitions = '/rest/api/3/issue/CRM-1/transitions';
const handOver = json('POST', { transition: { id: '41' } });
const statusOf = (key: string): string | undefined => site.jira.store.issues.find(key)?.statusId;

test('a transition moves the issue, writes history and tells the app once', async () => {
  expect((await site.as('piotr', transitions, handOver)).status).toBe(204);
  await site.jira.store.events.deliver();

  expect(statusOf('CRM-1')).toBe('10003');
  expect(site.jira.store.issues.history('30001')).toMatchObject([
    { field: 'status', author: people.piotr, from: '10002', to: '10003', created: '2026-03-02T09:00:00.000Z' },
  ]);
  expect(site.emitted).toMatchObject([
    {
      name: 'avi:jira:updated:issue',
      payload: { eventType: 'avi:jira:updated:issue', issue: { id: '30001', key: 'CRM-1' }, atlassianId: people.piotr },
    },
  ]);
  expect(site.emitted[0]?.payload).toMatchObject({ changelog: { items: [{ field: 'status', from: '10002', to: '10003' }] } });
});

test('the validator is asked with the issue, the configuration and the transition, as the person who moves it', async () => {
  site.jira.store.workflows.setValidators('software-workflow', '41', [{ moduleKey: 'delivery-gate', configuration: { strict: true } }]);
  await site.as('piotr', transitions, handOver);
  expect(site.validatorCalls).toEqual([
    {
      moduleKey: 'delivery-gate',
      accountId: people.piotr,
      payload: {
        issue: { key: 'CRM-1' },
        configuration: { strict: true },
        transition: { id: '41', name: 'Hand to client', from: { id: '10002' }, to: { id: '10003' } },
        modifiedFields: {},
      },
    },
  ]);
});

test('a refusal is a 400 with the validator’s words and changes nothing', async () => {
  site.app.validate = () => Promise.resolve({ result: false, errorMessage: 'Brak zgody opiekuna.' });
  const answer = await site.as('piotr', transitions, handOver);
  expect(answer.status).toBe(400);
  expect(await answer.json()).toEqual({ errorMessages: ['Brak zgody opiekuna.'], errors: {} });
  await site.jira.store.events.deliver();
  expect(statusOf('CRM-1')).toBe('10002');
  expect(site.emitted).toEqual([]);
  expect(site.jira.store.issues.history('30001')).toEqual([]);
});

test.each([
  ['throws', () => Promise.reject(new Error('timed out'))],
  ['answers without a boolean', () => Promise.resolve({ result: 'yes' })],
  ['answers false without a message', () => Promise.resolve({ result: false })],
])('a validator that %s keeps the issue where it is', async (_, validate) => {
  site.app.validate = validate;
  expect((await site.as('piotr', transitions, handOver)).status).toBe(400);
  expect(statusOf('CRM-1')).toBe('10002');
});

test('all validators are asked in order and the first refusal stops', async () => {
  site.jira.store.workflows.setValidators('software-workflow', '41', ['one', 'two', 'three'].map((moduleKey) => ({ moduleKey, configuration: {} })));
  site.app.validate = () => Promise.resolve({ result: site.validatorCalls.length < 2, errorMessage: 'two says no' });
  expect(await (await site.as('piotr', transitions, handOver)).json()).toMatchObject({ errorMessages: ['two says no'] });
  expect(site.validatorCalls.map(({ moduleKey }) => moduleKey)).toEqual(['one', 'two']);
});

test('an issue that left its status while the validator thought is not moved again', async () => {
  site.app.validate = () => {
    site.jira.store.issues.moveStatus('30001', '10002', '10001', { kind: 'app' });
    return Promise.resolve({ result: true });
  };
  expect((await site.as('piotr', transitions, handOver)).status).toBe(400);
  expect(statusOf('CRM-1')).toBe('10001');
});

test('the app as itself is guarded too', async () => {
  site.app.validate = () => Promise.resolve({ result: false, errorMessage: 'no' });
  expect((await site.fromApp(transitions, handOver)).status).toBe(400);
  expect(site.validatorCalls[0]?.accountId).toBeUndefined();
});

test.each([
  ['one that leads from another status', { transition: { id: '21' } }, "Transition id '21' is not valid for this issue."],
  ['an unknown one', { transition: { id: '999' } }, "Transition id '999' is not valid for this issue."],
  ['a name in place of an id', { transition: { id: 'Hand to client' } }, "'transition' identifier must be an integer"],
  ['none', {}, "Missing 'transition' identifier"],
])('asking for %s is a 400', async (_, body, message) => {
  const answer = await site.as('piotr', transitions, json('POST', body));
  expect(answer.status).toBe(400);
  expect(await answer.json()).toEqual({ errorMessages: [message], errors: {} });
  expect(site.validatorCalls).toEqual([]);
});

test('without the permission there are no transitions, and the validator is not even asked', async () => {
  expect(await (await site.as('ewa', transitions)).json()).toMatchObject({ transitions: [] });
  expect((await site.as('ewa', transitions, handOver)).status).toBe(400);
  expect(site.validatorCalls).toEqual([]);
});

test('transitions carry the name and the status in the person’s language', async () => {
  expect(await (await site.as('piotr', transitions)).json()).toMatchObject({
    transitions: [
      { id: '41', name: 'Przekaż klientowi', to: { id: '10003', name: 'Przekazane klientowi', statusCategory: { key: 'indeterminate' } } },
      { id: '61', name: 'Zwróć do poprawy' },
    ],
  });
});

test('fields in a transition are not modelled and say so', async () => {
  const answer = await site.as('piotr', transitions, json('POST', { transition: { id: '41' }, update: {} }));
  expect(answer.status).toBe(501);
  expect(await answer.json()).toEqual({ notModelled: "'update' in a transition" });
});

test('an event that could not be delivered is delivered after a restart', async () => {
  const database = openDatabase(':memory:');
  const first = await startTestSite(database);
  first.app.receive = () => Promise.reject(new Error('the app is down'));
  await first.as('piotr', transitions, handOver);
  await first.jira.store.events.deliver();

  const second = await startTestSite(database);
  await second.jira.store.events.deliver();
  expect(second.emitted.map(({ name }) => name)).toEqual(['avi:jira:updated:issue']);
  expect(second.jira.store.events.pendingCount()).toBe(0);
  expect(second.jira.store.issues.find('CRM-1')?.statusId).toBe('10003');
});

test('an event that never gets through is given up after four rounds and does not hold up others', async () => {
  let refusals = 0;
  site.app.receive = () => (refusals++ % 2 === 0 ? Promise.reject(new Error('no')) : Promise.resolve());
  site.jira.store.events.record('first', {});
  site.jira.store.events.record('second', {});
  await site.jira.store.events.deliver();
  expect(site.emitted.map(({ name }) => name)).toEqual(['second']);
  site.app.receive = () => Promise.reject(new Error('no'));
  for (let round = 0; round < 3; round += 1) await site.jira.store.events.deliver();
  expect(site.jira.store.events.pendingCount()).toBe(0);
});

test('the workflow search shows administrators whether the gate is attached', async () => {
  const path = '/rest/api/3/workflows/search';
  expect((await site.as('piotr', path)).status).toBe(403);
  const search = async (): Promise<unknown> => (await site.fromApp(path)).json();
  expect(await search()).toMatchObject({
    total: 1,
    values: [
      {
        transitions: expect.arrayContaining([
          expect.objectContaining({
            id: '41',
            validators: [
              expect.objectContaining({
                ruleKey: 'forge:expression-validator',
                parameters: expect.objectContaining({ key: 'ari:cloud:ecosystem::extension/app-1/environment-1/static/delivery-gate' }),
              }),
            ],
          }),
        ]),
      },
    ],
  });
  site.jira.store.workflows.setValidators('software-workflow', '41', []);
  expect(JSON.stringify(await search())).not.toContain('delivery-gate');
});

test('a bulk get finds the workflows of a project, for the app and administrators only', async () => {
  const ask = (body: unknown) => ({ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const path = '/rest/api/3/workflows';
  const found = await site.fromApp(path, ask({ projectAndIssueTypes: [{ projectId: '10001', issueTypeId: '10001' }] }));
  expect(await found.json()).toMatchObject({ workflows: [{ transitions: expect.arrayContaining([expect.objectContaining({ id: '41', validators: [expect.anything()] })]) }] });
  expect(await (await site.fromApp(path, ask({ projectAndIssueTypes: [{ projectId: '99999', issueTypeId: '1' }] }))).json()).toMatchObject({ workflows: [] });
  expect((await site.as('piotr', path, ask({ projectAndIssueTypes: [] }))).status).toBe(403);
  expect((await site.fromApp(path, ask({ projectAndIssueTypes: 'all' }))).status).toBe(400);
  expect((await site.fromApp(path, ask({ projectAndIssueTypes: [], workflowNames: ['x'] }))).status).toBe(501);
});
