import { isReachable, type ClientContact, type ContactRole } from './client-contact';
import { everyHolder, projectRoles, rolesOf, type ProjectRole, type RoleHolders } from './contact-structure';
import type { ClientId, ContactId, ContactRoleId, DealId } from './ids';

/**
 * Roles that a project cannot do without: somebody says yes, and somebody is called when it burns. The others are hints, for in a
 * small company one person does all of it.
 */
export const requiredRoles: ReadonlySet<ProjectRole> = new Set(['decisionMaker', 'escalation']);

export type GapSeverity = 'error' | 'hint';

export type ContactGap = { readonly severity: GapSeverity } & (
  | { readonly kind: 'nobody'; readonly role: ProjectRole }
  /** Has a role and is no contact of Salesforce any more, or none that the app may see. */
  | { readonly kind: 'gone'; readonly contactId: ContactId; readonly roles: readonly ProjectRole[] }
  /** Has a role and belongs to an account that is none of the project's clients: moved, most of the time. */
  | { readonly kind: 'elsewhere'; readonly contactId: ContactId; readonly roles: readonly ProjectRole[] }
  /** Whom one turns to first has neither an e-mail address nor a telephone number. */
  | { readonly kind: 'unreachable'; readonly contactId: ContactId; readonly role: ProjectRole }
  /** Salesforce itself has a contact role that points at nobody. */
  | { readonly kind: 'roleOfGone'; readonly contactRoleId: ContactRoleId; readonly contactId: ContactId; readonly dealId: DealId }
);

export interface SeenPeople {
  readonly roles: RoleHolders;
  readonly contactRoles: readonly ContactRole[];
  /** Those that still exist. */
  readonly contacts: ReadonlyMap<ContactId, ClientContact>;
  readonly clients: ReadonlySet<ClientId>;
}

const severityOf = (roles: readonly ProjectRole[]): GapSeverity => (roles.some((role) => requiredRoles.has(role)) ? 'error' : 'hint');

/** Whether the contact still is one of the project's clients' people. */
const isPresent = ({ contacts, clients }: SeenPeople, contactId: ContactId): boolean => {
  const clientId = contacts.get(contactId)?.clientId ?? null;
  return clientId !== null && clients.has(clientId);
};

/** What is missing in a project's contacts, what cannot wait first. */
export function contactGaps(people: SeenPeople): readonly ContactGap[] {
  const { roles, contactRoles, contacts } = people;
  const gaps: readonly ContactGap[] = [
    ...projectRoles.flatMap((role): readonly ContactGap[] => {
      const [first] = roles[role].filter((contactId) => isPresent(people, contactId));
      if (first === undefined) return [{ severity: severityOf([role]), kind: 'nobody', role }];
      const contact = contacts.get(first);
      return contact !== undefined && !isReachable(contact) ? [{ severity: severityOf([role]), kind: 'unreachable', contactId: first, role }] : [];
    }),
    ...everyHolder(roles).flatMap((contactId): readonly ContactGap[] => {
      if (isPresent(people, contactId)) return [];
      const held = rolesOf(roles, contactId);
      return [{ severity: severityOf(held), kind: contacts.has(contactId) ? 'elsewhere' : 'gone', contactId, roles: held }];
    }),
    ...contactRoles.flatMap(({ id, contactId, dealId }): readonly ContactGap[] =>
      contacts.has(contactId) ? [] : [{ severity: 'hint', kind: 'roleOfGone', contactRoleId: id, contactId, dealId }],
    ),
  ];
  return [...gaps].sort((a, b) => Number(a.severity === 'hint') - Number(b.severity === 'hint'));
}

/** How the contacts of a client's projects stand, for lists. */
export interface ContactStanding {
  /** That cannot wait. */
  readonly gaps: number;
  readonly hints: number;
  /** In one of the projects at least. */
  readonly noDecisionMaker: boolean;
}

/** Of all the client's projects together. @param projects the gaps of each. */
export function contactStanding(projects: readonly (readonly ContactGap[])[]): ContactStanding {
  const gaps = projects.flat();
  return {
    gaps: gaps.filter(({ severity }) => severity === 'error').length,
    hints: gaps.filter(({ severity }) => severity === 'hint').length,
    noDecisionMaker: gaps.some((gap) => gap.kind === 'nobody' && gap.role === 'decisionMaker'),
  };
}
