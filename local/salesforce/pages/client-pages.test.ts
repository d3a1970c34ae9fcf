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

async function text(path: string, language = 'en'): Promise<string> {
  return (await fetch(`${org.url}${path}`, { headers: { 'Accept-Language': language } })).text();
}

function act(path: string, form: Record<string, string> | FormData): Promise<Response> {
  return fetch(`${org.url}${path}`, { method: 'POST', body: form instanceof FormData ? form : new URLSearchParams(form), redirect: 'manual', headers: { Origin: org.url } });
}

function uploadOf(content: string, name: string, fields: Record<string, string> = {}): FormData {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.set(field, value);
  form.set('file', new File([content], name));
  return form;
}

test.each([
  ['en', ['Clients', 'Contacts', 'Contact roles', 'Next step', 'Nobody has a role on this deal.']],
  ['pl', ['Klienci', 'Osoby kontaktowe', 'Role osób kontaktowych', 'Następny krok', 'Nikt nie ma roli w tej szansie.']],
])('clients, contacts, roles and files are shown (%s)', async (language, [clients, contacts, ...ofDeal]) => {
  org.store.files.put({ title: 'NDA <script>', pathOnClient: 'nda.pdf', data: Buffer.from('x'), locationId: client.account.id });
  expect(await text('/accounts', language)).toContain(`<h1>${String(clients)}</h1>`);
  const page = await text(`/accounts/${client.account.id}`, language);
  for (const part of [String(contacts), 'Anna Żak', 'Prezeska', 'NDA &lt;script&gt;', client.account.id]) expect(page).toContain(part);
  const deal = await text(`/deals/${client.deal.id}`, language);
  for (const part of [...ofDeal, `/accounts/${client.account.id}`]) expect(deal).toContain(part);
});

test('the fields of a client are edited, and a refusal changes none of them', async () => {
  const saved = await act(`/accounts/${client.account.id}`, { name: 'Żółw S.A.', industry: 'Shipping', billingCity: 'Gdynia', numberOfEmployees: '12', phone: '' });
  expect([saved.status, saved.headers.get('location')]).toEqual([303, `/accounts/${client.account.id}?saved=1`]);
  expect(org.store.accounts.find(client.account.id)?.name).toBe('Żółw S.A.');
  expect(org.store.accountProfiles.of(client.account.id)).toMatchObject({ industry: 'Shipping', billingCity: 'Gdynia', numberOfEmployees: 12, phone: undefined });
  const refused = await act(`/accounts/${client.account.id}`, { name: 'Other', numberOfEmployees: '1.5' });
  expect([refused.status, await refused.text()]).toEqual([400, expect.stringContaining('Not done')]);
  expect(org.store.accounts.find(client.account.id)?.name).toBe('Żółw S.A.');
});

test('a contact is added, edited, leaves and comes back', async () => {
  expect((await act(`/accounts/${client.account.id}/contacts`, { firstName: 'Ewa', lastName: 'Sowa', title: 'CFO', email: 'ewa@zolw.example', reportsToId: client.anna.id })).status).toBe(303);
  const ewa = org.store.contacts.of(client.account.id).find(({ lastName }) => lastName === 'Sowa');
  expect(ewa).toMatchObject({ name: 'Ewa Sowa', title: 'CFO', reportsToId: client.anna.id, accountId: client.account.id });
  const path = `/contacts/${ewa?.id ?? ''}`;
  await act(path, { firstName: 'Ewa', lastName: 'Sowa-Lis', title: '' });
  expect(org.store.contacts.find(ewa?.id ?? '')).toMatchObject({ lastName: 'Sowa-Lis', title: undefined });
  for (const form of [{ lastName: ' ' }, { lastName: 'x', email: 'nowhere' }, { lastName: 'x', reportsToId: ewa?.id ?? '' }]) expect((await act(path, form)).status).toBe(400);
  await act(`${path}/delete`, {});
  expect(await text(`/accounts/${client.account.id}`)).toMatch(/Ewa Sowa-Lis<\/a>.*left/);
  await act(`${path}/undelete`, {});
  expect(org.store.contacts.find(ewa?.id ?? '')?.deleted).toBe(false);
});

test('a role is added, made primary and removed; one of a contact who left is marked', async () => {
  const page = `/deals/${client.deal.id}`;
  await act(`${page}/roles`, { contact: client.anna.id, name: 'Decision Maker', primary: '1' });
  await act(`${page}/roles`, { contact: client.jan.id, name: '' });
  const [anna, jan] = org.store.contactRoles.of(client.deal.id);
  expect([anna, jan]).toMatchObject([{ role: 'Decision Maker', primary: true }, { role: undefined, primary: false }]);
  await act(`${page}/roles/primary`, { role: jan?.id ?? '' });
  expect(org.store.contactRoles.of(client.deal.id).map(({ contactId, primary }) => [contactId, primary])).toEqual([[client.jan.id, true], [client.anna.id, false]]);
  org.store.contacts.delete(client.anna.id);
  expect(await text(page)).toMatch(/Anna Żak<\/a>.*left/);
  await act(`${page}/roles/delete`, { role: anna?.id ?? '' });
  expect(org.store.contactRoles.of(client.deal.id)).toHaveLength(1);
  expect((await act(`${page}/roles`, { contact: client.anna.id })).status).toBe(400);
});

