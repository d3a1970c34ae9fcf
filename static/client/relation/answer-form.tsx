import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { isPlainDate, type PlainDate } from '../../../src/domain/plain-date';
import { relationLimits, relationProblem, type RelationFact } from '../../../src/domain/relation';
import { useClientScreen } from '../client-screen';
import type { TypedProblem } from './typed-fact';

type Need = Extract<RelationFact, { readonly kind: 'need' }>;

interface AnswerFormProperties {
  readonly fact: Need;
  readonly today: PlainDate;
  readonly busy: boolean;
  readonly onChange: (fact: Need) => void;
  readonly onCancel: () => void;
}

/** How a client's need was answered, and when; an answer that is taken back leaves the need open. */
export function AnswerForm({ fact, today, busy, onChange, onCancel }: AnswerFormProperties): ReactNode {
  const { t } = useClientScreen();
  const id = useId();
  const [text, setText] = useState(fact.answer?.text ?? '');
  const [on, setOn] = useState<string>(fact.answer?.on ?? today);
  const [problem, setProblem] = useState<TypedProblem | null>(null);
  const save = (event: FormEvent): void => {
    event.preventDefault();
    if (!isPlainDate(on)) return setProblem('dayMissing');
    const answered = { ...fact, answer: { on, text } };
    const found = relationProblem(answered, today);
    setProblem(found ?? null);
    if (found === undefined) onChange(answered);
  };
  return (
    <form className="question" onSubmit={save} noValidate>
      <div className="relation-fields">
        <div className="field">
          <label htmlFor={`${id}-day`}>{t('relation.answer.day')}</label>
          <input id={`${id}-day`} className="input" type="date" min={fact.on} max={today} value={on} onChange={(event) => setOn(event.target.value)} />
        </div>
        <div className="field relation-text">
          <label htmlFor={`${id}-text`}>{t('relation.answer.text')}</label>
          <input id={`${id}-text`} className="input" type="text" autoComplete="off" maxLength={relationLimits.text} value={text} aria-invalid={problem !== null} aria-describedby={problem === null ? undefined : `${id}-problem`} onChange={(event) => setText(event.target.value)} />
        </div>
        {problem !== null && <p id={`${id}-problem`} className="problem" role="alert">{t(`relation.problem.${problem}`)}</p>}
      </div>
      <div className="actions">
        <button type="submit" className="button button-primary" disabled={busy}>{t(busy ? 'saving' : 'relation.answer.save')}</button>
        {fact.answer !== null && <button type="button" className="button" disabled={busy} onClick={() => onChange({ ...fact, answer: null })}>{t('relation.answer.takeBack')}</button>}
        <button type="button" className="button" disabled={busy} onClick={onCancel}>{t('cancel')}</button>
      </div>
    </form>
  );
}
