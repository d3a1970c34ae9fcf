import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';

/** What paper shows of the page, and all of it, whoever begins to print: it stands beside the screen, which does not show it. */
export function Paper({ children }: { readonly children: ReactNode }): ReactNode {
  return createPortal(<div className="print-sheet">{children}</div>, document.body);
}
