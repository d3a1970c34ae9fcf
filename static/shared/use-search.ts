import { useEffect, useState } from 'react';
import type { Answer, AnswerError } from '../../src/contract/answer';

export type Found<Data> =
  | { readonly kind: 'idle' }
  | { readonly kind: 'searching' }
  | { readonly kind: 'found'; readonly data: Data }
  | { readonly kind: 'refused'; readonly error: AnswerError };

const pause = 300;

/**
 * Searches after a pause in typing; an answer that was overtaken is dropped.
 * @param search must be the same function at every rendering.
 */
export function useSearch<Data>(text: string, shortest: number, search: (text: string) => Promise<Answer<Data>>): Found<Data> {
  const [found, setFound] = useState<Found<Data>>({ kind: 'idle' });
  const wanted = text.trim();

  useEffect(() => {
    if (wanted.length < shortest) {
      setFound({ kind: 'idle' });
      return undefined;
    }
    let overtaken = false;
    setFound((before) => (before.kind === 'found' ? before : { kind: 'searching' }));
    const timer = window.setTimeout(() => {
      void search(wanted).then((answer) => {
        if (!overtaken) setFound(answer.ok ? { kind: 'found', data: answer.data } : { kind: 'refused', error: answer.error });
      });
    }, pause);
    return () => {
      overtaken = true;
      window.clearTimeout(timer);
    };
  }, [wanted, shortest, search]);

  return found;
}
