import { router } from '@forge/bridge';
import type { ReactNode } from 'react';
import { retryDeal } from '../../../src/contract/today';
import { call } from '../../shared/client';
import { ErrorNote } from '../../shared/error-note';
import { useAction } from '../../shared/use-action';
import { useTodayScreen, type Item, type TodayKey } from './today-screen';

/** A form that settles an item where it stands. */
export type SettleForm = 'plan' | 'payment' | 'contact';

interface ItemActionProperties {
  readonly item: Item;
  /** Which form is open below, if any. */
  readonly open: SettleForm | null;
  readonly onForm: (form: SettleForm) => void;
  readonly onSettled: () => void;
  /** Leads to another section of this page. */
  readonly onGo: (section: 'clients' | 'month', detail?: string) => void;
}

/** The one thing that settles an item: done here where it can be, else on the screen where it is done. */
export function ItemAction({ item, open, onForm, onSettled, onGo }: ItemActionProperties): ReactNode {
  const { t } = useTodayScreen();
  const { busy, error, run } = useAction();
  const { what, about } = item;
  const button = (label: TodayKey, act: () => void, form?: SettleForm): ReactNode => (
    <button type="button" className="button button-primary" disabled={busy} onClick={act} {...(form === undefined ? {} : { 'aria-expanded': open === form })}>{t(label)}</button>
  );
  if (about.kind === 'client') {
    const part = (name: string): void => onGo('clients', `${about.clientId}.${name}`);
    switch (what.kind) {
      case 'report':
        return button('today.action.report', () => onGo('month'));
      case 'relation':
        return what.alarm.kind === 'noContact' ? button('today.action.contact', () => onForm('contact'), 'contact') : button('today.action.relation', () => part('relation'));
      case 'contacts':
        return button('today.action.contacts', () => part('people'));
      case 'records':
        return button('today.action.records', () => part('overview'));
      default:
        return button('today.action.documents', () => part('documents'));
    }
  }
  const { key } = about;
  const go = (): void => {
    if (key !== null) void router.navigate({ target: 'module', moduleKey: 'project', projectKey: key });
  };
  switch (what.kind) {
    case 'gateReview':
      return button('today.action.decide', go);
    case 'gateLapsed':
      return button('today.action.gate', go);
    case 'marginThreat':
      return button('today.action.plan', () => onForm('plan'), 'plan');
    case 'payment':
      return button(what.document === 'invoice' ? 'today.action.paid' : 'today.action.signed', () => onForm('payment'), 'payment');
    case 'syncFailed':
      return (
        <>
          {button('today.action.retry', () => void run(() => call(retryDeal, { subject: item.subject, dealId: what.dealId }), onSettled))}
          {error !== null && <ErrorNote error={error} />}
        </>
      );
    case 'scopeChange':
      return button('today.action.change', go);
    case 'drifted':
    case 'stageUnmapped':
      return button('today.action.planner', go);
    default:
      return button('today.action.guidelines', go);
  }
}
