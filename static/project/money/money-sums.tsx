import type { ReactNode } from 'react';
import { billingSums } from '../../../src/domain/billing-document';
import { compareTotals, nothing } from '../../../src/domain/total';
import { useProjectScreen } from '../project-screen';
import type { Book } from './money-view';

/** What was invoiced, settled and is overdue, of each currency by itself. */
export function MoneySums({ book: { documents, today } }: { readonly book: Book }): ReactNode {
  const { t, format } = useProjectScreen();
  return (
    <>
      {billingSums(documents, today).map(({ currency, invoiced, settled, overdue }) => (
        <dl key={currency} className="card money-sums">
          <div><dt>{t('money.invoiced')}</dt><dd>{format.sum(invoiced, currency)}</dd></div>
          <div><dt>{t('money.settled')}</dt><dd>{format.sum(settled, currency)}</dd></div>
          <div className={compareTotals(overdue, nothing) > 0 ? 'money-overdue' : ''}><dt>{t('money.overdue')}</dt><dd>{format.sum(overdue, currency)}</dd></div>
        </dl>
      ))}
    </>
  );
}
