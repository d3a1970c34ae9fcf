import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { fileRelation } from '../../../src/contract/relation';
import type { ClientId, LineId } from '../../../src/domain/ids';
import type { PlainDate } from '../../../src/domain/plain-date';
import { newId } from '../../shared/new-id';
import { call } from '../../shared/client';
import { ErrorNote } from '../../shared/error-note';
import { useAction } from '../../shared/use-action';
import { useClientScreen } from '../client-screen';
import { FactFields } from './fact-fields';
import type { RelationLog } from './relation-view';
import { freshFact, readFact, type TypedFact, type TypedProblem } from './typed-fact';

interface QuickLineProperties {
  readonly clientId: ClientId;
  readonly today: PlainDate;
  readonly onLog: (log: RelationLog) => void;
  readonly onAskAgain: () => void;
}

/** One line of the log: Enter files it, and the next one can be written at once. */
export function QuickLine({ clientId, today, onLog, onAskAgain }: QuickLineProperties): ReactNode {
  const { t } = useClientScreen();
  const [typed, setTyped] = useState<TypedFact>(() => freshFact(today));
  const [problem, setProblem] = useState<TypedProblem | null>(null);
  const { busy, error, run } = useAction();
  const field = useRef<HTMLInputElement>(null);
  // The same fact sent again keeps its id, so that an answer that was lost files nothing twice.
  const sent = useRef<{ readonly id: LineId; readonly what: string } | null>(null);
  const file = (event: FormEvent): void => {
    event.preventDefault();
    if (busy) return;
    const read = readFact(typed, today);
    setProblem('problem' in read ? read.problem : null);
    if ('problem' in read) return;
    const what = JSON.stringify(read.fact);
    sent.current = sent.current?.what === what ? sent.current : { id: newId(), what };
    void run(
      () => call(fileRelation, { clientId, id: sent.current?.id ?? newId(), fact: read.fact }),
      (log) => {
        sent.current = null;
        // Several things are often said on one day, so the day and the kind stay.
        setTyped({ ...typed, text: '', score: '', place: '' });
        onLog(log);
        field.current?.focus();
      },
    );
  };
  return (
    <form className="card" onSubmit={file} noValidate>
      <h2>{t('relation.add')}</h2>
      <FactFields typed={typed} onTyped={setTyped} problem={problem} today={today} textField={field} />
      {error !== null && <ErrorNote error={error} onRetry={onAskAgain} />}
      <div className="actions relation-file">
        <button type="submit" className="button button-primary">{t(busy ? 'saving' : 'relation.file')}</button>
        <p className="small">{t('relation.help')}</p>
      </div>
    </form>
  );
}
