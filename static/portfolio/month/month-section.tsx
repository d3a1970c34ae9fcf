import '../../month/month.css';
import { useCallback, useId, useState, type ReactNode } from 'react';
import { readMonth, type MonthView, type ReportView } from '../../../src/contract/reports';
import { firstDayOf, isMonth, monthOf, monthsFrom, type Month } from '../../../src/domain/month';
import { monthsBack } from '../../../src/domain/month-report';
import { isPlainDate } from '../../../src/domain/plain-date';
import { Asking } from '../../page/asking';
import { call } from '../../shared/client';
import { useAnswer } from '../../shared/use-answer';
import { usePortfolioScreen } from '../portfolio-screen';
import { MonthList } from './month-list';

/** Month-end reports: which are missing, which wait, which stand in Salesforce. */
export function MonthSection(): ReactNode {
  const { t, format, now } = usePortfolioScreen();
  const today = format.today(now());
  const thisMonth = isPlainDate(today) ? monthOf(today) : undefined;
  const [chosen, choose] = useState<Month | undefined>(() => monthShownFirst(thisMonth, today));
  const id = useId();
  if (thisMonth === undefined || chosen === undefined) return null;
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{t('month.title')}</h1>
          <p className="subtle">{t('month.about')}</p>
        </div>
        <div className="field short">
          <label htmlFor={id}>{t('month.month')}</label>
          <select id={id} className="input" value={chosen} onChange={(event) => isMonth(event.target.value) && choose(event.target.value)}>
            {Array.from({ length: monthsBack + 1 }, (_, back) => monthsFrom(thisMonth, -back)).map((one) => <option key={one} value={one}>{format.month(firstDayOf(one))}</option>)}
          </select>
        </div>
      </header>
      <OneMonth key={chosen} month={chosen} />
    </>
  );
}

/** In the first half of a month the one before is what has to be closed. */
const monthShownFirst = (month: Month | undefined, today: string): Month | undefined => (month === undefined || Number(today.slice(8)) > 15 ? month : monthsFrom(month, -1));

function OneMonth({ month }: { readonly month: Month }): ReactNode {
  const ask = useCallback(() => call(readMonth, { month }), [month]);
  const { asked, askAgain, replace } = useAnswer<MonthView>(ask);
  const changed = (view: MonthView) => (report: ReportView): void =>
    replace({
      ...view,
      clients: view.clients.map((line) => (line.client.id === report.client.id ? { ...line, state: report.state, storedAt: report.file?.versions.at(-1)?.at ?? line.storedAt } : line)),
    });
  return (
    <Asking asked={asked} onRetry={askAgain}>
      {(view) => <MonthList view={view} onChanged={changed(view)} />}
    </Asking>
  );
}
