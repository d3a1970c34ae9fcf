import './documents.css';
import type { ReactNode } from 'react';
import { Lozenge } from '../../shared/lozenge';
import { useClientScreen } from '../client-screen';
import type { ListedClient } from '../client-view';
import { CompletenessBar } from './completeness';
import { renewalLook } from './document-looks';

/** More would make a list of clients one of documents. */
const mostRenewals = 3;

/** A client's documents in a list: how complete they are, and what expires within 90 days. */
export function ListedDocuments({ documents }: Pick<ListedClient, 'documents'>): ReactNode {
  const { t, format, now } = useClientScreen();
  if (documents === null) return <span className="small listed-documents">{t('documents.listUnknown')}</span>;
  const { percent, renewals } = documents;
  const today = format.today(now());
  return (
    <span className="listed-documents">
      <CompletenessBar percent={percent} />
      <span className="small">{t('documents.listPercent', { percent: format.percent(percent) })}</span>
      {renewals.slice(0, mostRenewals).map(({ requirement, dealId, until }) => (
        <Lozenge key={`${requirement} ${dealId ?? ''}`} {...renewalLook(until, today)}>{t(until < today ? 'documents.listExpired' : 'documents.listExpires', { document: t(`document.${requirement}`), distance: format.distance(until, today) })}</Lozenge>
      ))}
      {renewals.length > mostRenewals && <span className="small">{t('documents.listMore', { count: renewals.length - mostRenewals })}</span>}
    </span>
  );
}
