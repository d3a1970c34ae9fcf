import type { SalesforceStore } from '../salesforce/store/store';
import { clientFiles, dealFiles, type DemoFile } from './company/client-files';
import { clientProfiles } from './company/client-profiles';
import { clients, type ClientName } from './company/clients';
import { contactRoles, contacts, superiors, type ContactName, type DemoContact, type DemoContactRole } from './company/contacts';
import { morning, pastWorkingDay } from './company/days';
import { dealDetails, type DemoDealDetails } from './company/deal-details';
import { deals, type DealName } from './company/deals';
import { entriesOf } from './company/entries';

/** A record of Salesforce and who looks after it. */
export interface SeededRecord {
  readonly id: string;
  readonly ownerId: string;
}

export interface SeededOrg {
  readonly clients: ReadonlyMap<ClientName, SeededRecord>;
  readonly deals: ReadonlyMap<DealName, SeededRecord>;
}

/** Adds what is known of the clients and deals, the people at the clients, their parts in deals, and the papers. */
export function seedClientFiles(store: SalesforceStore, today: string, org: SeededOrg): void {
  for (const [name, { id }] of org.clients) {
    const { checked, ...profile } = clientProfiles[name];
    store.accountProfiles.replace(id, profile, morning(today, checked));
  }
  const people = seedContacts(store, today, org.clients);
  for (const [name, record] of org.deals) {
    const [created = -1] = deals[name].path.map(([, day]) => day);
    seedDealDetails(store, today, record, dealDetails[name], deals[name].path.at(-1)?.[1] ?? created);
    seedRoles(store, record, deals[name].number, contactRoles[name] ?? [], people, morning(today, created, 11));
    seedFiles(store, today, record, deals[name].number, dealFiles[name] ?? []);
  }
  for (const [name, record] of org.clients) seedFiles(store, today, record, clients[name].number, clientFiles[name] ?? []);
  // Last, since a role is given to somebody who is still there.
  for (const [name, contact] of everyContact) if (contact.left) store.contacts.delete(people.get(name) ?? '');
}

const everyContact = entriesOf<ContactName, DemoContact>(contacts);

function seedContacts(store: SalesforceStore, today: string, accounts: SeededOrg['clients']): ReadonlyMap<ContactName, string> {
  const ids = new Map<ContactName, string>();
  const places = new Map<ClientName, number>();
  for (const [name, { client, checked, left: _, ...fields }] of everyContact) {
    const account = accounts.get(client);
    if (account === undefined) continue;
    const place = (places.get(client) ?? 0) + 1;
    places.set(client, place);
    const superior = superiors[name];
    ids.set(name, store.contacts.create({
      ...fields, number: clients[client].number * 100 + place, accountId: account.id, ownerId: account.ownerId, at: morning(today, checked),
      reportsToId: superior === undefined ? undefined : ids.get(superior),
    }).id);
  }
  return ids;
}

function seedDealDetails(store: SalesforceStore, today: string, { id, ownerId }: SeededRecord, details: DemoDealDetails | undefined, lastStage: number): void {
  if (details === undefined) return;
  const { lastActivity, ...rest } = details;
  store.dealDetails.change(id, { ...rest, ...(lastActivity === undefined ? {} : { lastActivityDate: pastWorkingDay(today, lastActivity) }) }, { byUserId: ownerId, at: morning(today, lastStage, 10) });
}

function seedRoles(store: SalesforceStore, deal: SeededRecord, number: number, roles: readonly DemoContactRole[], people: ReadonlyMap<ContactName, string>, at: string): void {
  for (const [place, { contact, role, primary }] of roles.entries()) {
    store.contactRoles.create({ number: number * 10 + place, opportunityId: deal.id, contactId: people.get(contact) ?? '', role, primary: primary === true, at });
  }
}

function seedFiles(store: SalesforceStore, today: string, { id, ownerId }: SeededRecord, number: number, files: readonly DemoFile[]): void {
  for (const [place, { title: template, extension, versions }] of files.entries()) {
    const title = template.replace('{year}', pastWorkingDay(today, versions.at(-1)?.[0] ?? -1).slice(0, 4));
    let documentId: string | undefined;
    for (const [version, [day, text]] of versions.entries()) {
      const put = store.files.put({
        number: number * 1_000 + place * 10 + version, title, pathOnClient: `${title}.${extension}`, data: Buffer.from(`${text}\n`, 'utf8'), ownerId, at: morning(today, day),
        documentId, locationId: documentId === undefined ? id : undefined,
      });
      documentId = put.documentId;
    }
  }
}
