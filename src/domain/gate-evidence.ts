import { daysBetween, weekdaysBetween } from './calendar';
import type { DeliverableWork, WorkItem } from './deliverable';
import { differences, type Change } from './difference';
import type { DocumentRequirement } from './document-rules';
import type { GateDecision } from './gate';
import type { DealId } from './ids';
import type { Acknowledgement, GuidelinesVersion, StaffingLine } from './guidelines';
import type { Person } from './person';
import type { Instant, PlainDate } from './plain-date';

/** What another part of the app would tell, and does not yet. */
export type Connected<Value> = { readonly kind: 'known'; readonly value: Value } | { readonly kind: 'notConnected' };

/** What an account manager needs to see to decide, gathered at one moment and kept with the decision as it was. */
export interface Evidence {
  readonly gatheredAt: Instant;
  readonly work: WorkEvidence;
  readonly guidelines: GuidelinesEvidence | null;
  readonly schedule: ScheduleEvidence;
  /** Hours of the published staffing on working days from Monday to Friday, beside the hours of the budget. */
  readonly hours: { readonly planned: number; readonly budget: number } | null;
  /** From the first published version, with which the work was sold, to the current one. */
  readonly scopeChanges: { readonly total: number; readonly changes: readonly Change[]; readonly deals: readonly NamedDeal[] };
  /** Formal documents that are missing, as they are called in the reader's language. */
  readonly documents: Connected<readonly MissingDocument[]>;
  /** In whole per cent. */
  readonly margin: Connected<{ readonly current: number; readonly target: number }>;
  /** The latest first. */
  readonly earlier: readonly Pick<GateDecision, 'verdict' | 'reason' | 'decidedBy' | 'decidedAt'>[];
}

/** A formal document that is required and not in force. */
export interface MissingDocument {
  readonly requirement: DocumentRequirement;
  /** Name of whoever it is of: the deal, or the client. */
  readonly of: string;
}

/** A deal that the changes may name by its id. */
export interface NamedDeal {
  readonly id: DealId;
  readonly name: string;
}

export interface WorkEvidence {
  /** The deliverable's own status by its name; null for a version. */
  readonly status: string | null;
  readonly done: number;
  readonly inProgress: number;
  readonly toDo: number;
  /** The first of what is not done. */
  readonly unfinished: readonly WorkItem[];
  readonly blockers: readonly WorkItem[];
}

export interface GuidelinesEvidence {
  readonly version: number;
  readonly publishedAt: Instant;
  readonly publishedBy: Person;
  readonly acknowledged: readonly Person[];
  /** Those who acknowledged an earlier version and not this one. */
  readonly behind: readonly Person[];
}

export interface ScheduleEvidence {
  /** When it is to be with the client: as the request says, else as Jira does. */
  readonly expectedOn: PlainDate | null;
  readonly start: PlainDate | null;
  readonly end: PlainDate | null;
  /** How much of the guidelines' time is over, 0 to 100. */
  readonly elapsedPercent: number | null;
}

const mostShown = 50;
const mostEarlier = 10;

export interface Facts {
  readonly now: Instant;
  readonly today: PlainDate;
  readonly work: DeliverableWork;
  readonly requestedFor: PlainDate | null;
  readonly current: GuidelinesVersion | undefined;
  readonly first: GuidelinesVersion | undefined;
  /** The newest version of each person first. */
  readonly acknowledgements: readonly Acknowledgement[];
  readonly earlier: readonly GateDecision[];
  /** Those of the project. */
  readonly deals: readonly NamedDeal[];
  readonly documents: Evidence['documents'];
  readonly margin: Evidence['margin'];
}

export function evidenceOf({ now, today, work, requestedFor, current, first, acknowledgements, earlier, deals, documents, margin }: Facts): Evidence {
  const changes = current === undefined || first === undefined ? [] : differences(first.guidelines, current.guidelines);
  return {
    gatheredAt: now,
    work: workEvidence(work),
    guidelines: current === undefined ? null : guidelinesEvidence(current, acknowledgements),
    schedule: scheduleEvidence(requestedFor ?? work.dueOn, current, today),
    hours: current === undefined ? null : { planned: plannedHours(current.guidelines.staffing), budget: current.guidelines.budget.hours },
    scopeChanges: { total: changes.length, changes: changes.slice(0, mostShown), deals: deals.map(({ id, name }) => ({ id, name })) },
    documents,
    margin,
    earlier: earlier.slice(0, mostEarlier).map(({ verdict, reason, decidedBy, decidedAt }) => ({ verdict, reason, decidedBy, decidedAt })),
  };
}

function workEvidence({ status, items, blockers }: DeliverableWork): WorkEvidence {
  const count = (progress: WorkItem['progress']): number => items.filter((item) => item.progress === progress).length;
  return {
    status,
    done: count('done'),
    inProgress: count('inProgress'),
    toDo: count('toDo'),
    unfinished: items.filter(({ progress }) => progress !== 'done').slice(0, mostShown),
    blockers: blockers.slice(0, mostShown),
  };
}

function guidelinesEvidence({ version, publishedAt, publishedBy }: GuidelinesVersion, acknowledgements: readonly Acknowledgement[]): GuidelinesEvidence {
  const acknowledged = acknowledgements.filter((one) => one.version === version).map(({ person }) => person);
  const isUpToDate = new Set(acknowledged.map(({ accountId }) => accountId));
  const behind = new Map(acknowledgements.filter(({ person }) => !isUpToDate.has(person.accountId)).map(({ person }) => [person.accountId, person]));
  return { version, publishedAt, publishedBy, acknowledged, behind: [...behind.values()] };
}

function scheduleEvidence(expectedOn: PlainDate | null, current: GuidelinesVersion | undefined, today: PlainDate): ScheduleEvidence {
  if (current === undefined) return { expectedOn, start: null, end: null, elapsedPercent: null };
  const { start, end } = current.guidelines.schedule;
  const whole = daysBetween(start, end) + 1;
  const over = daysBetween(start, today);
  return { expectedOn, start, end, elapsedPercent: Math.round((Math.min(whole, Math.max(0, over)) / whole) * 100) };
}

/** Whole hours, rounded up: half an hour too many is too many. */
export function plannedHours(staffing: readonly StaffingLine[]): number {
  const minutes = staffing.reduce((sum, { from, to, minutesPerDay }) => sum + weekdaysBetween(from, to) * minutesPerDay, 0);
  return Math.ceil(minutes / 60);
}
