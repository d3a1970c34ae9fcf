import { addDays, daysBetween } from './calendar';
import type { DealId, LineId } from './ids';
import type { Currency } from './money';
import type { PlainDate } from './plain-date';
import { hundredthsOf, sumOf, type Total } from './total';

/** What asks the client for money, gives it back, or proves that the work was accepted. */
export type BillingDocumentKind = 'invoice' | 'creditNote' | 'protocol';

export const billingDocumentKinds = ['invoice', 'creditNote', 'protocol'] as const satisfies readonly BillingDocumentKind[];

export interface BillingDocument {
  readonly id: LineId;
  readonly dealId: DealId;
  readonly kind: BillingDocumentKind;
  /** As it is printed on it; unique within a deal and kind. */
  readonly number: string;
  /** Without tax. A credit note's is below zero; a protocol's is what was accepted. */
  readonly amount: Total;
  readonly currency: Currency;
  readonly issuedOn: PlainDate;
  /** By when an invoice is to be paid, or a protocol to be signed. */
  readonly dueOn: PlainDate;
  /** When it was; null while it was not. */
  readonly settledOn: PlainDate | null;
}

export type BillingDocumentState = 'open' | 'dueSoon' | 'overdue' | 'settled';

/** Days before the due day on which it begins to be worth a look. */
export const dueSoonDays = 7;

export function stateOf({ settledOn, dueOn }: Pick<BillingDocument, 'settledOn' | 'dueOn'>, today: PlainDate): BillingDocumentState {
  if (settledOn !== null && settledOn <= today) return 'settled';
  if (dueOn < today) return 'overdue';
  return dueOn <= addDays(today, dueSoonDays) ? 'dueSoon' : 'open';
}

/** Whole days that it is late; 0 when it is not. */
export const daysLate = (document: Pick<BillingDocument, 'settledOn' | 'dueOn'>, today: PlainDate): number =>
  stateOf(document, today) === 'overdue' ? daysBetween(document.dueOn, today) : 0;

export type BillingDocumentProblem = 'numberMissing' | 'numberTooLong' | 'amountSign' | 'dueBeforeIssue' | 'settledBeforeIssue' | 'settledInFuture' | 'twice';

export const billingLimits = { documents: 2_000, rows: 500, number: 100 } as const;

/** What stands in the way of a document, or undefined. @param others those of the project already. */
export function billingProblem(document: Omit<BillingDocument, 'id'>, others: readonly Omit<BillingDocument, 'id'>[], today: PlainDate): BillingDocumentProblem | undefined {
  const { kind, number, amount, issuedOn, dueOn, settledOn } = document;
  if (number.trim() === '') return 'numberMissing';
  if (number.length > billingLimits.number) return 'numberTooLong';
  const hundredths = hundredthsOf(amount);
  if (kind === 'creditNote' ? hundredths >= 0n : hundredths < 0n) return 'amountSign';
  if (dueOn < issuedOn) return 'dueBeforeIssue';
  if (settledOn !== null && settledOn < issuedOn) return 'settledBeforeIssue';
  if (settledOn !== null && settledOn > today) return 'settledInFuture';
  return others.some((other) => isSame(other, document)) ? 'twice' : undefined;
}

/** Whether they are the same piece of paper. */
export const isSame = (a: Pick<BillingDocument, 'dealId' | 'kind' | 'number'>, b: Pick<BillingDocument, 'dealId' | 'kind' | 'number'>): boolean =>
  a.dealId === b.dealId && a.kind === b.kind && a.number.trim().toLowerCase() === b.number.trim().toLowerCase();

/** What was invoiced, less what was given back, in one currency by day. Protocols are no money. */
export const invoicedIn = (documents: readonly BillingDocument[], currency: Currency): readonly { readonly day: PlainDate; readonly amount: Total }[] =>
  documents.filter((one) => one.kind !== 'protocol' && one.currency === currency).map(({ issuedOn, amount }) => ({ day: issuedOn, amount }));

export interface BillingSums {
  readonly currency: Currency;
  readonly invoiced: Total;
  readonly settled: Total;
  readonly overdue: Total;
}

/** Of each currency by itself, for sums of different currencies are no sum. In the order in which each was first met. */
export function billingSums(documents: readonly BillingDocument[], today: PlainDate): readonly BillingSums[] {
  const money = documents.filter(({ kind }) => kind !== 'protocol');
  return [...new Set(money.map(({ currency }) => currency))].map((currency) => {
    const of = (wanted?: BillingDocumentState): Total =>
      sumOf(money.filter((one) => one.currency === currency && (wanted === undefined || stateOf(one, today) === wanted)).map(({ amount }) => amount));
    return { currency, invoiced: of(), settled: of('settled'), overdue: of('overdue') };
  });
}
