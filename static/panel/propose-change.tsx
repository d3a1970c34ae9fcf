import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useLaterFocus } from '../shared/use-later-focus';
import { Waiting } from '../shared/waiting';
import { usePanel } from './use-panel';

const ProposeForm = lazy(async () => ({ default: (await import('./propose-form')).ProposeForm }));

/** A way to say that the scope should change; its form is fetched when somebody wants it. */
export function ProposeChange(): ReactNode {
  const { t } = usePanel();
  const [isOpen, setOpen] = useState(false);
  const [isSent, setSent] = useState(false);
  const [opener, focusOpener] = useLaterFocus<HTMLButtonElement>();
  const close = (sent: boolean): void => {
    focusOpener();
    setSent(sent);
    setOpen(false);
  };
  return (
    <section className="section">
      <p className="unseen" role="status">{isSent && t('propose.sent')}</p>
      {isSent && !isOpen && <p className="small" aria-hidden="true">{t('propose.sent')}</p>}
      {isOpen ? <Suspense fallback={<Waiting />}><ProposeForm onClose={close} /></Suspense> : (
        <div><button type="button" className="button button-link" ref={opener} aria-expanded={false} onClick={() => setOpen(true)}>{t('propose.open')}</button></div>
      )}
    </section>
  );
}
