import { useId, useState, type ReactNode } from 'react';
import { requiredRoles } from '../../../src/domain/contact-gaps';
import { contactLimits, type ProjectRole } from '../../../src/domain/contact-structure';
import type { ContactId } from '../../../src/domain/ids';
import { ContactName } from '../contact-name';
import type { Contact, ContactsView } from '../people-view';
import { Lozenge } from '../../shared/lozenge';
import { useLaterFocus } from '../../shared/use-later-focus';
import { usePeopleScreen } from '../people-screen';
import { ContactSearch } from './contact-search';
import { assigned, madeFirst, unassigned, type Structure } from './structure-change';

export interface ChangingProperties {
  readonly view: ContactsView;
  readonly contacts: ReadonlyMap<string, Contact>;
  readonly busy: boolean;
  readonly onChange: (to: Structure) => void;
}

/** A role of the project with the people who play it, whom one turns to first at the head. */
export function RoleCard({ role, view, contacts, busy, onChange }: ChangingProperties & { readonly role: ProjectRole }): ReactNode {
  const { t } = usePeopleScreen();
  const [isAdding, setAdding] = useState(false);
  const [heading, focusHeading] = useLaterFocus<HTMLHeadingElement>();
  const [adder, focusAdder] = useLaterFocus<HTMLButtonElement>();
  const id = useId();
  const holders = view.roles[role];
  const change = (to: Structure): void => {
    focusHeading();
    onChange(to);
  };
  const close = (): void => {
    focusAdder();
    setAdding(false);
  };
  return (
    <section className="card" aria-labelledby={`${id}-title`}>
      <div className="card-head">
        <h2 id={`${id}-title`} ref={heading} tabIndex={-1}>{t(`people.role.${role}`)}</h2>
        {holders.length === 0 && <Lozenge tone={requiredRoles.has(role) ? 'danger' : 'neutral'}>{t(requiredRoles.has(role) ? 'people.missing' : 'people.nobody')}</Lozenge>}
      </div>
      <p className="small">{t(`people.role.${role}.help`)}</p>
      {holders.length > 0 && (
        <ol className="contact-people">
          {holders.map((contactId, place) => (
            <li key={contactId}>
              <Holder contactId={contactId} isFirst={place === 0 && holders.length > 1} view={view} contacts={contacts} />
              {view.mayEdit && (
                <span className="actions">
                  {place > 0 && <button type="button" className="button button-link" disabled={busy} onClick={() => change(madeFirst(view, role, contactId))}>{t('people.makeFirst')}<Unseen of={contactId} contacts={contacts} /></button>}
                  <button type="button" className="button button-link" disabled={busy} onClick={() => change(unassigned(view, role, contactId))}>{t('people.takeOut')}<Unseen of={contactId} contacts={contacts} /></button>
                </span>
              )}
            </li>
          ))}
        </ol>
      )}
      {view.mayEdit && !isAdding && holders.length < contactLimits.inRole && (
        <div><button ref={adder} type="button" className="button" aria-expanded={false} onClick={() => setAdding(true)}>{t('people.add')}<span className="unseen"> {t(`people.role.${role}`)}</span></button></div>
      )}
      {isAdding && (
        <ContactSearch
          view={view}
          without={holders}
          busy={busy}
          onChosen={(contactId) => {
            close();
            onChange(assigned(view, role, contactId));
          }}
          onClose={close}
        />
      )}
    </section>
  );
}

function Holder({ contactId, isFirst, view: { clients, recordsAt }, contacts }: Pick<ChangingProperties, 'view' | 'contacts'> & { readonly contactId: ContactId; readonly isFirst: boolean }): ReactNode {
  const { t } = usePeopleScreen();
  const contact = contacts.get(contactId);
  const client = clients.find((one) => one.id === contact?.clientId);
  return (
    <span className="contact">
      <ContactName contact={contact} recordsAt={recordsAt} />
      {client !== undefined && clients.length > 1 && <span className="small"><bdi>{client.name}</bdi></span>}
      <span className="lozenges">
        {isFirst && <Lozenge tone="information">{t('people.first')}</Lozenge>}
        {contact !== undefined && client === undefined && <Lozenge tone="warning" icon="warning">{t('people.elsewhere')}</Lozenge>}
      </span>
    </span>
  );
}

function Unseen({ of, contacts }: { readonly of: ContactId; readonly contacts: ChangingProperties['contacts'] }): ReactNode {
  const { t } = usePeopleScreen();
  return <span className="unseen"> {contacts.get(of)?.name ?? t('people.gone')}</span>;
}
