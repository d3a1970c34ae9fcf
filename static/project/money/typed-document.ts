import { billingProblem, type BillingDocument, type BillingDocumentKind, type BillingDocumentProblem } from '../../../src/domain/billing-document';
import type { GivenDocument } from '../../../src/domain/billing-import';
import type { DealId } from '../../../src/domain/ids';
import type { Currency } from '../../../src/domain/money';
import { isPlainDate, type PlainDate } from '../../../src/domain/plain-date';
import { parseTotal } from './parse-total';

/** A document as it is being typed. */
export interface TypedDocument {
  readonly dealId: DealId;
  readonly kind: BillingDocumentKind;
  readonly number: string;
  readonly amount: string;
  readonly currency: Currency;
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly settledOn: string;
}

export type DocumentField = 'number' | 'amount' | 'issuedOn' | 'dueOn' | 'settledOn';
export interface TypedProblem {
  readonly field: DocumentField;
  readonly problem: BillingDocumentProblem | 'noAmount' | 'noDay';
}

const fields: Readonly<Record<BillingDocumentProblem, DocumentField>> = {
  numberMissing: 'number',
  numberTooLong: 'number',
  twice: 'number',
  amountSign: 'amount',
  dueBeforeIssue: 'dueOn',
  settledBeforeIssue: 'settledOn',
  settledInFuture: 'settledOn',
};

/** Reads what was typed; a credit note may be typed without its sign. @param others those of the project without this one. */
export function readDocument(typed: TypedDocument, others: readonly BillingDocument[], today: PlainDate): { readonly document: GivenDocument } | TypedProblem {
  const { dealId, kind, number, currency, issuedOn, dueOn, settledOn } = typed;
  const amount = parseTotal(kind === 'creditNote' && !/^\s*[-\u2212]/.test(typed.amount) ? `-${typed.amount}` : typed.amount);
  if (number.trim() === '') return { field: 'number', problem: 'numberMissing' };
  if (amount === undefined) return { field: 'amount', problem: 'noAmount' };
  if (!isPlainDate(issuedOn)) return { field: 'issuedOn', problem: 'noDay' };
  if (!isPlainDate(dueOn)) return { field: 'dueOn', problem: 'noDay' };
  if (settledOn !== '' && !isPlainDate(settledOn)) return { field: 'settledOn', problem: 'noDay' };
  const document = { dealId, kind, number: number.trim(), amount, currency, issuedOn, dueOn, settledOn: settledOn === '' ? null : settledOn };
  const problem = billingProblem(document, others, today);
  return problem === undefined ? { document } : { field: fields[problem], problem };
}
