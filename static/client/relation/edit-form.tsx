import { useState, type FormEvent, type ReactNode } from 'react';
import type { PlainDate } from '../../../src/domain/plain-date';
import type { RelationFact } from '../../../src/domain/relation';
import { useClientScreen } from '../client-screen';
import { FactFields } from './fact-fields';
import { readFact, typedOf, type TypedProblem } from './typed-fact';

interface EditFormProperties {
  readonly fact: RelationFact;
  readonly today: PlainDate;
  readonly busy: boolean;
  readonly onChange: (fact: RelationFact) => void;
  readonly onCancel: () => void;
}

/** An entry that is being changed. */
export function EditForm({ fact, today, busy, onChange, onCancel }: EditFormProperties): ReactNode {
  const { t } = useClientScreen();
  const [typed, setTyped] = useState(() => typedOf(fact));
  const [problem, setProblem] = useState<TypedProblem | null>(null);
  const save = (event: FormEvent): void => {
    event.preventDefault();
    const read = readFact(typed, today, fact.kind === 'need' ? fact.answer : null);
    setProblem('problem' in read ? read.problem : null);
    if ('fact' in read) onChange(read.fact);
  };
  return (
    <form className="question" onSubmit={save} noValidate>
      <FactFields typed={typed} onTyped={setTyped} problem={problem} today={today} />
      <div className="actions">
        <button type="submit" className="button button-primary" disabled={busy}>{t(busy ? 'saving' : 'save')}</button>
        <button type="button" className="button" disabled={busy} onClick={onCancel}>{t('cancel')}</button>
      </div>
    </form>
  );
}
