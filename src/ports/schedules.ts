import type { AccountId } from '../domain/ids';
import type { PlainDate } from '../domain/plain-date';
import type { ScheduledDay } from '../domain/staffing/capacity';

/** Time that somebody has planned for a person on one day. */
export interface PlannedTime {
  readonly accountId: AccountId;
  readonly day: PlainDate;
  readonly seconds: number;
}

/** When people work, and what they are planned for. */
export interface Schedules {
  /** Each day from the first to the last, both included, once and in order. @throws OutsideError `missing` for somebody whom Tempo does not know. */
  ofPerson(accountId: AccountId, from: PlainDate, to: PlainDate): Promise<readonly ScheduledDay[]>;
  /** What people are planned for on these days, in whatever project, without entries of ours; several of one day stand beside each other. One call for 50 people, as long as they have few plans. */
  plannedFor(accountIds: readonly AccountId[], from: PlainDate, to: PlainDate): Promise<readonly PlannedTime[]>;
}
