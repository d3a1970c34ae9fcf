import './editor.css';
import type { ReactNode } from 'react';
import { readDraft } from '../../../src/contract/guidelines';
import { call } from '../../shared/client';
import { useAnswer } from '../../shared/use-answer';
import { Asking } from '../../page/asking';
import type { NamedDealId } from './staffing-lines';
import { DraftEditor } from './draft-editor';

interface EditorProperties {
  readonly deals: readonly NamedDealId[];
  readonly currentVersion: number | null;
  /** Called with the version that was published, or null. */
  readonly onClose: (published: number | null) => void;
}

const ask = () => call(readDraft, {});

/** Opens the project's draft. */
export function Editor(properties: EditorProperties): ReactNode {
  const { asked, askAgain } = useAnswer(ask);
  return (
    <Asking asked={asked} onRetry={askAgain}>
      {(saved) => <DraftEditor saved={saved} {...properties} />}
    </Asking>
  );
}
