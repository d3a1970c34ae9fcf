import { createClientContacts } from '../../src/adapters/salesforce/contacts';
import { createOrganisation } from '../../src/adapters/salesforce/organisation';
import { createHttp } from '../../src/adapters/http/http';
import { clientId, contactId, contactRoleId, dealId } from '../../src/domain/fixture/values';
import type { ClientContacts } from '../../src/ports/client-contacts';
import { startAnswering, type AnsweringServer, type PlainAnswer, type PlainRequest } from './answering-server';
import { credentials } from './salesforce-harness';

let server: AnsweringServer;
let data: (request: PlainRequest) => PlainAnswer;
let contacts: ClientContacts;

const ok = (value: unknown): PlainAnswer => ({ status: 200, body: JSON.stringify(value) });
const refused = (status: number, errorCode: string, message = 'a name'): PlainAnswer => ({ status, body: JSON.stringify([{ errorCode, message }]) });
const token = ok({ access_token: '00D!token', id: 'https://login.salesforce.com/id/00D5g000001abcDEAQ/0055g000001abcDAAQ', token_type: 'Bearer' });

beforeEach(async () => {
  server = await startAnswering((request) => (request.target.startsWith('/services/oauth2/') ? token : data(request)));
  const http = createHttp({
    system: 'salesforce', timeoutMs: 5_000, attempts: 2, random: () => 0, pause: async () => undefined,
    fetch: (address, init) => fetch(address.replace(/^https:\/\/[^/]+/, server.url), init),
  });
  contacts = createClientContacts(createOrganisation({ http, connection: async () => credentials, secret: async () => 'secret', tokens: { read: async () => undefined, save: async () => undefined } }));
});
afterEach(() => server.close());

const made = { dealId: dealId(1), contactId: contactId(1), role: 'Decision Maker', isPrimary: true };
const record = { Id: contactId(1), AccountId: clientId(1), Name: 'Anna', Email: 'anna@example.com' };

it('does without the fields that the user may not see', async () => {
  data = ({ target }) =>
    target.includes('Phone') ? refused(400, 'INVALID_FIELD', "No such column 'Phone' on entity 'Contact'.")
    : target.includes('Title') ? refused(400, 'INVALID_FIELD', "No such column 'Title' on entity 'Contact'.")
    : ok({ done: true, records: [record] });
  expect(await contacts.byIds([contactId(1)])).toEqual({ kind: 'read', items: [{ id: contactId(1), clientId: clientId(1), name: 'Anna', title: null, email: 'anna@example.com', phone: null }] });
});

it('asks no further where a field is missing that it cannot do without', async () => {
  data = () => refused(400, 'INVALID_FIELD', "No such column 'AccountId' on entity 'Contact'.");
  await expect(contacts.byIds([contactId(1)])).rejects.toMatchObject({ failure: 'rejected', detail: 'INVALID_FIELD AccountId' });
});

it.each([['INVALID_TYPE', 400], ['INSUFFICIENT_ACCESS', 403]])('takes %s for contacts that are not there', async (code, status) => {
  data = () => refused(status, code);
  expect(await contacts.ofClients([clientId(1)], 5)).toEqual({ kind: 'notThere' });
});

it('shows names without marks that turn their direction, and refuses what is no contact', async () => {
  data = () => ok({ done: true, records: [{ ...record, Name: '\u202eanna\u0000', Title: ' ' }] });
  expect(await contacts.byIds([contactId(1)])).toMatchObject({ items: [{ name: 'anna', title: null }] });
  data = () => ok({ done: true, records: [{ ...record, Id: dealId(1) }] });
  await expect(contacts.byIds([contactId(1)])).rejects.toMatchObject({ failure: 'unexpectedAnswer', detail: 'Contact.Id: no id' });
});

it('offers the values that are active, and none where the field has none', async () => {
  data = () => ok({ fields: [{ name: 'Role', picklistValues: [{ active: true, value: 'Decydent', label: null }, { active: false, value: 'Old', label: 'Old' }] }] });
  expect(await contacts.roleValues()).toEqual({ kind: 'read', items: [{ value: 'Decydent', label: 'Decydent' }] });
  data = () => ok({ fields: [{ name: 'Id' }] });
  expect(await contacts.roleValues()).toEqual({ kind: 'read', items: [] });
});

it.each([
  [400, 'ENTITY_IS_DELETED', 'gone'], [400, 'INVALID_CROSS_REFERENCE_KEY', 'gone'], [404, 'NOT_FOUND', 'gone'],
  [400, 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY', 'refused'], [403, 'INSUFFICIENT_ACCESS_OR_READONLY', 'refused'], [403, 'API_DISABLED_FOR_ORG', 'refused'],
  [400, 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', 'valueUnknown'], [400, 'FIELD_CUSTOM_VALIDATION_EXCEPTION', 'rejected'],
] as const)('tells of a write that is answered %s %s what it is', async (status, code, outcome) => {
  data = () => refused(status, code);
  expect(await contacts.createRole(made)).toBe(outcome);
  expect(await contacts.changeRole(contactRoleId(1), { role: null, isPrimary: false })).toBe(outcome);
});

it.each([[403, 'REQUEST_LIMIT_EXCEEDED', 'rateLimited'], [400, 'UNABLE_TO_LOCK_ROW', 'unavailable'], [503, 'SERVER_UNAVAILABLE', 'unavailable']])('lets trouble with a write out that says nothing of it: %s %s', async (status, code, failure) => {
  data = () => refused(status, code);
  await expect(contacts.createRole(made)).rejects.toMatchObject({ failure });
  expect(server.requests.filter(({ target }) => target.includes('/sobjects/'))).toHaveLength(1);
});
