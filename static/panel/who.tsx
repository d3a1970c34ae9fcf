import { lazy, Suspense, useId, useState, type ReactNode } from 'react';
import { Icon } from '../shared/icon';
import { Waiting } from '../shared/waiting';
import { usePanel } from './use-panel';

// Most readers never open it, so neither its code nor its answer is fetched before.
const WhoIsWho = lazy(async () => ({ default: (await import('./who-is-who')).WhoIsWho }));

/** A folded place for who is who at the client's; Salesforce is asked only when it is opened. */
export function Who(): ReactNode {
  const { t } = usePanel();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <section className="section" aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>
        <button type="button" className="who" aria-expanded={isOpen} aria-controls={`${id}-people`} onClick={() => setOpen(!isOpen)}>
          <Icon name="chevron" /> {t('who.heading')}
        </button>
      </h2>
      <div id={`${id}-people`} hidden={!isOpen}>{isOpen && <Suspense fallback={<Waiting />}><WhoIsWho /></Suspense>}</div>
    </section>
  );
}
