import { useId, useState, type FormEvent, type ReactNode } from 'react';
import type * as z from 'zod/mini';
import { readViews, saveView } from '../../../src/contract/today';
import { everyProject, viewLimits, viewProblem, type ProjectView } from '../../../src/domain/attention/project-view';
import { call } from '../../shared/client';
import { ErrorNote } from '../../shared/error-note';
import { useAction } from '../../shared/use-action';
import { useAnswer } from '../../shared/use-answer';
import { useTodayScreen } from '../today/today-screen';

type Views = z.infer<typeof readViews.answer>;
const ask = () => call(readViews, {});

interface SavedViewsProperties {
  readonly view: ProjectView;
  readonly onView: (view: ProjectView) => void;
}

/** What the reader has kept under names, and a way to keep what is chosen now. Without an answer the list works all the same. */
export function SavedViewsLine({ view, onView }: SavedViewsProperties): ReactNode {
  const { t } = useTodayScreen();
  const { asked, replace } = useAnswer<Views>(ask);
  const { busy, error, run } = useAction();
  const [chosen, choose] = useState('');
  const [name, setName] = useState('');
  const id = useId();
  if (asked.kind !== 'given') return null;
  const { views } = asked.data;
  const open = (wanted: string): void => {
    choose(wanted);
    onView(views.find((one) => one.name === wanted)?.view ?? everyProject);
  };
  const save = (event: FormEvent): void => {
    event.preventDefault();
    const kept = name.trim();
    if (busy || viewProblem({ revision: 0, views }, kept) !== undefined) return;
    void run(() => call(saveView, { name: kept, view }), (data) => {
      replace(data);
      choose(kept);
      setName('');
    });
  };
  const remove = (): void => void run(() => call(saveView, { name: chosen, view: null }), (data) => {
    replace(data);
    choose('');
  });
  const isFull = viewProblem({ revision: 0, views }, name.trim()) === 'tooMany';
  return (
    <form className="filters saved-views" onSubmit={save} noValidate>
      {views.length > 0 && (
        <div className="field short">
          <label htmlFor={`${id}-view`}>{t('projects.view')}</label>
          <select id={`${id}-view`} className="input" value={chosen} onChange={(event) => open(event.target.value)}>
            <option value="">{t('projects.view.none')}</option>
            {views.map((one) => <option key={one.name} value={one.name}>{one.name}</option>)}
          </select>
        </div>
      )}
      {chosen !== '' && <button type="button" className="button" disabled={busy} onClick={remove}>{t('projects.view.remove')}</button>}
      <div className="field short">
        <label htmlFor={`${id}-name`}>{t('projects.view.name')}</label>
        <input id={`${id}-name`} className="input" type="text" maxLength={viewLimits.name} value={name} onChange={(event) => setName(event.target.value)} />
      </div>
      <button type="submit" className="button" disabled={busy || name.trim() === '' || isFull}>{t('projects.view.save')}</button>
      {isFull && <p className="problem">{t('projects.view.full', { most: viewLimits.views })}</p>}
      {error !== null && <ErrorNote error={error} />}
    </form>
  );
}
