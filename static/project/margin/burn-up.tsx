import type { ReactNode } from 'react';
import type { Total } from '../../../src/domain/total';
import { Disclosure } from '../../page/disclosure';
import { useProjectScreen } from '../project-screen';
import { burnUpLines } from './burn-up-lines';
import { LineChart } from './line-chart';
import type { Figures, Reading } from './margin-view';

const lines = ['revenue', 'allowed', 'cost'] as const;

/** Cost and revenue as they grew, with the line that cost must stay below, and what the whole may cost by the guidelines. */
export function BurnUp({ figures, reading: { target, allowedCost } }: { readonly figures: Figures; readonly reading: Reading }): ReactNode {
  const { t, format } = useProjectScreen();
  const points = burnUpLines(figures, target);
  const { currency } = figures;
  const [first, last] = [points[0], points.at(-1)];
  if (currency === null || first === undefined || last === undefined || points.length < 2) {
    return <section className="card"><h2>{t('margin.burnUp')}</h2><p className="subtle">{t('margin.burnUpNone')}</p></section>;
  }
  const money = (sum: Total): string => format.sum(sum, currency);
  const name = (line: (typeof lines)[number]): string => t(`margin.line.${line}`, { target: format.percent(target) });
  const ceiling = allowedCost === null ? '' : `${t('margin.line.ceiling')}: ${money(allowedCost)}`;
  // Far above, it would press the other lines to the bottom.
  const isNear = allowedCost !== null && Number(allowedCost) <= 3 * Math.max(Number(last.revenue), Number(last.cost));
  return (
    <section className="card">
      <h2>{t('margin.burnUp')}</h2>
      <LineChart
        words={t('margin.burnUpWords', { revenue: money(last.revenue), cost: money(last.cost), allowed: money(last.allowed) })}
        fromZero
        from={format.date(first.monday)}
        to={format.date(last.monday)}
        lines={[
          ...lines.map((line) => ({ key: line, values: points.map((point) => Number(point[line])), label: `${name(line)}: ${money(last[line])}` })),
          ...(isNear ? [{ key: 'ceiling' as const, values: points.map(() => Number(allowedCost)), label: ceiling }] : []),
        ]}
      />
      {allowedCost !== null && !isNear && <p className="small">{ceiling}</p>}
      <Disclosure label={t('margin.asTable')}>
        {() => (
          <div className="scroll">
            <table className="money-table">
              <thead>
                <tr>
                  <th scope="col">{t('margin.week')}</th>
                  {lines.map((line) => <th key={line} scope="col">{name(line)}</th>)}
                </tr>
              </thead>
              <tbody>
                {points.map((point) => (
                  <tr key={point.monday}>
                    <th scope="row">{format.date(point.monday)}</th>
                    {lines.map((line) => <td key={line}>{money(point[line])}</td>)}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Disclosure>
    </section>
  );
}
