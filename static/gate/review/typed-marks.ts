import { criteriaLimits, type Finding, type Mark } from '../../../src/domain/gate-criteria';
import type { LineId } from '../../../src/domain/ids';
import type { OpenedCriterion } from '../gate-view';

/** How a criterion is settled so far. */
export interface TypedMark {
  readonly kind: Mark['kind'] | null;
  readonly reason: string;
}

/** By the criterion's id: the checklist can be another once the evidence is gathered again. */
export type TypedMarks = Readonly<Record<string, TypedMark>>;

export interface MarkProblem {
  readonly criterionId: LineId;
  readonly code: 'unsettled' | 'reasonMissing' | 'reasonTooLong';
}

interface ReadMarks {
  readonly marks: readonly { readonly criterionId: LineId; readonly mark: Mark }[];
  readonly problems: readonly MarkProblem[];
}

/** What a person can say of a criterion: what the app found met needs no word, and what it found not met can only be waived. */
export function choicesFor(finding: Finding | null): readonly Mark['kind'][] {
  if (finding === 'met') return [];
  return finding === 'notMet' ? ['notMet', 'waived'] : ['met', 'notMet', 'waived'];
}

/** The mark that holds: what the app found stands before what was chosen under an earlier finding. */
export function markOf(typed: TypedMarks, { criterion, finding }: OpenedCriterion): TypedMark {
  const chosen = typed[criterion.id] ?? { kind: null, reason: '' };
  if (finding === 'met') return { ...chosen, kind: 'met' };
  return finding === 'notMet' && chosen.kind !== 'waived' ? { ...chosen, kind: 'notMet' } : chosen;
}

/** Reads the checklist, or says everything that still stands in the way. */
export function readMarks(typed: TypedMarks, criteria: readonly OpenedCriterion[]): ReadMarks {
  const read = criteria.map((one): { readonly criterionId: LineId; readonly mark?: Mark; readonly code?: MarkProblem['code'] } => {
    const criterionId = one.criterion.id;
    const { kind, reason } = markOf(typed, one);
    if (kind === null) return { criterionId, code: 'unsettled' };
    if (kind !== 'waived') return { criterionId, mark: { kind } };
    const said = reason.trim();
    if (said === '') return { criterionId, code: 'reasonMissing' };
    return said.length > criteriaLimits.reason ? { criterionId, code: 'reasonTooLong' } : { criterionId, mark: { kind, reason: said } };
  });
  return {
    marks: read.flatMap(({ criterionId, mark }) => (mark === undefined ? [] : [{ criterionId, mark }])),
    problems: read.flatMap(({ criterionId, code }) => (code === undefined ? [] : [{ criterionId, code }])),
  };
}

/** What is not met and not waived: it keeps a go from being given. */
export const notMet = (typed: TypedMarks, criteria: readonly OpenedCriterion[]): readonly OpenedCriterion[] =>
  criteria.filter((one) => markOf(typed, one).kind === 'notMet');
