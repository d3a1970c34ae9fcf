import { useId, useState, type ChangeEvent, type ReactNode } from 'react';
import { importDocuments } from '../../../src/contract/billing';
import { billingLimits } from '../../../src/domain/billing-document';
import { planImport } from '../../../src/domain/billing-import';
import { csvOf } from '../../page/csv';
import { download } from '../../page/download';
import { call } from '../../shared/client';
import { ErrorNote } from '../../shared/error-note';
import { Note } from '../../shared/note';
import { useAction } from '../../shared/use-action';
import { newId } from '../../shared/new-id';
import { useProjectScreen } from '../project-screen';
import { csvDocuments, type CsvDocuments } from './csv-documents';
import type { Book, ImportAnswer } from './money-view';

interface ImportCardProperties {
  readonly book: Book;
  readonly onBook: (book: Book) => void;
  readonly onClose: () => void;
  readonly onAskAgain: () => void;
}

/** Documents out of a CSV file: what will come of it is shown before anything is written. */
export function ImportCard({ book, onBook, onClose, onAskAgain }: ImportCardProperties): ReactNode {
  const { t } = useProjectScreen();
  const [read, setRead] = useState<CsvDocuments>();
  const [done, setDone] = useState<ImportAnswer>();
  const { busy, error, run } = useAction();
  const id = useId();
  const choose = (event: ChangeEvent<HTMLInputElement>): void => {
    const file = event.target.files?.[0];
    setDone(undefined);
    if (file === undefined) return setRead(undefined);
    void file.text().then((text) => setRead(csvDocuments(text, book.deals)));
  };
  const template = (): void =>
    download('szablon.csv', csvOf([
      ['kind', 'number', 'deal', 'amount', 'currency', 'issued', 'due', 'settled'],
      ['invoice', 'FV/1/2026', book.deals[0]?.name ?? '', '12500.00', 'PLN', '2026-01-05', '2026-01-19', ''],
    ]));
  return (
    <section className="card" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('money.importing')}</h2>
      <p className="subtle">{t('money.import.help')}</p>
      <div className="field">
        <label htmlFor={`${id}-file`}>{t('money.import.file')}</label>
        <input id={`${id}-file`} type="file" accept=".csv,text/csv" onChange={choose} />
      </div>
      <div role="status">
        {read !== undefined && done === undefined && <Preview read={read} book={book} busy={busy} onImport={(rows) => void run(() => call(importDocuments, { revision: book.revision, rows: [...rows] }), (answer) => {
          setDone(answer);
          onBook(answer.book);
        })} />}
        {done !== undefined && <Note kind="success" title={t('money.import.done', { added: String(done.added), changed: String(done.changed), unchanged: String(done.unchanged) })} />}
      </div>
      {error !== null && <ErrorNote error={error} {...(error.code === 'conflict' ? { onRetry: onAskAgain } : {})} />}
      <div className="actions">
        <button type="button" className="button" onClick={template}>{t('money.import.template')}</button>
        <button type="button" className="button" disabled={busy} onClick={onClose}>{t('money.import.close')}</button>
      </div>
    </section>
  );
}

interface PreviewProperties {
  readonly read: CsvDocuments;
  readonly book: Book;
  readonly busy: boolean;
  readonly onImport: (rows: readonly NonNullable<Extract<CsvDocuments, { kind: 'read' }>['lines'][number]['document']>[]) => void;
}

/** Shown of what is wrong; the rest is counted. */
const mostProblems = 20;

function Preview({ read, book, busy, onImport }: PreviewProperties): ReactNode {
  const { t } = useProjectScreen();
  if (read.kind === 'empty') return <Note kind="warning" title={t('money.import.empty')} />;
  if (read.kind === 'broken') return <Note kind="error" title={t('money.import.broken', { line: String(read.line) })} />;
  if (read.kind === 'columnsMissing') return <Note kind="error" title={t('money.import.columns', { columns: read.columns.map((column) => t(`money.column.${column}`)).join(', ') })} />;
  const good = read.lines.flatMap(({ line, document }) => (document === null ? [] : [{ line, document }]));
  const plan = planImport(book.documents, good.map(({ document }) => document), book.today, newId);
  const problems = [
    ...read.lines.flatMap(({ line, problem }) => (problem === null ? [] : [{ line, text: t('money.import.wrongColumn', { column: t(`money.column.${problem}`) }) }])),
    ...plan.refused.map(({ row, problem }) => ({ line: good[row]?.line ?? 0, text: t(`money.problem.${problem}`) })),
  ].sort((a, b) => a.line - b.line);
  const refused = new Set(plan.refused.map(({ row }) => row));
  const rows = good.filter((_, row) => !refused.has(row)).map(({ document }) => document);
  const isTooLong = rows.length > billingLimits.rows;
  return (
    <div className="content">
      <p>{t('money.import.plan', { added: String(plan.added.length), changed: String(plan.changed.length), unchanged: String(plan.unchanged) })}</p>
      {problems.length > 0 && (
        <Note kind="warning" title={t('money.import.refused', { count: problems.length })}>
          <ul>
            {problems.slice(0, mostProblems).map(({ line, text }) => <li key={line}>{t('money.import.line', { line: String(line), text })}</li>)}
          </ul>
        </Note>
      )}
      {isTooLong && <Note kind="error" title={t('money.import.tooLong', { most: String(billingLimits.rows) })} />}
      <div className="actions">
        <button type="button" className="button button-primary" disabled={busy || isTooLong || plan.added.length + plan.changed.length === 0} onClick={() => onImport(rows)}>{t(busy ? 'saving' : 'money.import.do')}</button>
      </div>
    </div>
  );
}
