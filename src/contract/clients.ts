import * as z from 'zod/mini';
import { documentRequirements } from '../domain/document-rules';
import { whenFirstUsed } from '../domain/when-first-used';
import { margin, maybeTotal } from './margin';
import { operation } from './operation';
import { client, clientId, currency, dealId, dealStage, instant, language, money, nothing, person, plainDate, projectId } from './values';

export const revision = whenFirstUsed(() => z.int().check(z.minimum(0)));
export const clientFailure = whenFirstUsed(() => z.enum(['notConnected', 'unauthorised', 'refused', 'missing', 'rejected', 'rateLimited', 'unavailable', 'unexpectedAnswer', 'unexpected']));
/** What every operation of a client's file asks for at least. */
export const ofClient = whenFirstUsed(() => z.strictObject({ clientId: clientId() }));

const listed = whenFirstUsed(() => z.strictObject({
  client: client(),
  manager: z.nullable(person()),
  isMine: z.boolean(),
  projects: z.int(),
  /** Null while nobody could look. */
  documents: z.nullable(z.strictObject({
    percent: z.int(),
    missing: z.int(),
    renewals: z.array(z.strictObject({ requirement: z.enum(documentRequirements), dealId: z.nullable(dealId()), until: plainDate() })),
    asOf: instant(),
  })),
  checkedAt: z.nullable(instant()),
  failure: z.nullable(clientFailure()),
}));

/** Every client whose file the caller may see, by name. */
export const readClients = operation({ name: 'clients.list', policy: 'ownProjects', place: 'site', request: nothing, answer: () => z.strictObject({ clients: z.array(listed()) }) });

const file = whenFirstUsed(() => z.strictObject({
  client: client(),
  manager: z.nullable(person()),
  mayEdit: z.boolean(),
  mayValidate: z.boolean(),
  recordsAt: z.nullable(z.string()),
  settings: z.strictObject({ revision: revision(), language: z.nullable(language()), companyLanguage: language() }),
  deals: z.array(z.strictObject({
    id: dealId(), name: z.string(), projectId: projectId(), stage: z.nullable(dealStage()), stageName: z.string(),
    amount: z.nullable(money()), closeDate: z.nullable(plainDate()), probability: z.nullable(z.number()),
  })),
  /** What its projects come to, a line a currency; of those whose costs the reader may see. */
  money: z.array(z.strictObject({ currency: z.nullable(currency()), projects: z.int(), unknown: z.int(), budget: maybeTotal(), cost: maybeTotal(), revenue: maybeTotal(), margin: margin() })),
  projects: z.array(z.strictObject({ projectId: projectId(), project: z.nullable(z.strictObject({ key: z.string(), name: z.string() })) })),
}));

/** A client's deals, projects and settings. `notFound` when the caller may not see the client. */
export const readClient = operation({ name: 'clients.read', policy: 'ownProjects', place: 'site', request: ofClient, answer: file });

/**
 * Looks at the client now rather than at the day's look, for whoever has just put something right; `failure` says what kept it from being read,
 * and then what stood before still stands. `notFound` when the caller may not see the client, `forbidden` when they may not write in its file.
 */
export const lookAgain = operation({
  name: 'clients.lookAgain',
  policy: 'ownProjects',
  place: 'site',
  request: ofClient,
  answer: () => z.strictObject({ failure: z.nullable(clientFailure()) }),
});

/** In which language reports and updates for the client are written; null is the company's. `conflict` when somebody else changed it meanwhile. */
export const setClientLanguage = operation({
  name: 'clients.setLanguage',
  policy: 'ownProjects',
  place: 'site',
  request: () => z.strictObject({ clientId: clientId(), revision: revision(), language: z.nullable(language()) }),
  answer: file,
});

/** Whose deals are linked to the project, the first linked first. */
export const readProjectClients = operation({
  name: 'clients.ofProject',
  policy: 'setGuidelines',
  place: 'project',
  request: nothing,
  answer: () => z.strictObject({ clients: z.array(client()) }),
});
