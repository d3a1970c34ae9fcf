import { holdersOf, type ProjectRole } from '../../../src/domain/contact-structure';
import type { ContactId } from '../../../src/domain/ids';
import type { ContactsView } from '../people-view';

export type Structure = Pick<ContactsView, 'roles' | 'leftOut'>;

/** The structure with one list of a role rewritten. */
const withRole = ({ roles, leftOut }: Structure, role: ProjectRole, change: (holders: readonly ContactId[]) => readonly ContactId[]): Structure => {
  const made = holdersOf((one) => (one === role ? change(roles[one]) : roles[one]));
  return {
    roles: { decisionMaker: [...made.decisionMaker], escalation: [...made.escalation], product: [...made.product], finance: [...made.finance], technical: [...made.technical] },
    leftOut,
  };
};

/** With the contact last in the role; one who was left out is so no longer. */
export const assigned = (structure: Structure, role: ProjectRole, contactId: ContactId): Structure => {
  const changed = withRole(structure, role, (holders) => [...holders.filter((one) => one !== contactId), contactId]);
  return { ...changed, leftOut: changed.leftOut.filter((one) => one !== contactId) };
};

export const unassigned = (structure: Structure, role: ProjectRole, contactId: ContactId): Structure => withRole(structure, role, (holders) => holders.filter((one) => one !== contactId));

export const madeFirst = (structure: Structure, role: ProjectRole, contactId: ContactId): Structure => withRole(structure, role, (holders) => [contactId, ...holders.filter((one) => one !== contactId)]);

/** Only for a contact without a role. */
export const withLeftOut = ({ roles, leftOut }: Structure, contactId: ContactId): Structure => ({ roles, leftOut: [...leftOut.filter((one) => one !== contactId), contactId] });

export const broughtBack = ({ roles, leftOut }: Structure, contactId: ContactId): Structure => ({ roles, leftOut: leftOut.filter((one) => one !== contactId) });
