import Button from '@atlaskit/button/new';
import { useEffect, useState, type ReactNode } from 'react';
import { findPeopleAnywhere } from '../../../src/contract/costs';
import type { Person } from '../../../src/domain/person';
import { rateLimits } from '../../../src/domain/rates';
import { call } from '../../shared/client';
import { Field, TextField } from '../field';
import { useSettings } from '../use-settings';

export interface RoleOfPerson {
  readonly person: Person;
  readonly role: string;
}

interface PeopleRolesProperties {
  readonly people: readonly RoleOfPerson[];
  readonly onChange: (people: readonly RoleOfPerson[]) => void;
}

/** In which role people work where the guidelines of a project do not say it. */
export function PeopleRoles({ people, onChange }: PeopleRolesProperties): ReactNode {
  const { t } = useSettings();
  const known = new Set(people.map(({ person }) => person.accountId));
  return (
    <div className="stack">
      <h3>{t('rates.people')}</h3>
      <p className="subtle">{t('rates.people.hint')}</p>
      <ul className="rates">
        {people.map(({ person, role }) => (
          <li key={person.accountId} className="role-of">
            <Field label={person.name === '' ? t('rates.gone') : person.name} problem={role.trim() === '' ? t('rates.problem.roleMissing') : undefined}>
              {(attributes) => (
                <input {...attributes} className="input" list="rate-roles" maxLength={rateLimits.role} autoComplete="off" value={role} onChange={(event) => onChange(people.map((one) => (one.person.accountId === person.accountId ? { person, role: event.target.value } : one)))} />
              )}
            </Field>
            <Button appearance="subtle" spacing="compact" onClick={() => onChange(people.filter((one) => one.person.accountId !== person.accountId))}>
              {t('rates.remove')}
              <span className="unseen"> {person.name}</span>
            </Button>
          </li>
        ))}
      </ul>
      <PersonSearch isKnown={({ accountId }) => known.has(accountId)} onPick={(person) => onChange([...people, { person, role: '' }])} />
    </div>
  );
}

/** Shorter texts find half the company. */
const shortest = 2;
const pause = 250;

function PersonSearch({ isKnown, onPick }: { readonly isKnown: (person: Person) => boolean; readonly onPick: (person: Person) => void }): ReactNode {
  const { t } = useSettings();
  const [text, setText] = useState('');
  const [found, setFound] = useState<readonly Person[]>([]);
  const wanted = text.trim();
  useEffect(() => {
    if (wanted.length < shortest) return setFound([]);
    let isOver = false;
    const timer = window.setTimeout(() => {
      void call(findPeopleAnywhere, { text: wanted }).then((answer) => {
        if (!isOver) setFound(answer.ok ? answer.data.people : []);
      });
    }, pause);
    return () => {
      isOver = true;
      window.clearTimeout(timer);
    };
  }, [wanted]);
  return (
    <div className="stack">
      <TextField label={t('rates.findPerson')} value={text} onChange={setText} />
      {found.length > 0 && (
        <ul className="found-people">
          {found.filter((person) => !isKnown(person)).map((person) => (
            <li key={person.accountId}>
              <Button
                spacing="compact"
                onClick={() => {
                  onPick(person);
                  setText('');
                }}
              >
                {person.name}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
