import { useEffect, useRef } from 'react';
import type { AnswerError } from '../../../src/contract/answer';
import { lookAgain } from '../../../src/contract/clients';
import { call } from '../../shared/client';
import { itemWords, settledWords } from './item-words';
import { sentenceId, useTodayScreen, type Item } from './today-screen';

/** A look meanwhile may have brought the same item anew. */
export const isThe = (item: Item) => (one: Item): boolean => one.subject === item.subject && one.id === item.id;

interface SeenToProperties {
  readonly items: readonly Item[];
  /** Reads the list again. @returns what went wrong. */
  readonly onLook: () => Promise<AnswerError | null>;
  readonly onDone: (what: string) => void;
  readonly onStale: (error: AnswerError | null) => void;
}

/**
 * For what was worked on in a part of a client's file: has the client looked at, the list read again, and says whether that settled it.
 * @returns what begins it, with the item and the one that takes the focus when it is gone.
 */
export function useSeenTo({ items, onLook, onDone, onStale }: SeenToProperties): (item: Item, next: Item | undefined) => Promise<void> {
  const { t, format } = useTodayScreen();
  const waiting = useRef<{ readonly item: Item; readonly next: Item | undefined; readonly isUnread: boolean } | null>(null);
  useEffect(() => {
    if (waiting.current === null) return;
    const { item, next, isUnread } = waiting.current;
    waiting.current = null;
    const isGone = !items.some(isThe(item));
    const outcome = isGone ? 'done' : isUnread ? 'unread' : 'waits';
    onDone(t(`today.outcome.${outcome}`, { what: isGone ? settledWords(t, item) : itemWords(t, format, item.what) }));
    // Whoever has gone on to something else is left there.
    if (isGone && document.activeElement === document.body && next !== undefined) document.getElementById(sentenceId(next))?.focus();
  }, [items, onDone, t, format]);
  return async (item, next) => {
    onDone(t('today.outcome.looking', { what: itemWords(t, format, item.what) }));
    const answer = item.about.kind === 'client' ? await call(lookAgain, { clientId: item.about.clientId }) : undefined;
    if (answer !== undefined && !answer.ok) {
      onDone('');
      return onStale(answer.error);
    }
    waiting.current = { item, next, isUnread: answer !== undefined && answer.data.failure !== null };
    const error = await onLook();
    if (error !== null) {
      waiting.current = null;
      onDone('');
    }
    onStale(error);
  };
}
