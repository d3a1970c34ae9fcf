import { useLayoutEffect, useRef, type RefObject } from 'react';

/**
 * Moves the focus to an element that the next rendering brings, when what had it goes away.
 * @returns the element's reference, and what to call before the change.
 */
export function useLaterFocus<Element extends HTMLElement>(): readonly [RefObject<Element>, () => void] {
  const element = useRef<Element>(null);
  const isWanted = useRef(false);
  useLayoutEffect(() => {
    if (!isWanted.current || element.current === null) return;
    isWanted.current = false;
    element.current.focus();
  });
  return [element, () => void (isWanted.current = true)];
}
