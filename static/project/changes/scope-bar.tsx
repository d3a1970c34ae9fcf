import type { ReactNode } from 'react';
import type { ChangesView } from '../../../src/contract/changes';
import { hundredthsOf, type Total } from '../../../src/domain/total';
import { useProjectScreen } from '../project-screen';

type Totals = NonNullable<ChangesView['totals']>;

/** Of the larger of the two, in per cent: what was sold and what it is now. */
const share = (part: Total, whole: Total): number => (hundredthsOf(whole) <= 0n ? 0 : Math.max(0, Math.min(100, Number((hundredthsOf(part) * 1_000n) / hundredthsOf(whole)) / 10)));

/** The agreed changes beside what was sold, as a bar with its table. */
export function ScopeBar({ totals: { currency, soldBudget, soldHours, agreedBudget, agreedHours, agreedPercent, agreedHoursPercent, nowBudget, nowHours, otherCurrency } }: { readonly totals: Totals }): ReactNode {
  const { t, format } = useProjectScreen();
  const isLess = hundredthsOf(nowBudget) < hundredthsOf(soldBudget);
  const whole = isLess ? soldBudget : nowBudget;
  const row = (name: string, budget: Total, hours: number, percent: number | null = null): ReactNode => (
    <tr>
      <th scope="row">{name}</th>
      <td className="figure">{format.sum(budget, currency)}</td>
      <td className="figure">{format.number(hours)} h{percent !== null && <> ({format.percent(percent)})</>}</td>
    </tr>
  );
  return (
    <section className="card">
      <h2>{t('changes.totals')}</h2>
      <span className="scope-bar" aria-hidden="true">
        <span className="scope-sold" style={{ inlineSize: `${share(isLess ? nowBudget : soldBudget, whole)}%` }} />
        <span className={isLess ? 'scope-less' : 'scope-agreed'} style={{ inlineSize: `${100 - share(isLess ? nowBudget : soldBudget, whole)}%` }} />
      </span>
      <div className="scroll">
        <table className="table">
          <thead><tr><th scope="col" /><th scope="col" className="figure">{t('changes.budget')}</th><th scope="col" className="figure">{t('changes.hours')}</th></tr></thead>
          <tbody>
            {row(t('changes.sold'), soldBudget, soldHours)}
            {row(agreedPercent === null ? t('changes.agreedSum') : t('changes.agreedPercent', { percent: format.percent(agreedPercent) }), agreedBudget, agreedHours, agreedHoursPercent)}
            {row(t('changes.now'), nowBudget, nowHours)}
          </tbody>
        </table>
      </div>
      {otherCurrency > 0 && <p className="small">{t('changes.otherCurrency', { count: otherCurrency })}</p>}
    </section>
  );
}
