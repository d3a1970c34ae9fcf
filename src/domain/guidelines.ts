import type { DealId, LineId } from './ids';
import type { Money } from './money';
import type { Person } from './person';
import type { Instant, PlainDate } from './plain-date';

export interface Budget {
  readonly amount: Money;
  readonly hours: number;
  /** Target operating margin in whole per cent. */
  readonly targetMargin: number;
  /** What the client pays for, in words. */
  readonly billable: string;
}

export interface Milestone {
  readonly id: LineId;
  readonly name: string;
  readonly date: PlainDate;
}

export interface Schedule {
  readonly start: PlainDate;
  readonly end: PlainDate;
  readonly milestones: readonly Milestone[];
}

export interface Scope {
  /** In one sentence. */
  readonly goal: string;
  readonly inScope: string;
  readonly outOfScope: string;
}

/** The order in the list is the meaning. */
export interface Priority {
  readonly id: LineId;
  readonly text: string;
}

/** Who a project needs. A named person also has the role in which they are needed: it stands in for them while the deal is negotiated. */
export interface StaffingLine {
  readonly id: LineId;
  readonly role: string;
  readonly person: Person | null;
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** Minutes a working day, in quarters of an hour. */
  readonly minutesPerDay: number;
  /** The deal that the line was sold with; null follows the project's first deal. */
  readonly dealId: DealId | null;
}

/** Complete guidelines: nothing else can be published. */
export interface Guidelines {
  readonly budget: Budget;
  readonly schedule: Schedule;
  readonly scope: Scope;
  readonly priorities: readonly Priority[];
  readonly staffing: readonly StaffingLine[];
}

/** A published version: numbered from 1, never changed. */
export interface GuidelinesVersion {
  readonly version: number;
  readonly publishedAt: Instant;
  readonly publishedBy: Person;
  readonly guidelines: Guidelines;
  /** The scope change that it was published by agreeing to; absent where it was written as guidelines. */
  readonly change?: { readonly id: LineId; readonly title: string };
}

/** A PO or PM has read a version. */
export interface Acknowledgement {
  readonly person: Person;
  readonly version: number;
  readonly at: Instant;
}

export const limits = {
  goal: 500,
  longText: 5_000,
  shortText: 200,
  milestones: 50,
  priorities: 30,
  staffing: 200,
  hours: 1_000_000,
  minutesPerDay: 24 * 60,
} as const;

export const defaultTargetMargin = 40;
