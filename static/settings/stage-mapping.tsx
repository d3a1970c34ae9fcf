import Button from '@atlaskit/button/new';
import { useState, type FormEvent, type ReactNode } from 'react';
import { mapStages, type StagesView } from '../../src/contract/settings';
import type { DealStage } from '../../src/domain/deal';
import { call } from '../shared/client';
import { ErrorNote } from '../shared/error-note';
import { Note } from '../shared/note';
import { useAction } from '../shared/use-action';
import { StageRow } from './stage-row';
import { useSettings } from './use-settings';

interface StageMappingProperties {
  readonly view: StagesView;
  readonly onSaved: (view: StagesView) => void;
}

/** The table of stages. What nobody has mapped yet starts with a suggestion, which counts once it is saved. */
export function StageMapping({ view, onSaved }: StageMappingProperties): ReactNode {
  const { t } = useSettings();
  const [chosen, setChosen] = useState<Readonly<Record<string, DealStage>>>({});
  const [isSaved, setSaved] = useState(false);
  const { busy, error, run } = useAction();
  const unmapped = view.stages.filter(({ stage, mappedTo }) => stage.isActive && mappedTo === null).length;

  const choose = (apiName: string, stage: DealStage): void => {
    setSaved(false);
    setChosen((before) => ({ ...before, [apiName]: stage }));
  };
  const save = (event: FormEvent): void => {
    event.preventDefault();
    const mapping = Object.fromEntries(
      view.stages.map(({ stage, mappedTo, suggestion }) => [stage.apiName, chosen[stage.apiName] ?? mappedTo ?? suggestion]),
    );
    void run(() => call(mapStages, { mapping }), (saved) => {
      setChosen({});
      setSaved(true);
      onSaved(saved);
    });
  };

  return (
    <form className="stack" onSubmit={save}>
      {unmapped > 0 && <Note kind="warning" title={t('stages.unmapped', { count: unmapped })}>{t('stages.unmappedBody')}</Note>}
      {view.vanished.length > 0 && (
        <Note kind="warning" title={t('stages.vanished', { count: view.vanished.length })}>
          {t('stages.vanishedBody')}
          <ul>
            {view.vanished.map(({ apiName, mappedTo }) => (
              <li key={apiName}><bdi>{apiName}</bdi> → {t(`stage.${mappedTo}`)}</li>
            ))}
          </ul>
        </Note>
      )}
      <table className="stages">
        <thead>
          <tr>
            <th scope="col">{t('stages.organisation')}</th>
            <th scope="col">{t('stages.meaning')}</th>
          </tr>
        </thead>
        <tbody>
          {view.stages.map((row) => (
            <StageRow key={row.stage.apiName} row={row} chosen={chosen[row.stage.apiName]} onChoose={choose} />
          ))}
        </tbody>
      </table>
      {error !== null && <ErrorNote error={error} />}
      <div className="buttons">
        <Button type="submit" appearance="primary" isLoading={busy}>{t('save')}</Button>
        <span role="status">{isSaved && t('stages.saved')}</span>
      </div>
    </form>
  );
}
