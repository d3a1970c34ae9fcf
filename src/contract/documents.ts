import * as z from 'zod/mini';
import { documentRequirements, documentRuleLimits, requiredStages, type DocumentRules } from '../domain/document-rules';
import { documentLimits, type DocumentNeed } from '../domain/formal-document';
import { whenFirstUsed } from '../domain/when-first-used';
import { clientFailure, ofClient, revision } from './clients';
import { operation } from './operation';
import { clientId, dealId, fileId, instant, nothing, plainDate } from './values';

export const documentRequirement = whenFirstUsed(() => z.enum(documentRequirements));

const need = whenFirstUsed((): z.ZodMiniType<DocumentNeed> => z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('byStage') }),
  z.strictObject({ kind: z.literal('needed') }),
  z.strictObject({ kind: z.literal('notNeeded'), because: z.string().check(z.maxLength(documentLimits.because)) }),
]));
const byHand = whenFirstUsed(() => z.strictObject({ fileId: z.nullable(fileId()), signedOn: z.nullable(plainDate()), validUntil: z.nullable(plainDate()), need: need() }));

const documents = whenFirstUsed(() => z.strictObject({
  /** The company's own day, by which a document expires. */
  today: plainDate(),
  mayEdit: z.boolean(),
  recordsAt: z.nullable(z.string()),
  /** Of what is required now; null while it is not known. */
  percent: z.nullable(z.int()),
  /** When what is shown was seen in Salesforce; null is never. */
  asOf: z.nullable(instant()),
  /** Why it could not be seen now. */
  failure: z.nullable(z.union([clientFailure(), z.literal('filesHidden')])),
  /** What needs somebody first. */
  rows: z.array(z.strictObject({
    requirement: documentRequirement(),
    deal: z.nullable(z.strictObject({ id: dealId(), name: z.string() })),
    isRequired: z.boolean(),
    requiredFrom: z.nullable(z.enum(requiredStages)),
    mustBeSigned: z.boolean(),
    state: z.nullable(z.enum(['missing', 'draft', 'signed', 'expiring', 'expired', 'notNeeded'])),
    until: z.nullable(plainDate()),
    /** The file that counts; its name is among `files` unless Salesforce could not be read. */
    fileId: z.nullable(fileId()),
    others: z.array(fileId()),
    isLinkGone: z.boolean(),
    /** Of what was said by hand; 0 while nothing was. */
    revision: revision(),
    byHand: byHand(),
  })),
  /** The newest of the client and its deals, to link one by hand. */
  files: z.array(z.strictObject({ id: fileId(), title: z.string(), extension: z.nullable(z.string()), size: z.number(), modifiedAt: instant() })),
  hasMoreFiles: z.boolean(),
}));

/** A client's formal documents; where Salesforce cannot be read, as they were last seen. */
export const readDocuments = operation({ name: 'documents.read', policy: 'ownProjects', place: 'site', request: ofClient, answer: documents });

/** `notFound` for a document that is none of the client's (any more) or, with field `fileId`, a file that is not there; `conflict` when somebody else changed it meanwhile. */
export const saveDocument = operation({
  name: 'documents.save',
  policy: 'ownProjects',
  place: 'site',
  request: () => z.strictObject({ clientId: clientId(), requirement: documentRequirement(), dealId: z.nullable(dealId()), revision: revision(), byHand: byHand() }),
  answer: documents,
});

const phrases = whenFirstUsed(() => z.array(z.string().check(z.maxLength(documentRuleLimits.phrase))).check(z.maxLength(documentRuleLimits.phrases)));
const rule = whenFirstUsed(() => z.strictObject({
  per: z.enum(['client', 'deal']),
  requiredFrom: z.nullable(z.enum(requiredStages)),
  mustBeSigned: z.boolean(),
  validMonths: z.nullable(z.int().check(z.minimum(1), z.maximum(documentRuleLimits.months))),
  phrases: phrases(),
}));
const ruleParts = {
  requirements: () => z.strictObject({ frameworkAgreement: rule(), nda: rule(), consent: rule(), order: rule(), annex: rule(), acceptanceProtocol: rule() }),
  extensions: () => z.array(z.string().check(z.maxLength(documentRuleLimits.extension))).check(z.maxLength(documentRuleLimits.extensions)),
};
const given = () => ({ requirements: ruleParts.requirements(), draftMarks: phrases(), signedMarks: phrases(), extensions: ruleParts.extensions() });
const rules = whenFirstUsed((): z.ZodMiniType<DocumentRules> => z.strictObject({ revision: revision(), ...given() }));
const givenRules = whenFirstUsed((): z.ZodMiniType<Omit<DocumentRules, 'revision'>> => z.strictObject(given()));

/** Which documents are required when, and by which names files are taken for them. */
export const readDocumentRules = operation({ name: 'settings.readDocumentRules', policy: 'administer', place: 'site', request: nothing, answer: rules });

/** `conflict` when somebody else changed them meanwhile. A client's file follows them at once, lists and the gate within a day. */
export const saveDocumentRules = operation({
  name: 'settings.saveDocumentRules',
  policy: 'administer',
  place: 'site',
  request: () => z.strictObject({ revision: revision(), rules: givenRules() }),
  answer: rules,
});
