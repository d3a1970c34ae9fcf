import { useEffect, useState, type RefObject } from 'react';

interface Overhang {
  readonly isWider: boolean;
  /** Something is hidden before, and after, what is seen. */
  readonly before: boolean;
  readonly after: boolean;
}

/** Whether something that scrolls sideways hides a part, so that its edge can show it. */
export function useOverhang(scrolled: RefObject<HTMLElement>): Overhang {
  const [overhang, setOverhang] = useState<Overhang>({ isWider: false, before: false, after: false });
  useEffect(() => {
    const element = scrolled.current;
    if (element === null) return undefined;
    const look = (): void => {
      const hidden = element.scrollWidth - element.clientWidth;
      // Zoomed pages scroll by parts of a pixel.
      const now = { isWider: hidden > 1, before: Math.abs(element.scrollLeft) > 1, after: hidden - Math.abs(element.scrollLeft) > 1 };
      setOverhang((was) => (was.isWider === now.isWider && was.before === now.before && was.after === now.after ? was : now));
    };
    const sized = new ResizeObserver(look);
    sized.observe(element);
    for (const child of element.children) sized.observe(child);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      sized.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [scrolled]);
  return overhang;
}
