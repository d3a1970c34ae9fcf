import { useId, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { saveDocument } from '../../../src/contract/documents';
import { documentLimits } from '../../../src/domain/formal-document';
import type { ClientId } from '../../../src/domain/ids';
import { call } from '../../shared/client';
import { ErrorNote } from '../../shared/error-note';
import { useAction } from '../../shared/use-action';
import { useClientScreen } from '../client-screen';
import type { DocumentsView, DocumentView } from './documents-view';
import { FileChoice } from './file-choice';
import { readByHand, typedFrom, type ByHandField, type TypedByHand } from './typed-by-hand';

interface ByHandFormProperties {
  readonly row: DocumentView;
  readonly view: DocumentsView;
  /** What the document is called, with its deal. */
  readonly name: string;
  readonly clientId: ClientId;
  readonly onSaved: (view: DocumentsView) => void;
  readonly onCancel: () => void;
  readonly onAskAgain: () => void;
}

const needs: readonly TypedByHand['need'][] = ['byStage', 'needed', 'notNeeded'];

/** What only a person knows of a document: which file it is, when it was signed, until when it holds, and whether it is needed. */
export function ByHandForm({ row, view, name, clientId, onSaved, onCancel, onAskAgain }: ByHandFormProperties): ReactNode {
  const { t } = useClientScreen();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState<TypedByHand>(() => typedFrom(row.byHand));
  const [tried, setTried] = useState(false);
  const { busy, error, run } = useAction();
  const read = readByHand(typed, view.today);
  const problem = tried && 'field' in read ? read : undefined;
  const change = (changes: Partial<TypedByHand>): void => setTyped({ ...typed, ...changes });
  const save = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if ('field' in read) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    void run(() => call(saveDocument, { clientId, requirement: row.requirement, dealId: row.deal?.id ?? null, revision: row.revision, byHand: read.byHand }), onSaved);
  };
  const field = (key: ByHandField, type: 'text' | 'date'): ReactNode => (
    <div className="field">
      <label htmlFor={`${id}-${key}`}>{t(`documents.field.${key}`)}</label>
      <input id={`${id}-${key}`} className="input" type={type} autoComplete="off" maxLength={documentLimits.because} value={typed[key]} aria-invalid={problem?.field === key} aria-describedby={problem?.field === key ? `${id}-${key}-problem` : undefined} onChange={(event) => change({ [key]: event.target.value })} />
      {problem?.field === key && <p id={`${id}-${key}-problem`} className="problem">{t(`documents.problem.${problem.problem}`)}</p>}
    </div>
  );
  return (
    <form ref={form} className="document-form" onSubmit={save} noValidate aria-label={t('documents.form', { name })}>
      <div className="field">
        <label htmlFor={`${id}-need`}>{t('documents.field.need')}</label>
        {/* The reader has just asked for this form. */}
        {/* eslint-disable-next-line jsx-a11y/no-autofocus */}
        <select id={`${id}-need`} className="input" autoFocus value={typed.need} onChange={(event) => change({ need: needs.find((one) => one === event.target.value) ?? 'byStage' })}>
          {needs.map((one) => <option key={one} value={one}>{t(`documents.need.${one}`)}</option>)}
        </select>
      </div>
      {typed.need === 'notNeeded' ? field('because', 'text') : (
        <>
          <FileChoice id={`${id}-file`} view={view} chosen={typed.fileId} onChoose={(fileId) => change({ fileId })} />
          {field('signedOn', 'date')}
          {field('validUntil', 'date')}
        </>
      )}
      {error !== null && <ErrorNote error={error} onRetry={onAskAgain} />}
      <div className="actions">
        <button type="submit" className="button button-primary" disabled={busy}>{t(busy ? 'saving' : 'save')}</button>
        <button type="button" className="button" disabled={busy} onClick={onCancel}>{t('cancel')}</button>
      </div>
    </form>
  );
}
