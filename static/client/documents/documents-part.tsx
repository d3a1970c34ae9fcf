import './documents.css';
import { useCallback, type ReactNode } from 'react';
import { readDocuments } from '../../../src/contract/documents';
import { Asking } from '../../page/asking';
import { call } from '../../shared/client';
import { useAnswer } from '../../shared/use-answer';
import { useClientScreen } from '../client-screen';
import type { ClientFileView } from '../client-view';
import { Completeness } from './completeness';
import { DocumentRow } from './document-row';
import type { DocumentsView, DocumentView } from './documents-view';
import { Freshness } from './freshness';

/** The client's formal documents and those of its deals, what needs somebody first. */
export function DocumentsPart({ file: { client } }: { readonly file: ClientFileView }): ReactNode {
  const ask = useCallback(() => call(readDocuments, { clientId: client.id }), [client.id]);
  const { asked, askAgain, replace } = useAnswer<DocumentsView>(ask);
  return (
    <Asking asked={asked} onRetry={askAgain}>
      {(view) => <Documents view={view} clientId={client.id} onView={replace} onAskAgain={askAgain} />}
    </Asking>
  );
}

interface DocumentsProperties {
  readonly view: DocumentsView;
  readonly clientId: ClientFileView['client']['id'];
  readonly onView: (view: DocumentsView) => void;
  readonly onAskAgain: () => void;
}

function Documents({ view, ...rest }: DocumentsProperties): ReactNode {
  const { t } = useClientScreen();
  const [required, others] = [view.rows.filter(({ isRequired }) => isRequired), view.rows.filter(({ isRequired }) => !isRequired)];
  const rows = (of: readonly DocumentView[]): ReactNode => (
    <ul className="documents">{of.map((row) => <DocumentRow key={`${row.requirement} ${row.deal?.id ?? ''}`} row={row} view={view} {...rest} />)}</ul>
  );
  return (
    <>
      {view.failure !== null && <Freshness failure={view.failure} asOf={view.asOf} onAskAgain={rest.onAskAgain} />}
      <section className="card">
        <h2>{t('documents.required')}</h2>
        <Completeness view={view} />
        {required.length === 0 ? <p className="empty-line">{t('documents.noneRequired')}</p> : rows(required)}
      </section>
      {others.length > 0 && (
        <section className="card">
          <h2>{t('documents.others')}</h2>
          <p className="subtle">{t('documents.othersAbout')}</p>
          {rows(others)}
        </section>
      )}
    </>
  );
}
