import type { ReactNode } from 'react';
import type { MarginState } from '../../../src/domain/margin-guard';
import { costOf } from '../../../src/domain/figures';
import type { Total } from '../../../src/domain/total';
import { Lozenge, type Tone } from '../../shared/lozenge';
import type { IconName } from '../../shared/icon';
import { Disclosure } from '../disclosure';
import { useProjectScreen } from '../project-screen';
import type { Figures, Reading } from './margin-view';
import { marginWords } from './margin-words';

const looks: Readonly<Record<MarginState, { readonly tone: Tone; readonly icon: IconName }>> = {
  healthy: { tone: 'success', icon: 'check' },
  atRisk: { tone: 'warning', icon: 'warning' },
  belowTarget: { tone: 'danger', icon: 'error' },
  unknown: { tone: 'neutral', icon: 'minus' },
};

/** The margin now and at the end, and the money behind it; what is unknown is said to be. */
export function MarginFigures({ figures, reading }: { readonly figures: Figures; readonly reading: Reading }): ReactNode {
  const { t, format } = useProjectScreen();
  const { toDate, forecast, state, target, spentPercent, elapsedPercent } = reading;
  const money = (sum: Total | null): string => (sum === null || figures.currency === null ? t('margin.unknown') : format.sum(sum, figures.currency));
  const figure = (name: string, value: ReactNode, more?: ReactNode): ReactNode => (
    <div className="money-figure">
      <dt>{name}</dt>
      <dd>{value}</dd>
      {more !== undefined && <dd className="small">{more}</dd>}
    </div>
  );
  return (
    <section className="card">
      <div className="card-head">
        <h2>{t('margin.state')}</h2>
        <Lozenge {...looks[state]}>{t(`margin.state.${state}`)}</Lozenge>
      </div>
      <dl className="money-figures">
        {figure(t('margin.toDate'), marginWords(t, format, toDate), t('margin.target', { target: format.percent(target) }))}
        {figure(t('margin.atCompletion'), forecast.kind === 'known' ? marginWords(t, format, forecast.margin) : t('margin.noForecast'), forecast.kind === 'unknown' ? t(`margin.gap.${forecast.because}`) : undefined)}
        {figure(t('margin.revenue'), money(figures.revenue))}
        {figure(t('margin.cost'), money(costOf(figures)))}
        {figure(t('margin.used'), spentPercent === null ? t('margin.unknown') : format.percent(spentPercent), elapsedPercent === null ? undefined : t('margin.elapsed', { percent: format.percent(elapsedPercent) }))}
      </dl>
      {forecast.kind === 'known' && (
        <Disclosure label={t('margin.how')}>
          {() => (
            <table className="money-table">
              <thead>
                <tr>
                  <td />
                  <th scope="col">{t('margin.revenue')}</th>
                  <th scope="col">{t('margin.cost')}</th>
                </tr>
              </thead>
              <tbody>
                <tr>
                  <th scope="row">{t('margin.soFar')}</th>
                  <td>{money(forecast.from.actualRevenue)}</td>
                  <td>{money(forecast.from.actualCost)}</td>
                </tr>
                <tr>
                  <th scope="row">{t(figures.billing === 'fixedPrice' ? 'margin.remainingPrice' : 'margin.planned')}</th>
                  <td>{money(forecast.from.remainingRevenue)}</td>
                  <td>{money(forecast.from.remainingCost)}</td>
                </tr>
                <tr>
                  <th scope="row">{t('margin.atCompletion')}</th>
                  <td>{money(forecast.revenue)}</td>
                  <td>{money(forecast.cost)}</td>
                </tr>
              </tbody>
            </table>
          )}
        </Disclosure>
      )}
      <p className="small">{t('margin.rule', { target: format.percent(target) })}</p>
    </section>
  );
}
