import type { ReactNode } from 'react';
import { ErrorNote } from '../shared/error-note';
import type { Asked } from '../shared/use-answer';
import { Waiting } from '../shared/waiting';

interface AskingProperties<Data> {
  readonly asked: Asked<Data>;
  readonly onRetry: () => void;
  readonly children: (data: Data) => ReactNode;
}

/** What was asked for, or that it is on its way, or why it did not come. */
export function Asking<Data>({ asked, onRetry, children }: AskingProperties<Data>): ReactNode {
  if (asked.kind === 'waiting') return <Waiting />;
  if (asked.kind === 'refused') return <ErrorNote error={asked.error} onRetry={onRetry} />;
  return children(asked.data);
}
