import { useCallback, type ReactNode } from 'react';
import { readChanges, type ChangesView } from '../../../../src/contract/changes';
import type { LineId } from '../../../../src/domain/ids';
import { ChangeCard } from '../../../changes/change-card';
import { changesTexts } from '../../../changes/changes-screen';
import { Asking } from '../../../page/asking';
import { OwnTexts } from '../../../page/own-texts';
import { useProjectCall } from '../../../shared/project-call';
import { useAnswer } from '../../../shared/use-answer';
import { useTodayScreen } from '../today-screen';
import { NotYours, Overtaken, Panel, type PanelProperties } from './panel';

/** A scope change with what can be done about it: negotiate, agree, decline. */
export function ChangePanel({ changeId, onSettled, onCancel }: Omit<PanelProperties, 'item'> & { readonly changeId: LineId }): ReactNode {
  const { t } = useTodayScreen();
  const call = useProjectCall();
  const { asked, askAgain, replace } = useAnswer<ChangesView>(useCallback(() => call(readChanges, {}), [call]));
  const changeOf = ({ changes }: ChangesView) => changes.find(({ id }) => id === changeId);
  const changed = (view: ChangesView): void => {
    const state = changeOf(view)?.state.kind;
    if (state === 'proposed' || state === 'agreeing') return replace(view);
    onSettled(state === 'negotiation' ? 'negotiating' : 'done');
  };
  return (
    <Panel title={t('today.panel.change')} onCancel={onCancel}>
      <OwnTexts texts={changesTexts}>
        <Asking asked={asked} onRetry={askAgain}>
          {(view) => {
            const change = changeOf(view);
            const state = change?.state.kind;
            if (change === undefined || (state !== 'proposed' && state !== 'negotiation' && state !== 'agreeing')) return <Overtaken onSettled={onSettled} />;
            return (
              <>
                {!view.mayDecide && <NotYours />}
                <ul className="cards"><ChangeCard key={change.revision} change={change} deals={view.deals} mayDecide={view.mayDecide} onView={changed} onAskAgain={askAgain} /></ul>
              </>
            );
          }}
        </Asking>
      </OwnTexts>
    </Panel>
  );
}
