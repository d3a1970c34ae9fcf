import '../../month/month.css';
import { useCallback, useState, type ReactNode } from 'react';
import { readReportHistory, type ReportHistory } from '../../../src/contract/reports';
import { firstDayOf, type Month } from '../../../src/domain/month';
import { ReportEditor } from '../../month/report-editor';
import { ReportLozenge } from '../../month/report-lozenge';
import { Asking } from '../../page/asking';
import { call } from '../../shared/client';
import { useAnswer } from '../../shared/use-answer';
import { useClientScreen } from '../client-screen';
import type { ClientFileView } from '../client-view';

/** Every month-end report on the client. */
export function ReportsPart({ file: { client } }: { readonly file: ClientFileView }): ReactNode {
  const { t, format } = useClientScreen();
  const ask = useCallback(() => call(readReportHistory, { clientId: client.id }), [client.id]);
  const { asked, askAgain } = useAnswer<ReportHistory>(ask);
  const [opened, open] = useState<Month | null>(null);
  return (
    <section className="card">
      <h2>{t('report.history')}</h2>
      <Asking asked={asked} onRetry={askAgain}>
        {({ reports }) =>
          reports.length === 0 ? <p className="empty-line">{t('report.history.none')}</p> : (
            <ul className="report-lines">
              {reports.map(({ month, state, versions }) => (
                <li className="report-line" key={month}>
                  <button type="button" aria-expanded={month === opened} onClick={() => open(month === opened ? null : month)}>
                    <span>
                      <strong>{format.month(firstDayOf(month))}</strong>
                      <span className="small"> {versions.length > 0 && t('report.versions', { count: versions.length })}</span>
                    </span>
                    <ReportLozenge state={state} />
                  </button>
                  {month === opened && <ReportEditor clientId={client.id} month={month} onChanged={askAgain} onNext={undefined} />}
                </li>
              ))}
            </ul>
          )
        }
      </Asking>
    </section>
  );
}
