import { useCallback, useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { findPeople } from '../../../src/contract/guidelines';
import type { Person } from '../../../src/domain/person';
import { errorText } from '../../shared/error-note';
import { Icon } from '../../shared/icon';
import { useProjectCall } from '../../shared/project-call';
import { useSearch } from '../../shared/use-search';
import { useProjectScreen } from '../project-screen';

interface PersonPickerProperties {
  readonly id: string;
  readonly person: Person | null;
  readonly onChange: (person: Person | null) => void;
}

/** Names a person for a staffing line, found by typing; the line keeps its role beside them. */
export function PersonPicker({ id, person, onChange }: PersonPickerProperties): ReactNode {
  const { t } = useProjectScreen();
  return (
    <div className="field">
      <label htmlFor={id}>{t('staffing.person')}</label>
      {person === null ? (
        <PersonSearch id={id} onChoose={onChange} />
      ) : (
        <span className="chosen">
          <bdi>{person.name}</bdi>
          <button id={id} type="button" className="button" aria-label={t('person.clear', { person: person.name })} onClick={() => onChange(null)}><Icon name="cross" /></button>
        </span>
      )}
    </div>
  );
}

interface PersonSearchProperties {
  readonly id: string;
  readonly onChoose: (person: Person) => void;
}

function PersonSearch({ id, onChoose }: PersonSearchProperties): ReactNode {
  const { t } = useProjectScreen();
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const call = useProjectCall();
  const search = useCallback((typed: string) => call(findPeople, { text: typed.slice(0, 200) }), [call]);
  const found = useSearch(open ? text : '', 1, search);
  const listId = useId();
  const people = found.kind === 'found' ? found.data.people : [];
  const chosen = people[Math.min(active, people.length - 1)];

  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') setOpen(false);
    else if (event.key === 'Enter' && open && chosen !== undefined) {
      event.preventDefault();
      onChoose(chosen);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setActive((before) => (people.length === 0 ? 0 : (Math.min(before, people.length - 1) + step + people.length) % people.length));
    }
  };

  return (
    <span className="combobox">
      <input
        id={id}
        className="input"
        type="text"
        role="combobox"
        dir="auto"
        autoComplete="off"
        maxLength={200}
        aria-expanded={open && people.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={open && chosen !== undefined ? `${listId}-${chosen.accountId}` : undefined}
        placeholder={t('person.placeholder')}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setOpen(true);
          setActive(0);
        }}
        onKeyDown={onKey}
        onBlur={() => setOpen(false)}
      />
      {open && text.trim() !== '' && (
        <span className="options">
          <span id={listId} role="listbox" aria-label={t('staffing.person')}>
            {people.map((one) => (
              <span
                key={one.accountId}
                id={`${listId}-${one.accountId}`}
                role="option"
                aria-selected={one === chosen}
                // The field keeps the focus, so that the list is still there when the button comes up.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => onChoose(one)}
              >
                <bdi>{one.name}</bdi>
              </span>
            ))}
          </span>
          <span className="options-state" role="status">{state()}</span>
        </span>
      )}
    </span>
  );

  function state(): string {
    if (found.kind === 'searching') return t('loading');
    if (found.kind === 'refused') return errorText(t, found.error).title;
    return found.kind === 'found' && people.length === 0 ? t('person.nobody') : '';
  }
}
