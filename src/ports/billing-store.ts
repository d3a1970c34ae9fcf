import type { BillingDocument } from '../domain/billing-document';
import type { LineId, ProjectId } from '../domain/ids';
import type { PlainDate } from '../domain/plain-date';

/** Invoices, credit notes and acceptance protocols of one project. */
export interface BillingBook {
  /** Counts changes, so that two of them cannot cross; 0 before the first. */
  readonly revision: number;
  /** By the day on which each is due. */
  readonly documents: readonly BillingDocument[];
}

export interface BillingChange {
  readonly put: readonly BillingDocument[];
  readonly remove: readonly LineId[];
}

export interface BillingStore {
  book(projectId: ProjectId): Promise<BillingBook>;
  /**
   * Changes a book that is still at that revision, as many documents at once as storage takes; a change that broke off is there
   * in part, and doing it again completes it.
   * @throws StoreConflict when the book changed meanwhile.
   */
  change(projectId: ProjectId, revision: number, change: BillingChange): Promise<void>;
  /** What is not settled and due by that day, of all projects, the longest overdue first, at most so many. */
  due(upTo: PlainDate, most: number): Promise<readonly { readonly projectId: ProjectId; readonly document: BillingDocument }[]>;
}
