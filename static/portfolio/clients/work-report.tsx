import type { ReactNode } from 'react';
import { isPlainDate } from '../../../src/domain/plain-date';
import { csvOf } from '../../page/csv';
import { download } from '../../page/download';
import { PrintSheet, usePrinting } from '../../page/print-sheet';
import { usePortfolioScreen } from '../portfolio-screen';
import type { ClientWork } from '../portfolio-view';
import { BudgetForm } from './budget-form';
import { workRows } from './work-rows';

/** A year of the account manager's work for one client, month by month. */
export function WorkReport({ given, onGiven }: { readonly given: ClientWork; readonly onGiven: (given: ClientWork) => void }): ReactNode {
  const { t } = usePortfolioScreen();
  const { isPrinting, print, printed } = usePrinting();
  const { client, work } = given;
  const save = (): void =>
    download(`${client.name.replace(/[^\p{L}\p{N}]+/gu, '-')}-${work.year}.csv`, csvOf(workRows(given, { month: t('work.month'), planned: t('work.planned'), logged: t('work.logged'), agreed: t('work.agreed'), whole: t('work.whole') })));
  return (
    <>
      <WorkSums given={given} />
      <WorkMonths given={given} />
      <BudgetForm given={given} onGiven={onGiven} />
      <div className="actions">
        <button type="button" className="button" onClick={save}>{t('work.csv')}</button>
        <button type="button" className="button" onClick={print}>{t('work.print')}</button>
      </div>
      {isPrinting && (
        <PrintSheet onPrinted={printed}>
          <h1>{t('work.printTitle', { client: client.name, year: String(work.year) })}</h1>
          <WorkSums given={given} />
          <WorkMonths given={given} />
        </PrintSheet>
      )}
    </>
  );
}

function WorkSums({ given: { work } }: { readonly given: ClientWork }): ReactNode {
  const { t, format } = usePortfolioScreen();
  const { budgetHours, loggedSeconds, plannedSeconds, usedPercent } = work;
  return (
    <>
      <dl className="money-line">
        <div><dt>{t('work.agreed')}</dt><dd>{budgetHours === null ? t('work.notAgreed') : format.hours(budgetHours * 60)}</dd></div>
        <div><dt>{t('work.logged')}</dt><dd>{hours(loggedSeconds)}</dd></div>
        <div><dt>{t('work.planned')}</dt><dd>{hours(plannedSeconds)}</dd></div>
        {usedPercent !== null && <div><dt>{t('work.used')}</dt><dd>{format.percent(usedPercent)}</dd></div>}
      </dl>
      {usedPercent !== null && <span className={`work-bar ${usedPercent > 100 ? 'work-bar-over' : ''}`} aria-hidden="true"><span style={{ inlineSize: `${Math.min(100, usedPercent)}%` }} /></span>}
      {usedPercent !== null && usedPercent > 100 && <p className="problem">{t('work.over')}</p>}
    </>
  );

  function hours(seconds: number): string {
    return format.hours(Math.round(seconds / 60));
  }
}

function WorkMonths({ given: { work } }: { readonly given: ClientWork }): ReactNode {
  const { t, format } = usePortfolioScreen();
  const longest = Math.max(1, ...work.months.flatMap(({ plannedSeconds, loggedSeconds }) => [plannedSeconds, loggedSeconds]));
  const cell = (seconds: number, kind: 'planned' | 'logged'): ReactNode => (
    <td>
      {seconds > 0 && <span className={`month-bar month-bar-${kind}`} aria-hidden="true" style={{ inlineSize: `${(seconds / longest) * 100}%` }} />}
      {format.hours(Math.round(seconds / 60))}
    </td>
  );
  return (
    <table className="month-table">
      <thead>
        <tr>
          <th scope="col">{t('work.month')}</th>
          <th scope="col">{t('work.planned')}</th>
          <th scope="col">{t('work.logged')}</th>
        </tr>
      </thead>
      <tbody>
        {work.months.map(({ month, plannedSeconds, loggedSeconds }) => (
          <tr key={month}>
            <th scope="row">{nameOf(month)}</th>
            {cell(plannedSeconds, 'planned')}
            {cell(loggedSeconds, 'logged')}
          </tr>
        ))}
      </tbody>
    </table>
  );

  function nameOf(month: string): string {
    const day = `${month}-01`;
    return isPlainDate(day) ? format.month(day) : month;
  }
}
