import type { Deal, DealStage, StageEntry } from '../../domain/deal';
import type { DealId } from '../../domain/ids';
import type { KnownDrift, LinkedDeal, SyncState } from '../../domain/linked-deal';
import type { DesiredEntry, LedgerRow } from '../../domain/plan-entry';
import type { Instant } from '../../domain/plain-date';
import type { Release, Reprieve } from '../../domain/release';
import type { SyncReason } from '../../domain/signal';
import type { AuditRecord } from '../../ports/audit';

/** How a deal's sync ended: with nothing more to do, or to be tried again at an instant. */
export interface SyncOutcome {
  readonly dealId: DealId;
  readonly retryAt: Instant | null;
}

/** What is known of a deal after a look at Salesforce and at Tempo. */
export interface Known {
  readonly deal: Deal;
  readonly history: readonly StageEntry[];
  readonly sync: SyncState;
  readonly drift: readonly KnownDrift[];
  readonly crossed: LinkedDeal['crossed'];
  readonly release: Release | null;
  readonly reprieve: Reprieve | null;
}

export type Note = (event: string, details: Readonly<Record<string, string>>) => void;
export type MakeRecord = (event: string, details: Readonly<Record<string, string>>) => AuditRecord;

/** A deal on its way through a sync. */
export interface Underway {
  readonly link: LinkedDeal;
  /** As it was when the sync began, whatever was kept of it since. */
  readonly began: LinkedDeal;
  readonly reason: SyncReason;
  /** Makes a record of the trail that is kept together with the write that it tells of. */
  readonly record: MakeRecord;
  /** Notes what is kept at the end. */
  readonly note: Note;
  readonly trail: readonly AuditRecord[];
}

/** What a deal wants of the planner. */
export interface Wanted {
  readonly underway: Underway;
  readonly known: Known;
  readonly stage: DealStage;
  readonly desired: readonly DesiredEntry[];
  readonly rows: readonly LedgerRow[];
}

/** A deal whose sync has come to its end, well or not. */
export interface Ended {
  readonly underway: Underway;
  readonly known: Known;
}
