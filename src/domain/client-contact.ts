import type { ClientId, ContactId, ContactRoleId, DealId } from './ids';

/** A person at a client's, as Salesforce has them. Read when it is shown, and never kept. */
export interface ClientContact {
  readonly id: ContactId;
  /** A contact may belong to no account. */
  readonly clientId: ClientId | null;
  readonly name: string;
  readonly title: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

/** What a contact does in a deal, as Salesforce has it: an `OpportunityContactRole`. The contact may be gone. */
export interface ContactRole {
  readonly id: ContactRoleId;
  readonly dealId: DealId;
  readonly contactId: ContactId;
  /** A value of the organisation's own list, or none. */
  readonly role: string | null;
  readonly isPrimary: boolean;
}

export const isReachable = ({ email, phone }: Pick<ClientContact, 'email' | 'phone'>): boolean => email !== null || phone !== null;