test('the next step of a deal is edited beside its other fields', async () => {
  await act(`/deals/${client.deal.id}`, { name: 'Portal', amount: '100', closeDate: '2026-12-01', nextStep: 'Send <the> offer' });
  expect(org.store.dealDetails.of(client.deal.id).nextStep).toBe('Send <the> offer');
  expect(await text(`/deals/${client.deal.id}`)).toContain('Send &lt;the&gt; offer');
});

test.each(['accounts', 'deals'] as const)('a file of %s is uploaded, looked at as text, replaced by a new version, and deleted', async (kind) => {
  const id = kind === 'accounts' ? client.account.id : client.deal.id;
  expect((await act(`/${kind}/${id}/files`, uploadOf('<b>Zażółć</b>', 'Umowa ramowa.html'))).status).toBe(303);
  const [first] = org.store.files.of(id);
  expect(first).toMatchObject({ title: 'Umowa ramowa', pathOnClient: 'Umowa ramowa.html', number: 1 });
  const shown = await fetch(`${org.url}/files/${first?.id ?? ''}`);
  expect([shown.headers.get('content-type'), await shown.text()]).toEqual(['text/plain; charset=utf-8', '<b>Zażółć</b>']);
  await act(`/${kind}/${id}/files`, uploadOf('new', 'umowa.txt', { document: first?.documentId ?? '', title: 'Umowa (podpisana)' }));
  expect(org.store.files.of(id)).toMatchObject([{ title: 'Umowa (podpisana)', number: 2, documentId: first?.documentId }]);
  await act(`/${kind}/${id}/files/delete`, { document: first?.documentId ?? '' });
  expect(org.store.files.of(id)).toEqual([]);
  expect((await fetch(`${org.url}/files/${first?.id ?? ''}`)).status).toBe(400);
});

test('no file, and one too large for a page, are refused', async () => {
  for (const form of [uploadOf('', ''), new FormData(), uploadOf('x'.repeat(1_048_577), 'large.txt')]) {
    expect((await act(`/accounts/${client.account.id}/files`, form)).status).toBe(400);
  }
  expect(org.store.files.of(client.account.id)).toEqual([]);
});

test('what does not exist is said not to, and another site cannot upload', async () => {
  expect(await text('/accounts/x')).toContain('There is no such client');
  expect(await text('/contacts/x')).toContain('There is no such contact');
  expect(await text('/files/x')).toContain('There is no such file');
  const foreign = await fetch(`${org.url}/accounts/${client.account.id}/files`, { method: 'POST', body: uploadOf('x', 'x.txt'), headers: { Origin: 'https://evil.example' } });
  expect(foreign.status).toBe(403);
});

test('records are found under the addresses that Salesforce gives them', async () => {
  const { id, documentId } = org.store.files.put({ title: 'NDA', pathOnClient: 'nda.txt', data: Buffer.from('x'), locationId: client.account.id });
  for (const [path, page] of [
    [`/${client.account.id}`, `/accounts/${client.account.id}`], [`/lightning/r/Account/${client.account.id}/view`, `/accounts/${client.account.id}`],
    [`/${client.anna.id.slice(0, 15)}`, `/contacts/${client.anna.id}`], [`/lightning/r/ContentDocument/${documentId}/view`, `/files/${id}`],
  ]) {
    expect((await fetch(`${org.url}${String(path)}`, { redirect: 'manual' })).headers.get('location')).toBe(page);
  }
});

test('what the org has, and faults of writes, are set on the set-up page', async () => {
  expect((await act('/setup/features', { files: 'readOnly', restrictedRoles: '1' })).status).toBe(303);
  expect(org.store.features.read()).toEqual({ contactRoles: false, files: 'readOnly', editableDeals: false, restrictedRoles: true });
  expect((await act('/setup/features', { files: 'some' })).status).toBe(400);
  await act('/setup/faults', { times: '1', kind: 'loseAnswer', path: '/sobjects/Content', method: 'POST' });
  expect(org.faults.all()).toEqual([{ path: '/sobjects/Content', kind: 'loseAnswer', times: 1, method: 'POST' }]);
  for (const [language, words] of [['en', 'carried out, then the connection cut'], ['pl', 'wykonane, po czym zerwane połączenie']] as const) expect(await text('/setup', language)).toContain(words);
});
