import { createClientContacts } from '../../src/adapters/salesforce/contacts';
import { parseClientId, parseContactId, parseContactRoleId, parseDealId } from '../../src/domain/ids';
import { contactId } from '../../src/domain/fixture/values';
import type { ClientContacts } from '../../src/ports/client-contacts';
import { startHarness, type Harness } from './salesforce-harness';

let harness: Harness;
let contacts: ClientContacts;
beforeEach(async () => {
  harness = await startHarness();
  contacts = createClientContacts(harness.organisation());
});
afterEach(() => harness.close());

const required = <Id>(id: Id | undefined): Id => {
  if (id === undefined) throw new Error('the stand-in gave no id');
  return id;
};

function openClient() {
  const { store } = harness.org;
  const accountId = store.createAccount({ name: 'Spedycja Wilga' }).id;
  const opportunityId = store.opportunities.create({ name: 'Portal', stageName: 'Negotiation', accountId, closeDate: '2026-12-31' }).id;
  return { store, accountId, opportunityId, clientId: required(parseClientId(accountId)), dealId: required(parseDealId(opportunityId)) };
}
const standInContact = ({ store, accountId }: ReturnType<typeof openClient>, lastName: string, more: { readonly title?: string; readonly email?: string; readonly phone?: string } = {}) =>
  required(parseContactId(store.contacts.create({ lastName, accountId, ...more }).id));
const outside = (failure: string) => expect.objectContaining({ name: 'OutsideError', failure });
const requestsOf = (method: string): number => harness.requests.filter((line) => line.startsWith(`${method} `) && !line.includes('/oauth2/')).length;

describe('contacts', () => {
  it('come with how to reach them, by name, and who is deleted does not come', async () => {
    const org = openClient();
    const anna = standInContact(org, 'Żuk', { title: 'CEO', email: 'zuk@wilga.example', phone: '+48 600 100 200' });
    const bart = standInContact(org, 'Adamski');
    const gone = standInContact(org, 'Gone');
    org.store.contacts.delete(gone);
    const read = await contacts.ofClients([org.clientId], 10);
    expect(read).toEqual({
      kind: 'read',
      items: [
        { id: bart, clientId: org.clientId, name: 'Adamski', title: null, email: null, phone: null },
        { id: anna, clientId: org.clientId, name: 'Żuk', title: 'CEO', email: 'zuk@wilga.example', phone: '+48 600 100 200' },
      ],
    });
    expect(await contacts.byIds([gone, bart])).toMatchObject({ items: [{ id: bart }] });
    expect(await contacts.ofClients([org.clientId], 1)).toMatchObject({ items: [{ id: bart }] });
  });

  it('are read 300 ids at a time, and nothing is asked for nobody', async () => {
    expect(await contacts.byIds([])).toEqual({ kind: 'read', items: [] });
    expect(requestsOf('GET')).toBe(0);
    await contacts.byIds(Array.from({ length: 650 }, (_, n) => contactId(n + 1)));
    expect(requestsOf('GET')).toBe(3);
  });
});

describe('contact roles', () => {
  it('come even where their contact is gone', async () => {
    const org = openClient();
    const contact = standInContact(org, 'Nowak');
    org.store.contactRoles.create({ opportunityId: org.opportunityId, contactId: contact, role: 'Decision Maker', primary: true });
    org.store.contacts.delete(contact);
    expect(await contacts.rolesOf([org.dealId])).toEqual({ kind: 'read', items: [{ id: expect.any(String), dealId: org.dealId, contactId: contact, role: 'Decision Maker', isPrimary: true }] });
  });

  it('are made, changed and removed, and the list of values is the organisation’s', async () => {
    const org = openClient();
    const contact = standInContact(org, 'Nowak');
    expect(await contacts.roleValues()).toMatchObject({ kind: 'read', items: expect.arrayContaining([{ value: 'Decision Maker', label: 'Decision Maker' }]) });
    expect(await contacts.createRole({ dealId: org.dealId, contactId: contact, role: 'Technical Buyer', isPrimary: true })).toBe('done');
    const [made] = org.store.contactRoles.of(org.opportunityId);
    const id = required(parseContactRoleId(made?.id ?? ''));
    expect(made).toMatchObject({ contactId: contact, role: 'Technical Buyer', primary: true });
    expect(await contacts.changeRole(id, { role: 'Decision Maker', isPrimary: false })).toBe('done');
    expect(org.store.contactRoles.of(org.opportunityId)).toMatchObject([{ role: 'Decision Maker', primary: false }]);
    expect(await contacts.removeRole(id)).toBe('done');
    expect(org.store.contactRoles.of(org.opportunityId)).toEqual([]);
    expect(await contacts.removeRole(id)).toBe('gone');
    expect(await contacts.changeRole(id, { role: null, isPrimary: false })).toBe('gone');
  });

  it('are not made of a contact that was removed meanwhile', async () => {
    const org = openClient();
    const contact = standInContact(org, 'Nowak');
    org.store.contacts.delete(contact);
    expect(await contacts.createRole({ dealId: org.dealId, contactId: contact, role: 'Other', isPrimary: false })).toBe('gone');
    expect(org.store.contactRoles.of(org.opportunityId)).toEqual([]);
  });

  it('are refused where the user may not change the deal, and where the value is none of the list', async () => {
    const org = openClient();
    const contact = standInContact(org, 'Nowak');
    org.store.features.set({ restrictedRoles: true });
    expect(await contacts.createRole({ dealId: org.dealId, contactId: contact, role: 'Astrologer', isPrimary: false })).toBe('valueUnknown');
    org.store.features.set({ editableDeals: false });
    expect(await contacts.createRole({ dealId: org.dealId, contactId: contact, role: 'Other', isPrimary: false })).toBe('refused');
  });

  it('are not there in an organisation without them', async () => {
    const org = openClient();
    org.store.features.set({ contactRoles: false });
    expect(await contacts.rolesOf([org.dealId])).toEqual({ kind: 'notThere' });
    expect(await contacts.roleValues()).toEqual({ kind: 'notThere' });
  });
});

