import type { Subject } from '../domain/attention/attention-item';
import type { PortfolioRow } from '../domain/attention/portfolio-row';
import type { Snoozes } from '../domain/attention/snooze';
import type { AccountId } from '../domain/ids';
import type { Instant, PlainDate } from '../domain/plain-date';
import type { Company } from './settings-store';

/** Some rows, and where the next ones begin. */
export interface RowPage {
  readonly rows: readonly PortfolioRow[];
  /** Null behind the last. */
  readonly next: string | null;
}

export type RowList = { readonly of: 'manager'; readonly accountId: AccountId } | { readonly of: 'all'; readonly kind: PortfolioRow['kind'] };

/** Something of a project or a client changed since its row was made. */
export interface Touched {
  readonly subject: Subject;
  /** Another one each time, so that a change during a look is not lost. */
  readonly token: number;
}

/** What lists over all projects and clients show, a row each. */
export interface PortfolioStore {
  /** What a reader's list needs besides rows, in one read. */
  reader(accountId: AccountId): Promise<{ readonly snoozes: Snoozes; readonly company: Company }>;
  row(subject: Subject): Promise<PortfolioRow | undefined>;
  /** At most a hundred rows in one read, the most urgent first. @param after what an earlier page gave as next. */
  page(list: RowList, after: string | null): Promise<RowPage>;
  /** Keeps the row as the next revision. @param today by which it is sorted. @throws StoreConflict when it changed since it was read. */
  save(row: PortfolioRow, today: PlainDate): Promise<void>;
  remove(subject: Subject): Promise<void>;
  /** Notes that the row is to be made anew. */
  touch(subject: Subject): Promise<void>;
  /** What was touched, the longest ago first, at most so many. */
  touched(most: number): Promise<readonly Touched[]>;
  /** Forgets the touch, unless there was another one meanwhile. */
  settle(touched: Touched): Promise<void>;
  /** Subjects whose rows were made before an instant, the oldest first, at most so many. */
  madeBefore(instant: Instant, most: number): Promise<readonly Subject[]>;
}
