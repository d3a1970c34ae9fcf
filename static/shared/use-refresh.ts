import { useEffect, useRef } from 'react';

/**
 * Reads again and again while somebody can see the page. A look waits for the one before to end.
 * @param every milliseconds between one look and the next; null when nothing is expected to change.
 */
export function useRefresh(every: number | null, look: () => Promise<unknown>): void {
  const latest = useRef(look);
  useEffect(() => {
    latest.current = look;
  });

  useEffect(() => {
    if (every === null) return undefined;
    let isOver = false;
    let isLooking = false;
    let timer: number | undefined;
    const wait = (): void => {
      window.clearTimeout(timer);
      if (!isOver && !isLooking && document.visibilityState === 'visible') timer = window.setTimeout(() => void again(), every);
    };
    const again = async (): Promise<void> => {
      isLooking = true;
      await latest.current();
      isLooking = false;
      wait();
    };
    wait();
    document.addEventListener('visibilitychange', wait);
    return () => {
      isOver = true;
      window.clearTimeout(timer);
      document.removeEventListener('visibilitychange', wait);
    };
  }, [every]);
}
