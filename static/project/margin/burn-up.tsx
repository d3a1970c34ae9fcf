import type { ReactNode } from 'react';
import type { Total } from '../../../src/domain/total';
import { Disclosure } from '../disclosure';
import { useProjectScreen } from '../project-screen';
import { burnUpLines, type BurnUpPoint } from './burn-up-lines';
import type { Figures } from './margin-view';

const width = 640;
const height = 220;
const edge = { top: 12, bottom: 28, start: 8, end: 8 } as const;

const lines = ['revenue', 'allowed', 'cost'] as const;

/** Cost and revenue as they grew, with the line that cost must stay below; told apart by their strokes too, and with a table behind. */
export function BurnUp({ figures, target }: { readonly figures: Figures; readonly target: number }): ReactNode {
  const { t, format } = useProjectScreen();
  const points = burnUpLines(figures, target);
  const { currency } = figures;
  if (currency === null || points.length < 2) return <section className="card"><h2>{t('margin.burnUp')}</h2><p className="subtle">{t('margin.burnUpNone')}</p></section>;
  const money = (sum: Total): string => format.sum(sum, currency);
  const last = points.at(-1);
  return (
    <section className="card">
      <h2>{t('margin.burnUp')}</h2>
      <svg className="burn-up" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={last === undefined ? '' : t('margin.burnUpWords', { revenue: money(last.revenue), cost: money(last.cost), allowed: money(last.allowed) })}>
        <line className="burn-up-axis" x1={edge.start} x2={width - edge.end} y1={height - edge.bottom} y2={height - edge.bottom} />
        {lines.map((line) => <polyline key={line} className={`burn-up-${line}`} points={path(points, line)} />)}
        <text className="burn-up-text" x={edge.start} y={height - 8}>{points[0] === undefined ? '' : format.date(points[0].monday)}</text>
        <text className="burn-up-text" x={width - edge.end} y={height - 8} textAnchor="end">{last === undefined ? '' : format.date(last.monday)}</text>
      </svg>
      <ul className="burn-up-legend">
        {lines.map((line) => (
          <li key={line}>
            <svg viewBox="0 0 28 8" aria-hidden="true"><line className={`burn-up-${line}`} x1="0" x2="28" y1="4" y2="4" /></svg>
            {t(`margin.line.${line}`, { target: format.percent(target) })}: {last === undefined ? '' : money(last[line])}
          </li>
        ))}
      </ul>
      <Disclosure label={t('margin.asTable')}>
        {() => (
          <table className="money-table">
            <thead>
              <tr>
                <th scope="col">{t('margin.week')}</th>
                {lines.map((line) => <th key={line} scope="col">{t(`margin.line.${line}`, { target: format.percent(target) })}</th>)}
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
        )}
      </Disclosure>
    </section>
  );
}

/** Only drawn: figures stand in the table. */
function path(points: readonly BurnUpPoint[], line: (typeof lines)[number]): string {
  const values = points.map((point) => Number(point[line]));
  const all = points.flatMap((point) => lines.map((one) => Number(point[one])));
  const [low, high] = [Math.min(0, ...all), Math.max(1, ...all)];
  const x = (at: number): number => edge.start + (at / (points.length - 1)) * (width - edge.start - edge.end);
  const y = (value: number): number => edge.top + (1 - (value - low) / (high - low)) * (height - edge.top - edge.bottom);
  return values.map((value, at) => `${x(at).toFixed(1)},${y(value).toFixed(1)}`).join(' ');
}
