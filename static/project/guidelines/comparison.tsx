import { useCallback, type ReactNode } from 'react';
import { compareVersions } from '../../../src/contract/guidelines';
import { call } from '../../shared/client';
import { useAnswer } from '../../shared/use-answer';
import { Asking } from '../../page/asking';
import { useProjectScreen } from '../project-screen';
import type { AgreedVersion } from './agreed-between';
import { ChangeTable } from './change-table';
import type { NamedDeal } from '../../shared/named-deal';

interface ComparisonProperties {
  readonly from: number;
  readonly to: number;
  readonly deals: readonly NamedDeal[];
  /** The scope changes that were agreed from the one to the other. */
  readonly agreed: readonly AgreedVersion[];
}

/** What differs between two versions. */
export function Comparison({ from, to, deals, agreed }: ComparisonProperties): ReactNode {
  const { t } = useProjectScreen();
  const { asked, askAgain } = useAnswer(useCallback(() => call(compareVersions, { from, to }), [from, to]));
  return (
    <Asking asked={asked} onRetry={askAgain}>
      {({ changes }) => (
        <>
          {agreed.length > 0 && (
            <ul className="agreed-versions">
              {agreed.map(({ version, change }) => <li key={version} className="small">{t('versions.version', { version })} · {t('versions.change')} <bdi>{change.title}</bdi></li>)}
            </ul>
          )}
          <ChangeTable changes={changes} deals={deals} />
        </>
      )}
    </Asking>
  );
}
