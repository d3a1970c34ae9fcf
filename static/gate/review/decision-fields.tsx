import { useId, type ReactNode } from 'react';
import { gateLimits, type Verdict } from '../../../src/domain/gate';
import { isPlainDate } from '../../../src/domain/plain-date';
import { Icon, type IconName } from '../../shared/icon';
import { useGateScreen } from '../gate-screen';
import { ConditionFields } from './condition-fields';
import type { FieldProblem, TypedDecision } from './typed-decision';

interface DecisionFieldsProperties {
  readonly typed: TypedDecision;
  readonly problems: readonly FieldProblem[];
  /** Texts of the criteria that are neither met nor waived. */
  readonly notMet: readonly string[];
  readonly people: readonly string[];
  readonly guidelinesVersion: number | null;
  readonly onChange: (typed: TypedDecision) => void;
}

const kinds = ['go', 'conditionalGo', 'noGo'] as const satisfies readonly Verdict['kind'][];
const icons: Record<Verdict['kind'], IconName> = { go: 'check', conditionalGo: 'conditions', noGo: 'cross' };

/** The account manager's decision, which is signed and never edited. */
export function DecisionFields({ typed, problems, notMet, people, guidelinesVersion, onChange }: DecisionFieldsProperties): ReactNode {
  const { t, format, now } = useGateScreen();
  const id = useId();
  const today = format.today(now());
  const change = (part: Partial<TypedDecision>): void => onChange({ ...typed, ...part });
  const problemOf = (field: string): string | undefined => {
    const found = problems.find((one) => one.field === field);
    if (found === undefined) return undefined;
    return found.code === 'notMet' ? t('decision.problem.notMet', { count: notMet.length }) : t(`decision.problem.${found.code}`, { limit: found.limit ?? 0 });
  };
  const reasonProblem = problemOf('reason');
  const validProblem = problemOf('validUntil');
  // What keeps a go from being given is said as soon as it is chosen.
  const kindProblem = typed.kind === 'go' && notMet.length > 0 ? t('decision.problem.notMet', { count: notMet.length }) : problemOf('kind');
  return (
    <>
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
        {kindProblem !== undefined && <p id={`${id}-kind`} className="problem" role="status"><Icon name="error" />{kindProblem}</p>}
      </fieldset>
      {typed.kind === 'conditionalGo' && (
        <ConditionFields
          conditions={typed.conditions}
          earliest={today}
          notMet={notMet}
          people={people}
          onChange={(conditions) => change({ conditions })}
          problemOf={problemOf}
        />
      )}
      <div className="field">
        <label htmlFor={`${id}-reason`}>{t(typed.kind === 'noGo' ? 'decision.reasonNoGo' : 'decision.reason')}</label>
        <textarea
          id={`${id}-reason`}
          className="input"
          dir="auto"
          rows={3}
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
            min={today}
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
    </>
  );
}
