import './rates.css';
import Button from '@atlaskit/button/new';
import { useId, useMemo, useReducer, useRef, useState, type FormEvent, type ReactNode } from 'react';
import type { AnswerError } from '../../../src/contract/answer';
import { readRates, saveRates, type CompanyRatesView } from '../../../src/contract/margin';
import { call } from '../../shared/client';
import { ErrorNote } from '../../shared/error-note';
import { Note } from '../../shared/note';
import { dayAt } from '../../shared/plain-days';
import { useAction } from '../../shared/use-action';
import { useLaterFocus } from '../../shared/use-later-focus';
import { focusFirstProblem } from '../field';
import { useSettings } from '../use-settings';
import { changedDraft, type DraftChange } from './draft-change';
import { PeopleRoles } from './people-roles';
import { groupRates } from './rate-groups';
import { beginDraft, changesIn, toSave } from './rates-draft';
import { RatesConflict } from './rates-conflict';
import { RatesList } from './rates-list';
import { typedProblems } from './typed-rate';

interface RatesFormProperties {
  readonly view: CompanyRatesView;
  readonly timeZone: string;
}

/** Rates and people's roles, changed together and saved at once, so that no margin is ever computed from half of a change. */
export function RatesForm({ view, timeZone }: RatesFormProperties): ReactNode {
  const { t, language, now } = useSettings();
  const [draft, dispatch] = useReducer(changedDraft, view, (from) => beginDraft(from, language));
  const [base, setBase] = useState(view);
  const [showsProblems, setShowsProblems] = useState(false);
  const [told, setTold] = useState<'saved' | 'mine' | 'theirs' | null>(null);
  const [settled, setSettled] = useState<AnswerError | null>(null);
  const saving = useAction();
  const look = useAction();
  const form = useRef<HTMLFormElement>(null);
  const [saver, focusSaver] = useLaterFocus<HTMLButtonElement>();
  const roleList = useId();

  const today = dayAt(now(), timeZone);
  const groups = useMemo(() => groupRates(draft.rates, today, language), [draft.rates, today, language]);
  const problems = useMemo(() => typedProblems(draft.rates), [draft.rates]);
  const changes = changesIn(draft);

  const change = (wanted: DraftChange): void => {
    setTold(null);
    dispatch(wanted);
  };
  const begin = (from: CompanyRatesView): void => {
    setShowsProblems(false);
    setBase(from);
    dispatch({ kind: 'begin', from, language });
  };
  const save = (event: FormEvent): void => {
    event.preventDefault();
    setTold(null);
    const wanted = toSave(draft);
    if (wanted === undefined) {
      // What is wrong may stand in a row that was closed before another made it so.
      for (const key of problems.keys()) dispatch({ kind: 'open', key });
      setShowsProblems(true);
      focusFirstProblem(form.current);
    } else if (changes === 0) {
      setTold('saved');
    } else {
      void saving.run(() => call(saveRates, wanted), (saved) => {
        begin(saved);
        setTold('saved');
      });
    }
  };
  const settle = (whose: 'mine' | 'theirs'): void =>
    void look.run(() => call(readRates, {}), (theirs) => {
      if (whose === 'theirs') begin(theirs);
      else {
        setBase(theirs);
        dispatch({ kind: 'rebase', onto: theirs, language });
      }
      setSettled(saving.error);
      setTold(whose);
      focusSaver();
    });
  const error = saving.error === settled ? null : saving.error;
  const discard = (): void => {
    // Without changes of one's own there is nothing left to decide.
    if (error?.code === 'conflict') return settle('theirs');
    setTold(null);
    begin(base);
    focusSaver();
  };

  return (
    <form ref={form} className="stack" onSubmit={save} noValidate aria-label={t('rates.title')}>
      <datalist id={roleList}>{groups.map(({ id, role }) => <option key={id} value={role} />)}</datalist>
      <RatesList groups={groups} apart={draft.rates.filter(({ place }) => place === null)} problems={problems} count={draft.rates.length} roleList={roleList} today={today} showsProblems={showsProblems} onChange={change} />
      <PeopleRoles people={draft.people} groups={groups} roleList={roleList} showsProblems={showsProblems} onChange={change} />
      {error !== null && (error.code === 'conflict' ? <RatesConflict busy={look.busy} onSettle={settle} /> : <ErrorNote error={error} />)}
      {look.error !== null && <ErrorNote error={look.error} />}
      {told === 'mine' && <Note kind="information" title={t('rates.rebased')}>{t('rates.rebasedBody')}</Note>}
      <div className="rates-foot buttons">
        <Button ref={saver} type="submit" appearance="primary" isLoading={saving.busy}>{t('rates.save')}</Button>
        {changes > 0 && <Button isDisabled={saving.busy} onClick={discard}>{t('rates.discard')}</Button>}
        <span role="status" className={changes > 0 ? 'rates-unsaved' : ''}>
          {changes > 0 && t('rates.unsaved', { count: changes })}
          {changes === 0 && told !== null && told !== 'mine' && t(told === 'saved' ? 'saved' : 'rates.tookTheirs')}
        </span>
      </div>
    </form>
  );
}
