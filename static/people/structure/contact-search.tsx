import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import type { ContactId } from '../../../src/domain/ids';
import { folded } from '../../page/folded';
import type { ContactsView } from '../people-view';
import { usePeopleScreen } from '../people-screen';

interface ContactSearchProperties {
  readonly view: ContactsView;
  /** Those who are not offered. */
  readonly without: readonly ContactId[];
  readonly busy: boolean;
  readonly onChosen: (contactId: ContactId) => void;
  readonly onClose: () => void;
}

/** More are not shown at once: one types on. */
const shown = 8;

/** Finds one of the clients' contacts by name, title or address. */
export function ContactSearch({ view: { contacts, clients }, without, busy, onChosen, onClose }: ContactSearchProperties): ReactNode {
  const { t } = usePeopleScreen();
  const [text, setText] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => field.current?.focus(), []);
  const names = new Map<string, string>(clients.map((client) => [client.id, client.name]));
  const words = folded(text).split(/\s+/u);
  const found = contacts
    .filter((contact) => contact.clientId !== null && names.has(contact.clientId) && !without.includes(contact.id))
    .filter(({ name, title, email }) => words.every((word) => folded(`${name} ${title ?? ''} ${email ?? ''}`).includes(word)))
    // What was typed as it stands comes before its words in any order.
    .sort((a, b) => Number(folded(b.name).includes(folded(text))) - Number(folded(a.name).includes(folded(text))) || a.name.localeCompare(b.name));
  return (
    <div className="question">
      <div className="field">
        <label htmlFor={`${id}-text`}>{t('people.search')}</label>
        <input ref={field} id={`${id}-text`} className="input" type="search" dir="auto" autoComplete="off" maxLength={200} value={text} onChange={(event) => setText(event.target.value)} onKeyDown={(event) => event.key === 'Escape' && onClose()} aria-describedby={`${id}-state`} />
        <p id={`${id}-state`} className="small" role="status">{found.length === 0 ? t('people.search.nothing') : t('people.search.found', { count: found.length })}</p>
      </div>
      <ul className="contact-people">
        {found.slice(0, shown).map(({ id: contactId, clientId, name, title }) => (
          <li key={contactId}>
            <span className="contact">
              <bdi>{name}</bdi>
              <span className="small">{[title, clients.length > 1 ? names.get(clientId ?? '') : null].filter((part) => part != null).join(' · ')}</span>
            </span>
            <button type="button" className="button" disabled={busy} onClick={() => onChosen(contactId)}>{t('people.choose')}<span className="unseen"> {name}</span></button>
          </li>
        ))}
      </ul>
      {found.length > shown && <p className="small">{t('people.search.more', { count: found.length - shown })}</p>}
      <div><button type="button" className="button" onClick={onClose}>{t('cancel')}</button></div>
    </div>
  );
}
