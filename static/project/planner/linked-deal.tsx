import { lazy, Suspense, type ReactNode } from 'react';
import type { LinkedDealView, SyncStateView } from '../../../src/contract/planner';
import { DriftChoices } from '../../planner/drift-choices';
import { StageLozenge } from '../../shared/lozenge';
import { Waiting } from '../../shared/waiting';
import { Disclosure } from '../../page/disclosure';
import { useProjectScreen } from '../project-screen';
import { Release, Reprieve } from './release';
import { ReleasePreview } from './release-preview';
import { StageSteps } from './stage-steps';
import { SyncStatus } from './sync-status';
import { StaffingTimeline } from './staffing-timeline';
import { Unlink } from './unlink';

const DealRisks = lazy(async () => ({ default: (await import('./deal-risks')).DealRisks }));
const Trail = lazy(async () => ({ default: (await import('./trail')).Trail }));

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
  const { deal, sync } = linked;
  const today = format.today(now());
  const acting = { dealId: deal.id, maySet, onStands };
  const hasEntries = linked.lines.some(({ entry }) => entry !== null && entry.state !== 'released');
  // Of a deal that is lost or open already nothing more can go, but what was brought back.
  const canLose = hasEntries && ((deal.stage !== 'lost' && deal.stage !== 'open') || linked.reprieve !== null);
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
      <SyncStatus {...acting} stageName={deal.stageName} sync={sync} />
      {linked.reprieve !== null && <Reprieve {...acting} reprieve={linked.reprieve} />}
      <StageSteps stages={linked.stages} />
      {deal.stage === 'negotiation' && <Suspense><DealRisks dealId={deal.id} /></Suspense>}
      {linked.release !== null && <Release {...acting} release={linked.release} />}
      <DriftChoices {...acting} lines={linked.lines} />
      <StaffingTimeline linked={linked} />
      <div className="deal-more">
        {canLose && <Disclosure label={t(linked.reprieve === null ? 'goes.ask' : 'goes.askAgain')}>{() => <ReleasePreview dealId={deal.id} />}</Disclosure>}
        <Disclosure label={t('trail.ask')}>
          {() => <Suspense fallback={<Waiting />}><Trail dealId={deal.id} asOf={linked} /></Suspense>}
        </Disclosure>
        {maySet && <Unlink dealId={deal.id} dealName={deal.name} onUnlinked={onUnlinked} />}
      </div>
    </article>
  );
}
