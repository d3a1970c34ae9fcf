import Button from '@atlaskit/button/new';
import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { saveCosts } from '../../../src/contract/costs';
import type { FiguresSource } from '../../../src/domain/figures';
import type { CostProjectId, ProjectId } from '../../../src/domain/ids';
import { call } from '../../shared/client';
import { ErrorNote } from '../../shared/error-note';
import { Note } from '../../shared/note';
import { useAction } from '../../shared/use-action';
import { useSettings } from '../use-settings';
import { CostProjects } from './cost-projects';
import type { CostsView } from './costs-view';

interface CostsFormProperties {
  readonly view: CostsView;
  /** Whether what is shown was just saved here. */
  readonly isSaved: boolean;
  readonly onSaved: (view: CostsView) => void;
  readonly onAskAgain: () => void;
}

const sources: readonly FiguresSource[] = ['financialManager', 'ownRates'];

export function CostsForm({ view, isSaved, onSaved, onAskAgain }: CostsFormProperties): ReactNode {
  const { t } = useSettings();
  const [source, setSource] = useState(view.source);
  const [chosen, setChosen] = useState<ReadonlyMap<ProjectId, CostProjectId>>(() => new Map(view.projects.flatMap(({ projectId, chosen: one }) => (one === null ? [] : [[projectId, one] as const]))));
  const [isChanged, setChanged] = useState(false);
  const { busy, error, run } = useAction();
  const id = useId();
  const save = (event: FormEvent): void => {
    event.preventDefault();
    const list = [...chosen].map(([projectId, costProjectId]) => ({ projectId, costProjectId }));
    void run(() => call(saveCosts, { revision: view.revision, source, chosen: list }), onSaved);
  };
  return (
    <form className="stack" onSubmit={save} onChange={() => setChanged(true)}>
      <fieldset className="sources">
        <legend>{t('costs.source')}</legend>
        {sources.map((one) => (
          <label key={one} htmlFor={`${id}-${one}`}>
            <input id={`${id}-${one}`} type="radio" name={`${id}-source`} checked={source === one} onChange={() => setSource(one)} />
            <span>{t(`costs.source.${one}`)}</span>
            <span className="small">{t(`costs.source.${one}.hint`)}</span>
          </label>
        ))}
      </fieldset>
      {view.kept.kind === 'told' ? (
        <p className="subtle">{t('costs.told', { count: view.kept.projects.length })}</p>
      ) : (
        <Note kind={source === 'financialManager' ? 'warning' : 'information'} title={t(`costs.refused.${view.kept.because === 'unlicensed' ? 'unlicensed' : 'other'}`)} action={{ label: t('tryAgain'), onAction: onAskAgain }}>
          {t('costs.refused.body')}
        </Note>
      )}
      {source === 'financialManager' && <CostProjects view={view} chosen={chosen} onChoose={setChosen} />}
      {error !== null && <ErrorNote error={error} {...(error.code === 'conflict' ? { onRetry: onAskAgain } : {})} />}
      <div className="buttons">
        <Button type="submit" appearance="primary" isLoading={busy}>{t('save')}</Button>
        <span role="status">{isSaved && !isChanged && t('costs.saved')}</span>
      </div>
    </form>
  );
}
