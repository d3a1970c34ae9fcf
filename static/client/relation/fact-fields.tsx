import { useId, type ReactNode, type RefObject } from 'react';
import type { PlainDate } from '../../../src/domain/plain-date';
import { relationKinds, relationLimits, scoreText, type Satisfaction } from '../../../src/domain/relation';
import { useClientScreen } from '../client-screen';
import { choiceOf, scoreChoices, type TypedFact, type TypedProblem } from './typed-fact';

interface FactFieldsProperties {
  readonly typed: TypedFact;
  readonly onTyped: (typed: TypedFact) => void;
  readonly problem: TypedProblem | null;
  readonly today: PlainDate;
  /** The field in which the fact is written. */
  readonly textField?: RefObject<HTMLInputElement>;
}

/** The fields of one fact on one line: what, when and what was said. */
export function FactFields({ typed, onTyped, problem, today, textField }: FactFieldsProperties): ReactNode {
  const { t } = useClientScreen();
  const id = useId();
  const change = (changes: Partial<TypedFact>): void => onTyped({ ...typed, ...changes });
  const at = problem === null ? null : problem === 'dayMissing' || problem === 'inFuture' ? 'day' : problem === 'scoreMissing' || problem === 'scoreOutside' ? 'score' : 'text';
  const described = (field: typeof at) => ({ 'aria-invalid': at === field, 'aria-describedby': at === field ? `${id}-problem` : undefined });
  return (
    <div className="relation-fields">
      <div className="field">
        <label htmlFor={`${id}-kind`}>{t('relation.kind')}</label>
        <select id={`${id}-kind`} className="input" value={typed.kind} onChange={(event) => change({ kind: relationKinds.find((one) => one === event.target.value) ?? typed.kind })}>
          {relationKinds.map((kind) => <option key={kind} value={kind}>{t(`relation.kind.${kind}`)}</option>)}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}-day`}>{t('relation.day')}</label>
        <input id={`${id}-day`} className="input" type="date" max={today} value={typed.on} {...described('day')} onChange={(event) => change({ on: event.target.value })} />
      </div>
      {typed.kind === 'satisfaction' && (
        <div className="field">
          <label htmlFor={`${id}-score`}>{t('relation.score')}</label>
          <select id={`${id}-score`} className="input" value={typed.score} {...described('score')} onChange={(event) => change({ score: event.target.value })}>
            <option value="">{t('relation.score.choose')}</option>
            <optgroup label={t('relation.score.five')}>{scoreChoices.five.map(option)}</optgroup>
            <optgroup label={t('relation.score.nps')}>{scoreChoices.nps.map(option)}</optgroup>
          </select>
        </div>
      )}
      <div className="field relation-text">
        <label htmlFor={`${id}-text`}>{t(`relation.text.${typed.kind}`)}</label>
        <input ref={textField} id={`${id}-text`} className="input" type="text" autoComplete="off" maxLength={relationLimits.text} value={typed.text} {...described('text')} onChange={(event) => change({ text: event.target.value })} />
      </div>
      {typed.kind === 'reference' && (
        <div className="field relation-text">
          <label htmlFor={`${id}-place`}>{t('relation.place')}</label>
          <input id={`${id}-place`} className="input" type="text" autoComplete="off" maxLength={relationLimits.text} value={typed.place} onChange={(event) => change({ place: event.target.value })} />
        </div>
      )}
      {problem !== null && <p id={`${id}-problem`} className="problem" role="alert">{t(`relation.problem.${problem}`)}</p>}
    </div>
  );
}

const option = (score: Satisfaction): ReactNode => <option key={choiceOf(score)} value={choiceOf(score)}>{scoreText(score)}</option>;
