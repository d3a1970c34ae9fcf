import * as z from 'zod/mini';
import { people, type PersonName } from './small-company';
import { publish } from './small-guidelines';
import { link, startTestSite, untilSync, type TestSite } from './test-site';

jest.setTimeout(240_000);

let test: TestSite;
beforeAll(async () => {
  test = await startTestSite();
  await publish(test, 'portal');
  await link(test, 'portal', 'portal');
  await untilSync(test, 'portal', 'inStep');
  await test.site.host.runSchedule('clients');
});
afterAll(() => test.close());

const ask = (action: string, inputs: Readonly<Record<string, unknown>>, person: PersonName) => test.site.host.runAction(action, inputs, people[person].accountId);
const brief = z.object({ clients: z.array(z.string()), brief: z.nullable(z.object({ accountManager: z.nullable(z.string()), deals: z.array(z.object({ name: z.string(), stage: z.string() })), waiting: z.array(z.object({ what: z.string(), urgency: z.string() })) })) });

it('briefs the account manager on a client by a part of its name', async () => {
  expect(brief.parse(await ask('brief-client', { client: ' WILGA ' }, 'lena'))).toMatchObject({
    clients: ['Spedycja Wilga'],
    brief: { accountManager: people.lena.name, deals: [{ name: 'Portal, etap pierwszy', stage: 'open' }], waiting: expect.arrayContaining([expect.objectContaining({ what: 'relation' })]) },
  });
});

it.each([['an unknown name', 'lena', 'Nikt'], ['somebody who may not see it', 'leon', 'Wilga'], ['a product owner', 'marek', 'Wilga']] as const)('knows nothing for %s', async (_, person, client) => {
  expect(await ask('brief-client', { client }, person)).toEqual({ clients: [], brief: null });
});

it.each([['nothing', {}], ['a number', { client: 7 }], ['an empty name', { client: '' }], ['a name without an end', { client: 'x'.repeat(5_000) }]] as const)('refuses %s in a sentence', async (_, inputs) => {
  expect(await ask('brief-client', inputs, 'lena')).toEqual({ error: 'The question is missing what it is about.' });
});

it('believes who Forge says is asking, and no input', async () => {
  expect(await ask('brief-client', { client: 'Wilga', accountId: people.lena.accountId, principal: { accountId: people.lena.accountId } }, 'leon')).toEqual({ clients: [], brief: null });
});

it('tells what waits, and what threatens the margin, to who may see it', async () => {
  expect(await ask('whats-waiting', {}, 'lena')).toMatchObject({ things: expect.arrayContaining([expect.objectContaining({ about: 'Spedycja Wilga' })]) });
  expect(await ask('whats-waiting', {}, 'marek')).toMatchObject({ things: [] });
  expect(await ask('margin-threats', {}, 'leon')).toEqual({ projects: 0, threats: [] });
});

it('can be tried by hand on a page of its own', async () => {
  const answer = await test.as('lena').submit('/apps/agent/actions', { action: 'brief-client', client: 'Wilga' });
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain('Spedycja Wilga');
  expect((await test.as('lena').submit('/apps/agent/actions', { action: 'none' })).status).toBe(404);
});
