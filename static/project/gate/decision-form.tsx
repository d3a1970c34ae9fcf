import { useId, useRef, useState, type FormEvent, type ReactNode } from 'react';
import type { AnswerError } from '../../../src/contract/answer';
import { decideReview } from '../../../src/contract/gate';
import { gateLimits, type GateReview, type Verdict } from '../../../src/domain/gate';
import { isPlainDate } from '../../../src/domain/plain-date';
import { call } from '../../shared/client';
import { ErrorNote } from '../../shared/error-note';
import { Icon, type IconName } from '../../shared/icon';
import { useProjectScreen } from '../project-screen';
import { ConditionFields } from './condition-fields';
import { emptyCondition, readDecision, type FieldProblem, type TypedDecision } from './typed-decision';

interface DecisionFormProperties {
  readonly review: GateReview;
  readonly guidelinesVersion: number | null;
  readonly onDecided: () => void;
  readonly onOvertaken: () => void;
  readonly onCancel: () => void;
}

const kinds = ['go', 'conditionalGo', 'noGo'] as const satisfies readonly Verdict['kind'][];
const icons: Record<Verdict['kind'], IconName> = { go: 'check', conditionalGo: 'conditions', noGo: 'cross' };

/** The account manager's decision: it is signed and never edited, so nothing is sent before it is whole. */
export function DecisionForm({ review, guidelinesVersion, onDecided, onOvertaken, onCancel }: DecisionFormProperties): ReactNode {
  const { t, format, now } = useProjectScreen();
  const [typed, setTyped] = useState<TypedDecision>({ kind: null, reason: '', conditions: [emptyCondition()], validUntil: '' });
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AnswerError | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const id = useId();

  const change = (part: Partial<TypedDecision>): void => setTyped((before) => ({ ...before, ...part }));
  const problemOf = (field: string): string | undefined => {
    const found = problems.find((one) => one.field === field);
    return found === undefined ? undefined : t(`decision.problem.${found.code}`, { limit: found.limit ?? 0 });
  };

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const read = readDecision(typed, format.today(now()));
    setProblems(read.problems);
    if (read.decision === undefined) {
      // The first faulty field is found once the problems are on the screen.
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    setBusy(true);
    setError(null);
    const answer = await call(decideReview, { reviewId: review.id, ...read.decision });
    setBusy(false);
    if (answer.ok) onDecided();
    else setError(answer.error);
  };

  const reasonProblem = problemOf('reason');
  const validProblem = problemOf('validUntil');
  const kindProblem = problemOf('kind');
  return (
    <form ref={form} className="decision" onSubmit={(event) => void submit(event)} noValidate aria-label={t('gate.decideIssue', { issue: review.deliverable.issueKey })}>
      <fieldset aria-describedby={kindProblem === undefined ? undefined : `${id}-kind`}>
        <legend>{t('decision.verdict')}</legend>
        <div className="choices">
          {kinds.map((kind, place) => (
            <label key={kind} className={`choice choice-${kind}`}>
              <input
                type="radio"
                name={`${id}-verdict`}
                checked={typed.kind === kind}
                onChange={() => change({ kind })}
                aria-invalid={kindProblem !== undefined && place === 0 ? true : undefined}
              />
              <span className="choice-name"><Icon name={icons[kind]} />{t(`gate.${kind}`)}</span>
              <span className="small">{t(`decision.${kind}`)}</span>
            </label>
          ))}
        </div>
        {kindProblem !== undefined && <p id={`${id}-kind`} className="problem"><Icon name="error" />{kindProblem}</p>}
      </fieldset>
      {typed.kind === 'conditionalGo' && (
        <ConditionFields
          conditions={typed.conditions}
          earliest={format.today(now())}
          onChange={(conditions) => change({ conditions })}
          problemOf={problemOf}
        />
      )}
      <div className="field">
        <label htmlFor={`${id}-reason`}>{t('decision.reason')}</label>
        <textarea
          id={`${id}-reason`}
          className="input"
          dir="auto"
          rows={4}
          value={typed.reason}
          onChange={(event) => change({ reason: event.target.value })}
          aria-invalid={reasonProblem === undefined ? undefined : true}
          aria-describedby={`${id}-reason-help`}
        />
        <p id={`${id}-reason-help`} className={reasonProblem === undefined ? 'small' : 'problem'}>
          {reasonProblem !== undefined && <Icon name="error" />}
          {reasonProblem ?? t('decision.reasonHelp', { count: gateLimits.reason - typed.reason.trim().length })}
        </p>
      </div>
      {typed.kind !== 'noGo' && (
        <div className="field short">
          <label htmlFor={`${id}-valid`}>{t('decision.validUntil')}</label>
          <input
            id={`${id}-valid`}
            type="date"
            className="input"
            min={format.today(now())}
            value={typed.validUntil}
            onChange={(event) => change({ validUntil: event.target.value })}
            aria-invalid={validProblem === undefined ? undefined : true}
            aria-describedby={`${id}-valid-help`}
          />
          <p id={`${id}-valid-help`} className={validProblem === undefined ? 'small' : 'problem'}>
            {validProblem !== undefined && <Icon name="error" />}
            {validProblem ?? (isPlainDate(typed.validUntil) ? t('decision.validUntilDate', { date: format.date(typed.validUntil) }) : t('decision.validUntilHelp'))}
          </p>
        </div>
      )}
      <p className="small">{guidelinesVersion === null ? t('decision.signatureWithout') : t('decision.signature', { version: guidelinesVersion })}</p>
      {error !== null && (error.code === 'notWaiting' ? <ErrorNote error={error} onRetry={onOvertaken} /> : <ErrorNote error={error} />)}
      <div className="actions">
        <button type="submit" className="button button-primary" disabled={busy}>{t(busy ? 'saving' : 'decision.submit')}</button>
        <button type="button" className="button" onClick={onCancel} disabled={busy}>{t('cancel')}</button>
      </div>
    </form>
  );
}
