import type { ReactNode } from 'react';
import type { Contact } from './people-view';
import { usePeopleScreen } from './people-screen';

interface ContactNameProperties {
  /** Undefined for one whom Salesforce does not have any more. */
  readonly contact: Contact | undefined;
  /** Where Salesforce opens a record, followed by its id. */
  readonly recordsAt: string | null;
}

/** A contact with a way to their record, what they are, and how to reach them. */
export function ContactName({ contact, recordsAt }: ContactNameProperties): ReactNode {
  const { t } = usePeopleScreen();
  if (contact === undefined) return <span className="contact"><span className="subtle">{t('people.gone')}</span></span>;
  const { id, name, title, email, phone } = contact;
  return (
    <span className="contact">
      <strong>{recordsAt === null ? <bdi>{name}</bdi> : <a href={`${recordsAt}${id}`} target="_blank" rel="noreferrer"><bdi>{name}</bdi></a>}</strong>
      {title !== null && <span className="small"><bdi>{title}</bdi></span>}
      {(email !== null || phone !== null) && (
        <span className="contact-ways">
          {email !== null && <a href={`mailto:${encodeURIComponent(email).replace('%40', '@')}`}><bdi>{email}</bdi></a>}
          {phone !== null && <a href={`tel:${phone.replace(/[^+\d]/gu, '')}`}><bdi>{phone}</bdi></a>}
        </span>
      )}
      {email === null && phone === null && <span className="small">{t('people.noWay')}</span>}
    </span>
  );
}
