import { useEffect, useId, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { requestReview } from '../../src/contract/gate-operations';
import { gateLimits } from '../../src/domain/gate';
import { isPlainDate } from '../../src/domain/plain-date';
import { call } from '../shared/client';
import { ErrorNote } from '../shared/error-note';
import { useAction } from '../shared/use-action';
import type { GateView } from './gate';
import { usePanel } from './use-panel';

interface RequestFormProperties {
  /** A decision opens the gate now, and a new request takes that away. */
  readonly closesGate: boolean;
  readonly onRequested: (gate: GateView) => void;
  readonly onCancel: () => void;
  readonly onOutdated: () => void;
}

/** Asks the account manager whether the issue may go to the client. What was typed stays when sending fails. */
export function RequestForm({ closesGate, onRequested, onCancel, onOutdated }: RequestFormProperties): ReactNode {
  const { t, format, now } = usePanel();
  const [note, setNote] = useState('');
  const [recipient, setRecipient] = useState('');
  const [due, setDue] = useState('');
  const { busy, error, run } = useAction();
  const noteInput = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const today = format.today(now());
  const isPast = isPlainDate(due) && due < today;

  useEffect(() => noteInput.current?.focus(), []);

  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (isPast) return;
    void run(() => call(requestReview, { note: note.trim(), recipient: recipient.trim(), dueOn: isPlainDate(due) ? due : null }), onRequested);
  };

  return (
    <form className="stack request" aria-labelledby={`${id}heading`} onSubmit={send}>
      <h3 id={`${id}heading`}>{t('request.heading')}</h3>
      <div className="field">
        <label htmlFor={`${id}note`}>
          {t('request.note')} <span className="subtle">({t('optional')})</span>
        </label>
        <textarea
          id={`${id}note`}
          className="input"
          ref={noteInput}
          dir="auto"
          rows={3}
          maxLength={gateLimits.note}
          aria-describedby={`${id}hint`}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <span id={`${id}hint`} className="small">{t('request.noteHint')}</span>
      </div>
      <div className="field">
        <label htmlFor={`${id}recipient`}>
          {t('request.recipient')} <span className="subtle">({t('optional')})</span>
        </label>
        <input
          id={`${id}recipient`}
          className="input"
          dir="auto"
          autoComplete="off"
          maxLength={gateLimits.recipient}
          value={recipient}
          onChange={(event) => setRecipient(event.target.value)}
        />
      </div>
      <div className="field narrow">
        <label htmlFor={`${id}due`}>
          {t('request.due')} <span className="subtle">({t('optional')})</span>
        </label>
        <input
          id={`${id}due`}
          className="input"
          type="date"
          min={today}
          aria-invalid={isPast}
          aria-describedby={isPast ? `${id}past` : undefined}
          value={due}
          onChange={(event) => setDue(event.target.value)}
        />
        {isPast && <span id={`${id}past`} className="field-error" role="alert">{t('request.duePast')}</span>}
      </div>
      {closesGate && <p className="small">{t('gate.closes')}</p>}
      {error !== null && <ErrorNote error={error} {...(error.code === 'alreadyWaiting' ? { onRetry: onOutdated } : {})} />}
      <div className="buttons">
        <button type="submit" className="button button-primary" disabled={busy}>
          {busy ? t('request.sending') : t('request.send')}
        </button>
        <button type="button" className="button" onClick={onCancel} disabled={busy}>{t('cancel')}</button>
      </div>
    </form>
  );
}
