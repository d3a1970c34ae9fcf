import type { ReactNode } from 'react';
import { Disclosure } from '../../page/disclosure';
import { useProjectScreen } from '../project-screen';
import { burnUpLines, trendPoints } from './burn-up-lines';
import { LineChart } from './line-chart';
import type { Figures } from './margin-view';

/** Lower than that a margin is drawn at the edge: a first week without an invoice would flatten all others. */
const lowest = -10_000;

/** How the margin to date moved, week by week, beside the target. */
export function MarginTrend({ figures, target }: { readonly figures: Figures; readonly target: number }): ReactNode {
  const { t, format } = useProjectScreen();
  const points = trendPoints(burnUpLines(figures, target));
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || points.length < 2) {
    return <section className="card"><h2>{t('margin.trend')}</h2><p className="subtle">{t('margin.trendNone')}</p></section>;
  }
  return (
    <section className="card">
      <h2>{t('margin.trend')}</h2>
      <LineChart
        words={t('margin.trendWords', { first: format.points(first.basisPoints), last: format.points(last.basisPoints), target: format.percent(target) })}
        fromZero={false}
        from={format.date(first.monday)}
        to={format.date(last.monday)}
        lines={[
          { key: 'margin', values: points.map(({ basisPoints }) => Math.max(lowest, basisPoints)), label: `${t('margin.line.margin')}: ${format.points(last.basisPoints)}` },
          { key: 'target', values: points.map(() => target * 100), label: `${t('margin.line.target')}: ${format.percent(target)}` },
        ]}
      />
      <Disclosure label={t('margin.asTable')}>
        {() => (
          <table className="money-table">
            <thead><tr><th scope="col">{t('margin.week')}</th><th scope="col">{t('margin.line.margin')}</th></tr></thead>
            <tbody>
              {points.map(({ monday, basisPoints }) => (
                <tr key={monday}><th scope="row">{format.date(monday)}</th><td>{format.points(basisPoints)}</td></tr>
              ))}
            </tbody>
          </table>
        )}
      </Disclosure>
    </section>
  );
}
