import { useCallback, useEffect, useState } from 'react';
import type { AnswerError } from '../../../src/contract/answer';
import { readTrail, type TrailRecordView } from '../../../src/contract/planner';
import type { DealId } from '../../../src/domain/ids';
import { call } from '../../shared/client';
import { useAction } from '../../shared/use-action';
import { useAnswer, type Asked } from '../../shared/use-answer';

interface Page {
  readonly records: readonly TrailRecordView[];
  /** What the next earlier page is asked for by; null after the oldest record. */
  readonly next: string | null;
}

interface UsedTrail {
  readonly asked: Asked<Page>;
  readonly askAgain: () => void;
  /** `shown` is called once the earlier records are there, with how many there were before. */
  readonly showEarlier: (next: string, shown: (before: number) => void) => void;
  readonly busy: boolean;
  readonly error: AnswerError | null;
}

/**
 * A deal's trail, newest first, as far back as somebody asked for.
 * @param asOf another object whenever there may be newer records; they are fetched unless somebody has gone further back meanwhile.
 */
export function useTrail(dealId: DealId, asOf: object): UsedTrail {
  const { asked, askAgain, lookAgain, replace } = useAnswer(useCallback(() => call(readTrail, { dealId, before: null }), [dealId]));
  const [first, setFirst] = useState(asOf);
  const [isFurther, setFurther] = useState(false);
  const { busy, error, run } = useAction();

  useEffect(() => {
    if (first === asOf || isFurther) return;
    setFirst(asOf);
    void lookAgain();
  }, [first, asOf, isFurther, lookAgain]);

  const showEarlier = (next: string, shown: (before: number) => void): void => {
    if (asked.kind !== 'given') return;
    const { records } = asked.data;
    setFurther(true);
    void run(() => call(readTrail, { dealId, before: next }), (page) => {
      replace({ records: [...records, ...page.records], next: page.next });
      shown(records.length);
    });
  };
  return { asked, askAgain, showEarlier, busy, error };
}
