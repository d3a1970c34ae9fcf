import type { ReactNode } from 'react';
import { syncDealNow } from '../../../src/contract/planner';
import { ErrorNote } from '../../shared/error-note';
import { useProjectCall } from '../../shared/project-call';
import { useAction } from '../../shared/use-action';
import { useTodayScreen, type Item, type Outcome, type TodayKey } from './today-screen';

/** A form that settles an item where it stands, or the part of another page that does. */
export type SettleForm = 'plan' | 'payment' | 'contact' | 'panel';

interface ItemActionProperties {
  readonly item: Item;
  /** Whether the reader sets what only an administrator can. */
  readonly administers: boolean;
  /** Which form is open below, if any. */
  readonly open: SettleForm | null;
  readonly onForm: (form: SettleForm) => void;
  readonly onSettled: (outcome: Outcome) => void;
  /** Leads to another section of this page. */
  readonly onGo: (section: 'clients' | 'staffing', detail?: string) => void;
}

/** The one thing that settles an item: done here where it can be, else on the screen where it is done. */
export function ItemAction({ item: { what, about, settles }, administers, open, onForm, onSettled, onGo }: ItemActionProperties): ReactNode {
  const { t } = useTodayScreen();
  const call = useProjectCall();
  const { busy, error, run } = useAction();
  const button = (label: TodayKey, act: () => void): ReactNode => <button type="button" className="button button-primary" disabled={busy} onClick={act}>{t(label)}</button>;
  const opener = (label: TodayKey, form: SettleForm): ReactNode => <button type="button" className="button button-primary" aria-expanded={open === form} onClick={() => onForm(form)}>{t(label)}</button>;
  // A stage is mapped by whoever sets up the app, for every account manager.
  const isOpenToReader = settles || what.kind === 'staffing' || (what.kind === 'stageUnmapped' && administers);
  if (!isOpenToReader) return <p className="small">{t('today.action.others')}</p>;
  if (about.kind === 'client') {
    switch (what.kind) {
      case 'accountPlan':
        return opener('today.action.decide', 'panel');
      case 'report':
        return opener('today.action.report', 'panel');
      case 'relation':
        return what.alarm.kind === 'noContact' ? opener('today.action.contact', 'contact') : opener('today.action.relation', 'panel');
      case 'contacts':
        return opener('today.action.contacts', 'panel');
      case 'records':
        return opener('today.action.records', 'panel');
      default:
        return opener('today.action.documents', 'panel');
    }
  }
  switch (what.kind) {
    case 'gateReview':
      return opener('today.action.decide', 'panel');
    case 'gateLapsed':
      return opener(what.lapse === 'conditionOverdue' ? 'today.action.conditions' : 'today.action.again', 'panel');
    case 'marginThreat':
      return opener('today.action.plan', 'plan');
    case 'payment':
      return opener(what.document === 'invoice' ? 'today.action.paid' : 'today.action.signed', 'payment');
    case 'syncFailed':
      return (
        <>
          {button('today.action.retry', () => void run(() => call(syncDealNow, { dealId: what.dealId }), () => onSettled('ordered')))}
          {error !== null && <ErrorNote error={error} />}
        </>
      );
    case 'staffing':
      return button('today.action.staffing', () => onGo('staffing', what.dealId));
    case 'scopeChange':
      return opener('today.action.change', 'panel');
    case 'drifted':
      return opener('today.action.drift', 'panel');
    case 'guidelinesMissing':
      return opener('today.action.write', 'panel');
    case 'stageUnmapped':
      return administers ? opener('today.action.mapStage', 'panel') : <p className="small">{t('today.action.askAdministrator')}</p>;
    case 'guidelinesUnread':
      return opener('today.action.remind', 'panel');
    default:
      return null;
  }
}
