import type { ReactNode } from 'react';
import type { Instant } from '../../../src/domain/plain-date';
import { Note } from '../../shared/note';
import { useClientScreen } from '../client-screen';
import type { DocumentsView } from './documents-view';

interface FreshnessProperties {
  readonly failure: NonNullable<DocumentsView['failure']>;
  readonly asOf: Instant | null;
  readonly onAskAgain: () => void;
}

/** Why Salesforce's files could not be seen now, and from when what is shown is. */
export function Freshness({ failure, asOf, onAskAgain }: FreshnessProperties): ReactNode {
  const { t, format } = useClientScreen();
  const isHidden = failure === 'filesHidden';
  return (
    <Note kind="warning" title={t(isHidden ? 'documents.hidden' : 'documents.unread')} action={{ label: t('tryAgain'), onAction: onAskAgain }}>
      <p>{asOf === null ? t('documents.neverSeen') : t('documents.asOf', { when: format.instant(asOf) })}</p>
      {isHidden && <p>{t('documents.hiddenAdvice')}</p>}
    </Note>
  );
}
