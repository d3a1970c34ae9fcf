import { useId, useState, type ReactNode } from 'react';
import { billingDocumentKinds } from '../../../src/domain/billing-document';
import { isDealId } from '../../../src/domain/ids';
import { csvOf } from '../../page/csv';
import { download } from '../../page/download';
import { useProjectScreen } from '../project-screen';
import { DocumentLine } from './document-line';
import type { Book } from './money-view';
import { shownDocuments, states, type WantedDocuments } from './shown-documents';

/** More lines than these are shown when they are asked for. */
const atOnce = 50;

/** The documents, what needs somebody first. */
export function DocumentList({ book, onBook, onAskAgain }: { readonly book: Book; readonly onBook: (book: Book) => void; readonly onAskAgain: () => void }): ReactNode {
  const { t } = useProjectScreen();
  const [wanted, setWanted] = useState<WantedDocuments>({ kind: null, state: null, dealId: null });
  const [most, setMost] = useState(atOnce);
  const id = useId();
  const { documents, today, deals } = book;
  if (documents.length === 0) {
    return (
      <div className="empty">
        <h2>{t('money.none.title')}</h2>
        <p>{t(book.mayEdit ? 'money.none.body' : 'money.none.reader')}</p>
      </div>
    );
  }
  const shown = shownDocuments(documents, wanted, today);
  const names = new Map(deals.map((deal) => [deal.id, deal.name]));
  const save = (): void =>
    download('rozliczenia.csv', csvOf([
      ['kind', 'number', 'deal', 'amount', 'currency', 'issued', 'due', 'settled'],
      ...shown.map(({ kind, number, dealId, amount, currency, issuedOn, dueOn, settledOn }) => [kind, number, names.get(dealId) ?? dealId, amount, currency, issuedOn, dueOn, settledOn ?? '']),
    ]));
  return (
    <>
      <div className="money-filters">
        <div className="field">
          <label htmlFor={`${id}-state`}>{t('money.state')}</label>
          <select id={`${id}-state`} className="input" value={wanted.state ?? ''} onChange={(event) => setWanted({ ...wanted, state: states.find((one) => one === event.target.value) ?? null })}>
            <option value="">{t('money.every')}</option>
            {states.map((one) => <option key={one} value={one}>{t(`money.state.${one}`)}</option>)}
          </select>
        </div>
        <div className="field">
          <label htmlFor={`${id}-kind`}>{t('money.kind')}</label>
          <select id={`${id}-kind`} className="input" value={wanted.kind ?? ''} onChange={(event) => setWanted({ ...wanted, kind: billingDocumentKinds.find((one) => one === event.target.value) ?? null })}>
            <option value="">{t('money.every')}</option>
            {billingDocumentKinds.map((one) => <option key={one} value={one}>{t(`money.kind.${one}`)}</option>)}
          </select>
        </div>
        {deals.length > 1 && (
          <div className="field">
            <label htmlFor={`${id}-deal`}>{t('money.deal')}</label>
            <select id={`${id}-deal`} className="input" value={wanted.dealId ?? ''} onChange={(event) => setWanted({ ...wanted, dealId: isDealId(event.target.value) ? event.target.value : null })}>
              <option value="">{t('money.every')}</option>
              {deals.map((deal) => <option key={deal.id} value={deal.id}>{deal.name}</option>)}
            </select>
          </div>
        )}
        <button type="button" className="button" onClick={save}>{t('money.export')}</button>
      </div>
      {shown.length === 0 ? (
        <p className="empty-line">{t('money.noneShown')}</p>
      ) : (
        <ol className="money-documents">
          {shown.slice(0, most).map((document) => <DocumentLine key={document.id} book={book} document={document} dealName={deals.length > 1 ? (names.get(document.dealId) ?? '') : ''} onBook={onBook} onAskAgain={onAskAgain} />)}
        </ol>
      )}
      {shown.length > most && <button type="button" className="button" onClick={() => setMost(most + atOnce)}>{t('money.more', { count: shown.length - most })}</button>}
    </>
  );
}
