import '../../../client/plan/plan.css';
import { useCallback, type ReactNode } from 'react';
import { readPlan } from '../../../../src/contract/account-plan';
import type { ClientId } from '../../../../src/domain/ids';
import { DecideForm } from '../../../client/plan/decide-form';
import { PlanContent } from '../../../client/plan/plan-content';
import type { PlanView } from '../../../client/plan/plan-view';
import { Asking } from '../../../page/asking';
import { call } from '../../../shared/client';
import { useAnswer } from '../../../shared/use-answer';
import { useTodayScreen } from '../today-screen';
import { Overtaken, Panel, type PanelProperties } from './panel';

interface AccountPlanPanelProperties extends Omit<PanelProperties, 'item'> {
  readonly clientId: ClientId;
  readonly year: number;
  readonly number: number;
}

/** An account plan as it was submitted, for the head of sales to validate or return. */
export function AccountPlanPanel({ clientId, year, number, onSettled, onCancel }: AccountPlanPanelProperties): ReactNode {
  const { t } = useTodayScreen();
  const { asked, askAgain } = useAnswer<PlanView>(useCallback(() => call(readPlan, { clientId, year }), [clientId, year]));
  return (
    <Panel title={t('today.panel.accountPlan')} onCancel={onCancel}>
      <Asking asked={asked} onRetry={askAgain}>
        {({ current, mayDecide }) => current?.number === number && mayDecide ? (
          <>
            <PlanContent version={current} />
            <DecideForm clientId={clientId} year={year} version={current} onView={() => onSettled('done')} onAskAgain={askAgain} />
          </>
        ) : <Overtaken onSettled={onSettled} />}
      </Asking>
    </Panel>
  );
}
