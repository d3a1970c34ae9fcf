import { useCallback, useEffect } from 'react';
import type * as z from 'zod/mini';
import { readPlanner, type SyncStateView } from '../../../src/contract/planner';
import type { DealId } from '../../../src/domain/ids';
import { call } from '../../shared/client';
import { useAnswer, type Asked } from '../../shared/use-answer';

export type PlannerView = z.infer<(typeof readPlanner)['answer']>;

interface UsedPlanner {
  readonly asked: Asked<PlannerView>;
  readonly askAgain: () => void;
  /** Shows how a deal stands now, and then reads the rest of what changed with it. */
  readonly stands: (dealId: DealId, sync: SyncStateView) => void;
}

const ask = () => call(readPlanner, {});
const pollEvery = 3_000;

/** The Deal & planner section; while something is being worked on and somebody looks, it is read again every few seconds. */
export function usePlanner(): UsedPlanner {
  const { asked, askAgain, replace } = useAnswer(ask);
  const view = asked.kind === 'given' ? asked.data : undefined;

  useEffect(() => {
    if (!view?.deals.some((deal) => deal.sync.kind === 'working')) return undefined;
    let gone = false;
    let timer: number | undefined;
    const wait = (): void => {
      window.clearTimeout(timer);
      if (!gone && document.visibilityState === 'visible') timer = window.setTimeout(() => void poll(), pollEvery);
    };
    const poll = async (): Promise<void> => {
      const answer = await ask();
      if (gone) return;
      // A look that failed leaves what is on the screen; the next one may succeed.
      if (answer.ok) replace(answer.data);
      else wait();
    };
    wait();
    document.addEventListener('visibilitychange', wait);
    return () => {
      gone = true;
      window.clearTimeout(timer);
      document.removeEventListener('visibilitychange', wait);
    };
  }, [view, replace]);

  const stands = useCallback(
    (dealId: DealId, sync: SyncStateView): void => {
      if (view !== undefined) replace({ ...view, deals: view.deals.map((one) => (one.deal.id === dealId ? { ...one, sync } : one)) });
      askAgain();
    },
    [view, replace, askAgain],
  );
  return { asked, askAgain, stands };
}
