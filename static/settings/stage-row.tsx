import { useId, type ReactNode } from 'react';
import type { StagesView } from '../../src/contract/settings';
import { dealStages, type DealStage } from '../../src/domain/deal';
import { Lozenge } from '../shared/lozenge';
import { useSettings } from './use-settings';

interface StageRowProperties {
  readonly row: StagesView['stages'][number];
  /** What was chosen here and not saved yet. */
  readonly chosen: DealStage | undefined;
  readonly onChoose: (apiName: string, stage: DealStage) => void;
}

/** One stage of the organisation and the deal stage that it stands for. */
export function StageRow({ row, chosen, onChoose }: StageRowProperties): ReactNode {
  const { t, format } = useSettings();
  const id = useId();
  const { stage, mappedTo, suggestion } = row;
  const isSuggested = chosen === undefined && mappedTo === null;
  return (
    <tr>
      <th scope="row" id={id}>
        <bdi>{stage.label}</bdi>{' '}
        {stage.isWon && <Lozenge tone="success">{t('stages.isWon')}</Lozenge>}
        {stage.isClosed && !stage.isWon && <Lozenge tone="neutral">{t('stages.isClosed')}</Lozenge>}
        {!stage.isActive && <Lozenge tone="neutral">{t('stages.inactive')}</Lozenge>}
        <span className="small api-name">
          <bdi>{stage.apiName}</bdi>
          {stage.probability !== null && ` · ${format.percent(stage.probability)}`}
        </span>
      </th>
      <td>
        <select
          className="input"
          aria-labelledby={id}
          aria-describedby={isSuggested ? `${id}suggested` : undefined}
          value={chosen ?? mappedTo ?? suggestion}
          onChange={(event) => {
            const picked = dealStages.find((one) => one === event.target.value);
            if (picked !== undefined) onChoose(stage.apiName, picked);
          }}
        >
          {dealStages.map((one) => <option key={one} value={one}>{t(`stage.${one}`)}</option>)}
        </select>
        {isSuggested && <span id={`${id}suggested`}><Lozenge tone="discovery">{t('stages.suggested')}</Lozenge></span>}
      </td>
    </tr>
  );
}
