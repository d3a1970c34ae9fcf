import { billingLimits, billingProblem, isSame, type BillingDocument, type BillingDocumentProblem } from './billing-document';
import type { LineId } from './ids';
import type { PlainDate } from './plain-date';

/** A document as a file or a form gives it. */
export type GivenDocument = Omit<BillingDocument, 'id'>;

export interface BillingImport {
  readonly added: readonly BillingDocument[];
  readonly changed: readonly BillingDocument[];
  readonly unchanged: number;
  /** By the place of the row. */
  readonly refused: readonly { readonly row: number; readonly problem: BillingDocumentProblem | 'tooMany' }[];
}

/**
 * What comes of a list of documents: one with a number that is there already changes it, so that the same list twice changes nothing.
 * @param newId gives each added document its id.
 */
export function planImport(existing: readonly BillingDocument[], rows: readonly GivenDocument[], today: PlainDate, newId: () => LineId): BillingImport {
  const [added, changed]: [BillingDocument[], BillingDocument[]] = [[], []];
  const refused: BillingImport['refused'][number][] = [];
  const seen: GivenDocument[] = [];
  let unchanged = 0;
  for (const [row, given] of rows.entries()) {
    const problem = billingProblem(given, seen, today);
    if (problem !== undefined) {
      refused.push({ row, problem });
      continue;
    }
    seen.push(given);
    const before = existing.find((one) => isSame(one, given));
    if (before === undefined) {
      if (existing.length + added.length >= billingLimits.documents) refused.push({ row, problem: 'tooMany' });
      else added.push({ ...given, number: given.number.trim(), id: newId() });
    } else if (saysSame(before, given)) unchanged += 1;
    else changed.push({ ...given, number: before.number, id: before.id });
  }
  return { added, changed, unchanged, refused };
}

const saysSame = (a: GivenDocument, b: GivenDocument): boolean =>
  a.amount === b.amount && a.currency === b.currency && a.issuedOn === b.issuedOn && a.dueOn === b.dueOn && a.settledOn === b.settledOn;
