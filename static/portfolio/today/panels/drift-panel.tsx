import { useCallback, type ReactNode } from 'react';
import type * as z from 'zod/mini';
import { readPlanner } from '../../../../src/contract/planner';
import type { DealId } from '../../../../src/domain/ids';
import { Asking } from '../../../page/asking';
import { OwnTexts } from '../../../page/own-texts';
import { DriftChoices } from '../../../planner/drift-choices';
import { driftTexts } from '../../../planner/drift-screen';
import { ErrorNote } from '../../../shared/error-note';
import { useProjectCall } from '../../../shared/project-call';
import { useAction } from '../../../shared/use-action';
import { useAnswer } from '../../../shared/use-answer';
import { useTodayScreen } from '../today-screen';
import { NotYours, Overtaken, Panel, type PanelProperties } from './panel';

type PlannerView = z.infer<typeof readPlanner.answer>;

/** Entries of ours that somebody changed in Tempo Planner, each with its choice; it is settled once each is chosen. */
export function DriftPanel({ dealId, onSettled, onCancel }: Omit<PanelProperties, 'item'> & { readonly dealId: DealId }): ReactNode {
  const { t } = useTodayScreen();
  const call = useProjectCall();
  const ask = useCallback(() => call(readPlanner, {}), [call]);
  const { asked, askAgain, replace } = useAnswer<PlannerView>(ask);
  const { error, run } = useAction();
  const linesOf = ({ deals }: PlannerView) => deals.find(({ deal }) => deal.id === dealId)?.lines ?? [];
  const isOpen = (view: PlannerView): boolean => linesOf(view).some(({ drift, entry }) => drift !== null && drift.chosen === null && entry !== null);
  const chosen = (): void => void run(ask, (view) => {
    if (!isOpen(view)) return onSettled('done');
    replace(view);
  });
  return (
    <Panel title={t('today.panel.drift')} onCancel={onCancel}>
      <OwnTexts texts={driftTexts}>
        <Asking asked={asked} onRetry={askAgain}>
          {(view) => isOpen(view) ? (
            <>
              {!view.maySet && <NotYours />}
              <DriftChoices dealId={dealId} lines={linesOf(view)} maySet={view.maySet} onStands={chosen} />
            </>
          ) : <Overtaken onSettled={onSettled} />}
        </Asking>
        {error !== null && <ErrorNote error={error} onRetry={chosen} />}
      </OwnTexts>
    </Panel>
  );
}
