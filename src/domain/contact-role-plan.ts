import type { ContactRole } from './client-contact';
import { everyHolder, projectRoles, rolesOf, suggestProjectRole, type ProjectRole, type RoleHolders } from './contact-structure';
import type { ContactId, ContactRoleId, DealId } from './ids';

/** One contact role that is to be made, changed or removed in Salesforce. */
export type ContactRoleStep =
  | { readonly kind: 'create'; readonly dealId: DealId; readonly contactId: ContactId; readonly role: string; readonly isPrimary: boolean }
  | {
      readonly kind: 'change';
      readonly id: ContactRoleId;
      readonly dealId: DealId;
      readonly contactId: ContactId;
      readonly from: { readonly role: string | null; readonly isPrimary: boolean };
      readonly to: { readonly role: string | null; readonly isPrimary: boolean };
    }
  | { readonly kind: 'remove'; readonly id: ContactRoleId; readonly dealId: DealId; readonly contactId: ContactId; readonly role: string | null; readonly why: 'gone' | 'leftOut' };

export interface WantedContactRoles {
  readonly roles: RoleHolders;
  readonly leftOut: readonly ContactId[];
  /** The deals that are written to. */
  readonly deals: readonly DealId[];
  /** All of those deals' contact roles as Salesforce has them now. */
  readonly contactRoles: readonly ContactRole[];
  /** Contacts that still exist. */
  readonly exist: ReadonlySet<ContactId>;
  /** Values of the organisation's own list that may be chosen, in its order. */
  readonly values: readonly string[];
}

/** The organisation's value for a project's role: the first that is taken for it; null where it has none. */
export const salesforceRoleFor = (role: ProjectRole, values: readonly string[]): string | null => values.find((value) => suggestProjectRole(value) === role) ?? null;

/** Roles that somebody has and Salesforce has no value for. */
export const rolesWithoutValue = (roles: RoleHolders, values: readonly string[]): readonly ProjectRole[] =>
  projectRoles.filter((role) => roles[role].length > 0 && salesforceRoleFor(role, values) === null);

/**
 * What makes Salesforce's contact roles say what the project says, and nothing beyond it. Salesforce advises against several roles of
 * one contact in a deal (Object Reference, "OpportunityContactRole"), so each contact has one: the weightiest that Salesforce has a
 * value for, or the one it has already where that is one of its roles. Contacts that the project says nothing of are left alone.
 * What sets the deal's primary contact comes before what clears the earlier one, so that a deal never lacks it.
 */
export function planContactRoles(wanted: WantedContactRoles): readonly ContactRoleStep[] {
  return wanted.deals.flatMap((dealId) => planDeal(wanted, dealId));
}

function planDeal({ roles, leftOut, contactRoles, exist, values }: WantedContactRoles, dealId: DealId): readonly ContactRoleStep[] {
  const there = contactRoles.filter((one) => one.dealId === dealId);
  const goes = ({ contactId }: ContactRole): 'gone' | 'leftOut' | undefined => (!exist.has(contactId) ? 'gone' : leftOut.includes(contactId) ? 'leftOut' : undefined);
  const staying = there.filter((one) => goes(one) === undefined);
  const holders = everyHolder(roles).filter((contactId) => exist.has(contactId) && !leftOut.includes(contactId));
  const valueOf = (contactId: ContactId): string | null => rolesOf(roles, contactId).map((role) => salesforceRoleFor(role, values)).find((value) => value !== null) ?? null;
  const writable = new Set(holders.filter((contactId) => staying.some((one) => one.contactId === contactId) || valueOf(contactId) !== null));
  const primary = roles.decisionMaker.find((contactId) => writable.has(contactId));

  const creates = holders.flatMap((contactId): readonly ContactRoleStep[] => {
    const role = valueOf(contactId);
    if (role === null || staying.some((one) => one.contactId === contactId)) return [];
    return [{ kind: 'create', dealId, contactId, role, isPrimary: contactId === primary }];
  });
  const changes = staying.flatMap((one): readonly ContactRoleStep[] => {
    const to = wantedOf(one);
    if (to.role === one.role && to.isPrimary === one.isPrimary) return [];
    return [{ kind: 'change', id: one.id, dealId, contactId: one.contactId, from: { role: one.role, isPrimary: one.isPrimary }, to }];
  });
  const removals = there.flatMap((one): readonly ContactRoleStep[] => {
    const why = goes(one);
    return why === undefined ? [] : [{ kind: 'remove', id: one.id, dealId, contactId: one.contactId, role: one.role, why }];
  });
  const clears = (step: ContactRoleStep): boolean => step.kind === 'change' && step.from.isPrimary && !step.to.isPrimary;
  return [...creates, ...changes.filter((step) => !clears(step)), ...changes.filter(clears), ...removals];

  function wantedOf(one: ContactRole): { readonly role: string | null; readonly isPrimary: boolean } {
    const own = staying.filter(({ contactId }) => contactId === one.contactId);
    // Of several records of one contact one speaks for it; the others keep their roles.
    const speaks = (own.find(({ isPrimary }) => isPrimary) ?? own[0])?.id === one.id;
    const isPrimary = primary === undefined ? one.isPrimary : one.contactId === primary && speaks;
    const held = rolesOf(roles, one.contactId);
    const suits = own.some(({ role }) => held.some((heldRole) => suggestProjectRole(role) === heldRole));
    return { role: held.length === 0 || suits || !speaks ? one.role : (valueOf(one.contactId) ?? one.role), isPrimary };
  }
}

/** Names a step by all that it does, so that what is carried out is what was shown. */
export function stepKey(step: ContactRoleStep): string {
  switch (step.kind) {
    case 'create':
      return ['create', step.dealId, step.contactId, Number(step.isPrimary), step.role].join(':');
    case 'change':
      return ['change', step.id, step.contactId, Number(step.from.isPrimary), Number(step.to.isPrimary), JSON.stringify([step.from.role, step.to.role])].join(':');
    case 'remove':
      return ['remove', step.id, step.contactId].join(':');
  }
}
