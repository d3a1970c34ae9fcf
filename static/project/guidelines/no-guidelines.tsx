import type { ReactNode } from 'react';
import { useProjectScreen } from '../project-screen';

interface NoGuidelinesProperties {
  /** null for those who may not set guidelines. */
  readonly onWrite: (() => void) | null;
}

export function NoGuidelines({ onWrite }: NoGuidelinesProperties): ReactNode {
  const { t } = useProjectScreen();
  return (
    <section className="empty">
      <h1>{t('none.title')}</h1>
      <p>{t(onWrite === null ? 'none.bodyForReaders' : 'none.bodyForWriters')}</p>
      {onWrite !== null && (
        <button type="button" className="button button-primary" onClick={onWrite}>{t('none.write')}</button>
      )}
    </section>
  );
}
