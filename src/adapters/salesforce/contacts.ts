import type { ClientContact, ContactRole } from '../../domain/client-contact';
import type { ClientContacts, ContactRoleOutcome, ContactRoleValue, Listed } from '../../ports/client-contacts';
import { parseAnswer } from '../http/parse-answer';
import { apiVersion } from './api-version';
import { contactDetails, contactOf, contactRecord, contactRoleFields, contactRoleOf, contactRoleRecord, describedRoles } from './contact-record';
import { DataError } from './data-error';
import { displayText } from './display-text';
import type { Organisation } from './organisation';
import { query } from './query';
import type { Session } from './session';
import { chunksOf, idList } from './soql';

const rolesPath = `/services/data/${apiVersion}/sobjects/OpportunityContactRole`;

/**
 * Contacts of Salesforce and their roles in deals (Object Reference, "Contact" and "OpportunityContactRole"; REST API Developer Guide,
 * "sObject Rows"). A contact role may name a contact that was deleted or is hidden, so contacts are always asked for by themselves.
 */
export function createClientContacts({ session }: Organisation): ClientContacts {
  return {
    ofClients: (ids, most) =>
      listed(async () => {
        const found: ClientContact[] = [];
        for (const chunk of chunksOf(ids)) found.push(...(await queryContacts(await session(), `WHERE AccountId IN ${idList(chunk)} ORDER BY Name, Id LIMIT ${most}`)));
        return found.slice(0, most);
      }),

    byIds: (ids) =>
      listed(async () => {
        const found: ClientContact[] = [];
        for (const chunk of chunksOf(ids)) found.push(...(await queryContacts(await session(), `WHERE Id IN ${idList(chunk)}`)));
        return found;
      }),

    rolesOf: (deals) =>
      listed(async () => {
        const found: ContactRole[] = [];
        for (const chunk of chunksOf(deals)) {
          const soql = `SELECT ${contactRoleFields.join(',')} FROM OpportunityContactRole WHERE OpportunityId IN ${idList(chunk)} ORDER BY CreatedDate, Id`;
          found.push(...(await query(await session(), soql, contactRoleRecord())).map(contactRoleOf));
        }
        return found;
      }),

    roleValues: () => listed(async () => describeValues(await session()), 'NOT_FOUND'),

    createRole: ({ dealId, contactId, role, isPrimary }) =>
      outcome(async () => (await session()).change('POST', rolesPath, { OpportunityId: dealId, ContactId: contactId, Role: role, IsPrimary: isPrimary })),

    changeRole: (id, { role, isPrimary }) => outcome(async () => (await session()).change('PATCH', `${rolesPath}/${id}`, { Role: role, IsPrimary: isPrimary })),

    removeRole: (id) => outcome(async () => (await session()).change('DELETE', `${rolesPath}/${id}`)),
  };
}

/** Contacts by the rest of a query after FROM Contact, without the details that the app may not see. */
async function queryContacts(session: Session, rest: string): Promise<readonly ClientContact[]> {
  let details: readonly string[] = contactDetails;
  for (;;) {
    try {
      return (await query(session, `SELECT ${['Id', 'AccountId', 'Name', ...details].join(',')} FROM Contact ${rest}`, contactRecord())).map(contactOf);
    } catch (error) {
      if (!(error instanceof DataError) || error.code !== 'INVALID_FIELD' || error.field === undefined || !details.includes(error.field)) throw error;
      const { field } = error;
      details = details.filter((name) => name !== field);
    }
  }
}

async function describeValues(session: Session): Promise<readonly ContactRoleValue[]> {
  const { fields } = parseAnswer('salesforce', describedRoles(), await session.get(`${rolesPath}/describe`));
  const values = fields.find(({ name }) => name === 'Role')?.picklistValues ?? [];
  return values.flatMap(({ active, value, label }) => (active ? [{ value, label: displayText(label ?? value) }] : []));
}

/** An object that the organisation does not have, or that the app may not see, is unknown to a query and not found by its address. */
const notThere = ['INVALID_TYPE', 'INSUFFICIENT_ACCESS'] as const;

async function listed<Item>(read: () => Promise<readonly Item[]>, ...more: readonly string[]): Promise<Listed<Item>> {
  try {
    return { kind: 'read', items: await read() };
  } catch (error) {
    if (error instanceof DataError && [...notThere, ...more].some((code) => code === error.code)) return { kind: 'notThere' };
    throw error;
  }
}

/** What a refused write is about (SOAP API Developer Guide, "StatusCode"). */
const outcomes: Readonly<Record<string, ContactRoleOutcome>> = {
  ENTITY_IS_DELETED: 'gone',
  INVALID_CROSS_REFERENCE_KEY: 'gone',
  NOT_FOUND: 'gone',
  INSUFFICIENT_ACCESS: 'refused',
  INSUFFICIENT_ACCESS_OR_READONLY: 'refused',
  INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY: 'refused',
  CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY: 'refused',
  INVALID_FIELD_FOR_INSERT_UPDATE: 'refused',
  INVALID_TYPE: 'refused',
  INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST: 'valueUnknown',
};

async function outcome(write: () => Promise<string>): Promise<ContactRoleOutcome> {
  try {
    await write();
    return 'done';
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    const known = error.code === undefined ? undefined : outcomes[error.code];
    if (known !== undefined) return known;
    if (error.failure === 'missing') return 'gone';
    if (error.failure === 'refused') return 'refused';
    if (error.failure === 'rejected') return 'rejected';
    throw error;
  }
}
