import { useId, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { saveDocument } from '../../../src/contract/billing';
import { addDays } from '../../../src/domain/calendar';
import { billingDocumentKinds, billingLimits, type BillingDocument } from '../../../src/domain/billing-document';
import { currencies } from '../../../src/domain/money';
import { call } from '../../shared/client';
import { ErrorNote } from '../../shared/error-note';
import { useAction } from '../../shared/use-action';
import { useProjectScreen } from '../project-screen';
import type { Book } from './money-view';
import { readDocument, type DocumentField, type TypedDocument } from './typed-document';

interface DocumentFormProperties {
  readonly book: Book;
  /** Null for a new one. */
  readonly document: BillingDocument | null;
  readonly onSaved: (book: Book) => void;
  readonly onCancel: () => void;
  readonly onAskAgain: () => void;
}

/** Days in which an invoice is usually to be paid. */
const usualTerm = 14;

/** A document to be added or changed. */
export function DocumentForm({ book, document, onSaved, onCancel, onAskAgain }: DocumentFormProperties): ReactNode {
  const { t, language } = useProjectScreen();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState<TypedDocument | undefined>(() => typedOf(book, document, language === 'pl' ? ',' : '.'));
  const [tried, setTried] = useState(false);
  const { busy, error, run } = useAction();
  if (typed === undefined) return null;
  const read = readDocument(typed, book.documents.filter((one) => one.id !== document?.id), book.today);
  const problem = tried && 'field' in read ? read : undefined;
  const change = (changes: Partial<TypedDocument>): void => setTyped({ ...typed, ...changes });
  const save = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if ('field' in read) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    void run(() => call(saveDocument, { revision: book.revision, id: document?.id ?? null, document: read.document }), onSaved);
  };
  const field = (name: DocumentField, type: 'text' | 'date', more: Readonly<Record<string, unknown>> = {}): ReactNode => (
    <div className="field">
      <label htmlFor={`${id}-${name}`}>{t(`money.${name}`)}</label>
      <input {...more} id={`${id}-${name}`} className="input" type={type} autoComplete="off" value={typed[name]} aria-invalid={problem?.field === name} aria-describedby={problem?.field === name ? `${id}-${name}-problem` : undefined} onChange={(event) => change({ [name]: event.target.value })} />
      {problem?.field === name && <p id={`${id}-${name}-problem`} className="problem">{t(`money.problem.${problem.problem}`)}</p>}
    </div>
  );
  return (
    <form ref={form} className="card" onSubmit={save} noValidate>
      <h2>{t(document === null ? 'money.adding' : 'money.editing')}</h2>
      <div className="money-form">
        <div className="field">
          <label htmlFor={`${id}-kind`}>{t('money.kind')}</label>
          <select id={`${id}-kind`} className="input" value={typed.kind} onChange={(event) => change({ kind: billingDocumentKinds.find((one) => one === event.target.value) ?? typed.kind })}>
            {billingDocumentKinds.map((one) => <option key={one} value={one}>{t(`money.kind.${one}`)}</option>)}
          </select>
        </div>
        {book.deals.length > 1 && (
          <div className="field">
            <label htmlFor={`${id}-deal`}>{t('money.deal')}</label>
            <select id={`${id}-deal`} className="input" value={typed.dealId} onChange={(event) => change({ dealId: book.deals.find((deal) => deal.id === event.target.value)?.id ?? typed.dealId })}>
              {book.deals.map((deal) => <option key={deal.id} value={deal.id}>{deal.name}</option>)}
            </select>
          </div>
        )}
        {field('number', 'text', { maxLength: billingLimits.number })}
        {field('amount', 'text', { inputMode: 'decimal' })}
        <div className="field">
          <label htmlFor={`${id}-currency`}>{t('money.currency')}</label>
          <select id={`${id}-currency`} className="input" value={typed.currency} onChange={(event) => change({ currency: currencies.find((one) => one === event.target.value) ?? typed.currency })}>
            {currencies.map((one) => <option key={one} value={one}>{one}</option>)}
          </select>
        </div>
        {field('issuedOn', 'date')}
        {field('dueOn', 'date')}
        {field('settledOn', 'date')}
      </div>
      {error !== null && <ErrorNote error={error} {...(error.code === 'conflict' ? { onRetry: onAskAgain } : {})} />}
      <div className="actions">
        <button type="submit" className="button button-primary" disabled={busy}>{t(busy ? 'saving' : 'save')}</button>
        <button type="button" className="button" disabled={busy} onClick={onCancel}>{t('cancel')}</button>
      </div>
    </form>
  );
}

/** Undefined where the project has no deal that a document could belong to. */
function typedOf({ deals, today }: Book, document: BillingDocument | null, decimal: string): TypedDocument | undefined {
  if (document !== null) {
    const { dealId, kind, number, amount, currency, issuedOn, dueOn, settledOn } = document;
    return { dealId, kind, number, amount: amount.replace('.', decimal), currency, issuedOn, dueOn, settledOn: settledOn ?? '' };
  }
  const deal = deals[0];
  return deal && { dealId: deal.id, kind: 'invoice', number: '', amount: '', currency: 'PLN', issuedOn: today, dueOn: addDays(today, usualTerm), settledOn: '' };
}
