import Button from '@atlaskit/button/new';
import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import type * as z from 'zod/mini';
import { saveRates, type readRates as readRatesOperation } from '../../../src/contract/margin';
import { addDays } from '../../../src/domain/calendar';
import { rateLimits } from '../../../src/domain/rates';
import { call } from '../../shared/client';
import { ErrorNote } from '../../shared/error-note';
import { Note } from '../../shared/note';
import { useAction } from '../../shared/use-action';
import { focusFirstProblem, TextField } from '../field';
import { useSettings } from '../use-settings';
import { PeopleRoles, type RoleOfPerson } from './people-roles';
import { RateRow } from './rate-row';
import { byRole, readRates, standingOf, typedRate, type TypedRate } from './typed-rates';

export type RatesView = z.infer<typeof readRatesOperation.answer>;

interface RatesFormProperties {
  readonly view: RatesView;
  /** Whether what is shown was just saved here. */
  readonly isSaved: boolean;
  readonly onSaved: (view: RatesView) => void;
  readonly onAskAgain: () => void;
}

export function RatesForm({ view, isSaved, onSaved, onAskAgain }: RatesFormProperties): ReactNode {
  const { t, format, now, language } = useSettings();
  const today = format.today(now());
  const [typed, setTyped] = useState<readonly TypedRate[]>(() => view.rates.map((rate, at) => typedRate(rate, `kept${at}`, language === 'pl' ? ',' : '.')).sort(byRole));
  const [people, setPeople] = useState<readonly RoleOfPerson[]>(view.people);
  const [part, setPart] = useState('');
  const [tried, setTried] = useState(false);
  const [isChanged, setChanged] = useState(false);
  const { busy, error, run } = useAction();
  const form = useRef<HTMLFormElement>(null);
  const next = useRef(0);
  const { rates, problems } = readRates(typed);
  const change = (changed: readonly TypedRate[]): void => {
    setTyped(changed);
    setChanged(true);
  };
  const add = (like?: TypedRate): void => {
    next.current += 1;
    const fresh = { key: `new${next.current}`, role: like?.role ?? '', from: like === undefined ? today : addDays(today, 1), currency: like?.currency ?? 'PLN', cost: like?.cost ?? '', billing: like?.billing ?? '' };
    const place = like === undefined ? 0 : typed.indexOf(like);
    change([...typed.slice(0, place), fresh, ...typed.slice(place)]);
  };
  const save = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (rates === undefined || people.some(({ role }) => role.trim() === '')) {
      // A row that the filter hides could not be put right.
      setPart('');
      focusFirstProblem(form.current);
      return;
    }
    const roles = people.map(({ person, role }) => ({ accountId: person.accountId, role: role.trim() }));
    void run(() => call(saveRates, { revision: view.revision, rates: [...rates], people: roles }), onSaved);
  };
  const shown = typed.filter(({ role, key }) => role.toLowerCase().includes(part.trim().toLowerCase()) || key.startsWith('new'));
  const roles = [...new Set(typed.map(({ role }) => role.trim()).filter((role) => role !== ''))].sort((a, b) => a.localeCompare(b));

  return (
    <form ref={form} className="stack" onSubmit={save} noValidate>
      {typed.length === 0 ? <p className="subtle">{t('rates.none')}</p> : <TextField label={t('rates.filter')} value={part} onChange={setPart} />}
      <div className="buttons"><Button onClick={() => add()} isDisabled={typed.length >= rateLimits.rates}>{t('rates.add')}</Button></div>
      <ul className="rates">
        {shown.map((rate) => (
          <RateRow
            key={rate.key}
            rate={rate}
            standing={standingOf(rate, typed, today)}
            problem={tried ? problems.get(rate.key) : undefined}
            onChange={(changed) => change(typed.map((one) => (one.key === rate.key ? changed : one)))}
            onFollow={() => add(rate)}
            onRemove={() => change(typed.filter((one) => one.key !== rate.key))}
          />
        ))}
      </ul>
      <datalist id="rate-roles">{roles.map((role) => <option key={role} value={role} />)}</datalist>
      <PeopleRoles
        people={people}
        onChange={(changed) => {
          setPeople(changed);
          setChanged(true);
        }}
      />
      {tried && problems.size > 0 && <Note kind="error" title={t('rates.problems', { count: problems.size })} />}
      {error !== null && <ErrorNote error={error} {...(error.code === 'conflict' ? {} : { onRetry: () => form.current?.requestSubmit() })} />}
      {error?.code === 'conflict' && <div className="buttons"><Button onClick={onAskAgain}>{t('rates.loadTheirs')}</Button></div>}
      <div className="buttons">
        <Button type="submit" appearance="primary" isLoading={busy}>{t('save')}</Button>
        <span role="status">{isChanged ? t('rates.unsaved') : isSaved && t('rates.kept')}</span>
      </div>
    </form>
  );
}
