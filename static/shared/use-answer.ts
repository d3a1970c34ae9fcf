import { useCallback, useEffect, useRef, useState } from 'react';
import type { Answer, AnswerError } from '../../src/contract/answer';

export type Asked<Data> =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'given'; readonly data: Data }
  | { readonly kind: 'refused'; readonly error: AnswerError };

interface UsedAnswer<Data> {
  readonly asked: Asked<Data>;
  /** Asks again; what was given before stays on the screen until the new answer is there. */
  readonly askAgain: () => void;
  /** Asks again in the background: when it fails, what was given before stays. @returns what went wrong. */
  readonly lookAgain: () => Promise<AnswerError | null>;
  /** Puts in what another operation has just answered. */
  readonly replace: (data: Data) => void;
}

/**
 * Asks once when the component appears.
 * @param ask must be the same function at every rendering.
 */
export function useAnswer<Data>(ask: () => Promise<Answer<Data>>): UsedAnswer<Data> {
  const [asked, setAsked] = useState<Asked<Data>>({ kind: 'waiting' });
  const latest = useRef(0);

  const askAgain = useCallback((): void => {
    const turn = (latest.current += 1);
    setAsked((before) => (before.kind === 'refused' ? { kind: 'waiting' } : before));
    void ask().then((answer) => {
      // An answer that was overtaken, or whose component is gone, is dropped.
      if (turn === latest.current) setAsked(answer.ok ? { kind: 'given', data: answer.data } : { kind: 'refused', error: answer.error });
    });
  }, [ask]);

  const lookAgain = useCallback(async (): Promise<AnswerError | null> => {
    // A look never overtakes what a person asked for.
    const turn = latest.current;
    const answer = await ask();
    if (!answer.ok) return answer.error;
    if (turn === latest.current) setAsked({ kind: 'given', data: answer.data });
    return null;
  }, [ask]);

  useEffect(() => {
    askAgain();
    return () => {
      latest.current += 1;
    };
  }, [askAgain]);

  const replace = useCallback((data: Data): void => {
    latest.current += 1;
    setAsked({ kind: 'given', data });
  }, []);

  return { asked, askAgain, lookAgain, replace };
}
