import { furnishClient, send } from '../test-client';
import type { TestClient } from '../test-client';
import { fieldOf, startTestOrg } from '../test-org';
import type { TestOrg } from '../test-org';

let org: TestOrg;
let client: TestClient;
beforeEach(async () => {
  org = await startTestOrg();
  client = furnishClient(org);
});
afterEach(() => org.close());

const ROLES = '/sobjects/OpportunityContactRole';
const valid = (): Record<string, unknown> => ({ OpportunityId: client.deal.id, ContactId: client.anna.id, Role: 'Decision Maker', IsPrimary: true });
const create = async (fields: Record<string, unknown> = valid()): Promise<string> => String(fieldOf(await (await send(org, 'POST', ROLES, fields)).json(), 'id'));

test('a role is created, read, changed and deleted, and is gone without a recycle bin', async () => {
  const made = await send(org, 'POST', ROLES, valid());
  const body: unknown = await made.json();
  expect([made.status, body]).toEqual([201, { id: expect.stringMatching(/^00K[0-9A-Za-z]{15}$/), success: true, errors: [] }]);
  const path = `${ROLES}/${String(fieldOf(body, 'id'))}`;
  expect(await (await org.data(path)).json()).toMatchObject({ Role: 'Decision Maker', IsPrimary: true, ContactId: client.anna.id, OpportunityId: client.deal.id, IsDeleted: false });
  org.clock.advance(60);
  const changed = await send(org, 'PATCH', path, { Role: null, ContactId: client.jan.id });
  expect([changed.status, await changed.text()]).toEqual([204, '']);
  expect(await (await org.data(path)).json()).toMatchObject({ Role: null, IsPrimary: true, ContactId: client.jan.id, SystemModstamp: '2026-11-23T09:01:00.000+0000' });
  expect((await send(org, 'DELETE', path)).status).toBe(204);
  for (const again of [await org.data(path), await send(org, 'DELETE', path)]) expect(again.status).toBe(404);
  expect(await (await org.data(`/queryAll?q=${encodeURIComponent('SELECT Id FROM OpportunityContactRole')}`)).json()).toMatchObject({ totalSize: 0 });
});

test('a deal has one primary contact: a new one takes the place of the old one, which is stamped', async () => {
  const first = await create();
  org.clock.advance(60);
  const second = await create({ ...valid(), ContactId: client.jan.id });
  expect(org.store.contactRoles.find(first)).toMatchObject({ primary: false, lastModifiedDate: '2026-11-23T09:01:00.000Z' });
  await send(org, 'PATCH', `${ROLES}/${first}`, { IsPrimary: true });
  expect(org.store.contactRoles.of(client.deal.id).map(({ id, primary }) => [id, primary])).toEqual([[first, true], [second, false]]);
});

test('the same role twice makes two records', async () => {
  expect(await create()).not.toBe(await create());
  expect(org.store.contactRoles.of(client.deal.id)).toHaveLength(2);
});

test.each<[string, Record<string, unknown>, number, string, string[] | undefined]>([
  ['no contact', { ContactId: undefined }, 400, 'REQUIRED_FIELD_MISSING', ['ContactId']],
  ['no deal and no contact', { ContactId: null, OpportunityId: '' }, 400, 'REQUIRED_FIELD_MISSING', ['OpportunityId', 'ContactId']],
  ['an unknown contact', { ContactId: '003Op00000000ZZ' }, 400, 'INVALID_CROSS_REFERENCE_KEY', []],
  ['an unknown deal', { OpportunityId: '006Op00000000ZZ' }, 400, 'INVALID_CROSS_REFERENCE_KEY', []],
  ['a client in place of a contact', { ContactId: '001Op0000000001IAA' }, 400, 'FIELD_INTEGRITY_EXCEPTION', ['ContactId']],
  ['what is no id', { ContactId: 'Anna' }, 400, 'MALFORMED_ID', ['ContactId']],
  ['an unknown field', { Colour: 'red' }, 400, 'INVALID_FIELD', undefined],
  ['a field that Salesforce writes', { CreatedDate: '2026-01-01T00:00:00Z' }, 400, 'INVALID_FIELD_FOR_INSERT_UPDATE', ['CreatedDate']],
  ['an id of its own', { Id: '00KOp0000000001IAA' }, 400, 'INVALID_FIELD_FOR_INSERT_UPDATE', ['Id']],
  ['a text for a boolean', { IsPrimary: 'yes' }, 400, 'JSON_PARSER_ERROR', undefined],
  ['a role too long', { Role: 'x'.repeat(256) }, 400, 'STRING_TOO_LONG', ['Role']],
])('%s is refused', async (_what, change, status, errorCode, fields) => {
  const answer = await send(org, 'POST', ROLES, { ...valid(), ...change });
  expect([answer.status, await answer.json()]).toEqual([status, [{ message: expect.any(String), errorCode, ...(fields && { fields }) }]]);
  expect(org.store.contactRoles.of(client.deal.id)).toEqual([]);
});

test.each(['{', '[]', '"text"', 'null', ''])('%p is no object of fields', async (body) => {
  const answer = await send(org, 'POST', ROLES, body);
  expect([answer.status, await answer.json()]).toEqual([400, [{ message: expect.any(String), errorCode: 'JSON_PARSER_ERROR' }]]);
});

