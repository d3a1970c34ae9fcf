import { useEffect, useState, type ReactNode } from 'react';
import { Paper } from './paper';

interface PrintSheetProperties {
  /** Called once the browser's print window is closed. */
  readonly onPrinted: () => void;
  readonly children: ReactNode;
}

/** Prints its content and nothing else of the page: it stands beside the screen, which paper does not show. */
export function PrintSheet({ onPrinted, children }: PrintSheetProperties): ReactNode {
  useEffect(() => {
    window.addEventListener('afterprint', onPrinted);
    window.print();
    return () => window.removeEventListener('afterprint', onPrinted);
  }, [onPrinted]);
  return <Paper>{children}</Paper>;
}

/** @returns whether something is being printed, and how to begin and end it. */
export function usePrinting(): { readonly isPrinting: boolean; readonly print: () => void; readonly printed: () => void } {
  const [isPrinting, setPrinting] = useState(false);
  const [{ print, printed }] = useState(() => ({ print: () => setPrinting(true), printed: () => setPrinting(false) }));
  return { isPrinting, print, printed };
}
