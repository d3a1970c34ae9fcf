import { useState, type ReactNode } from 'react';
import { findColleagues } from '../../../src/contract/margin';
import type { Person } from '../../../src/domain/person';
import { call } from '../../shared/client';
import { ErrorNote } from '../../shared/error-note';
import { Icon } from '../../shared/icon';
import { useSearch } from '../../shared/use-search';
import { useSettings } from '../use-settings';
import { SearchInput } from './search-input';

const search = (text: string) => call(findColleagues, { text: text.slice(0, 200) });

/** Finds a person of the site by typing; those who are found are buttons below the field. */
export function PersonSearch({ onChoose }: { readonly onChoose: (person: Person) => void }): ReactNode {
  const { t } = useSettings();
  const [text, setText] = useState('');
  const found = useSearch(text, 1, search);
  const people = found.kind === 'found' ? found.data.people : [];
  const choose = (person: Person): void => {
    setText('');
    onChoose(person);
  };
  const takeOnly = (): void => {
    const [only, ...others] = people;
    if (only !== undefined && others.length === 0) choose(only);
  };
  return (
    <div className="person-search">
      <SearchInput label={t('rates.findPerson')} hint={t('rates.findPerson.hint')} value={text} onChange={setText} onEnter={takeOnly} />
      <div className="person-found" role="status">
        {found.kind === 'searching' && t('loading')}
        {found.kind === 'found' && people.length === 0 && t('rates.nobody')}
        {people.length > 0 && <span className="unseen">{t('rates.found', { count: people.length })}</span>}
      </div>
      {found.kind === 'refused' && <ErrorNote error={found.error} />}
      {people.length > 0 && (
        <ul className="person-options">
          {people.map((person) => (
            <li key={person.accountId}><button type="button" className="button" onClick={() => choose(person)}><Icon name="plus" /><bdi>{person.name}</bdi></button></li>
          ))}
        </ul>
      )}
    </div>
  );
}
