import type { ReactNode } from 'react';
import type { LinkedDealView, SyncStateView } from '../../../src/contract/planner';
import { StageLozenge } from '../../shared/lozenge';
import { useProjectScreen } from '../project-screen';
import { DriftChoices } from './drift-choices';
import { StageSteps } from './stage-steps';
import { SyncStatus } from './sync-status';
import { StaffingTimeline } from './staffing-timeline';
import { Unlink } from './unlink';

interface LinkedDealProperties {
  readonly linked: LinkedDealView;
  readonly maySet: boolean;
  readonly isOneOfSeveral: boolean;
  readonly onStands: (sync: SyncStateView) => void;
  readonly onUnlinked: () => void;
}

/** A deal as Salesforce has it, and its entries as Tempo has them. */
export function LinkedDeal({ linked, maySet, isOneOfSeveral, onStands, onUnlinked }: LinkedDealProperties): ReactNode {
  const { t, format, now } = useProjectScreen();
  const { deal } = linked;
  const today = format.today(now());
  return (
    <article className="card deal">
      <header className="card-head">
        <div>
          <h2><bdi>{deal.name}</bdi></h2>
          <p className="subtle">{deal.client === null ? t('deal.noClient') : <bdi>{deal.client.name}</bdi>}</p>
        </div>
        <StageLozenge stage={deal.stage} stageName={deal.stageName} />
      </header>
      <dl className="deal-figures">
        <div><dt>{t('deal.amount')}</dt><dd>{deal.amount === null ? t('content.notSaid') : format.money(deal.amount)}</dd></div>
        <div><dt>{t('deal.probability')}</dt><dd>{deal.probability === null ? t('content.notSaid') : format.percent(deal.probability)}</dd></div>
        <div><dt>{t('deal.closeDate')}</dt><dd>{deal.closeDate === null ? t('content.notSaid') : format.shortDate(deal.closeDate, today)}</dd></div>
        <div><dt>{t('deal.owner')}</dt><dd>{deal.ownerName === null ? t('content.notSaid') : <bdi>{deal.ownerName}</bdi>}</dd></div>
      </dl>
      {isOneOfSeveral && linked.isFirst && <p className="small">{t('deal.first')}</p>}
      <SyncStatus dealId={deal.id} stageName={deal.stageName} sync={linked.sync} maySet={maySet} onStands={onStands} />
      <StageSteps stages={linked.stages} />
      <DriftChoices dealId={deal.id} lines={linked.lines} maySet={maySet} onStands={onStands} />
      <StaffingTimeline linked={linked} />
      {maySet && <Unlink dealId={deal.id} dealName={deal.name} onUnlinked={onUnlinked} />}
    </article>
  );
}
