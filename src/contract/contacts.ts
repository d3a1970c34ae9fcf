import * as z from 'zod/mini';
import { contactLimits, projectRoles } from '../domain/contact-structure';
import { whenFirstUsed } from '../domain/when-first-used';
import { clientFailure, ofClient, revision } from './clients';
import { operation } from './operation';
import { client, clientId, contactId, contactRoleId, dealId, nothing, projectId } from './values';

const projectRole = whenFirstUsed(() => z.enum(projectRoles));

const holders = whenFirstUsed(() => z.array(contactId()).check(z.maxLength(contactLimits.inRole)));
const roleHolders = whenFirstUsed(() => z.strictObject({ decisionMaker: holders(), escalation: holders(), product: holders(), finance: holders(), technical: holders() }));
const leftOut = whenFirstUsed(() => z.array(contactId()).check(z.maxLength(contactLimits.leftOut)));

const contact = whenFirstUsed(() => z.strictObject({
  id: contactId(),
  clientId: z.nullable(clientId()),
  name: z.string(),
  title: z.nullable(z.string()),
  email: z.nullable(z.string()),
  phone: z.nullable(z.string()),
}));

const severity = () => z.enum(['error', 'hint']);
const gap = whenFirstUsed(() => z.discriminatedUnion('kind', [
  z.strictObject({ severity: severity(), kind: z.literal('nobody'), role: projectRole() }),
  z.strictObject({ severity: severity(), kind: z.literal('gone'), contactId: contactId(), roles: z.array(projectRole()) }),
  z.strictObject({ severity: severity(), kind: z.literal('elsewhere'), contactId: contactId(), roles: z.array(projectRole()) }),
  z.strictObject({ severity: severity(), kind: z.literal('unreachable'), contactId: contactId(), role: projectRole() }),
  z.strictObject({ severity: severity(), kind: z.literal('roleOfGone'), contactRoleId: contactRoleId(), contactId: contactId(), dealId: dealId() }),
]));

const structure = whenFirstUsed(() => z.strictObject({
  revision: revision(),
  mayEdit: z.boolean(),
  hasContacts: z.boolean(),
  hasContactRoles: z.boolean(),
  /** Nobody has set anything: the roles are what Salesforce's contact roles come to. */
  isProposal: z.boolean(),
  recordsAt: z.nullable(z.string()),
  clients: z.array(client()),
  deals: z.array(z.strictObject({ id: dealId(), name: z.string() })),
  roles: roleHolders(),
  newcomers: z.array(z.strictObject({ contactId: contactId(), suggested: z.nullable(projectRole()) })),
  leftOut: leftOut(),
  gaps: z.array(gap()),
  /** Those in roles; for who may edit also all others of the clients. Who is missing here is gone. */
  contacts: z.array(contact()),
  /** The clients have more contacts than are shown. */
  hasMore: z.boolean(),
}));

/** Who is who at the client's in the project, with names as Salesforce has them at this moment. */
export const readContacts = operation({ name: 'contacts.read', policy: 'browseProject', place: 'project', request: nothing, answer: structure });

/** `conflict` when the structure changed meanwhile, `notFound` for a contact that is none of the project's clients'. */
export const saveContacts = operation({
  name: 'contacts.save',
  policy: 'setGuidelines',
  place: 'project',
  request: () => z.strictObject({ revision: revision(), roles: roleHolders(), leftOut: leftOut() }),
  answer: structure,
});

const state = () => z.strictObject({ role: z.nullable(z.string()), isPrimary: z.boolean() });
const step = whenFirstUsed(() => z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('create'), dealId: dealId(), contactId: contactId(), role: z.string(), isPrimary: z.boolean() }),
  z.strictObject({ kind: z.literal('change'), id: contactRoleId(), dealId: dealId(), contactId: contactId(), from: state(), to: state() }),
  z.strictObject({ kind: z.literal('remove'), id: contactRoleId(), dealId: dealId(), contactId: contactId(), role: z.nullable(z.string()), why: z.enum(['gone', 'leftOut']) }),
]));

/** Which contact roles writing to Salesforce would create, change and remove. */
export const previewWriteBack = operation({
  name: 'contacts.previewWriteBack',
  policy: 'setGuidelines',
  place: 'project',
  request: nothing,
  answer: () => z.strictObject({
    revision: revision(),
    isPossible: z.boolean(),
    /** Roles that somebody has and Salesforce has no value for. */
    withoutValue: z.array(projectRole()),
    steps: z.array(z.strictObject({ key: z.string(), step: step() })),
  }),
});

/** Carries out the steps that are named by their keys, as far as they are still due. `conflict` when the structure changed since, or somebody is writing. */
export const writeBack = operation({
  name: 'contacts.writeBack',
  policy: 'setGuidelines',
  place: 'project',
  request: () => z.strictObject({ revision: revision(), keys: z.array(z.string().check(z.maxLength(1_000))).check(z.minLength(1), z.maxLength(500)) }),
  answer: () => z.strictObject({
    outcomes: z.array(z.strictObject({ key: z.string(), outcome: z.enum(['done', 'gone', 'refused', 'valueUnknown', 'rejected', 'unsure', 'notNeeded', 'notTried']) })),
    failure: z.nullable(clientFailure()),
    /** Null where they cannot be read any more. */
    contacts: z.nullable(structure()),
  }),
});

/** Whom at the client's one turns to and for what; asked only when it is wanted. */
export const readWhoIsWho = operation({
  name: 'contacts.whoIsWho',
  policy: 'browseProject',
  place: 'issue',
  request: nothing,
  answer: () => z.strictObject({
    people: z.array(z.strictObject({ roles: z.array(projectRole()), name: z.string(), title: z.nullable(z.string()), email: z.nullable(z.string()), phone: z.nullable(z.string()) })),
    missing: z.array(projectRole()),
    hasContacts: z.boolean(),
  }),
});

/** All contacts of a client, with what each does in the client's projects. */
export const readClientPeople = operation({
  name: 'contacts.ofClient',
  policy: 'ownProjects',
  place: 'site',
  request: ofClient,
  answer: () => z.strictObject({
    hasContacts: z.boolean(),
    projects: z.array(z.strictObject({ projectId: projectId(), roles: roleHolders(), isProposal: z.boolean(), gaps: z.array(gap()) })),
    contacts: z.array(contact()),
    hasMore: z.boolean(),
  }),
});
