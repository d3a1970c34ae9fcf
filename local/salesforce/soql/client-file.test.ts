import { furnishClient } from '../test-client';
import type { TestClient } from '../test-client';
import { startTestOrg } from '../test-org';
import type { TestOrg } from '../test-org';

let org: TestOrg;
let client: TestClient;
beforeEach(async () => {
  org = await startTestOrg();
  client = furnishClient(org);
});
afterEach(() => org.close());

const ask = async (soql: string): Promise<unknown> => (await org.query(soql)).json();

test('contacts are read with their client and superior, and a deleted one is left out', async () => {
  const soql = 'SELECT Name, FirstName, LastName, Title, Email, Account.Name, ReportsTo.Name, Owner.Name FROM Contact ORDER BY LastName';
  expect(await ask(soql)).toMatchObject({ records: [
    { Name: 'Jan Lis', Title: null, Account: { Name: 'Żółw SA' }, ReportsTo: { Name: 'Anna Żak' } },
    { Name: 'Anna Żak', Title: 'Prezeska', Email: 'anna.zak@zolw.example', ReportsTo: null },
  ] });
  expect(await ask("SELECT Id FROM Contact WHERE Name LIKE 'anna ż%' AND AccountId = '001Op0000000001'")).toMatchObject({ records: [{ Id: client.anna.id }] });
  org.store.contacts.delete(client.anna.id);
  expect(await ask('SELECT Id FROM Contact')).toMatchObject({ totalSize: 1 });
});

test('a client is read with all that is kept of it', async () => {
  org.store.accountProfiles.replace(client.account.id, { type: 'Customer - Direct', industry: 'Shipping', phone: '+48 58 000', website: 'https://zolw.example', billingStreet: 'Morska 1', billingCity: 'Gdynia', billingPostalCode: '81-001', billingCountry: 'Polska', numberOfEmployees: 120, description: 'Old friends' });
  expect(await ask("SELECT Type, Industry, Phone, Website, BillingStreet, BillingCity, BillingPostalCode, BillingCountry, NumberOfEmployees, Description, Owner.Name FROM Account WHERE Industry = 'shipping' AND NumberOfEmployees > 100")).toMatchObject({ records: [{
    Type: 'Customer - Direct', Phone: '+48 58 000', Website: 'https://zolw.example', BillingStreet: 'Morska 1', BillingCity: 'Gdynia', BillingPostalCode: '81-001', BillingCountry: 'Polska', NumberOfEmployees: 120, Description: 'Old friends', Owner: { Name: 'Integration User' },
  }] });
});

test('a deal is read with its next step, source and last activity, and a new step stamps it without a row of history', async () => {
  org.clock.advance(60);
  org.store.dealDetails.change(client.deal.id, { nextStep: 'Send the offer', type: 'New Customer', leadSource: 'Web', lastActivityDate: '2026-11-20', description: 'Long' });
  expect(await ask("SELECT NextStep, Type, LeadSource, LastActivityDate, Description, SystemModstamp FROM Opportunity WHERE LastActivityDate >= 2026-11-20 AND NextStep != null")).toMatchObject({ records: [{
    NextStep: 'Send the offer', Type: 'New Customer', LeadSource: 'Web', LastActivityDate: '2026-11-20', Description: 'Long', SystemModstamp: '2026-11-23T09:01:00.000+0000',
  }] });
  expect(org.store.histories.of(client.deal.id)).toHaveLength(1);
  org.clock.advance(60);
  org.store.dealDetails.change(client.deal.id, { nextStep: 'Send the offer ' });
  expect(org.store.opportunities.required(client.deal.id).systemModstamp).toBe('2026-11-23T09:01:00.000Z');
});

test('children: a client\'s contacts and files, a deal\'s roles', async () => {
  org.store.contactRoles.create({ opportunityId: client.deal.id, contactId: client.jan.id, role: 'Evaluator' });
  org.store.files.put({ title: 'NDA', pathOnClient: 'nda.pdf', data: Buffer.from('x'), locationId: client.account.id });
  expect(await ask('SELECT Id, (SELECT Name FROM Contacts ORDER BY Name) FROM Account')).toMatchObject({ records: [{ Contacts: { records: [{ Name: 'Anna Żak' }, { Name: 'Jan Lis' }] } }] });
  expect(await ask('SELECT (SELECT Role, Contact.Name, IsPrimary FROM OpportunityContactRoles) FROM Opportunity')).toMatchObject({ records: [{ OpportunityContactRoles: { records: [{ Role: 'Evaluator', Contact: { Name: 'Jan Lis' }, IsPrimary: false }] } }] });
  expect(await ask('SELECT (SELECT ContentDocument.Title FROM ContentDocumentLinks) FROM Account')).toMatchObject({ records: [{ ContentDocumentLinks: { records: [{ ContentDocument: { Title: 'NDA' } }] } }] });
});

test.each([
  "SELECT Id FROM Account WHERE Description = 'x'", 'SELECT Id FROM Opportunity ORDER BY Description', "SELECT Id FROM ContentVersion WHERE VersionData = 'x'", 'SELECT Id FROM ContentVersion WHERE VersionData = null',
])('%p is refused: such a field is only read', async (soql) => {
  expect(await ask(soql)).toMatchObject([{ errorCode: 'INVALID_FIELD', message: expect.stringMatching(/can not be (filtered|sorted)/) }]);
});

test('a merged client\'s contacts and files pass to the one that stays', async () => {
  const kept = org.store.createAccount({ number: 2, name: 'Kept' });
  const both = org.store.files.put({ title: 'Both', pathOnClient: 'both.txt', data: Buffer.from('x'), locationId: client.account.id });
  org.store.files.link(both.documentId, kept.id);
  org.store.files.put({ title: 'Moves', pathOnClient: 'moves.txt', data: Buffer.from('x'), locationId: client.account.id });
  org.store.accounts.merge(kept.id, client.account.id);
  expect(org.store.contacts.of(kept.id)).toHaveLength(2);
  expect(org.store.files.of(kept.id).map(({ title }) => title).sort()).toEqual(['Both', 'Moves']);
});

test('records are looked up by index', () => {
  const plan = (sql: string): string[] => org.database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all('x').map((row) => String(row['detail']));
  expect(plan('SELECT id FROM sf_contact WHERE account_id = ?')).toEqual([expect.stringContaining('sf_contact_by_account')]);
  expect(plan('SELECT id FROM sf_document_link WHERE linked_entity_id = ?')).toEqual([expect.stringContaining('sf_document_link_by_entity')]);
});
