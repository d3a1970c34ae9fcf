import { gateLimits, type Verdict } from '../../../src/domain/gate';
import type { Condition } from '../../../src/domain/gate-conditions';
import type { LineId } from '../../../src/domain/ids';
import { isPlainDate, type PlainDate } from '../../../src/domain/plain-date';
import { newId } from '../../shared/new-id';

/** A decision while it is written: whatever was typed so far. */
export interface TypedDecision {
  readonly kind: Verdict['kind'] | null;
  readonly reason: string;
  readonly conditions: readonly TypedCondition[];
  readonly validUntil: string;
}

export interface TypedCondition {
  readonly id: LineId;
  readonly text: string;
  readonly owner: string;
  readonly dueOn: string;
}

export interface FieldProblem {
  /** `kind`, `reason`, `validUntil`, `conditions`, or `<condition id>.text` and so on. */
  readonly field: string;
  readonly code: 'noVerdict' | 'notMet' | 'missing' | 'tooLong' | 'notADate' | 'past' | 'tooMany';
  readonly limit?: number;
}

interface Decided {
  readonly verdict: Verdict;
  readonly reason: string;
  readonly validUntil: PlainDate | null;
}

interface ReadDecision {
  /** undefined while there are problems. */
  readonly decision: Decided | undefined;
  readonly problems: readonly FieldProblem[];
}

export const emptyCondition = (text = ''): TypedCondition => ({ id: newId(), text, owner: '', dueOn: '' });

/** The conditions with one for each text that none of them has yet; a row that nobody wrote in gives way. */
export function withConditions(conditions: readonly TypedCondition[], texts: readonly string[]): readonly TypedCondition[] {
  const written = conditions.filter(({ text, owner, dueOn }) => `${text}${owner}${dueOn}` !== '');
  const missing = texts.filter((text) => !written.some((one) => one.text === text));
  const all = [...written, ...missing.map((text) => emptyCondition(text))];
  return all.length === 0 ? [emptyCondition()] : all.slice(0, Math.max(written.length, gateLimits.conditions));
}

/**
 * Reads what was typed, or says everything that still stands in the way.
 * @param notMet how many criteria are neither met nor waived: none may be for a go.
 */
export function readDecision(typed: TypedDecision, today: PlainDate, notMet: number): ReadDecision {
  const problems: FieldProblem[] = [];
  const text = (field: string, value: string, longest: number): string => {
    const trimmed = value.trim();
    if (trimmed === '') problems.push({ field, code: 'missing' });
    if (trimmed.length > longest) problems.push({ field, code: 'tooLong', limit: longest });
    return trimmed;
  };
  const condition = (one: TypedCondition): Condition[] => {
    const [words, owner] = [text(`${one.id}.text`, one.text, gateLimits.conditionText), text(`${one.id}.owner`, one.owner, gateLimits.owner)];
    const { id, dueOn } = one;
    if (isPlainDate(dueOn) && dueOn >= today) return [{ id, text: words, owner, dueOn }];
    problems.push({ field: `${id}.dueOn`, code: dueOn === '' ? 'missing' : isPlainDate(dueOn) ? 'past' : 'notADate' });
    return [];
  };
  const verdict = (): Verdict | undefined => {
    if (typed.kind !== 'conditionalGo') return typed.kind === null ? undefined : { kind: typed.kind };
    if (typed.conditions.length === 0) problems.push({ field: 'conditions', code: 'missing' });
    if (typed.conditions.length > gateLimits.conditions) problems.push({ field: 'conditions', code: 'tooMany', limit: gateLimits.conditions });
    return { kind: 'conditionalGo', conditions: typed.conditions.flatMap(condition) };
  };

  const chosen = verdict();
  if (chosen === undefined) problems.push({ field: 'kind', code: 'noVerdict' });
  if (typed.kind === 'go' && notMet > 0) problems.push({ field: 'kind', code: 'notMet' });
  const reason = text('reason', typed.reason, gateLimits.reason);
  const validUntil = typed.kind === 'noGo' || typed.validUntil === '' ? null : typed.validUntil;
  const isDay = validUntil === null || isPlainDate(validUntil);
  if (!isDay) problems.push({ field: 'validUntil', code: 'notADate' });
  else if (validUntil !== null && validUntil < today) problems.push({ field: 'validUntil', code: 'past' });
  return {
    decision: problems.length === 0 && chosen !== undefined && isDay ? { verdict: chosen, reason, validUntil } : undefined,
    problems,
  };
}
