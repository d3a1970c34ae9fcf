import type { ReactNode } from 'react';
import { isInForce } from '../../../src/domain/formal-document';
import { useClientScreen } from '../client-screen';
import type { DocumentsView } from './documents-view';

/** How much of what is required now is there, as a bar and in words. */
export function Completeness({ view: { percent, rows } }: { readonly view: DocumentsView }): ReactNode {
  const { t, format } = useClientScreen();
  const required = rows.filter(({ isRequired }) => isRequired);
  if (percent === null) return <p className="subtle">{t('documents.percentUnknown')}</p>;
  if (required.length === 0) return null;
  return (
    <div className="documents-completeness">
      <CompletenessBar percent={percent} />
      <p><strong>{format.percent(percent)}</strong> · {t('documents.inForce', { count: required.length, done: format.number(required.filter(isInForce).length) })}</p>
    </div>
  );
}

/** For the eye; a figure beside it says the same. */
export function CompletenessBar({ percent }: { readonly percent: number }): ReactNode {
  return (
    <span className={`documents-bar ${percent === 100 ? 'documents-bar-whole' : ''}`} aria-hidden="true">
      <span style={{ inlineSize: `${percent}%` }} />
    </span>
  );
}
