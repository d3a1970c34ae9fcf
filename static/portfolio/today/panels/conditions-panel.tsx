import { useCallback, type ReactNode } from 'react';
import { readGate } from '../../../../src/contract/gate-operations';
import type { ReviewId } from '../../../../src/domain/ids';
import { ConditionList } from '../../../gate/condition-list';
import { gateTexts } from '../../../gate/gate-screen';
import type { Aftermath, GateView } from '../../../gate/gate-view';
import { Asking } from '../../../page/asking';
import { OwnTexts } from '../../../page/own-texts';
import { useProjectCall } from '../../../shared/project-call';
import { useAnswer } from '../../../shared/use-answer';
import { useTodayScreen } from '../today-screen';
import { NotYours, Overtaken, Panel, type PanelProperties } from './panel';

/** The conditions under which a go was given and of which one is overdue: whoever decides says which are met. */
export function ConditionsPanel({ reviewId, onSettled, onCancel }: Omit<PanelProperties, 'item'> & { readonly reviewId: ReviewId }): ReactNode {
  const { t } = useTodayScreen();
  const call = useProjectCall();
  const { asked, askAgain, replace } = useAnswer<GateView>(useCallback(() => call(readGate, {}), [call]));
  return (
    <Panel title={t('today.panel.conditions')} onCancel={onCancel}>
      <OwnTexts texts={gateTexts}>
        <Asking asked={asked} onRetry={askAgain}>
          {(gate) => {
            const decided = gate.decided.find(({ review }) => review.id === reviewId);
            if (decided?.aftermath?.lapse !== 'conditionOverdue') return <Overtaken onSettled={onSettled} />;
            const settled = (aftermath: Aftermath): void => {
              if (aftermath.lapse !== 'conditionOverdue') return onSettled('done');
              replace({ ...gate, decided: gate.decided.map((one) => (one === decided ? { ...one, aftermath } : one)) });
            };
            return (
              <>
                {!gate.mayDecide && <NotYours />}
                <ConditionList decided={decided} mayDecide={gate.mayDecide} onSettled={settled} onOutdated={askAgain} />
              </>
            );
          }}
        </Asking>
      </OwnTexts>
    </Panel>
  );
}
