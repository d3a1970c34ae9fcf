import * as z from 'zod/mini';
import type { ClientContact, ContactRole } from '../../domain/client-contact';
import { parseClientId, parseContactId, parseContactRoleId, parseDealId } from '../../domain/ids';
import { whenFirstUsed } from '../../domain/when-first-used';
import { OutsideError } from '../../ports/errors';
import { displayText } from './display-text';

const text = () => z.optional(z.nullable(z.string()));

/** Fields of Contact that are read beside Id and AccountId (Field Reference, "Contact"); one that is hidden from the app is done without. */
export const contactDetails = ['Title', 'Email', 'Phone'] as const;

export const contactRecord = whenFirstUsed(() => z.object({ Id: z.string(), AccountId: text(), Name: text(), Title: text(), Email: text(), Phone: text() }));

export const contactRoleFields = ['Id', 'OpportunityId', 'ContactId', 'Role', 'IsPrimary'] as const;
export const contactRoleRecord = whenFirstUsed(() => z.object({ Id: z.string(), OpportunityId: z.string(), ContactId: z.string(), Role: text(), IsPrimary: z.boolean() }));

const shown = (value: string | null | undefined): string | null => {
  const clean = displayText(value ?? '');
  return clean === '' ? null : clean;
};

const known = <Id>(id: Id | undefined, field: string): Id => {
  if (id === undefined) throw new OutsideError('salesforce', 'unexpectedAnswer', `${field}: no id`);
  return id;
};

export function contactOf({ Id, AccountId, Name, Title, Email, Phone }: z.infer<ReturnType<typeof contactRecord>>): ClientContact {
  const id = known(parseContactId(Id), 'Contact.Id');
  return { id, clientId: AccountId == null ? null : (parseClientId(AccountId) ?? null), name: shown(Name) ?? id, title: shown(Title), email: shown(Email), phone: shown(Phone) };
}

export const contactRoleOf = ({ Id, OpportunityId, ContactId, Role, IsPrimary }: z.infer<ReturnType<typeof contactRoleRecord>>): ContactRole => ({
  id: known(parseContactRoleId(Id), 'OpportunityContactRole.Id'),
  dealId: known(parseDealId(OpportunityId), 'OpportunityContactRole.OpportunityId'),
  contactId: known(parseContactId(ContactId), 'OpportunityContactRole.ContactId'),
  // The value goes back to Salesforce as it is.
  role: Role ?? null,
  isPrimary: IsPrimary,
});

/** As much of an object's description as tells the values of its field Role (REST API Developer Guide, "sObject Describe"). */
export const describedRoles = whenFirstUsed(() =>
  z.object({
    fields: z.array(z.object({ name: z.string(), picklistValues: z.optional(z.array(z.object({ active: z.boolean(), value: z.string(), label: z.optional(z.nullable(z.string())) }))) })),
  }),
);
