import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { mapStages, readStages, type StagesView } from '../../../../src/contract/settings';
import { dealStages, type DealStage } from '../../../../src/domain/deal';
import { Asking } from '../../../page/asking';
import { call } from '../../../shared/client';
import { ErrorNote } from '../../../shared/error-note';
import { useAction } from '../../../shared/use-action';
import { useAnswer } from '../../../shared/use-answer';
import { useTodayScreen } from '../today-screen';
import { Overtaken, Panel, type PanelProperties } from './panel';

interface StagePanelProperties extends Omit<PanelProperties, 'item'> {
  /** As Salesforce names it. */
  readonly stageName: string;
}

const ask = () => call(readStages, {});

/** What a stage of the organisation's stands for, said by an administrator; all its deals follow. */
export function StagePanel({ stageName, onSettled, onCancel }: StagePanelProperties): ReactNode {
  const { t } = useTodayScreen();
  const { asked, askAgain } = useAnswer<StagesView>(ask);
  return (
    <Panel title={t('today.panel.stage')} onCancel={onCancel}>
      <Asking asked={asked} onRetry={askAgain}>
        {(view) => {
          const row = view.stages.find(({ stage }) => stage.apiName === stageName);
          return row?.mappedTo === null ? <MapStage view={view} row={row} onSettled={onSettled} /> : <Overtaken onSettled={onSettled} />;
        }}
      </Asking>
    </Panel>
  );
}

function MapStage({ view, row: { stage, suggestion }, onSettled }: Pick<PanelProperties, 'onSettled'> & { readonly view: StagesView; readonly row: StagesView['stages'][number] }): ReactNode {
  const { t } = useTodayScreen();
  const { busy, error, run } = useAction();
  const [chosen, choose] = useState<DealStage>(suggestion);
  const id = useId();
  const save = (event: FormEvent): void => {
    event.preventDefault();
    if (busy) return;
    // The whole mapping is replaced, so the rest of it goes along.
    const rest = [...view.stages.map(({ stage: { apiName }, mappedTo }) => ({ apiName, mappedTo })), ...view.vanished];
    const mapping = Object.fromEntries([...rest.flatMap(({ apiName, mappedTo }) => (mappedTo === null ? [] : [[apiName, mappedTo] as const])), [stage.apiName, chosen]]);
    void run(() => call(mapStages, { mapping }), () => onSettled('ordered'));
  };
  return (
    <form className="today-form" onSubmit={save}>
      <div className="field">
        <label htmlFor={id}>{t('today.form.stage', { stage: stage.label })}</label>
        <select id={id} className="input" value={chosen} onChange={(event) => choose(dealStages.find((one) => one === event.target.value) ?? chosen)}>
          {dealStages.map((one) => <option key={one} value={one}>{t(`stage.${one}`)}</option>)}
        </select>
      </div>
      {error !== null && <ErrorNote error={error} />}
      <div className="actions">
        <button type="submit" className="button button-primary" disabled={busy}>{t(busy ? 'saving' : 'today.form.stageSave')}</button>
      </div>
    </form>
  );
}
