import { useCallback, useState } from 'react';
import type { Answer, AnswerError } from '../../src/contract/answer';

interface Action {
  readonly busy: boolean;
  readonly error: AnswerError | null;
  /** Carries the action out; `done` is called with what was answered, unless it was an error. */
  readonly run: <Data>(ask: () => Promise<Answer<Data>>, done: (data: Data) => void) => Promise<void>;
}

/** One thing a person can do on a screen: whether it is under way, and what went wrong with it last. */
export function useAction(): Action {
  const [state, setState] = useState<{ readonly busy: boolean; readonly error: AnswerError | null }>({ busy: false, error: null });
  const run = useCallback(async <Data>(ask: () => Promise<Answer<Data>>, done: (data: Data) => void): Promise<void> => {
    setState({ busy: true, error: null });
    const answer = await ask();
    setState({ busy: false, error: answer.ok ? null : answer.error });
    if (answer.ok) done(answer.data);
  }, []);
  return { ...state, run };
}
