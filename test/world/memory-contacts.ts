import type { ClientContact, ContactRole } from '../../src/domain/client-contact';
import { contactRoleId } from '../../src/domain/fixture/values';
import type { ContactId } from '../../src/domain/ids';
import type { ClientContacts, ContactRoleOutcome, Listed } from '../../src/ports/client-contacts';
import { NotConnected, OutsideError } from '../../src/ports/errors';
import type { SecretStore } from '../../src/ports/secret-store';

/** How the next write goes wrong: it is carried out and its answer lost, it never arrives, or it is refused. */
export type ContactFault = 'answerLost' | 'requestLost' | 'rateLimited' | Exclude<ContactRoleOutcome, 'done'>;

/** Contacts of Salesforce and their roles as far as the port shows them. */
export class MemoryContacts {
  readonly people = new Map<ContactId, ClientContact>();
  roles: ContactRole[] = [];
  values: readonly string[] = ['Business User', 'Decision Maker', 'Economic Buyer', 'Executive Sponsor', 'Influencer', 'Technical Buyer', 'Other'];
  hasContacts = true;
  hasContactRoles = true;
  /** Each is taken by one write, the first by the next. */
  readonly faults: ContactFault[] = [];
  /** Called ahead of each write, to change the world between reading and writing. */
  beforeWrite: () => Promise<void> = async () => undefined;
  calls = 0;
  /** Requests that changed something or tried to. */
  writes = 0;
  private made = 0;

  put(...contacts: readonly ClientContact[]): void {
    for (const contact of contacts) this.people.set(contact.id, contact);
  }

  give(dealId: ContactRole['dealId'], contactId: ContactId, role: string | null, isPrimary = false): ContactRole {
    const made = { id: contactRoleId((this.made += 1)), dealId, contactId, role, isPrimary };
    this.roles = [...this.roles.map((one) => (isPrimary && one.dealId === dealId ? { ...one, isPrimary: false } : one)), made];
    return made;
  }

  port(secrets: SecretStore): ClientContacts {
    const read = async <Item>(isThere: boolean, items: () => readonly Item[]): Promise<Listed<Item>> => {
      this.calls += 1;
      if ((await secrets.salesforceSecret()) === undefined) throw new NotConnected('salesforce');
      return isThere ? { kind: 'read', items: items() } : { kind: 'notThere' };
    };
    const write = async (carryOut: () => ContactRoleOutcome): Promise<ContactRoleOutcome> => {
      this.writes += 1;
      await this.beforeWrite();
      const fault = this.faults.shift();
      if (fault === 'rateLimited') throw new OutsideError('salesforce', 'rateLimited', 'too many requests');
      if (fault === 'requestLost') throw new OutsideError('salesforce', 'unavailable', 'connection lost');
      if (fault !== undefined && fault !== 'answerLost') return fault;
      const outcome = carryOut();
      if (fault === 'answerLost') throw new OutsideError('salesforce', 'unavailable', 'connection lost');
      return outcome;
    };
    const byName = (): readonly ClientContact[] => [...this.people.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
    return {
      ofClients: (ids, most) => read(this.hasContacts, () => byName().filter(({ clientId }) => clientId !== null && ids.includes(clientId)).slice(0, most)),
      byIds: (ids) => read(this.hasContacts, () => byName().filter(({ id }) => ids.includes(id))),
      rolesOf: (deals) => read(this.hasContactRoles, () => this.roles.filter(({ dealId }) => deals.includes(dealId))),
      roleValues: () => read(this.hasContactRoles, () => this.values.map((value) => ({ value, label: value }))),
      createRole: ({ dealId, contactId, role, isPrimary }) =>
        write(() => {
          if (!this.people.has(contactId)) return 'gone';
          this.give(dealId, contactId, role, isPrimary);
          return 'done';
        }),
      changeRole: (id, to) =>
        write(() => {
          const before = this.roles.find((one) => one.id === id);
          if (before === undefined) return 'gone';
          this.roles = this.roles.map((one) => (one.id === id ? { ...one, ...to } : to.isPrimary && one.dealId === before.dealId ? { ...one, isPrimary: false } : one));
          return 'done';
        }),
      removeRole: (id) =>
        write(() => {
          if (this.roles.every((one) => one.id !== id)) return 'gone';
          this.roles = this.roles.filter((one) => one.id !== id);
          return 'done';
        }),
    };
  }
}
