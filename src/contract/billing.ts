import * as z from 'zod/mini';
import { billingDocumentKinds, billingLimits } from '../domain/billing-document';
import { whenFirstUsed } from '../domain/when-first-used';
import { total } from './margin';
import { operation } from './operation';
import { currency, dealId, lineId, nothing, plainDate, projectId } from './values';

const given = {
  dealId: () => dealId(),
  kind: () => z.enum(billingDocumentKinds),
  number: () => z.string().check(z.minLength(1), z.maxLength(billingLimits.number)),
  amount: () => total(),
  currency: () => currency(),
  issuedOn: () => plainDate(),
  dueOn: () => plainDate(),
  settledOn: () => z.nullable(plainDate()),
};
const shape = () => ({ dealId: given.dealId(), kind: given.kind(), number: given.number(), amount: given.amount(), currency: given.currency(), issuedOn: given.issuedOn(), dueOn: given.dueOn(), settledOn: given.settledOn() });
const givenDocument = whenFirstUsed(() => z.strictObject(shape()));
const document = whenFirstUsed(() => z.strictObject({ id: lineId(), ...shape() }));
const revision = () => z.int().check(z.minimum(0));

const book = whenFirstUsed(() => z.strictObject({
  revision: revision(),
  /** The company's own day, by which a document is overdue. */
  today: plainDate(),
  mayEdit: z.boolean(),
  deals: z.array(z.strictObject({ id: dealId(), name: z.string() })),
  documents: z.array(document()),
}));

/** A project's invoices, credit notes and acceptance protocols. */
export const readBilling = operation({ name: 'billing.read', policy: 'seeMargin', place: 'project', request: nothing, answer: book });

/** Adds a document, or changes the one with that id. `conflict` when the book changed meanwhile, `notFound` when the deal is not the project's. */
export const saveDocument = operation({
  name: 'billing.save',
  policy: 'setGuidelines',
  place: 'project',
  request: () => z.strictObject({ revision: revision(), id: z.nullable(lineId()), document: givenDocument() }),
  answer: book,
});

/** An invoice was paid, or a protocol signed, on that day. `notFound` where there is no such document, `invalidRequest` for a day that cannot be. */
export const settleDocument = operation({ name: 'billing.settle', policy: 'setGuidelines', place: 'project', request: () => z.strictObject({ documentId: lineId(), settledOn: plainDate() }), answer: nothing });

export const removeDocument = operation({
  name: 'billing.remove',
  policy: 'setGuidelines',
  place: 'project',
  request: () => z.strictObject({ revision: revision(), id: lineId() }),
  answer: book,
});

const problem = whenFirstUsed(() => z.enum(['numberMissing', 'numberTooLong', 'amountSign', 'dueBeforeIssue', 'settledBeforeIssue', 'settledInFuture', 'twice', 'tooMany', 'otherDeal']));

/** Adds and changes many at once; a row that is refused keeps the others from nothing. The same rows twice change nothing the second time. */
export const importDocuments = operation({
  name: 'billing.import',
  policy: 'setGuidelines',
  place: 'project',
  request: () => z.strictObject({ revision: revision(), rows: z.array(givenDocument()).check(z.minLength(1), z.maxLength(billingLimits.rows)) }),
  answer: () => z.strictObject({
    book: book(),
    added: z.int(),
    changed: z.int(),
    unchanged: z.int(),
    refused: z.array(z.strictObject({ row: z.int(), problem: problem() })),
  }),
});

/** What is overdue or due within a week, in every project whose money the caller may see, the longest overdue first. */
export const readDue = operation({
  name: 'portfolio.due',
  policy: 'ownProjects',
  place: 'site',
  request: nothing,
  answer: () => z.strictObject({
    today: plainDate(),
    hasMore: z.boolean(),
    documents: z.array(z.strictObject({ projectId: projectId(), project: z.nullable(z.strictObject({ key: z.string(), name: z.string() })), document: document() })),
  }),
});
