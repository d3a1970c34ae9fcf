import { stateOf, type BillingDocument, type BillingDocumentKind, type BillingDocumentState } from '../../../src/domain/billing-document';
import type { DealId } from '../../../src/domain/ids';
import type { PlainDate } from '../../../src/domain/plain-date';

export interface WantedDocuments {
  readonly kind: BillingDocumentKind | null;
  readonly state: BillingDocumentState | null;
  readonly dealId: DealId | null;
}

const order: readonly BillingDocumentState[] = ['overdue', 'dueSoon', 'open', 'settled'];
export const states = order;

/** What needs somebody first: overdue, soon due, open by their due days; what is settled last, the newest of it first. */
export function shownDocuments(documents: readonly BillingDocument[], { kind, state, dealId }: WantedDocuments, today: PlainDate): readonly BillingDocument[] {
  return documents
    .filter((one) => (kind === null || one.kind === kind) && (dealId === null || one.dealId === dealId) && (state === null || stateOf(one, today) === state))
    .map((one) => ({ one, rank: order.indexOf(stateOf(one, today)) }))
    .sort((a, b) => a.rank - b.rank || (a.one.settledOn === null ? compare(a.one.dueOn, b.one.dueOn) : compare(b.one.settledOn ?? '', a.one.settledOn)) || compare(a.one.number, b.one.number))
    .map(({ one }) => one);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
