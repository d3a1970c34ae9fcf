import { useCallback, useEffect, useRef, useState } from 'react';
import type { AnswerError } from '../../../src/contract/answer';
import { readGate } from '../../../src/contract/gate-operations';
import { nameOf } from '../../../src/domain/deliverable';
import type { GateReview } from '../../../src/domain/gate';
import type { Aftermath, GateSettingsView, GateView } from '../../gate/gate-view';
import type { Written } from '../../gate/review/review';
import { call } from '../../shared/client';
import { useAnswer, type Asked } from '../../shared/use-answer';

const ask = () => call(readGate, {});

export interface News {
  readonly kind: 'decided' | 'withdrawn' | 'requested';
  readonly name: string;
}

interface UsedGate {
  readonly asked: Asked<GateView>;
  readonly askAgain: () => void;
  /** Why the newest state could not be read; what is shown is the one before. */
  readonly stale: AnswerError | null;
  readonly news: News | null;
  /** Something about a review happened here, so it no longer waits, or a new one does. */
  readonly tell: (kind: News['kind'], review: Pick<GateReview, 'id' | 'deliverable'>) => void;
  /** Reads the newest state; what is being written stays. */
  readonly refresh: () => void;
  readonly writtenFor: (id: string) => Written | null;
  readonly write: (id: string, written: Written) => void;
  readonly settle: (reviewId: string, aftermath: Aftermath) => void;
  readonly settled: (settings: GateSettingsView) => void;
}

/** The section's state. What somebody is writing in a review is kept apart from what is read, so that reading again loses nothing. */
export function useGate(): UsedGate {
  const { asked, askAgain, lookAgain, replace } = useAnswer(ask);
  const [stale, setStale] = useState<AnswerError | null>(null);
  const [news, setNews] = useState<News | null>(null);
  const [written, setWritten] = useState<Readonly<Record<string, Written>>>({});

  const refresh = useCallback((): void => {
    void lookAgain().then(setStale);
  }, [lookAgain]);

  // An answer can come after another one has changed what it is put into.
  const latest = useRef(asked);
  useEffect(() => {
    latest.current = asked;
  });
  const change = (part: (gate: GateView) => Partial<GateView>): void => {
    const { current } = latest;
    if (current.kind === 'given') replace({ ...current.data, ...part(current.data) });
  };
  return {
    asked,
    askAgain,
    stale,
    news,
    refresh,
    tell: (kind, { id, deliverable }) => {
      setNews({ kind, name: nameOf(deliverable) });
      // It is gone from the list even where the newest state cannot be read.
      if (kind !== 'requested') change(({ waiting }) => ({ waiting: waiting.filter((one) => one.id !== id) }));
      refresh();
    },
    writtenFor: (id) => written[id] ?? null,
    write: (id, typed) => setWritten((before) => ({ ...before, [id]: typed })),
    settle: (reviewId, aftermath) => {
      change(({ decided }) => ({ decided: decided.map((one) => (one.review.id === reviewId ? { ...one, aftermath } : one)) }));
    },
    settled: (settings) => change(() => ({ settings })),
  };
}
