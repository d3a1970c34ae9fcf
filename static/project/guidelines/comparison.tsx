import { useCallback, type ReactNode } from 'react';
import { compareVersions } from '../../../src/contract/guidelines';
import { call } from '../../shared/client';
import { useAnswer } from '../../shared/use-answer';
import { Asking } from '../../page/asking';
import { ChangeTable } from './change-table';
import type { NamedDeal } from '../../shared/named-deal';

interface ComparisonProperties {
  readonly from: number;
  readonly to: number;
  readonly deals: readonly NamedDeal[];
}

/** What differs between two versions. */
export function Comparison({ from, to, deals }: ComparisonProperties): ReactNode {
  const { asked, askAgain } = useAnswer(useCallback(() => call(compareVersions, { from, to }), [from, to]));
  return (
    <Asking asked={asked} onRetry={askAgain}>
      {({ changes }) => <ChangeTable changes={changes} deals={deals} />}
    </Asking>
  );
}
