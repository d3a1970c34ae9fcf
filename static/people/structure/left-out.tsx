import type { ReactNode } from 'react';
import { Disclosure } from '../../page/disclosure';
import { ContactName } from '../contact-name';
import { usePeopleScreen } from '../people-screen';
import type { ChangingProperties } from './role-card';
import { broughtBack } from './structure-change';

/** Contacts that have nothing to do with the project, with a way back. */
export function LeftOut({ view, contacts, busy, onChange }: ChangingProperties): ReactNode {
  const { t } = usePeopleScreen();
  if (view.leftOut.length === 0) return null;
  return (
    <Disclosure label={t('people.leftOut', { count: view.leftOut.length })}>
      {() => (
        <ul className="contact-people">
          {view.leftOut.map((contactId) => (
            <li key={contactId}>
              <ContactName contact={contacts.get(contactId)} recordsAt={view.recordsAt} />
              <button type="button" className="button button-link" disabled={busy} onClick={() => onChange(broughtBack(view, contactId))}>{t('people.bringBack')}<span className="unseen"> {contacts.get(contactId)?.name ?? t('people.gone')}</span></button>
            </li>
          ))}
        </ul>
      )}
    </Disclosure>
  );
}
