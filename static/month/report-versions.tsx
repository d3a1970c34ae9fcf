import type { ReactNode } from 'react';
import type { ReportView } from '../../src/contract/reports';
import { useClientScreen } from '../client/client-screen';

/** Where the report stands in Salesforce, and who put each version there. */
export function ReportVersions({ file: { address, versions } }: { readonly file: NonNullable<ReportView['file']> }): ReactNode {
  const { t, format } = useClientScreen();
  return (
    <div className="report-versions">
      {address !== null && <a href={address} target="_blank" rel="noreferrer">{t('report.openFile')}</a>}
      <ol reversed className="small">
        {[...versions].reverse().map(({ by, at }) => <li key={at}>{t('report.version', { when: format.instant(at), name: by.name })}</li>)}
      </ol>
    </div>
  );
}
