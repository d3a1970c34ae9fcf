import { useState, type ReactNode } from 'react';
import { readBilling } from '../../../src/contract/billing';
import { Asking } from '../../page/asking';
import { call } from '../../shared/client';
import { Note } from '../../shared/note';
import { useAnswer } from '../../shared/use-answer';
import { useProjectScreen } from '../project-screen';
import { DocumentForm } from './document-form';
import { DocumentList } from './document-list';
import { ImportCard } from './import-card';
import './money.css';
import { MoneySums } from './money-sums';
import type { Book } from './money-view';

const ask = () => call(readBilling, {});

/** Money: invoices, credit notes and acceptance protocols of the project's deals, and what of them is overdue. */
export function MoneySection(): ReactNode {
  const { t } = useProjectScreen();
  const { asked, askAgain, replace } = useAnswer<Book>(ask);
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{t('section.money')}</h1>
          <p className="subtle">{t('money.about')}</p>
        </div>
      </header>
      {asked.kind === 'refused' && asked.error.code === 'forbidden' ? (
        <Note kind="information" title={t('money.hidden.title')}>{t('margin.burn.body')}</Note>
      ) : (
        <Asking asked={asked} onRetry={askAgain}>{(book) => <MoneyBook book={book} onBook={replace} onAskAgain={askAgain} />}</Asking>
      )}
    </>
  );
}

type Doing = { readonly kind: 'nothing' } | { readonly kind: 'adding' } | { readonly kind: 'importing' };

function MoneyBook({ book, onBook, onAskAgain }: { readonly book: Book; readonly onBook: (book: Book) => void; readonly onAskAgain: () => void }): ReactNode {
  const { t } = useProjectScreen();
  const [doing, setDoing] = useState<Doing>({ kind: 'nothing' });
  const stop = (): void => setDoing({ kind: 'nothing' });
  const done = (changed: Book): void => {
    stop();
    onBook(changed);
  };
  return (
    <>
      <MoneySums book={book} />
      {book.mayEdit && book.deals.length === 0 && <Note kind="information" title={t('money.noDeal.title')}>{t('money.noDeal.body')}</Note>}
      {book.mayEdit && book.deals.length > 0 && doing.kind === 'nothing' && (
        <div className="actions">
          <button type="button" className="button button-primary" onClick={() => setDoing({ kind: 'adding' })}>{t('money.add')}</button>
          <button type="button" className="button" onClick={() => setDoing({ kind: 'importing' })}>{t('money.import')}</button>
        </div>
      )}
      {doing.kind === 'adding' && <DocumentForm book={book} document={null} onSaved={done} onCancel={stop} onAskAgain={onAskAgain} />}
      {doing.kind === 'importing' && <ImportCard book={book} onBook={onBook} onClose={stop} onAskAgain={onAskAgain} />}
      <DocumentList book={book} onBook={onBook} onAskAgain={onAskAgain} />
    </>
  );
}
