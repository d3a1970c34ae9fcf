import './editor.css';
import { useCallback, type ReactNode } from 'react';
import { readDraft } from '../../../src/contract/guidelines';
import { useProjectCall } from '../../shared/project-call';
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

/** Opens the project's draft. */
export function Editor(properties: EditorProperties): ReactNode {
  const call = useProjectCall();
  const { asked, askAgain } = useAnswer(useCallback(() => call(readDraft, {}), [call]));
  return (
    <Asking asked={asked} onRetry={askAgain}>
      {(saved) => <DraftEditor saved={saved} {...properties} />}
    </Asking>
  );
}
