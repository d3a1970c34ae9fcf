import { lazy, Suspense, type ReactNode } from 'react';
import { gateTexts } from '../../gate/gate-screen';
import type { Written } from '../../gate/review/review';
import { OwnTexts } from '../../page/own-texts';
import { Waiting } from '../../shared/waiting';
import { isOfClientFile } from './of-client-file';
import type { PanelProperties } from './panels/panel';

const Review = lazy(async () => ({ default: (await import('../../gate/review/review')).Review }));
const ConditionsPanel = lazy(async () => ({ default: (await import('./panels/conditions-panel')).ConditionsPanel }));
const AgainPanel = lazy(async () => ({ default: (await import('./panels/again-panel')).AgainPanel }));
const DriftPanel = lazy(async () => ({ default: (await import('./panels/drift-panel')).DriftPanel }));
const ChangePanel = lazy(async () => ({ default: (await import('./panels/change-panel')).ChangePanel }));
const ClientPanel = lazy(async () => ({ default: (await import('./panels/client-panel')).ClientPanel }));
const GuidelinesPanel = lazy(async () => ({ default: (await import('./panels/guidelines-panel')).GuidelinesPanel }));
const ReadersPanel = lazy(async () => ({ default: (await import('./panels/readers-panel')).ReadersPanel }));
const StagePanel = lazy(async () => ({ default: (await import('./panels/stage-panel')).StagePanel }));
const AccountPlanPanel = lazy(async () => ({ default: (await import('./panels/account-plan-panel')).AccountPlanPanel }));

interface ItemPanelProperties extends PanelProperties {
  /** What was written in the item's review so far; null while nothing was. */
  readonly written: Written | null;
  readonly onWrite: (written: Written) => void;
}

/** The part of another page by which an item is settled, within its card and loaded when it is opened. */
export function ItemPanel(properties: ItemPanelProperties): ReactNode {
  return <Suspense fallback={<Waiting />}>{panelOf(properties)}</Suspense>;
}

function panelOf({ item: { what, about }, written, onWrite, ...given }: ItemPanelProperties): ReactNode {
  switch (what.kind) {
    case 'gateReview':
      return (
        <OwnTexts texts={gateTexts}>
          <Review reviewId={what.reviewId} saysWhoAsked written={written} onWrite={onWrite} onDecided={() => given.onSettled('done')} onOvertaken={() => given.onSettled('overtaken')} onClose={given.onCancel} />
        </OwnTexts>
      );
    case 'gateLapsed':
      return what.lapse === 'conditionOverdue' ? <ConditionsPanel {...given} reviewId={what.reviewId} /> : <AgainPanel {...given} reviewId={what.reviewId} written={written} onWrite={onWrite} />;
    case 'drifted':
      return <DriftPanel {...given} dealId={what.dealId} />;
    case 'scopeChange':
      return <ChangePanel {...given} changeId={what.changeId} />;
    case 'guidelinesMissing':
      return <GuidelinesPanel {...given} />;
    case 'guidelinesUnread':
      return <ReadersPanel {...given} />;
    case 'stageUnmapped':
      return <StagePanel {...given} stageName={what.stageName} />;
    case 'accountPlan':
      return about.kind === 'client' ? <AccountPlanPanel {...given} clientId={about.clientId} year={what.year} number={what.number} /> : null;
    default:
      return about.kind === 'client' && isOfClientFile(what) ? <ClientPanel clientId={about.clientId} what={what} onCancel={given.onCancel} /> : null;
  }
}
