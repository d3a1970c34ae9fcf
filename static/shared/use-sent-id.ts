import { useRef } from 'react';
import type { LineId } from '../../src/domain/ids';
import { newId } from './new-id';

/** The id under which something is sent: the same as long as the same is sent, so that an answer that was lost files nothing twice. */
export function useSentId(): (what: unknown) => LineId {
  const sent = useRef<{ readonly id: LineId; readonly what: string } | null>(null);
  return (what) => {
    const text = JSON.stringify(what);
    sent.current = sent.current?.what === text ? sent.current : { id: newId(), what: text };
    return sent.current.id;
  };
}
