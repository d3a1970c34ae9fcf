import type { ReactNode } from 'react';
import type * as z from 'zod/mini';
import { readWhoIsWho } from '../../src/contract/contacts';
import { call } from '../shared/client';
import { ErrorNote } from '../shared/error-note';
import { useAnswer } from '../shared/use-answer';
import { Waiting } from '../shared/waiting';
import { usePanel } from './use-panel';

type Person = z.infer<typeof readWhoIsWho.answer>['people'][number];

const ask = () => call(readWhoIsWho, {});

/** Whom at the client's one turns to, for what, and how. */
export function WhoIsWho(): ReactNode {
  const { t } = usePanel();
  const { asked, askAgain } = useAnswer(ask);
  if (asked.kind === 'waiting') return <Waiting />;
  if (asked.kind === 'refused') return <ErrorNote error={asked.error} onRetry={askAgain} />;
  const { people, missing, hasContacts } = asked.data;
  if (!hasContacts) return <p className="subtle">{t('who.noContacts')}</p>;
  if (people.length === 0) return <p className="subtle">{t('who.empty')}</p>;
  return (
    <div className="stack">
      <ul className="who-people">{people.map((person, place) => <Known key={place} person={person} />)}</ul>
      {missing.length > 0 && <p className="subtle">{t('who.missing', { roles: missing.map((role) => t(`who.role.${role}`)).join(', ') })}</p>}
    </div>
  );
}

function Known({ person: { roles, name, title, email, phone } }: { readonly person: Person }): ReactNode {
  const { t } = usePanel();
  return (
    <li>
      <span className="small">{roles.map((role) => t(`who.role.${role}`)).join(', ')}</span>
      <span>
        <strong><bdi>{name}</bdi></strong>
        {title !== null && <span className="subtle"> · <bdi>{title}</bdi></span>}
      </span>
      {email !== null && <a href={`mailto:${encodeURIComponent(email).replace('%40', '@')}`}><bdi>{email}</bdi></a>}
      {phone !== null && <a href={`tel:${phone.replace(/[^+\d]/gu, '')}`}><bdi>{phone}</bdi></a>}
      {email === null && phone === null && <span className="subtle">{t('who.noWay')}</span>}
    </li>
  );
}
