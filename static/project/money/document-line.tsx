import { useState, type ReactNode } from 'react';
import { removeDocument, saveDocument } from '../../../src/contract/billing';
import { daysLate, stateOf, type BillingDocument, type BillingDocumentState } from '../../../src/domain/billing-document';
import { call } from '../../shared/client';
import { ErrorNote } from '../../shared/error-note';
import type { IconName } from '../../shared/icon';
import { Lozenge, type Tone } from '../../shared/lozenge';
import { useAction } from '../../shared/use-action';
import { useProjectScreen } from '../project-screen';
import { DocumentForm } from './document-form';
import type { Book } from './money-view';

const looks: Readonly<Record<BillingDocumentState, { readonly tone: Tone; readonly icon: IconName }>> = {
  overdue: { tone: 'danger', icon: 'error' },
  dueSoon: { tone: 'warning', icon: 'clock' },
  open: { tone: 'neutral', icon: 'minus' },
  settled: { tone: 'success', icon: 'check' },
};

interface DocumentLineProperties {
  readonly book: Book;
  readonly document: BillingDocument;
  /** Empty where the project has one deal alone. */
  readonly dealName: string;
  readonly onBook: (book: Book) => void;
  readonly onAskAgain: () => void;
}

/** One document: what it is, how it stands, and what can be done with it. */
export function DocumentLine({ book, document, dealName, onBook, onAskAgain }: DocumentLineProperties): ReactNode {
  const { t, format } = useProjectScreen();
  const [doing, setDoing] = useState<'nothing' | 'editing' | 'removing'>('nothing');
  const { busy, error, run } = useAction();
  const { id, ...given } = document;
  const state = stateOf(document, book.today);
  const late = daysLate(document, book.today);
  const settle = (settledOn: typeof document.settledOn): void => void run(() => call(saveDocument, { revision: book.revision, id, document: { ...given, settledOn } }), onBook);
  const remove = (): void => void run(() => call(removeDocument, { revision: book.revision, id }), onBook);
  if (doing === 'editing') {
    return (
      <li>
        <DocumentForm
          book={book}
          document={document}
          onSaved={(changed) => {
            setDoing('nothing');
            onBook(changed);
          }}
          onCancel={() => setDoing('nothing')}
          onAskAgain={onAskAgain}
        />
      </li>
    );
  }
  return (
    <li className="money-document">
      <div className="money-what">
        <strong>{t(`money.kind.${document.kind}`)} <bdi>{document.number}</bdi></strong>
        {dealName !== '' && <span className="small"><bdi>{dealName}</bdi></span>}
      </div>
      <span className="money-amount">{format.sum(document.amount, document.currency)}</span>
      <div className="money-days">
        <Lozenge {...looks[state]}>{late > 0 ? t('money.late', { count: late }) : t(`money.state.${state}`)}</Lozenge>
        <span className="small">
          {t('money.line.issued', { date: format.date(document.issuedOn) })} · {document.settledOn === null ? t('money.line.due', { date: format.date(document.dueOn) }) : t('money.line.settled', { date: format.date(document.settledOn) })}
        </span>
        {state === 'overdue' && <span className="small">{t(`money.chase.${document.kind}`)}</span>}
      </div>
      {book.mayEdit && (
        <div className="actions">
          {document.settledOn === null ? (
            <button type="button" className="button" disabled={busy} onClick={() => settle(book.today)}>{t(document.kind === 'protocol' ? 'money.sign' : 'money.settle')}<span className="unseen"> {document.number}</span></button>
          ) : (
            <button type="button" className="button button-link" disabled={busy} onClick={() => settle(null)}>{t('money.unsettle')}<span className="unseen"> {document.number}</span></button>
          )}
          <button type="button" className="button button-link" disabled={busy} onClick={() => setDoing('editing')}>{t('money.edit')}<span className="unseen"> {document.number}</span></button>
          {doing === 'removing' ? (
            <>
              <button type="button" className="button button-danger" disabled={busy} onClick={remove}>{t('money.removeSure')}</button>
              <button type="button" className="button" disabled={busy} onClick={() => setDoing('nothing')}>{t('cancel')}</button>
            </>
          ) : (
            <button type="button" className="button button-link" disabled={busy} onClick={() => setDoing('removing')}>{t('money.remove')}<span className="unseen"> {document.number}</span></button>
          )}
        </div>
      )}
      {error !== null && <ErrorNote error={error} onRetry={onAskAgain} />}
    </li>
  );
}
