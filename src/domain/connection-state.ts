import { addSeconds } from './calendar';
import type { SyncFailureCode } from './linked-deal';
import type { DealId } from './ids';
import type { Instant } from './plain-date';

/** What is known of how an outside system answers. */
export interface ConnectionState {
  readonly lastSuccessAt: Instant | null;
  readonly lastFailure: ConnectionFailure | null;
  /** Requests in a row that found the system down, or no answer. */
  readonly failuresInRow: number;
  /** The system is given a rest until then. */
  readonly paused: { readonly since: Instant; readonly until: Instant } | null;
  /** Calls of the last day by the hour in which they were made, the oldest first. */
  readonly hours: readonly CallsOfHour[];
  /** Tempo's: whether it tells of people's changes. */
  readonly signals: 'active' | 'inactive' | 'refused' | 'none';
}

export interface ConnectionFailure {
  readonly at: Instant;
  readonly code: Exclude<SyncFailureCode, 'unexpected'>;
  readonly detail: string;
}

export interface CallsOfHour {
  /** As YYYY-MM-DDTHH, UTC. */
  readonly hour: string;
  readonly calls: number;
  readonly errors: number;
}

/** What one invocation saw of a system. */
export interface ConnectionLesson {
  readonly calls: number;
  readonly errors: number;
  readonly lastSuccessAt: Instant | null;
  readonly lastFailure: ConnectionFailure | null;
  /** Failures after the last success. */
  readonly failuresInRow: number;
}

/** Of an organisation's API calls in 24 hours, whoever made them. */
export interface ApiBudget {
  readonly used: number;
  readonly allowed: number;
}

/** How far Salesforce's changes are known. */
export interface PollState {
  readonly polledAt: Instant | null;
  readonly nextPollAt: Instant | null;
  /** The latest change that was seen, by Salesforce's own clock; null before the first poll. */
  readonly changesUpTo: Instant | null;
  /** Changes seen around that instant, which a poll sees again because it looks back over the last one's end. */
  readonly seen: readonly { readonly id: DealId; readonly stageName: string; readonly modifiedAt: Instant; readonly isDeleted: boolean }[];
  readonly budget: (ApiBudget & { readonly at: Instant }) | null;
  readonly connection: ConnectionState;
}

export const unknownConnection: ConnectionState = { lastSuccessAt: null, lastFailure: null, failuresInRow: 0, paused: null, hours: [], signals: 'none' };

export const neverPolled: PollState = { polledAt: null, nextPollAt: null, changesUpTo: null, seen: [], budget: null, connection: unknownConnection };

/** So many failures in a row, and the system is given a rest. */
export const mostFailuresInRow = 5;
const firstRest = 30;
const longestRest = 900;
const hoursKept = 24;

/** What is known after one more invocation. A rest doubles with each further failure in a row, up to a quarter of an hour. */
export function learned(state: ConnectionState, lesson: ConnectionLesson, now: Instant): ConnectionState {
  const failuresInRow = lesson.lastSuccessAt === null ? state.failuresInRow + lesson.failuresInRow : lesson.failuresInRow;
  return {
    ...state,
    lastSuccessAt: lesson.lastSuccessAt ?? state.lastSuccessAt,
    lastFailure: lesson.lastFailure ?? state.lastFailure,
    failuresInRow,
    paused: pauseOf(state, failuresInRow, lesson, now),
    hours: withCalls(state.hours, lesson, now),
  };
}

function pauseOf(state: ConnectionState, failuresInRow: number, lesson: ConnectionLesson, now: Instant): ConnectionState['paused'] {
  if (failuresInRow < mostFailuresInRow) return null;
  if (lesson.failuresInRow === 0) return state.paused;
  const rest = Math.min(longestRest, firstRest * 2 ** Math.min(10, failuresInRow - mostFailuresInRow));
  return { since: state.paused?.since ?? now, until: addSeconds(now, rest) };
}

function withCalls(hours: readonly CallsOfHour[], { calls, errors }: ConnectionLesson, now: Instant): readonly CallsOfHour[] {
  const hour = now.slice(0, 13);
  const oldest = addSeconds(now, -hoursKept * 3600).slice(0, 13);
  const known = hours.find((one) => one.hour === hour) ?? { hour, calls: 0, errors: 0 };
  const others = hours.filter((one) => one.hour !== hour && one.hour > oldest);
  return [...others, { hour, calls: known.calls + calls, errors: known.errors + errors }];
}

/** Calls and errors of the last 24 hours. */
export function callsOfDay({ hours }: ConnectionState, now: Instant): { readonly calls: number; readonly errors: number } {
  const oldest = addSeconds(now, -hoursKept * 3600).slice(0, 13);
  const recent = hours.filter(({ hour }) => hour > oldest);
  return { calls: recent.reduce((sum, one) => sum + one.calls, 0), errors: recent.reduce((sum, one) => sum + one.errors, 0) };
}

/** Whether the system has its rest now. */
export const isPaused = ({ paused }: ConnectionState, now: Instant): boolean => paused !== null && paused.until > now;

/** The share of the day's API calls from which Salesforce is asked more seldom. */
const slowFrom = 0.8;
export const isSpent = (budget: ApiBudget | null): boolean => budget !== null && budget.allowed > 0 && budget.used >= budget.allowed * slowFrom;
