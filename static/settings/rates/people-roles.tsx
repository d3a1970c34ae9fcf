import Button from '@atlaskit/button/new';
import { useMemo, useState, type ReactNode } from 'react';
import type { Person } from '../../../src/domain/person';
import { rateLimits } from '../../../src/domain/rates';
import { useSettings } from '../use-settings';
import type { DraftChange } from './draft-change';
import { focusPerson } from './focus-row';
import { PersonRow } from './person-row';
import { PersonSearch } from './person-search';
import { hasWords, type RateGroup } from './rate-groups';
import { SearchInput } from './search-input';
import { personMark, type TypedPerson } from './typed-people';

interface PeopleRolesProperties {
  readonly people: readonly TypedPerson[];
  readonly groups: readonly RateGroup[];
  /** Id of the datalist with the known roles. */
  readonly roleList: string;
  readonly showsProblems: boolean;
  readonly onChange: (change: DraftChange) => void;
}

const many = 10;
const most = 60;

/** In which role each person's time is counted where no guidelines say it. */
export function PeopleRoles({ people, groups, roleList, showsProblems, onChange }: PeopleRolesProperties): ReactNode {
  const { t, language } = useSettings();
  const [wanted, setWanted] = useState('');
  const [showsAll, setShowsAll] = useState(false);
  const roles = useMemo(() => new Set(groups.map(({ id }) => id)), [groups]);
  const sorted = useMemo(() => sortedByName(people, language), [people, language]);

  const isTouched = (one: TypedPerson): boolean => personMark(one) !== null;
  const found = sorted.filter((one) => hasWords(one.person.name, wanted) || hasWords(one.stored ?? one.role, wanted) || isTouched(one));
  const shown = showsAll ? found : found.filter((one, at) => at < most || isTouched(one));
  const choose = (person: Person): void => {
    setWanted('');
    setShowsAll(true);
    onChange({ kind: 'addPerson', person });
    focusPerson(person.accountId);
  };

  return (
    <div className="rates">
      <h3>{t('rates.people')}</h3>
      <p className="small">{t('rates.peopleAbout')}</p>
      {people.length > many && <div className="rates-filter"><SearchInput label={t('rates.filterPeople')} value={wanted} onChange={setWanted} /></div>}
      {people.length === 0 && <p className="subtle">{t('rates.peopleNone')}</p>}
      {shown.length > 0 && (
        <ul className="people">
          {shown.map((one) => (
            <PersonRow key={one.person.accountId} one={one} roles={roles} roleList={roleList} showsProblems={showsProblems} onChange={onChange} />
          ))}
        </ul>
      )}
      {people.length > 0 && found.length === 0 && <p className="subtle" role="status">{t('rates.notFound')}</p>}
      {shown.length < found.length && <div><Button onClick={() => setShowsAll(true)}>{t('rates.showAllPeople', { count: found.length })}</Button></div>}
      {people.length < rateLimits.rates ? <PersonSearch onChoose={choose} /> : <p className="warned">{t('rates.peopleFull', { limit: rateLimits.rates })}</p>}
    </div>
  );
}

/** People whose account is gone have no name, and come last. */
function sortedByName(people: readonly TypedPerson[], locale: string): readonly TypedPerson[] {
  const order = new Intl.Collator(locale);
  return [...people].sort((a, b) => Number(a.person.name === '') - Number(b.person.name === '') || order.compare(a.person.name, b.person.name));
}
