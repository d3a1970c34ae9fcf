import { useId, useState, type ReactNode } from 'react';
import { projectRoles, type ProjectRole } from '../../../src/domain/contact-structure';
import { ContactName } from '../contact-name';
import { useLaterFocus } from '../../shared/use-later-focus';
import { usePeopleScreen } from '../people-screen';
import type { ChangingProperties } from './role-card';
import { assigned, withLeftOut, type Structure } from './structure-change';

/** Shown at first; the rest when these are settled. */
const shown = 10;

/** Whom Salesforce has in the project's deals and nobody has put anywhere: into a role, or left out. */
export function Newcomers({ view, contacts, busy, onChange }: ChangingProperties): ReactNode {
  const { t } = usePeopleScreen();
  const [heading, focusHeading] = useLaterFocus<HTMLHeadingElement>();
  const id = useId();
  const { newcomers } = view;
  if (newcomers.length === 0) return null;
  const change = (to: Structure): void => {
    focusHeading();
    onChange(to);
  };
  return (
    <section className="card" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} ref={heading} tabIndex={-1}>{t('people.newcomers')}</h2>
      <p className="small">{t('people.newcomers.help')}</p>
      <ul className="contact-people">
        {newcomers.slice(0, shown).map(({ contactId, suggested }) => (
          <li key={contactId}>
            <ContactName contact={contacts.get(contactId)} recordsAt={view.recordsAt} />
            <Placing
              name={contacts.get(contactId)?.name ?? t('people.gone')}
              suggested={suggested}
              busy={busy}
              onRole={(role) => change(assigned(view, role, contactId))}
              onLeaveOut={() => change(withLeftOut(view, contactId))}
            />
          </li>
        ))}
      </ul>
      {newcomers.length > shown && <p className="small">{t('people.newcomers.more', { count: newcomers.length - shown })}</p>}
    </section>
  );
}

interface PlacingProperties {
  readonly name: string;
  readonly suggested: ProjectRole | null;
  readonly busy: boolean;
  readonly onRole: (role: ProjectRole) => void;
  readonly onLeaveOut: () => void;
}

function Placing({ name, suggested, busy, onRole, onLeaveOut }: PlacingProperties): ReactNode {
  const { t } = usePeopleScreen();
  const [role, setRole] = useState<ProjectRole>(suggested ?? 'product');
  return (
    <span className="actions">
      <select className="input" aria-label={t('people.roleOf', { name })} value={role} disabled={busy} onChange={(event) => setRole(projectRoles.find((one) => one === event.target.value) ?? role)}>
        {projectRoles.map((one) => <option key={one} value={one}>{t(`people.role.${one}`)}</option>)}
      </select>
      <button type="button" className="button" disabled={busy} onClick={() => onRole(role)}>{t('people.place')}<span className="unseen"> {name}</span></button>
      <button type="button" className="button button-link" disabled={busy} onClick={onLeaveOut}>{t('people.leaveOut')}<span className="unseen"> {name}</span></button>
    </span>
  );
}
