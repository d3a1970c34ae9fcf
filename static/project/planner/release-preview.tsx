import { useCallback, type ReactNode } from 'react';
import { previewRelease } from '../../../src/contract/planner';
import type { DealId } from '../../../src/domain/ids';
import { call } from '../../shared/client';
import { useAnswer } from '../../shared/use-answer';
import { Asking } from '../../page/asking';
import { useProjectScreen } from '../project-screen';
import { ReleasedEntries } from './released-entries';

/** What would go out of the planner if the deal were lost or unlinked now. */
export function ReleasePreview({ dealId }: { readonly dealId: DealId }): ReactNode {
  const { t } = useProjectScreen();
  const { asked, askAgain } = useAnswer(useCallback(() => call(previewRelease, { dealId }), [dealId]));
  return (
    <Asking asked={asked} onRetry={askAgain}>
      {({ entries }) => (entries.length === 0 ? <p className="subtle">{t('goes.nothing')}</p> : <ReleasedEntries entries={entries} tense="goes" />)}
    </Asking>
  );
}