describe('trouble', () => {
  const ask = () => contacts.rolesOf([openClient().dealId]);

  it('of a session that is over is none: a new one is taken, and a write is sent again', async () => {
    const org = openClient();
    const contact = standInContact(org, 'Nowak');
    await contacts.roleValues();
    harness.org.faults.add({ path: '/sobjects', kind: 'status', status: 401, times: 1 });
    expect(await contacts.createRole({ dealId: org.dealId, contactId: contact, role: 'Other', isPrimary: false })).toBe('done');
    expect(org.store.contactRoles.of(org.opportunityId)).toHaveLength(1);
  });

  it.each([[403, 'rateLimited'], [404, 'missing']])('with status %s is told by its kind, and not taken for nothing there', async (status, failure) => {
    harness.org.faults.add({ path: '/query', kind: 'status', status, times: 9 });
    await expect(ask()).rejects.toEqual(outside(failure));
  });

  it.each([[429, 'rateLimited'], [500, 'unavailable'], [503, 'unavailable']])('with status %s that stays is told after some tries of a read', async (status, failure) => {
    harness.org.faults.add({ path: '/query', kind: 'status', status, times: 9 });
    await expect(ask()).rejects.toEqual(outside(failure));
    expect(requestsOf('GET')).toBe(3);
  });

  it('with half an answer is tried again', async () => {
    harness.org.faults.add({ path: '/query', kind: 'halfAnswer', times: 1 });
    expect(await ask()).toEqual({ kind: 'read', items: [] });
    harness.org.faults.add({ path: '/query', kind: 'wrongShape', times: 1 });
    await expect(ask()).rejects.toEqual(outside('unexpectedAnswer'));
  });

  it.each(['loseAnswer', 'halfAnswer'] as const)('with a write whose answer is lost (%s) sends it once, and reading shows that it was made', async (kind) => {
    const org = openClient();
    const contact = standInContact(org, 'Nowak');
    harness.org.faults.add({ path: '/sobjects', method: 'POST', kind, times: 1 });
    await expect(contacts.createRole({ dealId: org.dealId, contactId: contact, role: 'Other', isPrimary: false })).rejects.toEqual(outside('unavailable'));
    expect(requestsOf('POST')).toBe(1);
    expect(await contacts.rolesOf([org.dealId])).toMatchObject({ items: [{ contactId: contact, role: 'Other' }] });
  });

  it('with a write that Salesforce has no time for sends it once after 5xx, and again after 429', async () => {
    const org = openClient();
    const contact = standInContact(org, 'Nowak');
    const make = () => contacts.createRole({ dealId: org.dealId, contactId: contact, role: 'Other', isPrimary: false });
    harness.org.faults.add({ path: '/sobjects', kind: 'status', status: 503, times: 1 });
    await expect(make()).rejects.toEqual(outside('unavailable'));
    expect(requestsOf('POST')).toBe(1);
    harness.org.faults.add({ path: '/sobjects', kind: 'status', status: 429, times: 1 });
    expect(await make()).toBe('done');
    expect(org.store.contactRoles.of(org.opportunityId)).toHaveLength(1);
  });
});