test('a contact or a deal that was deleted meanwhile is refused, and a role of a deleted contact stays', async () => {
  const id = await create();
  org.store.contacts.delete(client.anna.id);
  expect(await (await send(org, 'POST', ROLES, valid())).json()).toMatchObject([{ errorCode: 'ENTITY_IS_DELETED' }]);
  expect((await send(org, 'PATCH', `${ROLES}/${id}`, { ContactId: client.anna.id, Role: 'Influencer' })).status).toBe(204);
  const rows = await org.query('SELECT ContactId, Contact.Name, Contact.IsDeleted, Role FROM OpportunityContactRole');
  expect(await rows.json()).toMatchObject({ records: [{ Role: 'Influencer', Contact: { Name: 'Anna Żak', IsDeleted: true } }] });
  org.store.opportunities.delete(client.deal.id);
  expect(await (await send(org, 'POST', ROLES, { ...valid(), ContactId: client.jan.id })).json()).toMatchObject([{ errorCode: 'ENTITY_IS_DELETED' }]);
  for (const answer of [await send(org, 'PATCH', `${ROLES}/${id}`, { Role: 'Other' }), await send(org, 'DELETE', `${ROLES}/${id}`)]) {
    expect([answer.status, await answer.json()]).toMatchObject([404, [{ errorCode: 'ENTITY_IS_DELETED' }]]);
  }
  expect(await (await org.query('SELECT Id FROM OpportunityContactRole')).json()).toMatchObject({ totalSize: 0 });
});

test('a change of an unknown record, of the deal, of the id, or to no contact is refused', async () => {
  for (const method of ['PATCH', 'DELETE'] as const) {
    const answer = await send(org, method, `${ROLES}/00KOp00000000ZZ`, method === 'PATCH' ? { Role: 'Other' } : undefined);
    expect([answer.status, await answer.json()]).toMatchObject([404, [{ errorCode: 'INVALID_CROSS_REFERENCE_KEY' }]]);
    expect((await send(org, method, `${ROLES}/x`, method === 'PATCH' ? {} : undefined)).status).toBe(404);
  }
  const id = await create();
  for (const [change, errorCode] of [[{ OpportunityId: client.deal.id }, 'INVALID_FIELD_FOR_INSERT_UPDATE'], [{ Id: id }, 'INVALID_FIELD'], [{ ContactId: null }, 'REQUIRED_FIELD_MISSING']] as const) {
    expect(await (await send(org, 'PATCH', `${ROLES}/${id}`, change)).json()).toMatchObject([{ errorCode }]);
  }
});

test('any role is taken until the administrator restricts the list', async () => {
  await create({ ...valid(), Role: 'Champion' });
  org.store.features.set({ restrictedRoles: true });
  const refused = await send(org, 'POST', ROLES, { ...valid(), Role: 'Champion' });
  expect(await refused.json()).toEqual([{ message: 'Role: bad value for restricted picklist field: Champion', errorCode: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', fields: ['Role'] }]);
  expect((await send(org, 'POST', ROLES, valid())).status).toBe(201);
});

test('without access to the deal nothing can be written', async () => {
  const id = await create();
  org.store.features.set({ editableDeals: false });
  for (const answer of [await send(org, 'POST', ROLES, valid()), await send(org, 'PATCH', `${ROLES}/${id}`, { Role: 'Other' }), await send(org, 'DELETE', `${ROLES}/${id}`)]) {
    expect([answer.status, await answer.json()]).toMatchObject([400, [{ errorCode: 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY' }]]);
  }
});

test('an org without contact roles does not know the object, nor the relationship, nor its description', async () => {
  const id = await create();
  org.store.features.set({ contactRoles: false });
  for (const soql of ['SELECT Id FROM OpportunityContactRole', 'SELECT Id, (SELECT Id FROM OpportunityContactRoles) FROM Opportunity']) {
    expect(await (await org.query(soql)).json()).toMatchObject([{ errorCode: 'INVALID_TYPE' }]);
  }
  for (const answer of [await org.data(`${ROLES}/${id}`), await org.data(`${ROLES}/describe`), await send(org, 'POST', ROLES, valid()), await send(org, 'DELETE', `${ROLES}/${id}`)]) {
    expect([answer.status, await answer.json()]).toMatchObject([404, [{ errorCode: 'NOT_FOUND' }]]);
  }
  org.store.features.set({ contactRoles: true });
  expect((await org.data(`${ROLES}/${id}`)).status).toBe(200);
});

test('what is not modelled says so, and another kind of body is refused', async () => {
  expect((await send(org, 'POST', '/sobjects/Contact', { LastName: 'x' })).status).toBe(501);
  expect((await send(org, 'PATCH', `/sobjects/Account/${client.account.id}`, {})).status).toBe(501);
  const form = new FormData();
  form.set('entity', '{}');
  expect((await org.data(ROLES, { method: 'POST', body: form })).status).toBe(501);
  expect((await org.data(ROLES, { method: 'POST', body: 'Role=Other' })).status).toBe(415);
});
