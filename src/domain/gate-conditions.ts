import type { LineId } from './ids';
import type { Person } from './person';
import type { Instant, PlainDate } from './plain-date';

/** What a conditional go asks for: by whom, and by when. */
export interface Condition {
  readonly id: LineId;
  readonly text: string;
  readonly owner: string;
  readonly dueOn: PlainDate;
}

/** The decision itself is never edited, so what becomes of its conditions is kept beside it. */
export interface MetCondition {
  readonly conditionId: LineId;
  readonly by: Person;
  readonly at: Instant;
}

export type ConditionState = 'open' | 'met' | 'overdue';

/** How a condition stands: it is overdue from the day behind its date on. */
export function conditionState({ id, dueOn }: Condition, met: readonly MetCondition[], today: PlainDate): ConditionState {
  if (met.some(({ conditionId }) => conditionId === id)) return 'met';
  return dueOn < today ? 'overdue' : 'open';
}
