import type { ClientContact, ContactRole } from './client-contact';
import type { ContactId } from './ids';
import type { Instant } from './plain-date';

/** What people at a client's do for a project, the weightiest first. */
export const projectRoles = ['decisionMaker', 'escalation', 'product', 'finance', 'technical'] as const;
export type ProjectRole = (typeof projectRoles)[number];

/** Who plays a role, whom one turns to first at the head. */
export type RoleHolders = Readonly<Record<ProjectRole, readonly ContactId[]>>;

/** Who is who at the client's, of one project. It names contacts by their ids alone. */
export interface ContactStructure {
  /** 0 while nobody has set anything. */
  readonly revision: number;
  readonly roles: RoleHolders;
  /** Contacts that have nothing to do with the project, whatever Salesforce says. */
  readonly leftOut: readonly ContactId[];
  /** Contact roles are being written to Salesforce, until then at the latest; null when nobody writes. */
  readonly writingUntil: Instant | null;
}

export const contactLimits = { inRole: 20, leftOut: 200 } as const;

export const nobody: RoleHolders = { decisionMaker: [], escalation: [], product: [], finance: [], technical: [] };
export const initialStructure: ContactStructure = { revision: 0, roles: nobody, leftOut: [], writingUntil: null };

/** Role by role, in the order of `projectRoles`. */
export const holdersOf = (make: (role: ProjectRole) => readonly ContactId[]): RoleHolders => ({
  decisionMaker: make('decisionMaker'),
  escalation: make('escalation'),
  product: make('product'),
  finance: make('finance'),
  technical: make('technical'),
});

/** The contact's roles in the project, the weightiest first. */
export const rolesOf = (roles: RoleHolders, contactId: ContactId): readonly ProjectRole[] => projectRoles.filter((role) => roles[role].includes(contactId));

/** Every contact with a role, each once. */
export const everyHolder = (roles: RoleHolders): readonly ContactId[] => [...new Set(projectRoles.flatMap((role) => roles[role]))];

/** Contacts of a structure with each once in a role, and nobody both in a role and left out. */
export const isOrderly = ({ roles, leftOut }: Pick<ContactStructure, 'roles' | 'leftOut'>): boolean =>
  projectRoles.every((role) => new Set(roles[role]).size === roles[role].length && roles[role].length <= contactLimits.inRole) &&
  new Set(leftOut).size === leftOut.length &&
  leftOut.length <= contactLimits.leftOut &&
  everyHolder(roles).every((contactId) => !leftOut.includes(contactId));

const standard: Readonly<Record<string, ProjectRole | null>> = {
  'decision maker': 'decisionMaker',
  'economic decision maker': 'decisionMaker',
  'economic buyer': 'finance',
  'executive sponsor': 'escalation',
  'technical buyer': 'technical',
  'business user': 'product',
  evaluator: null,
  influencer: null,
  other: null,
};

/**
 * A first proposal for a value of `OpportunityContactRole.Role`: Salesforce's standard values first, then an organisation's own by
 * their wording. Undecided values such as Influencer are nobody's role in a project.
 */
export function suggestProjectRole(value: string | null): ProjectRole | null {
  if (value === null) return null;
  const name = value.trim().toLowerCase();
  if (Object.hasOwn(standard, name)) return standard[name] ?? null;
  if (/escal|eskal|sponsor/.test(name)) return 'escalation';
  if (/decision|decyz|decyd/.test(name)) return 'decisionMaker';
  if (/financ|finans|econom|ekonom|budget|budżet|account(?:s|ing) |księg|procure|zakup/.test(name)) return 'finance';
  if (/techn|architect|architekt|developer|programist/.test(name)) return 'technical';
  if (/product|produkt|business|biznes/.test(name)) return 'product';
  return null;
}

/** A contact whom Salesforce has in a role of the project's deals and whom nobody has put anywhere yet. */
export interface Newcomer {
  readonly contactId: ContactId;
  readonly suggested: ProjectRole | null;
}

export interface MergedStructure {
  /** Nobody has set anything: the roles are what Salesforce's contact roles come to. */
  readonly isProposal: boolean;
  readonly roles: RoleHolders;
  /** Those of Salesforce that are in no role and not left out. */
  readonly newcomers: readonly Newcomer[];
}

/**
 * What the app keeps together with what Salesforce has. Before anybody set anything, Salesforce's contact roles are the structure; from
 * then on what was set stands, and whom Salesforce has besides is news that waits for a person.
 * @param contacts those that still exist.
 */
export function mergeStructure(kept: ContactStructure, contactRoles: readonly ContactRole[], contacts: ReadonlyMap<ContactId, ClientContact>): MergedStructure {
  const seen = [...contactRoles].filter(({ contactId }) => contacts.has(contactId) && !kept.leftOut.includes(contactId)).sort((a, b) => Number(b.isPrimary) - Number(a.isPrimary));
  const isProposal = kept.revision === 0;
  const proposed = (role: ProjectRole): readonly ContactId[] =>
    [...new Set(seen.flatMap((one) => (suggestProjectRole(one.role) === role ? one.contactId : [])))].slice(0, contactLimits.inRole);
  const roles = isProposal ? holdersOf(proposed) : kept.roles;
  const placed = new Set(everyHolder(roles));
  const newcomers = new Map<ContactId, Newcomer>();
  for (const { contactId, role } of seen) {
    const suggested = newcomers.get(contactId)?.suggested ?? suggestProjectRole(role);
    if (!placed.has(contactId)) newcomers.set(contactId, { contactId, suggested });
  }
  return { isProposal, roles, newcomers: [...newcomers.values()] };
}
