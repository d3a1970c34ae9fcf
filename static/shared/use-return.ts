import { useEffect, useRef } from 'react';

/**
 * Reads once more when a person comes back to the page, as after they did something in another tab: what is at rest is not
 * read again and again, and may have changed meanwhile.
 */
export function useReturn(look: () => Promise<unknown>): void {
  const latest = useRef(look);
  useEffect(() => {
    latest.current = look;
  });
  useEffect(() => {
    const seen = (): void => {
      if (document.visibilityState === 'visible') void latest.current();
    };
    document.addEventListener('visibilitychange', seen);
    return () => document.removeEventListener('visibilitychange', seen);
  }, []);
}
