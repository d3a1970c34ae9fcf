import { useId, type ReactNode } from 'react';
import { Lozenge } from '../shared/lozenge';
import { useSettings } from './use-settings';

interface SectionProperties {
  readonly title: string;
  readonly purpose: string;
  /** Left out for a section that connects nothing. */
  readonly isConnected?: boolean;
  readonly children: ReactNode;
}

/** One matter of the settings, with what it is for. */
export function Section({ title, purpose, isConnected, children }: SectionProperties): ReactNode {
  const { t } = useSettings();
  const id = useId();
  return (
    <section className="section" aria-labelledby={id}>
      <header>
        <div className="heading-row">
          <h2 id={id}>{title}</h2>
          {isConnected === true && <Lozenge tone="success" icon="check">{t('connected')}</Lozenge>}
          {isConnected === false && <Lozenge tone="neutral" icon="minus">{t('notConnected')}</Lozenge>}
        </div>
        <p className="subtle">{purpose}</p>
      </header>
      {children}
    </section>
  );
}
