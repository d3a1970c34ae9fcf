import { useCallback } from 'react';
import type * as z from 'zod/mini';
import { readPlanner, type LinkedDealView, type SyncStateView } from '../../../src/contract/planner';
import type { DealId } from '../../../src/domain/ids';
import { call } from '../../shared/client';
import { useAnswer, type Asked } from '../../shared/use-answer';
import { useRefresh } from '../../shared/use-refresh';
import { useReturn } from '../../shared/use-return';

export type PlannerView = z.infer<(typeof readPlanner)['answer']>;

interface UsedPlanner {
  readonly asked: Asked<PlannerView>;
  readonly askAgain: () => void;
  /** Shows how a deal stands now, and then reads the rest of what changed with it. */
  readonly stands: (dealId: DealId, sync: SyncStateView) => void;
}

const ask = () => call(readPlanner, {});
const whileWorking = 3_000;
const untilNextTry = 15_000;

/** The Deal & planner section; read again every few seconds while something is on its way and somebody looks, and when they come back to it. */
export function usePlanner(): UsedPlanner {
  const { asked, askAgain, lookAgain, replace } = useAnswer(ask);
  const view = asked.kind === 'given' ? asked.data : undefined;
  useRefresh(view === undefined ? null : pauseBetweenLooks(view.deals), lookAgain);
  useReturn(lookAgain);

  const stands = useCallback(
    (dealId: DealId, sync: SyncStateView): void => {
      if (view !== undefined) replace({ ...view, deals: view.deals.map((one) => (one.deal.id === dealId ? { ...one, sync } : one)) });
      askAgain();
    },
    [view, replace, askAgain],
  );
  return { asked, askAgain, stands };
}

/** Milliseconds; null when every deal is at rest until somebody does something. */
function pauseBetweenLooks(deals: readonly LinkedDealView[]): number | null {
  if (deals.some(({ sync, lines }) => sync.kind === 'working' || lines.some(({ drift }) => drift !== null && drift.chosen !== null))) return whileWorking;
  return deals.some(({ sync }) => sync.kind === 'paused' || (sync.kind === 'failed' && sync.nextTryAt !== null)) ? untilNextTry : null;
}
