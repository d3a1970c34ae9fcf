import type { ClientContact, ContactRole } from '../domain/client-contact';
import type { ClientId, ContactId, ContactRoleId, DealId } from '../domain/ids';

/** A list of Salesforce, or that the organisation has no such thing or does not show it to the app. */
export type Listed<Item> = { readonly kind: 'read'; readonly items: readonly Item[] } | { readonly kind: 'notThere' };

/** A value of the organisation's list of contact roles. */
export interface ContactRoleValue {
  readonly value: string;
  readonly label: string;
}

/**
 * What became of a write of one contact role.
 * - `done`
 * - `gone`: the contact, the deal or the contact role was removed meanwhile.
 * - `refused`: the integration user may not.
 * - `valueUnknown`: the organisation does not take that role.
 * - `rejected`: a rule of the organisation's own.
 */
export type ContactRoleOutcome = 'done' | 'gone' | 'refused' | 'valueUnknown' | 'rejected';

/** People at clients, and what they do in deals. Every method may throw NotConnected and OutsideError. */
export interface ClientContacts {
  /** By name, at most so many. */
  ofClients(ids: readonly ClientId[], most: number): Promise<Listed<ClientContact>>;
  /** Those that exist and that the app may see, in no particular order; one call for 300 ids. */
  byIds(ids: readonly ContactId[]): Promise<Listed<ClientContact>>;
  /** As Salesforce has them, their contacts gone or not; one call for 300 deals. */
  rolesOf(deals: readonly DealId[]): Promise<Listed<ContactRole>>;
  /** Values that may be chosen, in the organisation's order. */
  roleValues(): Promise<Listed<ContactRoleValue>>;
  /** It is sent once. After `unavailable` and `unexpectedAnswer` it may have been made: read before making it again. */
  createRole(role: Omit<ContactRole, 'id'>): Promise<ContactRoleOutcome>;
  changeRole(id: ContactRoleId, to: Pick<ContactRole, 'role' | 'isPrimary'>): Promise<ContactRoleOutcome>;
  removeRole(id: ContactRoleId): Promise<ContactRoleOutcome>;
}
