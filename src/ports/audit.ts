import type { AccountId, ClientId, DealId, ProjectId } from '../domain/ids';
import type { Instant } from '../domain/plain-date';
import type { SyncReason } from '../domain/signal';

export interface AuditRecord {
  readonly at: Instant;
  /** What happened, by a stable name such as `entry.created`. */
  readonly event: string;
  /** By what: a person's account id, or a signal. */
  readonly by: AccountId | SyncReason;
  readonly details: Readonly<Record<string, string>>;
}

export interface AuditTrail {
  append(subject: `deal:${DealId}` | `project:${ProjectId}` | `client:${ClientId}` | 'company', records: readonly AuditRecord[]): Promise<void>;
  /** Newest first; `before` is where an earlier page ended. */
  read(subject: `deal:${DealId}` | `project:${ProjectId}` | `client:${ClientId}` | 'company', most: number, before: string | null): Promise<{ readonly records: readonly AuditRecord[]; readonly next: string | null }>;
}
