import type { Evidence } from './gate-evidence';
import type { LineId } from './ids';

/** What the app can look up by itself. */
export const automaticChecks = ['workDone', 'noBlockers', 'acknowledged', 'onSchedule', 'withinHours'] as const;
export type AutomaticCheck = (typeof automaticChecks)[number];

/** A line of a project's checklist. */
export interface Criterion {
  readonly id: LineId;
  readonly text: string;
  /** What the app finds out about it; null where a person has to say. */
  readonly check: AutomaticCheck | null;
}

export type Finding = 'met' | 'notMet' | 'unknown';

/** How the account manager settles a criterion. */
export type Mark = { readonly kind: 'met' } | { readonly kind: 'notMet' } | { readonly kind: 'waived'; readonly reason: string };

/** A criterion as it was when the decision was made. */
export interface SettledCriterion {
  readonly criterion: Criterion;
  /** null where the app cannot check it. */
  readonly finding: Finding | null;
  readonly mark: Mark;
}

/** What the app finds out; unknown where what it would compare is not there. */
export function findingOf(check: AutomaticCheck, { work, guidelines, schedule, hours }: Evidence): Finding {
  const met = (isMet: boolean): Finding => (isMet ? 'met' : 'notMet');
  switch (check) {
    case 'workDone':
      return met(work.toDo + work.inProgress === 0);
    case 'noBlockers':
      return met(work.blockers.length === 0);
    case 'acknowledged':
      return guidelines === null ? 'unknown' : met(guidelines.acknowledged.length > 0 && guidelines.behind.length === 0);
    case 'onSchedule':
      return schedule.end === null || schedule.expectedOn === null ? 'unknown' : met(schedule.expectedOn <= schedule.end);
    case 'withinHours':
      return hours === null ? 'unknown' : met(hours.planned <= hours.budget);
  }
}

export type CriterionProblem = 'unsettled' | 'contradicted' | 'reasonMissing';

/**
 * What is wrong with a mark. What the app itself found cannot be said to be otherwise, only waived with a reason.
 * @param finding null where the app cannot check the criterion.
 */
export function markProblem(mark: Mark | undefined, finding: Finding | null): CriterionProblem | undefined {
  if (mark === undefined) return 'unsettled';
  if (mark.kind === 'waived') return mark.reason.trim() === '' ? 'reasonMissing' : undefined;
  return finding !== null && finding !== 'unknown' && finding !== mark.kind ? 'contradicted' : undefined;
}

/** A go needs every criterion met or waived; the conditions of a conditional go, and a no-go, are there for what is not. */
export const isSatisfied = (settled: readonly SettledCriterion[]): boolean => settled.every(({ mark }) => mark.kind !== 'notMet');

export const criteriaLimits = { criteria: 40, text: 300, reason: 500 } as const;
